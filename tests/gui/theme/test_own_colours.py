"""Every colour of the palette comes from the theme: none is left to the desktop, whose own may be dark or of high contrast."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from coverkit.gui.theme.style import apply
from coverkit.gui.theme.tokens import ThemeName

_ROLE = QPalette.ColorRole
_NOT_OF_THE_THEME = {_ROLE.NoRole, _ROLE.NColorRoles, _ROLE.Shadow}
"""No colours; and the shadow, which is black."""


def _colours(application: QApplication, theme: ThemeName) -> dict[str, str]:
    apply(application, theme)
    palette = application.palette()
    roles = [role for role in _ROLE if role not in _NOT_OF_THE_THEME]
    return {role.name: palette.color(QPalette.ColorGroup.Active, role).name() for role in roles}


def test_no_colour_is_the_same_in_both_themes(application: QApplication) -> None:
    dark, light = _colours(application, "dark"), _colours(application, "light")
    assert [name for name in light if dark[name] == light[name]] == []
