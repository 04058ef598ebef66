"""Buttons whose words may be longer than they are: what has no room ends in three dots, and the whole of it is the tip."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QToolTip,
)

from ui.theme import current

if TYPE_CHECKING:
    Button = QAbstractButton
else:
    Button = object  # Qt's own class stands beside it
LEAST_LETTERS = 5
TICK = ((0.22, 0.52), (0.42, 0.72), (0.80, 0.28))
"""Corners of the mark in a ticked box, in parts of the box; a style sheet can draw none without a file."""


def advance(button: QAbstractButton) -> int:
    """Width of a button's words."""
    return button.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, button.text()).width()


def words_in_room(button: QAbstractButton, wanted: int) -> str:
    """The words of a button as they fit; `wanted` is the width that the whole button would like."""
    over = wanted - button.width()
    if over <= 0 or not button.text():
        return button.text()
    room = max(advance(button) - over, 0)
    return button.fontMetrics().elidedText(button.text(), Qt.TextElideMode.ElideRight, room)


def least_of(button: QAbstractButton, wanted: QSize) -> QSize:
    """The smallest size of a button: a few letters."""
    letters = min(button.fontMetrics().averageCharWidth() * LEAST_LETTERS, advance(button))
    return QSize(wanted.width() - advance(button) + letters, wanted.height())


def tell_whole(button: QAbstractButton, event: QHelpEvent, shown: str) -> bool:
    """Answer Qt's wish for a tip with the whole of the words that are cut, and what the button's own tip says."""
    if shown == button.text():
        return False
    lines = (button.text(), button.toolTip())
    QToolTip.showText(event.globalPos(), "\n".join(line for line in lines if line), button)
    return True


class Eliding(Button):
    """What the buttons below have in common; `text` is always the whole of the words."""

    def shown(self) -> str:
        """The words as they are drawn."""
        return words_in_room(self, self.sizeHint().width())

    def minimumSizeHint(self) -> QSize:
        """Wide enough for a few letters."""
        return least_of(self, self.sizeHint())

    def event(self, event: QEvent) -> bool:
        """Qt: the tip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            return tell_whole(self, event, self.shown()) or super().event(event)
        return super().event(event)


class ElidingButton(Eliding, QPushButton):
    """A push button that can be narrower than its words."""

    def __init__(self, *words: Any, **properties: Any) -> None:
        super().__init__(*words, **properties)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: draw."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = self.shown()
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)


class ElidingTool(Eliding, QToolButton):
    """The same as a tool button."""

    def __init__(self, *words: Any, **properties: Any) -> None:
        super().__init__(*words, **properties)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: draw."""
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text = self.shown()
        QStylePainter(self).drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)


class ElidingCheck(Eliding, QCheckBox):
    """The same as a box to tick."""

    def __init__(self, *words: Any, **properties: Any) -> None:
        super().__init__(*words, **properties)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: draw."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = self.shown()
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_CheckBox, option)
        if self.isChecked():
            box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(current().on_accent, box.width() / 7))
            painter.drawPolyline([QPointF(box.topLeft()) + QPointF(x, y) * box.width() for x, y in TICK])
