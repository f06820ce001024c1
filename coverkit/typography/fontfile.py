"""Judge the bytes of a font file that came from elsewhere, before HarfBuzz and the PDF rely on them."""

from __future__ import annotations

import struct

from coverkit.errors import InputError
from coverkit.i18n import tr

_SIGNATURES = (b"\x00\x01\x00\x00", b"OTTO", b"true")
_REQUIRED = frozenset({"cmap", "head", "hhea", "hmtx", "maxp"})
_OUTLINES = (frozenset({"glyf", "loca"}), frozenset({"CFF "}), frozenset({"CFF2"}))
_LARGEST = 32_000_000
_MOST_TABLES = 128


def refuse_damaged(name: str, data: bytes) -> None:
    """Check the table directory of a font file.

    Raises:
        InputError: not a TrueType or OpenType font, cut short, too large, or without the tables that text needs.
    """
    if len(data) > _LARGEST:
        raise damaged(name, tr("it is larger than {limit} MB", limit=_LARGEST // 1_000_000))
    if data[:4] not in _SIGNATURES:
        raise damaged(name, tr("it is not a TrueType or OpenType font"))
    tables = _tables(name, data)
    if not tables >= _REQUIRED:
        raise damaged(name, tr("table “{table}” is missing", table=min(_REQUIRED - tables)))
    if not any(tables >= outlines for outlines in _OUTLINES):
        raise damaged(name, tr("it has no outlines"))


def damaged(name: str, reason: str) -> InputError:
    """Return the error for a font that cannot be used."""
    return InputError(
        tr("The font “{name}” cannot be used: {reason}.", name=name, reason=reason),
        tr("Take the font file (.ttf or .otf) from its original source again."),
    )


def _tables(name: str, data: bytes) -> frozenset[str]:
    count = int.from_bytes(data[4:6], "big")
    if count > _MOST_TABLES or len(data) < 12 + 16 * count:
        raise damaged(name, tr("it is cut short"))
    tags = []
    for tag, _, offset, length in struct.iter_unpack(">4sIII", data[12 : 12 + 16 * count]):
        if not tag.isascii():
            raise damaged(name, tr("its table directory is damaged"))
        if offset + length > len(data):
            raise damaged(name, tr("it is cut short"))
        tags.append(tag.decode("ascii"))
    return frozenset(tags)
