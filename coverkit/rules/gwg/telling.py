"""How findings call what they are about. No verdicts."""

from __future__ import annotations

from coverkit.checks.finding import Problem
from coverkit.facts.marks import TextMark
from coverkit.i18n import tr
from coverkit.rules.gwg.elements import Element, reach
from coverkit.rules.gwg.ways import Way

_LONGEST = 40


def said(text: TextMark) -> str:
    """Return what a text says, in quotation marks, cut short."""
    words = " ".join(text.text.split())
    return f"“{words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + '…'}”"


def called(element: Element) -> str:
    """Return what an element is called: a text by its words, others by their kind."""
    return said(element) if isinstance(element, TextMark) else tr("a path")


def problem_at(
    code: str,
    message: str,
    way: Way,
    page: int,
    measured: float | str | None = None,
    limit: float | str | None = None,
    unit: str = "",
) -> Problem:
    """Return a problem at the place of an element.

    Args:
        code: stable for ever.
        message: translated.
        way: how the element is painted.
        page: its number.
        measured: as in `Problem`.
        limit: as in `Problem`.
        unit: as in `Problem`.
    """
    element = way.element
    return Problem(code, message, called(element), page, reach(element), measured, limit, unit)
