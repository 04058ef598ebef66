"""Buttons and lists whose words may be longer than they are: what has no room ends in three dots; the whole is the tip."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QToolTip,
    QWidget,
)

from ui.theme import current

if TYPE_CHECKING:
    Button = QAbstractButton
else:
    Button = object  # Qt's own class stands beside it
LEAST_LETTERS = 5
LABEL_EDGE = 1
"""Pixels that a style leaves free at each side of the words in a list's field."""
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


def tell_whole(widget: QWidget, event: QHelpEvent, words: str, shown: str) -> bool:
    """Answer Qt's wish for a tip with the whole of the words that are cut, and what the widget's own tip says."""
    if shown == words:
        return False
    lines = (words, widget.toolTip())
    QToolTip.showText(event.globalPos(), "\n".join(line for line in lines if line), widget)
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
            return tell_whole(self, event, self.text(), self.shown()) or super().event(event)
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


class ElidingChoice(QComboBox):
    """The same as a list to choose from; a wheel, meant for the page, does not turn it."""

    def shown(self) -> str:
        """The words as they are drawn."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        parts = QStyle.SubControl
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, parts.SC_ComboBoxEditField, self)
        return self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, room.width() - 2 * LABEL_EDGE
        )

    def event(self, event: QEvent) -> bool:
        """Qt: the tip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            return tell_whole(self, event, self.currentText(), self.shown()) or super().event(event)
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: draw."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.shown()
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
