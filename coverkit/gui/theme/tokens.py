"""The one visual language: colours of both themes, spacing, sizes of type. A test measures that contrast is at least 4.5:1."""

from __future__ import annotations

from typing import Literal

from coverkit.records import dataclass

ThemeName = Literal["light", "dark"]

SPACE = 4
"""The grid in px: gaps are multiples of it."""
RADIUS = 6
"""Round corners of controls, px."""
CONTROL = 30
"""Height of controls, px."""
ICON = 18
"""Side of icons in tool bars and lists, px."""

TEXT = 10
SMALL = 9
TITLE = 13
DISPLAY = 20
"""Sizes of type, pt."""


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours of a theme, as #rrggbb.

    Attributes:
        window: behind panels; `surface`: of panels, lists and fields; `raised`: of cards and menus; `sunken`: around the page.
        text, muted: on all of these; `faint` is for lines and what carries no text.
        accent: what can be pressed or is chosen; `on_accent` is text on it; `tint` a quiet accent behind chosen rows.
        good, warning, bad, unknown: of findings, as text on surface. `*_back` is the quiet field behind them.
        frame: the selection on the canvas; `locked`: the same for official elements; `guide`: guides and smart guides.
    """

    window: str
    surface: str
    raised: str
    sunken: str
    line: str
    faint: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    tint: str
    good: str
    good_back: str
    warning: str
    warning_back: str
    bad: str
    bad_back: str
    unknown: str
    frame: str
    locked: str
    guide: str


LIGHT = Colours(
    window="#eef0f2",
    surface="#ffffff",
    raised="#ffffff",
    sunken="#d9dde1",
    line="#d3d8dd",
    faint="#a9b1b9",
    text="#1b2126",
    muted="#56616b",
    accent="#0b6b7f",
    accent_hover="#095767",
    on_accent="#ffffff",
    tint="#dcedf0",
    good="#1a7340",
    good_back="#e1f3e7",
    warning="#8a5a00",
    warning_back="#fdf0d2",
    bad="#b3261e",
    bad_back="#fce4e2",
    unknown="#56616b",
    frame="#0a84a0",
    locked="#9a6a00",
    guide="#d6249f",
)

DARK = Colours(
    window="#1d2125",
    surface="#262b30",
    raised="#2e343a",
    sunken="#15181b",
    line="#3b434a",
    faint="#5c6770",
    text="#eceff1",
    muted="#a9b4bd",
    accent="#4fb8cc",
    accent_hover="#6fcadb",
    on_accent="#06252c",
    tint="#1f3f47",
    good="#6fd197",
    good_back="#1d3a29",
    warning="#f0bd5b",
    warning_back="#40341a",
    bad="#ff9a92",
    bad_back="#48201d",
    unknown="#a9b4bd",
    frame="#4fc3dc",
    locked="#f0bd5b",
    guide="#ff6ad0",
)


def colours(theme: ThemeName) -> Colours:
    """Return the colours of a theme."""
    return DARK if theme == "dark" else LIGHT
