"""The lesson beside the stage: where we are, the text, the question, the outcome, and the way on."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from model.frame import Frame
from model.session import Change
from ui.controls.eliding import ElidingButton
from ui.lesson.goal_card import GoalCard
from ui.lesson.guess_card import GuessCard
from ui.lesson.guide import Guide
from ui.lesson.outcome_card import GivenCard, OutcomeCard
from ui.lesson.prose import Prose
from ui.lesson.trial_strip import TrialStrip
from ui.text import clock, number, percent
from ui.theme import keeper, pixels

READING = 1.15
"""Size of the lesson's text against body text."""
CARD_EDGE = 6
"""Pixels between the cards and the place of the scroll bar."""
PAGE = 0.8
"""Part of the text in sight that one press moves on."""


class LessonPanel(QWidget):
    """Text beside the stage."""

    def __init__(self, guide: Guide, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guide = guide
        self.guess: GuessCard | None = None
        self.outcome: OutcomeCard | None = None
        self.given: GivenCard | None = None
        self.goals: GoalCard | None = None
        self._shown: object = None
        self.notes_wanted = False
        """Whether the teacher's notes stand below the text."""
        self._title = QLabel(wordWrap=True)
        self._title.setProperty("role", "faint")
        self._place = QLabel()
        self._place.setProperty("role", "faint")
        self.close_button = ElidingButton(autoDefault=True)  # enter presses it on every system
        self.close_button.setProperty("kind", "flat")
        self.close_button.clicked.connect(guide.close)
        self.heading = QLabel(wordWrap=True)
        self.heading.setProperty("role", "title")
        self.body = Prose(READING)
        self.notes = Prose()
        self.problems = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.problems.setProperty("role", "halt")
        self.problems.hide()
        self.status = QLabel(wordWrap=True)
        self.status.setProperty("role", "soft")
        self.buttons = {name: ElidingButton(autoDefault=True) for name in ("back", "explore", "next")}
        for button in self.buttons.values():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.buttons["back"].clicked.connect(guide.back)
        self.buttons["explore"].clicked.connect(self._explore)
        self.buttons["next"].clicked.connect(guide.next)
        self.area = QScrollArea(widgetResizable=True)
        self._arrange()
        bar = self.area.verticalScrollBar()
        bar.valueChanged.connect(self._show_status)
        bar.rangeChanged.connect(self._show_status)
        guide.changed.connect(self.show_step)
        guide.nudged.connect(self._nudge)
        guide.planner.advanced.connect(self._show_status)
        keeper.changed.connect(self.updateGeometry)
        self.retranslate()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._place, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, CARD_EDGE, 0)
        self._column.setSpacing(10)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(8)
        self._outcomes = QVBoxLayout()
        for part in (self.problems, self.heading):
            self._column.addWidget(part)
        self._column.addLayout(self._outcomes)
        self._column.addWidget(self.body)
        self._column.addLayout(self._cards)
        self._column.addWidget(self.notes)
        self._column.addStretch(1)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inner)
        self._keys = keys = QGridLayout()
        keys.setSpacing(6)
        keys.setContentsMargins(0, 0, CARD_EDGE, 0)  # as wide as the cards above
        whole = QVBoxLayout(self)
        whole.setContentsMargins(12, 8, 8, 10)
        whole.setSpacing(8)
        whole.addLayout(head)
        whole.addWidget(self.area, 1)
        self.low = QVBoxLayout()
        self.low.setContentsMargins(0, 0, CARD_EDGE, 0)
        """Below the cards: where the one or two switches that a step shows have room."""
        whole.addLayout(self.low)
        whole.addWidget(self.status)
        whole.addLayout(keys)
        self._place_keys()

    def _place_keys(self) -> None:
        """The three buttons side by side, or where that would cut their words, the way aside above the ways on."""
        wanted = sum(button.sizeHint().width() + self._keys.spacing() for button in self.buttons.values())
        narrow = wanted > self.width() - 20
        places = {"explore": (0, 0, 1, 2), "back": (1, 0, 1, 1), "next": (1, 1, 1, 1)} if narrow else {
            "back": (0, 0, 1, 1), "explore": (0, 1, 1, 1), "next": (0, 2, 1, 1)}  # fmt: skip
        for name, button in self.buttons.items():
            self._keys.removeWidget(button)
            self._keys.addWidget(button, *places[name])
        self._keys.setColumnStretch(1, 1 if narrow else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: another size."""
        super().resizeEvent(event)
        self._place_keys()

    def sizeHint(self) -> QSize:
        """Qt's wish for a size."""
        return QSize(380, 600)

    def retranslate(self) -> None:
        """Write all words again."""
        self.close_button.setText(self.tr("✕"))
        self.close_button.setAccessibleName(self.tr("End the lesson"))
        self.close_button.setToolTip(self.tr("End the lesson; the market stays as it is"))
        self.buttons["back"].setText(self.tr("◀"))
        self.buttons["back"].setAccessibleName(self.tr("Step before"))
        self.buttons["back"].setToolTip(self.tr("Step before (Ctrl+PgUp)"))
        self.buttons["next"].setText(self.tr("Next ▶"))
        self.buttons["next"].setToolTip(self.tr("Next step (Ctrl+PgDown)"))
        self._shown = None
        if self._guide.lesson is not None:
            self.show_step()

    def _explore(self) -> None:
        if self._guide.exploring:
            self._guide.come_back()
        else:
            self._guide.explore()

    def _nudge(self) -> None:
        """The run waits for a guess: bring the question into sight."""
        if self.guess is not None:
            self.area.ensureWidgetVisible(self.guess)
            self.guess.take_focus()
        self._show_status()

    # --- a step -----------------------------------------------------------------------------------------------------

    def show_step(self) -> None:
        """Show the step now; what is already shown stays as it is."""
        guide = self._guide
        if guide.lesson is None:
            return
        look = (id(guide.lesson), guide.number, dict(guide.guesses), guide.exploring, guide.played is not None,
                guide.wants_guess, guide.may_think_again, guide.text.language, self.notes_wanted,
                guide.is_travelling)  # fmt: skip
        if look == self._shown:
            self._show_status()
            return
        fresh = not isinstance(self._shown, tuple) or self._shown[:2] != look[:2]
        self._shown = look
        text = guide.step_text()
        self._title.setText(guide.text.title)
        place = self.tr("{number} of {all}")
        self._place.setText(place.format(number=number(guide.number + 1), all=number(len(guide.lesson.steps))))
        self.heading.setText(text.heading)
        self.body.set_markdown(text.body)
        self.notes.set_markdown(text.notes)
        self.notes.setVisible(self.notes_wanted and bool(text.notes))
        self._show_cards()
        exploring = self.tr("Back to the lesson") if guide.exploring else self.tr("Explore freely")
        self.buttons["explore"].setText(exploring)
        self.buttons["explore"].setToolTip(self.tr("Leave the lesson's way and come back to it; nothing is lost (X)"))
        self.buttons["back"].setEnabled(guide.number > 0 or guide.exploring)
        last = guide.number + 1 == len(guide.lesson.steps)
        self.buttons["next"].setEnabled(not last and not guide.wants_guess and not guide.exploring)
        self._show_status()
        if fresh:
            self.area.verticalScrollBar().setValue(0)
            self.setAccessibleDescription(text.heading)

    def _show_cards(self) -> None:
        guide = self._guide
        self._clear_cards()
        self._show_outcome()
        step = guide.step
        if step.trial and guide.played is not None and guide.lesson is not None:
            trial = next(trial for trial in guide.lesson.trials if trial.name == step.trial)
            self._outcomes.addWidget(TrialStrip(trial.measure, guide.played.trials[step.trial]))
        if guide.wants_guess and step.guess is not None and not guide.is_travelling:
            self.guess = GuessCard(step.guess, guide.step_text())
            self.guess.given.connect(guide.guess)
            self._cards.addWidget(self.guess)
            self.guess.take_focus()
        elif step.guess is not None and guide.is_waiting_for_outcome:
            self.given = GivenCard(step.guess, guide.step_text(), guide.guesses[step.id], guide.may_think_again)
            self.given.thought_again.connect(guide.take_back)
            self._cards.addWidget(self.given)
        if step.goals:
            self.goals = GoalCard(guide.goals() or [(goal, float("nan")) for goal in step.goals])
            self._cards.addWidget(self.goals)

    def turn_page(self, pages: int) -> None:
        """Move the text by most of what is in sight, down or up."""
        bar = self.area.verticalScrollBar()
        bar.setValue(bar.value() + round(pages * PAGE * bar.pageStep()))

    def _clear_cards(self) -> None:
        """Take the cards of the step before away; whoever was typing there has the keys of the window again."""
        held = self.window().focusWidget()
        for layout in (self._cards, self._outcomes):
            while (item := layout.takeAt(0)) is not None:
                card = item.widget()
                if card is not None:
                    if held is not None and card.isAncestorOf(held):
                        self.window().setFocus()
                    card.hide()
                    card.deleteLater()
        self.guess = self.outcome = self.goals = self.given = None

    def _show_outcome(self) -> None:
        """The guesses that this step answers, beside what came."""
        guide = self._guide
        if guide.lesson is None or guide.played is None:
            return
        answered = [
            (n, step) for n, step in enumerate(guide.lesson.steps[: guide.number])
            if step.guess is not None and step.id in guide.guesses and guide.lesson.answered_at(n) == guide.number
        ]  # fmt: skip
        for n, step in answered:
            assert step.guess is not None
            given, came = guide.guesses[step.id], guide.played.answers[step.id]
            self.outcome = OutcomeCard(step.guess, guide.step_text(n), given, came, len(answered) > 1)
            self._outcomes.addWidget(self.outcome)

    def _show_status(self) -> None:
        words = self._status_words()
        if self.status.text() != words:
            self.status.setText(words)
        self.status.setVisible(bool(words))

    @property
    def _has_more(self) -> bool:
        """Whether text is below the edge."""
        bar = self.area.verticalScrollBar()
        return bar.maximum() - bar.value() > pixels("body") / 4

    def _status_words(self) -> str:
        """What the keys do now."""
        words = self._keys_now()
        if not self._has_more:
            return words
        return self.tr("{keys} Shift+↓: more below.").format(keys=words).strip()

    def _keys_now(self) -> str:
        guide = self._guide
        if guide.lesson is None:
            return ""
        if guide.exploring:
            return self.tr("Everything is free. Press X to come back to the lesson.")
        if guide.is_travelling:
            part = percent(guide.planner.part, 0)
            if guide.planner.is_busy:
                return self.tr("Preparing this moment … {part}").format(part=part)
            return self.tr("Going to this moment …")
        if guide.wants_guess:
            return self._guess_keys()
        if guide.number + 1 == len(guide.lesson.steps):
            return self.tr("The last step: the market is yours.")
        there = guide.second(guide.number + 1)
        here = guide.second(guide.number)
        if there is not None and here is not None and there > here and guide.on_lesson_road:
            return self.tr("Space plays on to {clock}.").format(clock=clock(there))
        return self.tr("Space goes on.")

    def _guess_keys(self) -> str:
        """How a guess is given without a mouse."""
        if self.guess is not None and self.guess.is_counting:
            return self.tr("The market waits: Enter adds a hand, ↓ leads on to the button.")
        if self.guess is not None and self.guess.choices:
            return self.tr("The market waits: ↑ ↓ choose, Enter commits.")
        return self.tr("The market waits: type or ↑ ↓, Enter commits.")

    def refresh(self, change: Change, frame: Frame) -> None:
        """Follow the run: goals and status."""
        if self._guide.lesson is None:
            return
        if self.goals is not None:
            self.goals.show_goals(self._guide.goals())
        self._show_status()

    def tell_problems(self, sentences: list[str]) -> None:
        """Show what is wrong with the lesson's files; none to hide it."""
        self.problems.setText("\n".join(sentences))
        self.problems.setVisible(bool(sentences))
