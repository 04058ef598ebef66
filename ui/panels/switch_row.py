"""One cure: its digit, name and switch, one line that says how it is set, and its few parameters behind an arrow."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from model.parameter import Parameter
from model.timeline import Value
from ui.controls.disclosure import Disclosure
from ui.controls.editor import Editor, tip_text
from ui.controls.one_line import OneLine
from ui.controls.signs import sign
from ui.controls.toggle import Toggle
from ui.panels.switch_words import summary_words
from ui.sources import SOURCE, Badge
from ui.text import parameter_help, parameter_title, value_text
from ui.theme import keeper, pixels

Chosen = Callable[[str, Value], None]
MARGINS, CLOSE = (8, 5, 7, 4), (6, 2, 5, 2)
"""Pixels around the row's parts, with and without the line that says how it is set."""


class Fields(QWidget):
    """Editors of some parameters, one under the other."""

    def __init__(self, parameters: Sequence[Parameter], choices: Mapping[str, Sequence[str]], chosen: Chosen) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self.editors: dict[str, Editor] = {}
        for parameter in parameters:
            editor = Editor(parameter, choices.get(parameter.key, ()))
            editor.changed.connect(lambda value, key=parameter.key: chosen(key, value))
            self.editors[parameter.key] = editor
            column.addWidget(editor)

    def show_values(self, values: Mapping[str, Value], waiting: Mapping[str, Value]) -> None:
        """Show what is in force, and marked what waits for a new run."""
        for key, editor in self.editors.items():
            editor.show_value(waiting.get(key, values[key]), key in waiting)


class SwitchRow(QFrame):
    """A card with a switch; `number` is the digit on the keyboard that toggles it."""

    def __init__(self, number: int, switch: Parameter, others: Sequence[Parameter], chosen: Chosen) -> None:
        super().__init__()
        self.switch, self.others = switch, others
        self._chosen, self._values = chosen, dict[str, Value]()
        self.setProperty("card", True)
        self.setProperty(SOURCE, switch.key)
        self._badge = Badge(switch.key)
        self._badge.hide()
        self._number = QLabel(str(number))
        self._number.setProperty("role", "faint")
        self._title = QLabel(wordWrap=True)
        self._title.setProperty("role", "strong")
        self.toggle = Toggle()
        self.toggle.clicked.connect(lambda on: chosen(switch.key, on))
        self.summary = OneLine()
        self.summary.setProperty("role", "faint")
        self.details = Disclosure(self._make_fields, bare=True)
        self.details.button.clicked.connect(self._show_badge)
        self._held = QLabel()
        self._held.hide()
        self._arrange()
        keeper.changed.connect(self._dress)
        self._dress()
        self.retranslate()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        middle = Qt.AlignmentFlag.AlignVCenter
        head.addWidget(self._number, 0, middle)
        head.addWidget(self._title, 1, middle)
        head.addWidget(self._held, 0, middle)
        head.addWidget(self.toggle, 0, middle)
        self._head = head
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(*MARGINS)
        column.setSpacing(0)
        column.addLayout(head)
        if not self.others:
            head.insertWidget(2, self._badge)
            return
        self._line = line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.summary, 1, middle)
        line.addWidget(self._badge, 0, middle)
        line.addWidget(self.details.button, 0, middle)
        column.addLayout(line)
        column.addWidget(self.details)

    def set_compact(self, compact: bool) -> None:
        """Leave out the line that says how it is set; the arrow stands beside the name."""
        if not self.others or compact == self.summary.isHidden():
            return
        self.summary.setVisible(not compact)
        self._show_badge()
        self._title.setProperty("role", "" if compact else "strong")
        self._title.style().polish(self._title)
        self._column.setContentsMargins(*(CLOSE if compact else MARGINS))
        self._head.setSpacing(3 if compact else 6)
        self._line.removeWidget(self.details.button)
        self._head.removeWidget(self.details.button)
        if compact:
            self._head.insertWidget(2, self.details.button)
        else:
            self._line.addWidget(self.details.button)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Qt: the pointer came: show the letter that says where the rule comes from."""
        self._show_badge()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Qt: the pointer went."""
        self._badge.setVisible(self.details.is_open)
        super().leaveEvent(event)

    def _show_badge(self) -> None:
        """The letter of a row's origin is in sight while one looks into the row, so that ten letters do not ask for it."""
        self._badge.setVisible(self.details.is_open or (self.underMouse() and not self.is_compact))

    @property
    def is_compact(self) -> bool:
        """Whether the row is a name alone."""
        return bool(self.others) and self.summary.isHidden()

    def _dress(self) -> None:
        """The padlock in the look in force."""
        size = pixels("body")
        self._held.setPixmap(sign("lock", size).pixmap(size, size))
        self._held.setFixedHeight(self.toggle.sizeHint().height())

    def _make_fields(self) -> QWidget:
        fields = Fields(self.others, {}, self._chosen)
        fields.show_values(self._values, {})
        return fields

    def retranslate(self) -> None:
        """Write all words again."""
        title = parameter_title(self.switch)
        self._title.setText(title)
        self._held.setToolTip(self.tr("The lesson locks this switch"))
        self._held.setAccessibleName(self.tr("locked"))
        self.details.button.setAccessibleName(self.tr("Settings of {title}").format(title=title))
        self.details.button.setToolTip(self.tr("Show or hide its settings"))
        self.toggle.setAccessibleName(title)
        self.toggle.setAccessibleDescription(parameter_help(self.switch))
        for part in (self._title, self.toggle):
            part.setToolTip(tip_text(self.switch))
        if self._values:
            self._write_summary()

    def hold(self, locked: bool) -> None:
        """Lock the switch and its settings, or give them free."""
        self._held.setVisible(locked)
        self.toggle.setEnabled(not locked)
        self.details.setEnabled(not locked)
        self.details.button.setEnabled(not locked)

    def _write_summary(self) -> None:
        self.summary.setText(summary_words(self.switch.key, self._values))
        self.summary.set_tip("\n".join((self.settings_text(self._values), tip_text(self.switch))))

    def settings_text(self, values: Mapping[str, Value]) -> str:
        """All its settings, for the tip."""
        item = self.tr("{title} {value}")
        said = [
            item.format(title=parameter_title(parameter), value=value_text(parameter, values[parameter.key]))
            for parameter in self.others
        ]
        return self.tr(" · ").join(said)

    def show_values(self, values: Mapping[str, Value]) -> None:
        """Show what is in force."""
        self._values = dict(values)
        self.toggle.setChecked(bool(values[self.switch.key]))
        self._write_summary()
        if isinstance(self.details.body, Fields):
            self.details.body.show_values(values, {})
