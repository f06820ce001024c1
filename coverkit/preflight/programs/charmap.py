"""The character maps of a TrueType font, read by hand in the formats that simple fonts have: 0, 4, 6 and 12.

Format numbers and layouts: the OpenType specification, "cmap". Maps in other formats, and what is cut short, are left out.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping

Platform = tuple[int, int]
"""Platform and encoding."""

_MOST_MAPS = 16
_MOST_GROUPS, _MOST_CODES = 20_000, 70_000


def character_maps(data: bytes, table: tuple[int, int]) -> dict[Platform, Mapping[int, int]]:
    """Return the glyph numbers by code of each map; glyph 0 stands for none and is left out.

    Args:
        data: the font.
        table: offset and length of its cmap.
    """
    start, length = table
    cmap = data[start : start + length]
    found: dict[Platform, Mapping[int, int]] = {}
    if len(cmap) < 4:
        return found
    for index in range(min(struct.unpack_from(">H", cmap, 2)[0], _MOST_MAPS)):
        try:
            platform, encoding, offset = struct.unpack_from(">HHL", cmap, 4 + 8 * index)
            found[platform, encoding] = _map(cmap[offset:])
        except struct.error:
            continue
    return found


def _map(data: bytes) -> Mapping[int, int]:
    (kind,) = struct.unpack_from(">H", data)
    match kind:
        case 0:
            return {code: glyph for code, glyph in enumerate(data[6:262]) if glyph}
        case 4:
            return _segments(data)
        case 6:
            first, count = struct.unpack_from(">HH", data, 6)
            glyphs = struct.unpack_from(f">{count}H", data, 10)
            return {first + index: glyph for index, glyph in enumerate(glyphs) if glyph}
        case 12:
            return _groups(data)
        case _:
            return {}


def _segments(data: bytes) -> Mapping[int, int]:
    count = struct.unpack_from(">H", data, 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", data, 14)
    starts, deltas, offsets = (struct.unpack_from(f">{count}H", data, 16 + 2 * count * part) for part in (1, 2, 3))
    table = 16 + 6 * count
    found: dict[int, int] = {}
    for index, (start, end, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        if len(found) > _MOST_CODES or start > end:
            continue
        if not offset:
            found.update((code, (code + delta) & 0xFFFF) for code in range(start, end + 1))
            continue
        at = table + 2 * index + offset
        listed = data[at : at + 2 * (end - start + 1)]
        glyphs = struct.unpack(f">{len(listed) // 2}H", listed[: len(listed) // 2 * 2])
        found.update((start + place, (glyph + delta) & 0xFFFF) for place, glyph in enumerate(glyphs) if glyph)
    return {code: glyph for code, glyph in found.items() if glyph and code != 0xFFFF}


def _groups(data: bytes) -> Mapping[int, int]:
    (count,) = struct.unpack_from(">L", data, 12)
    found: dict[int, int] = {}
    for index in range(min(count, _MOST_GROUPS)):
        start, end, glyph = struct.unpack_from(">LLL", data, 16 + 12 * index)
        if start <= end and end - start + len(found) < _MOST_CODES:
            found.update((code, glyph + code - start) for code in range(start, end + 1))
    return {code: glyph for code, glyph in found.items() if glyph}
