"""What a pupil's own road shall reach, and how far the road now is from it."""

import math
from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from model.lesson import INFINITE, Goal
from ui.lesson.words import value_words
from ui.text import clock as clock_words
from ui.text import translate


def titles() -> dict[str, str]:
    """Every measure in words."""
    return {
        "change": translate("Lesson", "{name} since the start"),
        "low": translate("Lesson", "lowest {name}"),
        "median_low": translate("Lesson", "lowest median altcoin"),
        "worst_minute": translate("Lesson", "worst minute of {name}"),
        "price": translate("Lesson", "price of {name}"),
        "spread": translate("Lesson", "spread of {name} against normal"),
        "spread_usd": translate("Lesson", "spread of {name}"),
        "depth": translate("Lesson", "depth of {name} left"),
        "depth_usd": translate("Lesson", "depth of {name}"),
        "liquidated": translate("Lesson", "liquidated in all"),
        "liquidated_on": translate("Lesson", "liquidated on {name}"),
        "traders": translate("Lesson", "traders liquidated"),
        "longs": translate("Lesson", "part that was long"),
        "makers": translate("Lesson", "makers liquidated"),
        "maker_share": translate("Lesson", "makers' part of the liquidations"),
        "caused": translate("Lesson", "part caused by liquidations"),
        "reproduction": translate("Lesson", "reproduction number R"),
        "highest_reproduction": translate("Lesson", "highest R"),
        "orders": translate("Lesson", "makers' orders left"),
        "fewest_orders": translate("Lesson", "makers' orders at the worst"),
        "value_lost": translate("Lesson", "market value lost"),
        "withdrawn": translate("Lesson", "withdrawn"),
        "bad_debt": translate("Lesson", "bad debt"),
        "fund": translate("Lesson", "insurance funds"),
        "confidence": translate("Lesson", "confidence in {name}"),
        "first": translate("Lesson", "first liquidation on {name}"),
        "first_halt": translate("Lesson", "first halt"),
        "halts": translate("Lesson", "halts"),
        "halted_minutes": translate("Lesson", "asset-minutes without trading"),
        "makers_called": translate("Lesson", "makers below their margin"),
        "makers_out": translate("Lesson", "makers gone"),
        "deleveraged": translate("Lesson", "winners closed"),
        "collateral_sold": translate("Lesson", "BTC sold as collateral"),
        "trapped": translate("Lesson", "trapped in halts"),
        "hops": translate("Lesson", "part that came from elsewhere"),
        "by_index": translate("Lesson", "part that came through the index"),
        "by_arbitrage": translate("Lesson", "part that came through arbitrage"),
        "by_makers": translate("Lesson", "part that came through makers"),
        "by_collateral": translate("Lesson", "part that came through collateral"),
    }


def measure_title(measure: str) -> str:
    """A measure in words."""
    name, _, subject = measure.partition(".")
    return titles()[name].format(name=subject)


def goal_words(goal: Goal) -> str:
    """A goal in words."""
    low, high = value_words(goal.measure, goal.low), value_words(goal.measure, goal.high)
    if goal.low <= -INFINITE:
        told = translate("Lesson", "{measure}: at most {high}")
    elif goal.high >= INFINITE:
        told = translate("Lesson", "{measure}: at least {low}")
    else:
        told = translate("Lesson", "{measure}: from {low} to {high}")
    return told.format(measure=measure_title(goal.measure), low=low, high=high)


class GoalCard(QFrame):
    """One line for each goal."""

    def __init__(self, goals: Sequence[tuple[Goal, float]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 8, 10, 10)
        title = QLabel(self.tr("CAN YOU REACH IT?"), wordWrap=True)
        title.setProperty("role", "faint")
        self._column.addWidget(title)
        self.lines = []
        for _ in goals:
            line = QLabel(wordWrap=True)
            self._column.addWidget(line)
            self.lines.append(line)
        self.show_goals(goals)

    def show_goals(self, goals: Sequence[tuple[Goal, float]]) -> None:
        """Write how far the road now is."""
        for line, (goal, value) in zip(self.lines, goals, strict=False):
            done = goal.low <= value <= goal.high
            if math.isnan(value):
                at = self.tr("the end") if goal.at == "end" else clock_words(int(goal.at))
                told = self.tr("○ {goal}. Judged at {moment} of your road.").format(goal=goal_words(goal), moment=at)
            else:
                template = self.tr("✓ {goal}. Yours: {value}.") if done else self.tr("✗ {goal}. Yours: {value}.")
                told = template.format(goal=goal_words(goal), value=value_words(goal.measure, value))
            if line.text() != told:
                line.setText(told)
                line.setProperty("role", "good" if done else "")
                line.style().polish(line)
