"""The parts of a masthead on a cover: by the role the design gives them, else by what they say."""

from __future__ import annotations

import datetime as dt

from coverkit.geometry import Rect
from coverkit.layout.cover import Cover, Placed
from coverkit.rules.subject.ink import bounds_of, shown_text
from coverkit.rules.subject.words import dates_in
from coverkit.scene.operations import GlyphRun
from coverkit.typography.vietnamese import nfc, tone_normalised

LABEL = "BẢN TIN"
"""The words that Luật Báo chí 2016, Điều 34 wants first."""

NEW_LAW = dt.date(2026, 7, 1)
"""From this day Luật Báo chí 126/2025/QH15 is in force; what it says of bản tin is to be confirmed."""


def label(cover: Cover) -> Placed | None:
    """Return what shows "BẢN TIN" in capitals, the highest one on the page, or None.

    A drawn masthead shows what its profile says that it says.
    """
    drawn = [one for one in cover.placed if one.role == "name" and one.text is None and one.used is not None]
    saying = [one for one in cover.texts() if LABEL in nfc(shown_text(one))]
    saying += [one for one in drawn if LABEL in nfc(one.plain_text)]
    return min(saying, key=lambda one: one.used.y if one.used is not None else 0.0, default=None)


def name(cover: Cover) -> Placed | None:
    """Return the publication's name."""
    unit = cover.document.unit
    return cover.with_role("name") or _containing(cover, unit.publication or unit.short_name or unit.name)


def body(cover: Cover) -> Placed | None:
    """Return the publishing body's name."""
    unit = cover.document.unit
    return cover.with_role("body") or _containing(cover, unit.name) or _containing(cover, unit.short_name)


def date(cover: Cover) -> Placed | None:
    """Return the date of the issue."""
    return cover.with_role("date") or next((one for one in cover.texts() if dates_in(one.plain_text)), None)


def ink_of_words(cover: Cover, one: Placed, words: str) -> Rect | None:
    """Return the ink of the line that holds some words, else of the whole text."""
    for operation in cover.scene.of(one.id):
        if isinstance(operation, GlyphRun) and words in nfc(operation.text):
            return operation.bounds
    return bounds_of(cover, one)


def _containing(cover: Cover, words: str) -> Placed | None:
    if not words.strip():
        return None
    form = _form(words)
    return next((one for one in cover.texts() if form in _form(one.plain_text)), None)


def _form(text: str) -> str:
    return " ".join(tone_normalised(text).casefold().split())
