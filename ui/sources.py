"""Numbers and where they come from: badges, tips, and the one place where a click on a number is announced."""

from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from model.parameter import Parameter, Provenance
from model.parameters import BY_KEY, PARAMETERS
from model.provenance import BY_MEASURE, MEASURES, Measure
from ui.text import parameter_help, parameter_title, translate, unit_text, value_text

SOURCE = "source"
"""Dynamic property of a widget: the key of the number that it shows."""


class Asking(QObject):
    """Announces that somebody wants to know where a number comes from."""

    asked = Signal(str)
    """Its key: of a parameter or a measure."""


asking = Asking()


class Source(NamedTuple):
    """Everything there is to say of a number's origin, in words."""

    key: str
    title: str
    badge: str
    kind: str
    origin: str
    """Where from, in a few words."""
    meaning: str
    unit: str
    claimed: str
    reported: str


def provenance_text(parameter: Parameter) -> str:
    """Where a parameter's default comes from, in words."""
    words = {
        Provenance.CLAIMED: translate("Provenance", "claimed by {source}"),
        Provenance.REPORTED: translate("Provenance", "reported by {source}"),
        Provenance.RULE: translate("Provenance", "a published rule: {source}"),
        Provenance.ASSUMED: translate("Provenance", "our assumption"),
    }
    return words[parameter.provenance].format(source=translate("Parameters", parameter.source))


def badge_text(provenance: Provenance | None) -> str:
    """A kind of origin as one letter; without any it is measured."""
    if provenance is None:
        return translate("Provenance", "M")
    letters = {
        Provenance.CLAIMED: translate("Provenance", "C"),
        Provenance.REPORTED: translate("Provenance", "R"),
        Provenance.RULE: translate("Provenance", "§"),
        Provenance.ASSUMED: translate("Provenance", "A"),
    }
    return letters[provenance]


def kind_text(provenance: Provenance | None) -> str:
    """The same as one word."""
    if provenance is None:
        return translate("Provenance", "measured")
    words = {
        Provenance.CLAIMED: translate("Provenance", "claimed"),
        Provenance.REPORTED: translate("Provenance", "reported"),
        Provenance.RULE: translate("Provenance", "published rule"),
        Provenance.ASSUMED: translate("Provenance", "assumed"),
    }
    return words[provenance]


def _of_measure(measure: Measure) -> Source:
    def told(words: str) -> str:
        return translate("Measures", words) if words else ""

    return Source(
        measure.key, translate("Measures", measure.title), badge_text(measure.provenance), kind_text(measure.provenance),
        told(measure.origin) or translate("Provenance", "measured in this run"),
        translate("Measures", measure.definition), measure.unit, told(measure.claimed), told(measure.reported),
    )  # fmt: skip


def _of_parameter(parameter: Parameter) -> Source:
    default = value_text(parameter, parameter.decode(parameter.default))
    origin = translate("Provenance", "{default}: {origin}")
    return Source(
        parameter.key, parameter_title(parameter), badge_text(parameter.provenance),
        kind_text(parameter.provenance),
        origin.format(default=default, origin=provenance_text(parameter)), parameter_help(parameter),
        unit_text(parameter.unit), "", "",
    )  # fmt: skip


def source_of(key: str) -> Source | None:
    """What is known of a number; none if no number has this key."""
    if key in BY_MEASURE:
        return _of_measure(BY_MEASURE[key])
    return _of_parameter(BY_KEY[key]) if key in BY_KEY else None


def all_sources() -> list[Source]:
    """Every number of the screen: first what is measured, then what was put in."""
    return [_of_measure(measure) for measure in MEASURES] + [_of_parameter(parameter) for parameter in PARAMETERS]


def source_tip(key: str) -> str:
    """A number's origin as a tip."""
    source = source_of(key)
    if source is None:
        return ""
    lines = [translate("Provenance", "{title}: {meaning}").format(title=source.title, meaning=source.meaning)]
    lines.append(translate("Provenance", "{badge} {origin}.").format(badge=source.badge, origin=source.origin))
    if source.claimed:
        lines.append(translate("Provenance", "The post claims: {claim}").format(claim=source.claimed))
    return "\n".join(lines)


def source_line(key: str) -> str:
    """A number's origin in one line: its letter and where from."""
    source = source_of(key)
    if source is None:
        return ""
    return translate("Provenance", "{badge} {origin}").format(badge=source.badge, origin=source.origin)


def source_at_focus(widget: QWidget | None) -> str:
    """Key of the number that a widget, or what holds it, shows; empty if none."""
    while widget is not None:
        key = widget.property(SOURCE)
        if key:
            return str(key)
        widget = widget.parentWidget()
    return ""


class Badge(QToolButton):
    """One letter that says where a number comes from; pressed, it tells more."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setProperty("kind", "badge")
        self.setProperty(SOURCE, key)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the key I does the same from the control beside it
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda: asking.asked.emit(self._key))
        self.retranslate()

    def retranslate(self) -> None:
        """Write all words again."""
        source = source_of(self._key)
        if source is not None:
            self.setText(source.badge)
            self.setToolTip(source_tip(self._key))
            name = translate("Provenance", "Where {title} comes from: {kind}")
            self.setAccessibleName(name.format(title=source.title, kind=source.kind))
