"""One cure: its digit, name and switch, one line that says how it is set, and its few parameters behind an arrow."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from model.parameter import Parameter
from model.timeline import Value
from ui.controls.disclosure import Disclosure
from ui.controls.editor import Editor, tip_text
from ui.controls.one_line import OneLine
from ui.controls.signs import sign
from ui.controls.toggle import Toggle
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
        self._number = QLabel(str(number))
        self._number.setProperty("role", "faint")
        self._title = QLabel(wordWrap=True)
        self._title.setProperty("role", "strong")
        self.toggle = Toggle()
        self.toggle.clicked.connect(lambda on: chosen(switch.key, on))
        self.summary = OneLine()
        self.summary.setProperty("role", "faint")
        self.details = Disclosure(self._make_fields, bare=True)
        self._held = QLabel()
        self._held.hide()
        self._arrange()
        keeper.changed.connect(self._dress)
        self._dress()
        self.retranslate()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._number)
        head.addWidget(self._title, 1)
        head.addWidget(self._held, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignTop)
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
        for part, stretch in ((self.summary, 1), (self._badge, 0), (self.details.button, 0)):
            line.addWidget(part, stretch)
        column.addLayout(line)
        column.addWidget(self.details)

    def set_compact(self, compact: bool) -> None:
        """Leave out the line that says how it is set; the arrow stands beside the name."""
        if not self.others or compact == self.summary.isHidden():
            return
        self.summary.setVisible(not compact)
        self._badge.setVisible(not compact)
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
        self.summary.set_tip(tip_text(self.switch))
        if self._values:
            self.summary.setText(self.summary_text(self._values))

    def hold(self, locked: bool) -> None:
        """Lock the switch and its settings, or give them free."""
        self._held.setVisible(locked)
        self.toggle.setEnabled(not locked)
        self.details.setEnabled(not locked)
        self.details.button.setEnabled(not locked)

    def summary_text(self, values: Mapping[str, Value]) -> str:
        """How it is set, in one line."""
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
        self.summary.setText(self.summary_text(values))
        if isinstance(self.details.body, Fields):
            self.details.body.show_values(values, {})
