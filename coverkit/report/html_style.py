"""How HTML reports look: one style sheet and one emblem, inlined into each report."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from coverkit.resources import read_bytes

EMBLEM = (
    '<svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">'
    '<g fill="none" stroke="#1b2430" stroke-width="1.3"><circle cx="11" cy="11" r="6.2"/><path d="M11 1v20M1 11h20"/></g>'
    '<path d="M11 4.8A6.2 6.2 0 0 1 17.2 11H11zM11 17.2A6.2 6.2 0 0 1 4.8 11H11z" fill="#1b2430"/></svg>'
)
"""A registration mark, drawn for these reports."""


@cache
def style_sheet() -> str:
    """Return the style sheet."""
    return read_bytes(Path(__file__).with_name("report.css")).decode()
