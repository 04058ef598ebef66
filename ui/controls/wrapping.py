"""Items whose words are wrapped: as high as they need inside the padding that the style sheet gives them."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ui.style import ITEM_SIDE


class Wrapping(QStyledItemDelegate):
    """Qt wraps in the whole width when it measures and between the paddings when it draws; here both are the latter."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Qt's wish for a size."""
        narrowed = QStyleOptionViewItem(option)
        narrowed.rect = option.rect.adjusted(ITEM_SIDE, 0, -ITEM_SIDE, 0)
        return super().sizeHint(narrowed, index)
