"""Guess and outcome side by side, and what the lesson says to it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from model.lesson import Guess, StepText
from model.lesson_play import Answer
from ui.controls.eliding import ElidingButton
from ui.lesson.guess_card import LETTERS
from ui.lesson.prose import Prose
from ui.lesson.words import Given, answer_words, given_words, is_right, verdict
from ui.text import number
from ui.theme import current, font, pixels

NO_ANSWER_YET = -1


class HandsBars(QWidget):
    """How many hands each answer had; the answer of the market carries a tick."""

    def __init__(self, hands: tuple[int, ...], right: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hands, self._right = hands, right

    def sizeHint(self) -> QSize:
        """One line for each answer."""
        return QSize(160, round(pixels("small") * 1.6) * len(self._hands))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Letter, bar, number."""
        theme, painter = current(), QPainter(self)
        painter.setFont(font("small", bold=True))
        line = self.height() / len(self._hands)
        left = QFontMetrics(painter.font()).horizontalAdvance("W\u2713 ") + 4.0
        room = self.width() - left - QFontMetrics(painter.font()).horizontalAdvance("0000")
        for place, count in enumerate(self._hands):
            top = place * line
            words = LETTERS[place] + ("\u2713" if place == self._right else "")
            painter.setPen(theme.text)
            painter.drawText(QRectF(0, top, left, line), Qt.AlignmentFlag.AlignVCenter, words)
            bar = QRectF(left, top + line * 0.2, room * count / max(*self._hands, 1), line * 0.6)
            painter.fillRect(bar, theme.good if place == self._right else theme.gauge)
            box = QRectF(bar.right() + 4, top, 80, line)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, number(count))


def big_words(words: str) -> QLabel:
    """A guess or an outcome, to be read from the back row."""
    label = QLabel(words, wordWrap=True)
    label.setProperty("role", "heading")
    label.setMinimumWidth(60)
    return label


class OutcomeCard(QFrame):
    """What was guessed, what the market did."""

    def __init__(self, guess: Guess, text: StepText, given: Given, answer: Answer, asks: bool = False,
                 parent: QWidget | None = None) -> None:  # fmt: skip
        """With `asks` the question stands above, where several are answered at once."""
        super().__init__(parent)
        self.setProperty("card", True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        self.guessed = big_words(given_words(guess, text, given))
        self.came = big_words(answer_words(guess, text, answer))
        for column, (title, value) in enumerate(
            (
                (self.tr("YOUR GUESS"), self.guessed),
                (self.tr("THE ANSWER") if guess.answer else self.tr("THE MARKET"), self.came),
            )
        ):
            head = QLabel(title, wordWrap=True)
            head.setProperty("role", "faint")
            grid.addWidget(head, 0, column)
            grid.addWidget(value, 1, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, 1)
        right = is_right(guess, given, answer)
        sign = "\u2713 {words}" if right else "\u2260 {words}"
        self.verdict = QLabel(sign.format(words=verdict(guess, given, answer)), wordWrap=True)
        self.verdict.setProperty("role", "good" if right else "soft")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(10, 8, 10, 10)
        whole.setSpacing(4)
        if asks:
            question = Prose()
            question.set_markdown(text.question)
            whole.addWidget(question)
        whole.addLayout(grid)
        whole.addWidget(self.verdict)
        if given.hands:
            whole.addWidget(HandsBars(given.hands, answer.choice))
        if text.answer:
            said = Prose()
            said.set_markdown(text.answer)
            whole.addWidget(said)


class GivenCard(QFrame):
    """A guess that stands while the run goes on to its outcome."""

    thought_again = Signal()

    def __init__(self, guess: Guess, text: StepText, given: Given, may_change: bool,
                 parent: QWidget | None = None) -> None:  # fmt: skip
        super().__init__(parent)
        self.setProperty("card", True)
        title = QLabel(self.tr("YOUR GUESS"), wordWrap=True)
        title.setProperty("role", "faint")
        self.question = Prose()
        self.question.set_markdown(text.question)
        self.guessed = big_words(given_words(guess, text, given))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(10, 8, 10, 10)
        whole.setSpacing(4)
        for part in (title, self.question, self.guessed):
            whole.addWidget(part)
        if given.hands:
            whole.addWidget(HandsBars(given.hands, NO_ANSWER_YET))
        if may_change:
            self.again = ElidingButton(self.tr("Think again"), autoDefault=True)
            self.again.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.again.clicked.connect(self.thought_again)
            whole.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
