"""The question that holds the run: a choice, a direction, a number, or the raised hands of a class."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from model.lesson import HANDS, Guess, StepText
from model.lesson_measures import COUNT, PART, SECONDS, USD, unit_of
from ui.controls.eliding import ElidingButton, ElidingCheck
from ui.controls.numbers import Whole
from ui.lesson.choice import Choice
from ui.lesson.prose import Prose
from ui.lesson.words import Given, choice_words, is_choice, value_words
from ui.text import large_sums, number

LETTERS = "ABCDEFGH"
MOST_HANDS = 999
TICKS = 200
"""Positions of the slider of a number."""


class NumberField(QDoubleSpinBox):
    """A number to guess: enter commits, and keys that write no number keep their meaning in the lesson."""

    committed = Signal()

    def event(self, event: QEvent) -> bool:
        """Qt: a letter or space is not ours; it plays, explores, shows the keys."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            words = event.text()
            if words.isalpha() or words in (" ", "?"):
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: enter commits what is written."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.interpretText()
            self.committed.emit()


class GuessCard(QFrame):
    """Shows one question; `given` once somebody commits."""

    given = Signal(object)

    def __init__(self, guess: Guess, text: StepText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.guess, self._text = guess, text
        self.choices: list[Choice] = []
        self.hands: list[Whole] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 8, 10, 10)
        self._column.setSpacing(6)
        title = QLabel(self.tr("YOUR GUESS FIRST"), wordWrap=True)
        title.setProperty("role", "faint")
        self.question = Prose()
        self.question.set_markdown(text.question)
        self._column.addWidget(title)
        self._column.addWidget(self.question)
        if is_choice(guess):
            self._ask_choice()
        else:
            self._ask_number()

    # --- a choice ---------------------------------------------------------------------------------------------------

    def _ask_choice(self) -> None:
        self._tally = ElidingCheck(self.tr("Count raised hands"))
        self._tally.setChecked(self.guess.kind == HANDS)
        self._tally.toggled.connect(self._show_hands)
        for place, words in enumerate(choice_words(self.guess, self._text)):
            row = QHBoxLayout()
            choice = Choice(LETTERS[place], words)
            choice.clicked.connect(partial(self._choose, place))
            choice.moved.connect(partial(self._move, place))
            hands = Whole(minimum=0, maximum=MOST_HANDS)
            hands.setProperty("typed", True)
            hands.setAccessibleName(self.tr("Hands for: {choice}").format(choice=words))
            row.addWidget(choice, 1)
            row.addWidget(hands, 0, Qt.AlignmentFlag.AlignTop)
            self._column.addLayout(row)
            self.choices.append(choice)
            self.hands.append(hands)
        self.count = ElidingButton(self.tr("These are the hands"), autoDefault=True)  # enter presses it on every system
        self.count.setProperty("kind", "primary")
        self.count.clicked.connect(self._count)
        self._column.addWidget(self._tally)
        self._column.addWidget(self.count)
        self._show_hands(self._tally.isChecked())

    @property
    def is_counting(self) -> bool:
        """Whether raised hands are counted."""
        return bool(self.choices) and self._tally.isChecked()

    def _show_hands(self, wanted: bool) -> None:
        for hands in self.hands:
            hands.setVisible(wanted)
        self.count.setVisible(wanted)

    def _move(self, place: int, way: int) -> None:
        """The keyboard goes to the next answer; behind the last one stands the button, while hands are counted."""
        stops = [*self.choices, *([self.count] if self.is_counting else [])]
        stops[min(max(place + way, 0), len(stops) - 1)].setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, place: int) -> None:
        """A press on an answer commits; while hands are counted, it adds one hand."""
        if self._tally.isChecked():
            self.choices[place].setChecked(False)
            self.hands[place].setValue(self.hands[place].value() + 1)
            return
        self.given.emit(Given(choice=place))

    def _count(self) -> None:
        counted = tuple(hands.value() for hands in self.hands)
        if sum(counted):
            self.given.emit(Given(choice=counted.index(max(counted)), hands=counted))

    # --- a number ---------------------------------------------------------------------------------------------------

    def _ask_number(self) -> None:
        guess = self.guess
        unit = unit_of(guess.measure) if guess.measure else ""
        most = max(abs(guess.low), abs(guess.high))
        step, word = large_sums().step(most) if unit == USD else (1.0, "")
        self._scale = 100.0 if unit == PART else 1 / step
        self.number = NumberField(decimals=0 if guess.trial or unit in (COUNT, SECONDS) else 1)
        self.number.setProperty("typed", True)
        self.number.setRange(guess.low * self._scale, guess.high * self._scale)
        dollars = self.tr(" {step} $").format(step=word)
        self.number.setSuffix(self.tr(" %") if unit == PART else dollars if word else "")
        self.number.setAccessibleName(self.tr("Your guess"))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, TICKS)
        self.slider.setAccessibleName(self.tr("Your guess, as a slider"))
        self.slider.valueChanged.connect(self._slid)
        middle = (guess.low + guess.high) / 2
        self.number.setValue(middle * self._scale)
        self.slider.setValue(TICKS // 2)
        self.number.valueChanged.connect(self._typed)
        self.number.committed.connect(self._commit)
        ends = QHBoxLayout()
        for value in (guess.low, guess.high):
            label = QLabel(value_words(guess.measure, value) if guess.measure and unit != SECONDS else number(value))
            label.setProperty("role", "faint")
            ends.addWidget(label)
            if value == guess.low:
                ends.addStretch(1)
        self.commit = ElidingButton(self.tr("That is my guess"), autoDefault=True)
        self.commit.setProperty("kind", "primary")
        self.commit.clicked.connect(self._commit)
        self._column.addWidget(self.slider)
        self._column.addLayout(ends)
        self._column.addWidget(self.number)
        self._column.addWidget(self.commit)

    def _slid(self, place: int) -> None:
        low, high = self.number.minimum(), self.number.maximum()
        self.number.setValue(low + (high - low) * place / TICKS)

    def _typed(self, value: float) -> None:
        """The slider follows; it is coarser, so it must not write the number again."""
        low, high = self.number.minimum(), self.number.maximum()
        self.slider.blockSignals(True)
        self.slider.setValue(round((value - low) / (high - low) * TICKS))
        self.slider.blockSignals(False)

    def _commit(self) -> None:
        self.given.emit(Given(value=self.number.value() / self._scale))

    def take_focus(self) -> None:
        """Let the keyboard answer."""
        (self.choices[0] if self.choices else self.number).setFocus(Qt.FocusReason.OtherFocusReason)
