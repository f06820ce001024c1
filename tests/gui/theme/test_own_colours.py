"""A system's own palette, dark or of high contrast, does not show through the window's theme."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from coverkit.gui.theme.style import apply
from coverkit.gui.theme.tokens import ThemeName


def _colours(application: QApplication) -> list[str]:
    palette = application.palette()
    groups = (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled)
    roles = [role for role in QPalette.ColorRole if role not in (QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles)]
    return [f"{group.name} {role.name} {palette.color(group, role).name()}" for group in groups for role in roles]


def _of_the_system(ground: str, ink: str) -> QPalette:
    palette = QPalette(QColor(ground))
    for role in QPalette.ColorRole:
        if role not in (QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles):
            is_ink = "Text" in role.name or "Link" in role.name or role is QPalette.ColorRole.Accent
            palette.setColor(role, QColor(ink if is_ink else ground))
    return palette


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_palette_is_wholly_our_own(application: QApplication, theme: ThemeName) -> None:
    seen = []
    for ground, ink in (("#000000", "#ffff00"), ("#ffffff", "#000000"), ("#2d2d30", "#f0f0f0")):
        application.setPalette(_of_the_system(ground, ink))
        apply(application, theme)
        seen.append(_colours(application))
    assert seen[0] == seen[1] == seen[2]
    assert not [one for one in seen[0] if one.endswith("#ffff00")]
