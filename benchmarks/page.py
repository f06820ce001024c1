"""The page that everybody draws: plain data in JSON, so that peers read it without CoverKit.

Lengths are mm from the trim's top left, y downwards; type and line widths are points; inks are four shares of 0 to 1.
Imports nothing heavy: the jobs of peers read pages too.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TypedDict

Ink = tuple[float, float, float, float]
Box = tuple[float, float, float, float]
"""Left, top, width, height."""


class Text(TypedDict):
    """One line of text; `style` is the font file's own style name, `ascent` the font's in shares of the size."""

    slot: str
    text: str
    family: str
    style: str
    weight: int
    font: str
    ascent: float
    size: float
    x: float
    y: float
    width: float
    ink: Ink


class Rule(TypedDict):
    """A straight line."""

    x0: float
    y0: float
    x1: float
    y1: float
    width: float
    ink: Ink


class Fade(TypedDict):
    """Ink over the photograph whose opacity goes from one share at the top to another at the foot."""

    box: Box
    ink: Ink
    top: float
    foot: float


class Photograph(TypedDict):
    """The photograph: the RGB original, its pixels and its own resolution, the part that shows, and CoverKit's CMYK picture."""

    rgb: str
    pixels: tuple[int, int]
    ppi: float
    box: Box
    crop: Box
    cmyk: str


class Banner(TypedDict):
    """The official art as its PDF, as SVG, and as outlines in JSON."""

    pdf: str
    svg: str
    outlines: str
    width: float
    box: Box


class Page(TypedDict):
    """One cover. `texts` are the lines of each cover in turn."""

    width: float
    height: float
    bleed: float
    profile: str
    photograph: Photograph
    banner: Banner
    fades: list[Fade]
    rules: list[Rule]
    texts: list[list[Text]]


def write(page: Page, path: Path) -> None:
    """Write a page."""
    path.write_text(json.dumps(page, ensure_ascii=False, indent=1), encoding="utf-8")


def read(path: Path) -> Page:
    """Read a page."""
    page: Page = json.loads(path.read_text(encoding="utf-8"))
    return page
