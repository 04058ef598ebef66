"""What the program remembers between two starts: look, size of text, place of the window, last scenario's folder."""

from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtGui import QGuiApplication

from ui.theme import DARK, LIGHT, SCALE_LOW, THEMES


class Settings:
    """Named values in the system's store; a test injects a store of its own."""

    def __init__(self, store: QSettings | None = None) -> None:
        self._store = store if store is not None else QSettings("Cascade Lab", "Cascade Lab")

    def reset(self) -> None:
        """Forget everything, as before the first start."""
        self._store.clear()

    @property
    def theme(self) -> str:
        """Name of the look; without a known one, the system's wish: light or dark."""
        name = str(self._store.value("theme", ""))
        light = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Light
        return name if name in THEMES else (LIGHT.name if light else DARK.name)

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
    def reduced_motion(self) -> bool:
        """Whether nothing should move by itself."""
        return bool(self._store.value("reduced_motion", False, type=bool))

    @reduced_motion.setter
    def reduced_motion(self, wanted: bool) -> None:
        self._store.setValue("reduced_motion", wanted)

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
