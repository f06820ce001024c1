"""The style sheet, made of the tokens. Widgets ask for a look by the property `kind`: primary, quiet, card, title, muted."""

from __future__ import annotations

from coverkit.gui.theme.tokens import CONTROL, DISPLAY, RADIUS, SMALL, SPACE, TITLE, Colours


def style_sheet(of: Colours, arrows: str) -> str:
    """Return the style sheet in a theme's colours.

    Args:
        of: the colours.
        arrows: path of the folder with `chevron-up.svg`, `chevron-down.svg` and `check.svg`, with `/` between its parts.
    """
    return "\n".join((_base(of), _controls(of), _arrows(of, arrows), _lists(of), _frames(of), _words(of)))


def _arrows(of: Colours, folder: str) -> str:
    return f"""
QComboBox::down-arrow, QDateEdit::down-arrow {{ image: url({folder}/chevron-down.svg); width: 16px; height: 16px; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: 14px; height: 14px; border: 1px solid {of.muted};
    background: {of.surface}; }}
QCheckBox::indicator {{ border-radius: 4px; }}
QRadioButton::indicator {{ border-radius: 8px; }}
QCheckBox::indicator:checked {{ background: {of.accent}; border-color: {of.accent}; image: url({folder}/check.svg); }}
QRadioButton::indicator:checked {{ width: 6px; height: 6px; border: 5px solid {of.accent}; background: {of.on_accent}; }}
QCheckBox::indicator:hover, QRadioButton::indicator:hover {{ border-color: {of.accent}; }}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ border-color: {of.faint}; background: {of.window}; }}
QCheckBox:focus, QRadioButton:focus {{ color: {of.accent}; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: none; background: transparent; width: 18px; }}
QAbstractSpinBox::up-button {{ subcontrol-position: top right; margin: 2px 2px 0 0; }}
QAbstractSpinBox::down-button {{ subcontrol-position: bottom right; margin: 0 2px 2px 0; }}
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover {{ background: {of.tint}; }}
QAbstractSpinBox::up-arrow {{ image: url({folder}/chevron-up.svg); width: 12px; height: 12px; }}
QAbstractSpinBox::down-arrow {{ image: url({folder}/chevron-down.svg); width: 12px; height: 12px; }}
"""


def _base(of: Colours) -> str:
    return f"""
QMainWindow, QDialog {{ background: {of.window}; }}
QToolTip {{ background: {of.raised}; color: {of.text}; border: 1px solid {of.line}; padding: {SPACE}px {2 * SPACE}px; }}
QMenuBar {{ background: {of.surface}; border-bottom: 1px solid {of.line}; padding: 2px; }}
QMenuBar::item {{ padding: {SPACE}px {2 * SPACE}px; border-radius: {RADIUS - 2}px; }}
QMenuBar::item:selected, QMenu::item:selected {{ background: {of.tint}; color: {of.text}; }}
QMenu {{ background: {of.raised}; border: 1px solid {of.line}; padding: {SPACE}px; }}
QMenu::item {{ padding: {SPACE + 1}px {6 * SPACE}px {SPACE + 1}px {3 * SPACE}px; border-radius: {RADIUS - 2}px; }}
QMenu::item:disabled {{ color: {of.faint}; }}
QMenu::separator {{ height: 1px; background: {of.line}; margin: {SPACE}px 0; }}
QToolBar {{ background: {of.surface}; border: none; border-bottom: 1px solid {of.line}; spacing: 2px; padding: {SPACE}px; }}
QStatusBar {{ background: {of.surface}; border-top: 1px solid {of.line}; }}
QStatusBar::item {{ border: none; }}
QMainWindow::separator {{ background: {of.line}; width: 1px; height: 1px; }}
QMainWindow::separator:hover {{ background: {of.accent}; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {of.faint}; border-radius: 4px; min-height: 32px; min-width: 32px; margin: 2px; }}
QScrollBar::handle:hover {{ background: {of.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{ background: none; border: none; }}
"""


def _controls(of: Colours) -> str:
    inner = CONTROL - 10
    return f"""
QPushButton {{ background: {of.surface}; color: {of.text}; border: 1px solid {of.faint}; border-radius: {RADIUS}px;
    padding: {SPACE}px {3 * SPACE}px; min-height: {inner}px; }}
QPushButton:hover {{ background: {of.tint}; border-color: {of.accent}; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {of.accent}; padding: {SPACE - 1}px {3 * SPACE - 1}px; }}
QPushButton:disabled {{ color: {of.faint}; border-color: {of.line}; }}
QPushButton[kind="primary"] {{ background: {of.accent}; color: {of.on_accent}; border-color: {of.accent}; font-weight: 600; }}
QPushButton[kind="primary"]:hover {{ background: {of.accent_hover}; }}
QPushButton[kind="primary"]:focus {{ border: 2px solid {of.text}; }}
QPushButton[kind="primary"]:disabled {{ background: {of.line}; color: {of.muted}; border-color: {of.line}; }}
QPushButton[kind="quiet"] {{ background: transparent; border: 1px solid transparent; color: {of.accent}; }}
QPushButton[kind="quiet"]:hover {{ background: {of.tint}; }}
QPushButton[kind="quiet"]:focus {{ border: 2px solid {of.accent}; }}
QPushButton[kind="rail"] {{ background: transparent; border: 1px solid transparent; text-align: left; font-weight: 500;
    padding: {SPACE + 1}px {2 * SPACE}px; }}
QPushButton[kind="rail"]:hover {{ background: {of.window}; }}
QPushButton[kind="rail"]:checked {{ background: {of.tint}; color: {of.text}; font-weight: 600; }}
QPushButton[kind="rail"]:focus {{ border: 2px solid {of.accent}; padding: {SPACE}px {2 * SPACE - 1}px; }}
QToolButton {{ background: transparent; border: 1px solid transparent; border-radius: {RADIUS}px; padding: {SPACE}px; }}
QToolButton:focus {{ padding: {SPACE - 1}px; }}
QToolButton:hover {{ background: {of.tint}; }}
QToolButton:checked {{ background: {of.tint}; border-color: {of.accent}; }}
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateEdit {{
    background: {of.surface}; color: {of.text}; border: 1px solid {of.faint}; border-radius: {RADIUS}px;
    padding: {SPACE}px {2 * SPACE}px; selection-background-color: {of.accent}; selection-color: {of.on_accent}; }}
QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateEdit {{ min-height: {inner}px; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus,
QDateEdit:focus {{ border: 2px solid {of.accent}; padding: {SPACE - 1}px {2 * SPACE - 1}px; }}
QAbstractSpinBox QLineEdit {{ border: none; background: transparent; padding: 0; min-height: 0; }}
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled {{ background: {of.window}; color: {of.muted}; }}
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"], QAbstractSpinBox[kind="locked"] {{ background: {of.window};
    border-color: {of.line}; }}
QAbstractSpinBox[kind="locked"]::up-button, QAbstractSpinBox[kind="locked"]::down-button {{ width: 0; }}
QAbstractSpinBox[kind="locked"]::up-arrow, QAbstractSpinBox[kind="locked"]::down-arrow {{ image: none; width: 0; }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: none; background: transparent; width: {6 * SPACE}px; }}
QComboBox QAbstractItemView {{ background: {of.raised}; border: 1px solid {of.line}; selection-background-color: {of.tint};
    selection-color: {of.text}; outline: none; }}
QCheckBox, QRadioButton {{ spacing: {2 * SPACE}px; min-height: {inner}px; }}
QProgressBar {{ background: {of.line}; border: none; border-radius: 3px; height: 6px; text-align: center; }}
QProgressBar::chunk {{ background: {of.accent}; border-radius: 3px; }}
QSlider::groove:horizontal {{ height: 4px; background: {of.line}; border-radius: 2px; }}
QSlider::handle:horizontal {{ width: 14px; margin: -5px 0; background: {of.accent}; border-radius: 7px; }}
QTabWidget::pane {{ border: none; }}
QTabBar {{ qproperty-drawBase: 0; }}
QTabBar::tab {{ background: transparent; color: {of.muted}; padding: {2 * SPACE}px {3 * SPACE}px; border: none;
    border-bottom: 2px solid transparent; }}
QMainWindow > QTabBar::tab {{ padding: {2 * SPACE}px {2 * SPACE}px; }}
QTabBar::tab:selected {{ color: {of.text}; border-bottom: 2px solid {of.accent}; }}
QTabBar::tab:hover {{ color: {of.text}; }}
"""


def _lists(of: Colours) -> str:
    return f"""
QListView, QTreeView, QTableView {{ background: {of.surface}; color: {of.text}; border: none; outline: none; }}
QTextEdit[kind="reading"], QTextEdit[kind="reading"]:focus {{ background: {of.surface}; border: none; border-radius: 0;
    padding: 0; }}
QAbstractItemView[kind="framed"] {{ border: 1px solid {of.line}; border-radius: {RADIUS}px; padding: 2px; }}
QAbstractItemView[kind="framed"]:focus {{ border: 2px solid {of.accent}; padding: 1px; }}
QListView::item, QTreeView::item {{ padding: {SPACE}px; border-radius: {RADIUS - 2}px; }}
QListView::item:hover, QTreeView::item:hover {{ background: {of.window}; }}
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected {{ background: {of.tint}; color: {of.text}; }}
QToolButton[kind="group"] {{ font-weight: 600; border: none; padding: {SPACE}px; }}
QToolButton[kind="group"]:focus {{ border: 2px solid {of.accent}; padding: {SPACE - 2}px; }}
QTreeView {{ show-decoration-selected: 1; }}
QTreeView::item {{ border-radius: 0; }}
QTreeView::branch:selected {{ background: {of.tint}; }}
QHeaderView::section {{ background: {of.surface}; color: {of.muted}; border: none; border-bottom: 1px solid {of.line};
    padding: {SPACE}px {2 * SPACE}px; }}
"""


def _frames(of: Colours) -> str:
    return f"""
QDockWidget {{ color: {of.text}; }}
QDockWidget::title {{ background: {of.surface}; padding: {2 * SPACE}px {3 * SPACE}px; border-bottom: 1px solid {of.line}; }}
QDockWidget > QWidget {{ background: {of.surface}; }}
QScrollArea {{ border: none; background: transparent; }}
QScrollArea > QWidget > QWidget {{ background: transparent; }}
QGroupBox {{ border: none; margin-top: {5 * SPACE}px; }}
QGroupBox::title {{ subcontrol-origin: margin; left: 0; color: {of.muted}; }}
QWidget[kind="surface"] {{ background: {of.surface}; }}
QFrame[kind="card"] {{ background: {of.raised}; border: 1px solid {of.line}; border-radius: {RADIUS + 2}px; }}
QFrame[kind="card"][chosen="true"] {{ border: 2px solid {of.accent}; }}
QFrame[kind="notice"] {{ background: {of.warning_back}; border: 1px solid {of.warning}; border-radius: {RADIUS + 2}px; }}
QFrame[kind="rail"] {{ background: {of.surface}; border: none; border-right: 1px solid {of.line}; }}
QScrollArea[kind="surface"] {{ background: {of.surface}; border: none; }}
QFrame[kind="upright-rule"] {{ background: {of.line}; max-width: 1px; border: none; }}
QFrame[kind="rule"] {{ background: {of.line}; max-height: 1px; border: none; }}
"""


def _words(of: Colours) -> str:
    return f"""
QLabel[kind="display"] {{ font-size: {DISPLAY}pt; font-weight: 700; }}
QLabel[kind="title"] {{ font-size: {TITLE}pt; font-weight: 600; }}
QLabel[kind="heading"] {{ font-weight: 600; }}
QLabel[kind="brand"] {{ font-size: {TITLE + 2}pt; font-weight: 700; }}
QLabel[kind="section"] {{ color: {of.muted}; font-size: {SMALL}pt; font-weight: 600; }}
QLabel[kind="field"] {{ font-size: {SMALL}pt; font-weight: 600; }}
QLabel[kind="strong"] {{ font-weight: 600; }}
QLabel[kind="warning-note"] {{ color: {of.warning}; background: {of.warning_back}; border-radius: 4px;
    padding: {2 * SPACE}px; }}
QLabel[kind="muted"] {{ color: {of.muted}; }}
QLabel[kind="small"] {{ color: {of.muted}; font-size: {SMALL}pt; }}
QLabel[kind="good"] {{ color: {of.good}; }}
QLabel[kind="warning"] {{ color: {of.warning}; }}
QLabel[kind="bad"] {{ color: {of.bad}; }}
QLabel[kind="badge-good"] {{ color: {of.good}; background: {of.good_back}; border-radius: 4px; padding: 2px 6px; }}
QLabel[kind="badge-warning"] {{ color: {of.warning}; background: {of.warning_back}; border-radius: 4px; padding: 2px 6px; }}
QLabel[kind="badge-bad"] {{ color: {of.bad}; background: {of.bad_back}; border-radius: 4px; padding: 2px 6px; }}
QLabel[kind="badge"] {{ color: {of.muted}; background: {of.window}; border-radius: 4px; padding: 2px 6px; }}
"""
