"""What of a window's words is cut: wider than its room, neither wrapped nor ended in three dots with the whole in its tip."""

import re

from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QScrollArea, QToolButton

from ui.controls.eliding import ElidingButton, ElidingCheck, ElidingTool
from ui.controls.one_line import OneLine

ELIDING = (ElidingButton, ElidingTool, ElidingCheck, OneLine)
BREAKS = re.compile(r"[\s/\u2010\u2011\u3000-\uffff-]")
"""Where a line may end."""
TAGS = re.compile(r"<style.*?</style>|<[^>]*>", re.DOTALL)


def plain(text):
    return TAGS.sub("", text)


def broadest_word(label):
    return max((label.fontMetrics().horizontalAdvance(word) for word in BREAKS.split(plain(label.text()))), default=0)


def label_is_cut(label):
    if not label.text() or not label.pixmap().isNull():
        return False
    room = label.contentsRect()
    if not label.wordWrap():
        return label.minimumSizeHint().width() > label.width() + 1
    if not label.text().startswith("<") and broadest_word(label) > room.width() + 1:
        return True
    return label.heightForWidth(label.width()) > label.height() + 2


def button_is_cut(button):
    shows_words = not (isinstance(button, QToolButton) and button.toolButtonStyle().name == "ToolButtonIconOnly"
                       and not button.icon().isNull())  # fmt: skip
    return bool(button.text()) and shows_words and button.sizeHint().width() > button.width() + 1


def cut_words(window):
    """Kind and words of everything that is cut, and of every area that would have to be scrolled sideways."""
    found = []
    for kind, is_cut in ((QLabel, label_is_cut), (QPushButton, button_is_cut), (QToolButton, button_is_cut),
                         (QCheckBox, button_is_cut)):  # fmt: skip
        for widget in window.findChildren(kind):
            if not widget.isVisible():
                continue
            least = widget.minimumSizeHint().width() - 1
            if widget.width() < least if isinstance(widget, ELIDING) else is_cut(widget):
                found.append((type(widget).__name__, plain(widget.text())))
    for area in window.findChildren(QScrollArea):
        if area.isVisible() and area.widget().width() > area.viewport().width() + 1:
            found.append((type(area.parent()).__name__, "scrolled sideways"))
    return found
