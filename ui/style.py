"""The look as a Qt style sheet, built from a theme's tokens.

Widgets ask for a style by dynamic properties: `panel` or `card` (true) for a framed area; `role` for a kind of label
("title", "heading", "strong", "soft", "faint", "small", "number", "big", "good", "liquidation", "halt", "confidence"); `kind` for
a button ("flat", "chip", "primary", "tool").
"""

from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication

from ui.theme import Theme, current, font, mixed, pixels

TEXT_SIZES = {
    "title": "title",
    "heading": "heading",
    "strong": "body",
    "small": "small",
    "faint": "small",
    "number": "number",
    "big": "big",
}
TEXT_COLORS = {
    "soft": "text_soft",
    "faint": "text_faint",
    "good": "good",
    "liquidation": "liquidation",
    "halt": "halt_text",
    "confidence": "confidence",
}
ITEM_SIDE = 6
"""Pixels at the left and right of the words of a list's or table's item."""
ARROW = 0.32
"""Half the width of the arrows of lists and number boxes, in heights of text."""

BASE = """
QMainWindow, QDialog {{ background: {background}; }}
QToolTip {{ background: {raised}; color: {text}; border: 1px solid {panel_edge}; padding: 4px; font-size: {small}px; }}
*[panel="true"] {{ background: {panel}; border: 1px solid {panel_edge}; border-radius: 5px; }}
*[card="true"] {{ background: {raised}; border: 1px solid {panel_edge}; border-radius: 5px; }}
QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: 9px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 9px; margin: 0; }}
QScrollBar::handle {{ background: {gauge}; border-radius: 4px; min-height: 24px; min-width: 24px; }}
QScrollBar::handle:hover {{ background: {text_faint}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSplitter::handle {{ background: transparent; }}
QSplitter::handle:hover {{ background: {panel_edge}; }}
"""
CONTROLS = """
QPushButton, QToolButton, QComboBox, QLineEdit {{ background: {raised};
    border: 1px solid {panel_edge}; border-radius: 4px; padding: 3px 8px; color: {text}; }}
QComboBox, QLineEdit {{ min-height: {line}px; }}
QComboBox::drop-down {{ border: none; width: {arrow_room}px; }}
QSpinBox, QDoubleSpinBox {{ background: {raised}; border: 1px solid {panel_edge}; border-radius: 4px;
    padding: 3px {arrow_room}px 3px 8px; color: {text}; min-height: {line}px; max-height: {line}px; }}
QLineEdit, QPlainTextEdit {{ placeholder-text-color: {text_faint}; }}
QPlainTextEdit, QTextBrowser {{ background: {panel}; border: 1px solid {panel_edge}; border-radius: 4px; }}
QSpinBox::up-button, QDoubleSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::down-button {{ border: none;
    width: {arrow_room}px; }}
QComboBox::down-arrow, QSpinBox::down-arrow, QDoubleSpinBox::down-arrow {{ width: 0; height: 0;
    border-left: {arrow}px solid {raised}; border-right: {arrow}px solid {raised}; border-top: {arrow}px solid {text_soft}; }}
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow {{ width: 0; height: 0;
    border-left: {arrow}px solid {raised}; border-right: {arrow}px solid {raised};
    border-bottom: {arrow}px solid {text_soft}; }}
QSpinBox::up-arrow:off, QDoubleSpinBox::up-arrow:off {{ border-bottom-color: {panel_edge}; }}
QSpinBox::down-arrow:off, QDoubleSpinBox::down-arrow:off {{ border-top-color: {panel_edge}; }}
QPushButton:hover, QToolButton:hover, QComboBox:hover {{ border-color: {text_faint}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {panel_edge}; }}
QPushButton:checked, QToolButton:checked {{ background: {accent}; color: {on_accent}; border-color: {accent}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {text_faint}; background: transparent; }}
QPushButton[kind="flat"], QToolButton[kind="flat"] {{ background: transparent; border: 1px solid transparent; }}
QPushButton[kind="flat"]:hover, QToolButton[kind="flat"]:hover {{ background: {raised}; }}
QPushButton[kind="chip"], QToolButton[kind="chip"] {{ border-radius: 10px; padding: 2px 10px; }}
QPushButton[kind="primary"] {{ background: {accent}; color: {on_accent}; border-color: {accent}; font-weight: bold; }}
QLineEdit:disabled, QComboBox:disabled {{ color: {text_faint}; background: transparent; }}
QAbstractSpinBox[typed="true"] {{ padding-right: 8px; }}
QAbstractSpinBox[typed="true"]::up-button, QAbstractSpinBox[typed="true"]::down-button {{ width: 0; border: none; }}
QPushButton:focus, QToolButton:focus, QComboBox:focus, QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus,
    QAbstractItemView:focus, QCheckBox:focus, QPlainTextEdit:focus, QTextBrowser:focus {{ border: 2px solid {accent}; }}
QPushButton:checked:focus, QToolButton:checked:focus, QPushButton[kind="primary"]:focus {{
    border: 2px solid {text}; }}
QToolButton[kind="tool"] {{ background: transparent; border: 1px solid transparent; padding: 2px; }}
QToolButton[kind="badge"] {{ background: transparent; border: 1px solid transparent; padding: 0 2px;
    color: {text_faint}; font-size: {small}px; }}
QToolButton[kind="badge"]:hover {{ color: {text}; border-color: {panel_edge}; }}
QToolButton::menu-indicator {{ image: none; }}
QToolButton[kind="tool"]:hover {{ background: {raised}; }}
QToolButton[kind="flat"]:focus, QToolButton[kind="tool"]:focus {{ border: 2px solid {accent}; }}
QCheckBox {{ spacing: 7px; }}
QCheckBox::indicator {{ width: {body}px; height: {body}px; background: {raised}; border: 1px solid {text_soft};
    border-radius: 3px; }}
QCheckBox::indicator:checked {{ background: {accent}; border-color: {accent}; }}
QCheckBox::indicator:disabled {{ border-color: {panel_edge}; }}
QAbstractItemView {{ background: {panel}; border: none; outline: none; selection-background-color: {selected};
    selection-color: {text}; }}
QListView::item, QTreeView::item, QTableView::item {{ padding: 4px {side}px; border: none; }}
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected {{ background: {selected}; color: {text}; }}
QListView::item:selected, QTreeView::item:selected:first, QTreeView::item:selected:only-one {{
    border-left: 4px solid {accent}; padding-left: {side_in_bar}px; }}
QTableView::item:selected {{ border-top: 1px solid {accent}; border-bottom: 1px solid {accent}; padding: 3px {side}px; }}
QHeaderView, QTableCornerButton::section {{ background: {panel}; border: none; }}
QHeaderView::section {{ background: {panel}; color: {text_soft}; font-weight: bold; padding: 4px 9px; border: none;
    border-bottom: 1px solid {panel_edge}; }}
QHeaderView::section:vertical {{ padding: 0; border: none; }}
QSlider::groove:horizontal {{ height: 4px; background: {gauge}; border-radius: 2px; }}
QSlider::sub-page:horizontal {{ background: {text_soft}; border-radius: 2px; }}
QSlider::handle:horizontal {{ background: {text}; width: 14px; margin: -5px 0; border-radius: 7px; }}
QSlider::handle:horizontal:focus {{ background: {accent}; border: 2px solid {text}; }}
QProgressBar {{ background: {panel}; border: 1px solid {panel_edge}; border-radius: 3px; color: {text}; text-align: center; }}
QProgressBar::chunk {{ background: {progress}; border-radius: 2px; }}
QTabWidget::pane {{ border: none; }}
QTabBar {{ background: transparent; }}
QTabBar::tab {{ background: transparent; color: {text_soft}; padding: 5px 10px; border-bottom: 2px solid transparent; }}
QTabBar::tab:selected {{ color: {text}; font-weight: bold; border-bottom: 2px solid {accent}; }}
QTabBar[closed="true"]::tab:selected {{ color: {text_soft}; font-weight: normal; border-bottom-color: transparent; }}
QTabBar::tab:selected:focus {{ color: {accent}; background: {raised}; }}
QMenuBar {{ background: transparent; spacing: 0; }}
QMenuBar::item {{ background: transparent; color: {text}; padding: 4px 7px; border-radius: 4px; }}
QMenuBar::item:selected, QMenuBar::item:pressed {{ background: {raised}; color: {text}; }}
QMenu {{ background: {panel}; border: 1px solid {panel_edge}; }}
QMenu::item {{ padding: 4px 16px 4px 13px; border-left: 3px solid transparent; }}
QMenu::item:selected {{ background: {selected}; border-left-color: {accent}; }}
QMenu::item:disabled {{ color: {text_faint}; }}
QMenu::separator {{ height: 1px; background: {panel_edge}; margin: 3px 8px; }}
"""


def progress_color(theme: Theme) -> QColor:
    """The finished part of a progress bar: over it stands text, so it is paler than the accent."""
    return mixed(theme.panel, theme.accent, 0.55)


def selected_color(theme: Theme) -> QColor:
    """The ground of a chosen row or menu line, which must be seen from the last bench."""
    return mixed(theme.panel, theme.accent, 0.3)


def _names(theme: Theme) -> dict[str, str]:
    colors = (
        "background", "panel", "panel_edge", "raised", "text", "text_soft", "text_faint", "accent", "on_accent", "gauge"
    )  # fmt: skip
    names = {name: getattr(theme, name).name() for name in colors}
    names["progress"] = progress_color(theme).name()
    names["line"] = str(QFontMetrics(font("body")).height() + 3)
    arrow = round(pixels("body") * ARROW)
    names["arrow"], names["arrow_room"] = str(arrow), str(2 * arrow + 12)
    names["side"], names["side_in_bar"] = str(ITEM_SIDE), str(ITEM_SIDE - 4)
    names["selected"] = selected_color(theme).name()
    return names | {role: str(pixels(role)) for role in theme.sizes}


def _labels(theme: Theme) -> str:
    rules = ['QLabel[role="{role}"] {{ color: {color}; }}'.format(role=role, color=getattr(theme, token).name())
             for role, token in TEXT_COLORS.items()]  # fmt: skip
    for role, size in TEXT_SIZES.items():
        weight = "bold" if role in ("title", "heading", "strong", "big") else "normal"
        rule = 'QLabel[role="{role}"] {{ font-size: {size}px; font-weight: {weight}; }}'
        rules.append(rule.format(role=role, size=pixels(size), weight=weight))
    return "\n".join(rules)


def stylesheet(theme: Theme) -> str:
    """The style sheet of a look at the text scale in force."""
    return (BASE + CONTROLS).format(**_names(theme)) + _labels(theme)


def palette(theme: Theme) -> QPalette:
    """The palette of a look, for whatever no style sheet reaches."""
    made = QPalette()
    pairs = {
        QPalette.ColorRole.Window: theme.background, QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.panel, QPalette.ColorRole.AlternateBase: theme.raised,
        QPalette.ColorRole.Text: theme.text, QPalette.ColorRole.Button: theme.raised,
        QPalette.ColorRole.ButtonText: theme.text, QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.on_accent, QPalette.ColorRole.ToolTipBase: theme.raised,
        QPalette.ColorRole.ToolTipText: theme.text, QPalette.ColorRole.PlaceholderText: theme.text_faint,
        QPalette.ColorRole.Link: theme.accent,
    }  # fmt: skip
    for role, color in pairs.items():
        made.setColor(role, color)
    return made


def body_font(app: QApplication) -> QFont:
    """The program's font in the size of body text."""
    made = QFont(app.font())
    made.setPixelSize(pixels("body"))
    return made


def apply_style() -> None:
    """Dress the whole program in the look in force; nothing is done when it wears it already."""
    app = QApplication.instance()
    words = stylesheet(current())
    if isinstance(app, QApplication) and app.styleSheet() != words:
        app.setPalette(palette(current()))
        app.setFont(body_font(app))  # as a rule for every widget it would cost a third more
        app.setStyleSheet(words)
