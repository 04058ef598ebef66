"""How large a dialog opens: as much as its text needs at the size of text in force, never more than the screen."""

from PySide6.QtWidgets import QDialog, QWidget

from ui.theme import SIZES, pixels

EDGE = 40
"""Pixels of the screen that a dialog leaves free, for its frame."""


def polish(dialog: QDialog) -> None:
    """Give everything in a dialog the letters that it will be shown in, so that it can be measured before."""
    for part in (dialog, *dialog.findChildren(QWidget)):
        part.ensurePolished()
        layout = part.layout()
        if layout is not None:
            layout.invalidate()


def size_within(dialog: QDialog, width: int, height: int) -> None:
    """Give a dialog a size, or as much of it as the screen has."""
    screen = dialog.screen().availableSize()
    dialog.resize(min(width, screen.width() - EDGE // 4), min(height, screen.height() - EDGE))


def open_wide(dialog: QDialog, width: int, height: int) -> None:
    """Give a dialog a size that is meant for text of the usual size; larger text gets more."""
    part = pixels("body") / SIZES["body"]
    size_within(dialog, round(width * part), round(height * part))
