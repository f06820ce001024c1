"""Shape a line of text once: glyphs, advances and real ink. Nothing else in the program measures text.

A line is shaped in em, at no size, and kept; a size only scales it. So fitting and editing reuse what was shaped.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise
from typing import Any

import uharfbuzz as hb

from coverkit.geometry import MM, Rect
from coverkit.records import dataclass
from coverkit.scene.operations import Glyph
from coverkit.typography.face import Face
from coverkit.typography.vietnamese import nfc

Features = tuple[tuple[str, bool], ...]

_CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]")
_STAND_INS = {"\u2011": "-", "\u2010": "-", "\u202f": "\u00a0", "\u2009": " ", "\u2212": "\u2013"}
"""What a face without the character shows in its place; the plain text keeps the character."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The ink of one glyph in a line, in em from the line's origin; y downwards, so `top` is above 0."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Strip:
    """A shaped line in em: origin at the left end of the baseline, y downwards.

    Attributes:
        glyphs: ids, places and texts; the places are in em here.
        width: advance from the origin to the end, without tracking after the last glyph.
        marks: ink of each glyph that has any, by its left edge.
        ink: ink of the whole line, or None when it is blank.
        missing: characters that the face lacks.
    """

    text: str
    glyphs: tuple[Glyph, ...]
    width: float
    marks: tuple[Mark, ...]
    ink: Mark | None
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shaped:
    """A shaped line at a size; all lengths in mm from the left end of the baseline, y downwards.

    Attributes:
        glyphs: their texts joined are `text`.
        ink: empty at the origin for a blank line.
        missing: characters that the face lacks, each once.
    """

    glyphs: tuple[Glyph, ...]
    width: float
    ink: Rect
    text: str
    missing: tuple[str, ...]


def one_line(text: str) -> str:
    """Return text as it is shaped: composed, and control characters as spaces."""
    return _CONTROL.sub(" ", nfc(text))


def shape(text: str, face: Face, size_pt: float, tracking: float = 0.0, features: Mapping[str, bool] | None = None) -> Shaped:
    """Shape one line at a size in points; tracking is in thousandths of an em.

    Kerning and standard ligatures are on, discretionary ones off; tracked text has no ligatures.
    """
    return _scaled(one_line(text), face, size_pt, tracking, tuple(sorted((features or {}).items())))


def strip(text: str, face: Face, tracking: float = 0.0, features: Features = ()) -> Strip:
    """Shape one line in em."""
    return _strip(one_line(text), face, tracking, features)


@lru_cache(maxsize=4096)
def _scaled(text: str, face: Face, size_pt: float, tracking: float, features: Features) -> Shaped:
    line, em = _strip(text, face, tracking, features), size_pt / MM
    glyphs = tuple(Glyph(glyph.gid, glyph.x * em, glyph.y * em, glyph.text) for glyph in line.glyphs)
    ink = line.ink
    box = Rect.from_edges(ink.left * em, ink.top * em, ink.right * em, ink.bottom * em) if ink else Rect(0.0, 0.0, 0.0, 0.0)
    return Shaped(glyphs, line.width * em, box, line.text, line.missing)


@lru_cache(maxsize=8192)
def _strip(text: str, face: Face, tracking: float, features: Features) -> Strip:
    infos, positions = _shaped(text, face, tracking, features)
    starts = [info.cluster for info in infos]
    parts = _cluster_texts(text, starts)
    unit, extra, x = 1.0 / face.upem, tracking / 1000.0, 0.0
    glyphs: list[Glyph] = []
    marks: list[Mark] = []
    for index, (info, position) in enumerate(zip(infos, positions, strict=True)):
        gid, start = info.codepoint, starts[index]
        leads = index == 0 or starts[index - 1] != start
        if leads and glyphs:
            x += extra
        left, top = x + position.x_offset * unit, -position.y_offset * unit
        glyphs.append(Glyph(gid, left, top, parts[start] if leads else ""))
        if box := face.ink(gid):
            marks.append(Mark(left + box[0] * unit, top - box[3] * unit, left + box[2] * unit, top - box[1] * unit))
        x += position.x_advance * unit
    missing = tuple(dict.fromkeys(parts[info.cluster] for info in infos if not info.codepoint))
    marks.sort(key=lambda mark: mark.left)
    return Strip(text, tuple(glyphs), x, tuple(marks), _union(marks), missing)


def _cluster_texts(text: str, starts: list[int]) -> dict[int, str]:
    edges = [*sorted(set(starts)), len(text)]
    return {start: text[start:end] for start, end in pairwise(edges)}


def _shaped(text: str, face: Face, tracking: float, features: Features) -> tuple[list[Any], list[Any]]:
    buffer = hb.Buffer()
    buffer.add_str(_shown(text, face))
    buffer.guess_segment_properties()
    buffer.direction = "ltr"
    buffer.language = "vi"
    wanted = {"liga": False, "clig": False} if tracking else {}
    hb.shape(face.font, buffer, {**wanted, **dict(features)})
    return buffer.glyph_infos or [], buffer.glyph_positions or []


def _shown(text: str, face: Face) -> str:
    if text.isascii():
        return text
    return "".join(_STAND_INS[char] if char in _STAND_INS and face.glyph_of(char) is None else char for char in text)


def _union(marks: list[Mark]) -> Mark | None:
    if not marks:
        return None
    return Mark(
        min(mark.left for mark in marks),
        min(mark.top for mark in marks),
        max(mark.right for mark in marks),
        max(mark.bottom for mark in marks),
    )
