"""What the program remembers between two starts: look, language, what is shown, size of text, place of the window."""

import json
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from ui.theme import SCALE_LOW, THEMES


class Forgetful:
    """A store that lasts as long as the program: for pictures and tests."""

    def __init__(self) -> None:
        self._values: dict[str, Any] = {}

    def value(self, name: str, default: Any = None, type: Any = None) -> Any:  # noqa: A002 - as QSettings calls it
        """What was kept under a name."""
        return self._values.get(name, default)

    def setValue(self, name: str, value: Any) -> None:  # noqa: N802 - as QSettings calls it
        """Keep a value under a name."""
        self._values[name] = value

    def clear(self) -> None:
        """Forget everything."""
        self._values.clear()


class Settings:
    """Named values in the system's store; a test injects a store of its own."""

    def __init__(self, store: QSettings | Forgetful | None = None) -> None:
        self._store = store if store is not None else QSettings("Cascade Lab", "Cascade Lab")

    def reset(self) -> None:
        """Forget everything, as before the first start."""
        self._store.clear()

    @property
    def theme(self) -> str:
        """Name of the look that was chosen; empty for the system's."""
        name = str(self._store.value("theme", ""))
        return name if name in THEMES else ""

    @theme.setter
    def theme(self, name: str) -> None:
        self._store.setValue("theme", name)

    @property
    def text_scale(self) -> float:
        """Size of all text against normal."""
        try:
            return float(str(self._store.value("text_scale", SCALE_LOW)))
        except ValueError:
            return SCALE_LOW

    @text_scale.setter
    def text_scale(self, scale: float) -> None:
        self._store.setValue("text_scale", scale)

    @property
    def geometry(self) -> QByteArray:
        """Place and size of the window, as Qt writes it; empty at the first start."""
        found = self._store.value("geometry", QByteArray())
        return found if isinstance(found, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, place: QByteArray) -> None:
        self._store.setValue("geometry", place)

    @property
    def folder(self) -> str:
        """Folder in which the user last opened a file."""
        return str(self._store.value("folder", ""))

    @folder.setter
    def folder(self, path: str) -> None:
        self._store.setValue("folder", path)

    @property
    def recent(self) -> list[str]:
        """Files that were opened or saved last, the latest first."""
        found = self._store.value("recent", [])
        if isinstance(found, str):
            return [found]
        return [str(name) for name in found] if isinstance(found, list) else []

    def remember(self, path: str, most: int) -> None:
        """Put a file first among the recent ones."""
        self._store.setValue("recent", [path, *(name for name in self.recent if name != path)][:most])

    def forget(self, path: str) -> None:
        """A file that could not be opened is not offered again."""
        self._store.setValue("recent", [name for name in self.recent if name != path])

    @property
    def reduced_motion(self) -> bool:
        """Whether nothing should move by itself."""
        return self._flag("reduced_motion")

    @reduced_motion.setter
    def reduced_motion(self, wanted: bool) -> None:
        self._store.setValue("reduced_motion", wanted)

    @property
    def welcomed(self) -> bool:
        """Whether the first hints were read and put away."""
        return self._flag("welcomed")

    @welcomed.setter
    def welcomed(self, seen: bool) -> None:
        self._store.setValue("welcomed", seen)

    @property
    def language(self) -> str:
        """The language that was chosen; empty for the system's."""
        return str(self._store.value("language", ""))

    @language.setter
    def language(self, name: str) -> None:
        self._store.setValue("language", name)

    @property
    def hidden_parts(self) -> list[str]:
        """Parts of the window that are not shown."""
        found = self._structure("hidden_parts", [])
        return [str(name) for name in found] if isinstance(found, list) else []

    @hidden_parts.setter
    def hidden_parts(self, names: list[str]) -> None:
        self._store.setValue("hidden_parts", json.dumps(names))

    @property
    def charts_open(self) -> bool | None:
        """Whether the charts of a low window were opened by hand; none while nobody touched them."""
        found = self._structure("charts_open", None)
        return found if isinstance(found, bool) else None

    @charts_open.setter
    def charts_open(self, wanted: bool | None) -> None:
        self._store.setValue("charts_open", json.dumps(wanted))

    @property
    def chart_beside(self) -> str:
        """Name of the chart in the second place for charts; empty while that is closed."""
        return str(self._store.value("chart_beside", ""))

    @chart_beside.setter
    def chart_beside(self, name: str) -> None:
        self._store.setValue("chart_beside", name)

    @property
    def shares(self) -> dict[str, list[float]]:
        """How the user divided the window: parts of each row or column, by its name."""
        found = self._structure("shares", {})
        if not isinstance(found, dict):
            return {}
        return {
            str(name): [float(part) for part in parts]
            for name, parts in found.items()
            if isinstance(parts, list) and all(isinstance(part, int | float) for part in parts)
        }

    @shares.setter
    def shares(self, shares: dict[str, list[float]]) -> None:
        self._store.setValue("shares", json.dumps(shares))

    def _flag(self, name: str) -> bool:
        return bool(self._store.value(name, False, type=bool))

    def _structure(self, name: str, default: Any) -> Any:
        """What was kept as JSON; a store that somebody spoilt counts as empty."""
        try:
            return json.loads(str(self._store.value(name, json.dumps(default))))
        except ValueError:
            return default

    def lesson(self, name: str) -> str:
        """Where somebody stands in a lesson, as the lesson guide wrote it; empty if never opened."""
        return str(self._store.value("lessons/{name}".format(name=name), ""))

    def keep_lesson(self, name: str, progress: str) -> None:
        """Keep where somebody stands in a lesson."""
        self._store.setValue("lessons/{name}".format(name=name), progress)

    @property
    def tour_offered(self) -> bool:
        """Whether the tour was offered before."""
        return bool(self._store.value("tour_offered", False, type=bool))

    @tour_offered.setter
    def tour_offered(self, done: bool) -> None:
        self._store.setValue("tour_offered", done)
