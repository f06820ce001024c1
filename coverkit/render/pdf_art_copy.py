"""A recoloured copy of sealed art, for the screen and for plates: every colour it names, mapped by the policy.

The sealed bytes are only read. Sealed art names its colours as DeviceCMYK or DeviceGray, in operators and in the functions of
shadings; a function becomes a table, since PDFium takes 14 ms to read those of one banner as written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from coverkit.campaigns.art import Pdf, SealedArt
from coverkit.model.values import Cmyk
from coverkit.render.pdf_inks import Inks
from coverkit.render.pdf_objects import Value

_NUMBER = rb"[-+]?(?:\d+\.?\d*|\.\d+)"
_COLOUR = re.compile(rb"(?<!\S)(?:((?:" + _NUMBER + rb"\s+){4})([kK])|(" + _NUMBER + rb")\s+([gG]))(?!\S)")
_LAST = 255
"""Tables have 256 entries, as many as PDFium draws."""


@dataclass(frozen=True, slots=True)
class Shade:
    """A recoloured shading: its entries without the function, and which table is its function."""

    entries: Mapping[str, Value]
    table: int


@dataclass(frozen=True, slots=True)
class ArtCopy:
    """Recoloured art: content, shadings by name, and the tables (a byte for each component) that they share."""

    content: bytes
    shades: Mapping[str, Shade]
    tables: tuple[bytes, ...]
    components: int


class ArtKey:
    """Art that is known by its hash (its resources cannot be hashed)."""

    __slots__ = ("art",)

    def __init__(self, art: SealedArt) -> None:
        self.art = art

    def __hash__(self) -> int:
        return hash(self.art.sha256)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ArtKey) and other.art.sha256 == self.art.sha256


@lru_cache(maxsize=32)
def recoloured(key: ArtKey, inks: Inks) -> ArtCopy:
    """Return the copy of art under a policy; made once per art, policy and press.

    Raises:
        ValueError: a shading's function is none that sealed art may have.
    """

    def operator(match: re.Match[bytes]) -> bytes:
        ink = _ink([float(text) for text in (match[1] or match[3]).split()])
        return (inks.stroke(ink) if (match[2] or match[4]).isupper() else inks.fill(ink)).encode()

    tables: dict[bytes, int] = {}
    shades: dict[str, Shade] = {}
    for name, shading in _dictionary(key.art.resources.get("/Shading", {})).items():
        entries = _dictionary(shading)
        table = _table(entries.get("/Function"), inks)
        kept: dict[str, Value] = {
            key: value for key, value in entries.items() if key not in ("/Function", "/ColorSpace", "/Background")
        }
        shades[name] = Shade({**kept, "/ColorSpace": inks.space}, tables.setdefault(table, len(tables)))
    components = len(inks.components(Cmyk(0.0, 0.0, 0.0, 0.0)))
    return ArtCopy(_COLOUR.sub(operator, key.art.content), shades, tuple(tables), components)


def _dictionary(value: Pdf) -> dict[str, Pdf]:
    if not isinstance(value, dict):
        raise ValueError("a dictionary is wanted")  # noqa: TRY004 - the value comes from a file, not from a caller
    return value


def _ink(parts: list[float]) -> Cmyk:
    if len(parts) == 1:
        return Cmyk(0.0, 0.0, 0.0, 1 - parts[0])
    c, m, y, k = parts
    return Cmyk(c, m, y, k)


def _floats(value: Pdf) -> list[float]:
    return [float(part) for part in value if isinstance(part, int | float)] if isinstance(value, list) else []


def _table(function: Pdf, inks: Inks) -> bytes:
    """Return the function's colours at 256 places, mapped."""
    colours = (_ink(_at(function, step / _LAST)) for step in range(_LAST + 1))
    return bytes(min(255, max(0, round(part * 255))) for ink in colours for part in inks.components(ink))


def _at(function: Pdf, place: float) -> list[float]:
    """Evaluate a function of one variable: exponential, or stitched from others."""
    entries = _dictionary(function)
    low, high = _floats(entries.get("/Domain", [0, 1]))
    place = min(high, max(low, place))
    match entries.get("/FunctionType"):
        case 2:
            power = place ** float(_floats([entries.get("/N", 1)])[0])
            first, last = _floats(entries.get("/C0", [0.0])), _floats(entries.get("/C1", [1.0]))
            return [a + power * (b - a) for a, b in zip(first, last, strict=True)]
        case 3:
            return _stitched(entries, low, high, place)
        case kind:
            raise ValueError(f"functions of type {kind!r} are no part of sealed art")


def _stitched(entries: dict[str, Pdf], low: float, high: float, place: float) -> list[float]:
    functions = entries.get("/Functions")
    if not isinstance(functions, list) or not functions:
        raise ValueError("a stitching function needs functions")
    edges = [low, *_floats(entries.get("/Bounds")), high]
    index = min(len(functions) - 1, sum(place >= edge for edge in edges[1:-1]))
    start, end = _floats(entries.get("/Encode"))[2 * index : 2 * index + 2]
    left, right = edges[index], edges[index + 1]
    share = (place - left) / (right - left) if right > left else 0.0
    return _at(functions[index], start + share * (end - start))
