"""Put the theme on the application: palette, style sheet, the bundled typeface."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from coverkit.gui.theme.sheet import style_sheet
from coverkit.gui.theme.tokens import LIGHT, TEXT, Colours, ThemeName, colours
from coverkit.resources import assets, read_bytes

_FAMILY = "Be Vietnam Pro"
_FILES = ("BeVietnamPro-Regular.ttf", "BeVietnamPro-SemiBold.ttf", "BeVietnamPro-Bold.ttf", "BeVietnamPro-Italic.ttf")


class _Theme(QObject):
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.colours: Colours = LIGHT
        self.name: ThemeName = "light"


_theme: _Theme | None = None
_folders: dict[Colours, QTemporaryDir] = {}


def theme() -> _Theme:
    """Return the theme now; its signal `changed` tells widgets that paint themselves to do so again."""
    global _theme
    if _theme is None:
        _theme = _Theme()
    return _theme


def current() -> Colours:
    """Return the colours now."""
    return theme().colours


def apply(application: QApplication, name: ThemeName) -> None:
    """Dress the application, which has the style Fusion, in a theme."""
    now = theme()
    now.name, now.colours = name, colours(name)
    application.setPalette(_palette(now.colours))
    application.setFont(_font())
    application.setStyleSheet(style_sheet(now.colours, _arrows(now.colours)))
    now.changed.emit()


def system_theme(application: QApplication) -> ThemeName:
    """Return the theme that the desktop asks for."""
    return "dark" if application.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"


def _arrows(of: Colours) -> str:
    """Return a folder with arrows and the tick in the theme's colours: a style sheet takes pictures from files alone."""
    if of not in _folders:
        folder = _folders[of] = QTemporaryDir()
        for name, colour in (("chevron-up.svg", of.muted), ("chevron-down.svg", of.muted), ("check.svg", of.on_accent)):
            drawn = read_bytes(assets() / "icons" / "lucide" / name).replace(b"currentColor", colour.encode())
            Path(folder.filePath(name)).write_bytes(drawn)
    return _folders[of].path().replace("\\", "/")


def _font() -> QFont:
    _load_typeface()
    font = QFont(_FAMILY)
    font.setPointSizeF(TEXT)
    return font


@cache
def _load_typeface() -> None:
    """Load the typeface once; looking whether the system has it costs more than loading it."""
    for name in _FILES:
        file = assets() / "fonts" / _FAMILY / name
        if file.is_file():
            QFontDatabase.addApplicationFont(str(file))


def _palette(of: Colours) -> QPalette:
    # Made of our own colours, not of the system's: a dark or high-contrast desktop must not show through where we set nothing.
    palette = QPalette(QColor(of.surface), QColor(of.window))
    role = QPalette.ColorRole
    for which, colour in (
        (role.Window, of.window),
        (role.WindowText, of.text),
        (role.Base, of.surface),
        (role.AlternateBase, of.window),
        (role.Text, of.text),
        (role.PlaceholderText, of.muted),
        (role.Button, of.surface),
        (role.ButtonText, of.text),
        (role.ToolTipBase, of.raised),
        (role.ToolTipText, of.text),
        (role.Highlight, of.accent),
        (role.HighlightedText, of.on_accent),
        (role.Link, of.accent),
        (role.LinkVisited, of.accent),
        (role.Accent, of.accent),
        (role.BrightText, of.text),
        (role.Mid, of.line),
    ):
        palette.setColor(which, QColor(colour))
    for which in (role.Text, role.ButtonText, role.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(of.faint))
    return palette
