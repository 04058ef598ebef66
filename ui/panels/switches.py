"""What if: cures as switches, the shock as sliders, and what needs a new run; all made from the list of parameters."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from model.frame import Frame
from model.parameter import Effect, Kind, Parameter
from model.parameters import GROUPS, PARAMETERS
from model.session import Change, Session
from model.timeline import Value
from ui.controls.disclosure import Disclosure
from ui.controls.eliding import ElidingButton
from ui.panels.switch_row import Fields, SwitchRow
from ui.panels.trader import TraderPanel
from ui.problem_words import problem_words
from ui.text import number, translate

SHOCK = "shock"
SHOCK_FIRST = ("shock.size", "shock.length", "shock.first")
"""What of the shock is always in sight."""
SCROLL_BAR = 12
MARGINS, FEW_MARGINS = (8, 6, 8, 8), (5, 5, 5, 5)
"""Pixels around all rows, in their column and inside a lesson."""
APART, CLOSE = 6, 3
"""Pixels between rows, usually and in a low window."""
FEW = 2
"""So many rows need no column of their own."""
ORDINAL = "1st"
"""A list of choices that begins so counts the scenario's exchanges."""


def switches() -> tuple[Parameter, ...]:
    """The parameters that turn a rule on and off, in the order of their digit keys: cures first, then what is on anyway."""
    found = [parameter for parameter in PARAMETERS if parameter.kind is Kind.SWITCH]
    return tuple(sorted(found, key=lambda p: (p.default, not p.key.endswith(".on"))))


def live(parameter: Parameter) -> bool:
    """Whether a change takes effect at once."""
    return parameter.effect is Effect.LIVE


def companions(switch: Parameter) -> tuple[Parameter, ...]:
    """The other parameters of a switch's rule that can be changed at once."""
    return tuple(p for p in PARAMETERS if p.group == switch.group and p is not switch and live(p))


class SwitchesPanel(QWidget):
    """The left column of the window."""

    resized = Signal()
    """It needs another width, or with few rows another height."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._least = 0, 0
        self.is_few = False
        """Whether so few rows are shown that they need no column of their own."""
        self._groups: dict[str, QLabel] = {}
        self._shown: tuple[dict[str, Value], dict[str, Value]] | None = None
        self.problem = QLabel(wordWrap=True)
        self.problem.hide()
        self.problem.setProperty("role", "halt")
        self._inner = QWidget()
        self._inner.installEventFilter(self)
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(*MARGINS)
        self._column.setSpacing(APART)
        self.area = area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self._fill()
        self._show_values()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: what was opened or written anew may need more room."""
        least = self.minimumSizeHint().width(), self.wanted_height if self.is_few else 0
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize) and least != self._least:
            self._least = least
            self.resized.emit()
        return False

    def minimumSizeHint(self) -> QSize:
        """Wide enough for every word and the scroll bar."""
        return QSize(self._inner.minimumSizeHint().width() + SCROLL_BAR, 120)

    @property
    def wanted_height(self) -> int:
        """Height at which nothing of what is shown need be scrolled, as its words are wrapped in the width there is."""
        return self._column.totalHeightForWidth(self.width())

    def set_compact(self, compact: bool) -> None:
        """In a low window each switch has its name alone; how it is set stands in the tip and behind the arrow."""
        self._column.setSpacing(CLOSE if compact else APART)
        for row in self.rows:
            row.set_compact(compact)

    def _heading(self) -> QLabel:
        label = QLabel(wordWrap=True)
        label.setProperty("role", "faint")
        self._column.addWidget(label)
        return label

    def _fill(self) -> None:
        self.trader = TraderPanel(self._session)
        self._what_if = self._heading()
        self.rows = [
            SwitchRow(number, switch, companions(switch), self._change) for number, switch in enumerate(switches(), 1)
        ]
        for row in self.rows:
            self._column.addWidget(row)
        self._column.addWidget(self.problem)
        self._shock_title = self._heading()
        shock = [p for p in PARAMETERS if p.group == SHOCK]
        self.shock = self._fields([p for p in shock if p.key in SHOCK_FIRST])
        self._column.addWidget(self.shock)
        rest_of_shock = [p for p in shock if p.key not in SHOCK_FIRST and live(p)]
        self.more_shock = Disclosure(lambda: self._opened(self._fields(rest_of_shock)))
        self._column.addWidget(self.more_shock)
        self._column.addWidget(self.trader)
        taken = {parameter.group for parameter in switches()} | {SHOCK}
        rest = [p for p in PARAMETERS if live(p) and p.group not in taken]
        self.more = Disclosure(lambda: self._opened(self._fields(rest)))
        self.new_run = Disclosure(lambda: self._opened(self._new_run_fields()))
        self.run = ElidingButton()
        self.run.clicked.connect(lambda: self._session.new_run())
        self._column.addWidget(self.more)
        self._column.addWidget(self.new_run)
        self._column.addWidget(self.run)
        self._column.addStretch(1)
        self.retranslate()

    def _fields(self, parameters: Sequence[Parameter]) -> Fields:
        choices = {p.key: self._session.exchanges for p in parameters if p.choices[:1] == (ORDINAL,)}
        return Fields(parameters, choices, self._change)

    def _opened(self, body: QWidget) -> QWidget:
        session = self._session
        for fields in [body, *body.findChildren(Fields)]:
            if isinstance(fields, Fields):
                fields.show_values(session.values, session.pending)
        return body

    def _new_run_fields(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        for group, name in GROUPS.items():
            parameters = [p for p in PARAMETERS if p.group == group and not live(p)]
            if parameters:
                title = QLabel(translate("Parameters", name), wordWrap=True)
                self._groups[name] = title
                title.setProperty("role", "faint")
                column.addWidget(title)
                column.addWidget(self._fields(parameters))
        return body

    def retranslate(self) -> None:
        """Write all words again."""
        self._what_if.setText(self.tr("WHAT IF …"))
        self._shock_title.setText(self.tr("THE SHOCK"))
        self.more_shock.set_title(self.tr("More about the shock"))
        self.more.set_title(self.tr("More rules"))
        self.new_run.set_title(self.tr("Needs a new run"))
        for name, title in self._groups.items():
            title.setText(translate("Parameters", name))
        for row in self.rows:
            row.retranslate()
        self._name_run()

    def _name_run(self) -> None:
        count = len(self._session.pending)
        self.run.setEnabled(count > 0)
        self.run.setProperty("kind", "primary" if count else "")
        self.run.style().polish(self.run)
        self.run.setText(
            self.tr("Run with what waits: {count}").format(count=number(count))
            if count
            else self.tr("Run: nothing waits")
        )
        self.run.setToolTip(self.tr("These settings change how the market begins, so they wait for this button."))

    def _change(self, key: str, value: Value) -> None:
        """Hand the user's wish on; a wish that cannot be is answered in one sentence."""
        try:
            self._session.change(key, value)
            self.say("")
        except ValueError as problem:
            self.say(problem_words(problem))
        self._show_values()

    def toggle(self, number: int) -> None:
        """Turn a switch by its digit."""
        if 1 <= number <= len(self.rows):
            key = self.rows[number - 1].switch.key
            self._change(key, not self._session.values[key])

    def say(self, sentence: str) -> None:
        """Show one sentence about a problem, or none."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _show_values(self) -> None:
        session = self._session
        values, waiting = session.values, dict(session.pending)
        if self._shown == (values, waiting):
            return
        self._shown = (values, waiting)
        for row in self.rows:
            row.show_values(values)
        for fields in self.findChildren(Fields):
            fields.show_values(values, waiting)
        self._name_run()

    def show_only(self, keys: frozenset[str]) -> None:
        """Keep only the switches of these keys in sight, and the news' controls if they are named; everything for none."""
        self.is_few = 0 < len(keys) <= FEW and SHOCK not in keys
        self._column.setContentsMargins(*(FEW_MARGINS if self.is_few else MARGINS))
        for row in self.rows:
            row.setVisible(not keys or row.switch.key in keys)
        self._what_if.setVisible(keys != {SHOCK} and not self.is_few)
        for part in (self._shock_title, self.shock, self.more_shock):
            part.setVisible(not keys or SHOCK in keys)
        for widget in (self.trader, self.more, self.new_run, self.run):
            widget.setVisible(not keys)

    def _hold(self) -> None:
        """Lock what a lesson holds."""
        locked = self._session.locked
        for row in self.rows:
            row.hold(locked(row.switch.key))
        for fields in self.findChildren(Fields):
            for key, editor in fields.editors.items():
                editor.setEnabled(not locked(key))

    def refresh(self, change: Change, frame: Frame) -> None:
        """Show what is in force at this moment of this road."""
        if change & (Change.VALUES | Change.RESET):
            self._hold()
        if change & Change.RESET:
            for place, name in enumerate(self._session.exchanges):
                choice = self.shock.editors[SHOCK_FIRST[-1]].choice
                if place < choice.count():
                    choice.setItemText(place, name)
        self._show_values()
        self.trader.refresh(change, frame)
