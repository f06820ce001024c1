"""A recoloured copy of sealed art, for the screen and for plates: every colour it names, mapped by the policy.

The sealed bytes are only read. Sealed art names its colours as DeviceCMYK or DeviceGray, in operators and in the functions of
shadings; a function becomes a table, since PDFium takes 14 ms to read those of one banner as written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from coverkit.campaigns.art import Pdf, SealedArt
from coverkit.model.values import Cmyk
from coverkit.records import dataclass
from coverkit.render.pdf_inks import Inks
from coverkit.render.pdf_objects import Value

_OPERATOR = re.compile(rb"\s+([kKgG])(?!\S)")
_NUMBER = rb"[-+]?(?:\d+\.?\d*|\.\d+)"
_OPERANDS = {count: re.compile(rb"(?<!\S)(" + rb"\s+".join([_NUMBER] * count) + rb")$") for count in (1, 4)}
_LONGEST = 120
"""Bytes before a colour operator that hold its numbers."""

Colours = NDArray[np.float64]
Places = NDArray[np.float64]

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


@dataclass(frozen=True, slots=True)
class Spot:
    """A colour operator in a content stream: where it stands with its numbers, and what it says."""

    start: int
    end: int
    ink: Cmyk
    strokes: bool


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
    colours = _sampled(key)
    tables: dict[bytes, int] = {}
    shades: dict[str, Shade] = {}
    for name, shading in _dictionary(key.art.resources.get("/Shading", {})).items():
        entries = _dictionary(shading)
        table = _table(colours[name], inks)
        kept: dict[str, Value] = {
            key: value for key, value in entries.items() if key not in ("/Function", "/ColorSpace", "/Background")
        }
        shades[name] = Shade({**kept, "/ColorSpace": inks.space}, tables.setdefault(table, len(tables)))
    components = len(inks.components(Cmyk(0.0, 0.0, 0.0, 0.0)))
    return ArtCopy(_content(key, inks), shades, tuple(tables), components)


def _content(key: ArtKey, inks: Inks) -> bytes:
    """Return the content with every colour operator mapped."""
    content = key.art.content
    parts: list[bytes] = []
    end = 0
    for spot in _spots(key):
        ink = (inks.stroke if spot.strokes else inks.fill)(spot.ink)
        parts += [content[end : spot.start], ink.encode()]
        end = spot.end
    return b"".join([*parts, content[end:]])


@lru_cache(maxsize=32)
def _spots(key: ArtKey) -> tuple[Spot, ...]:
    """Find the colour operators; what stands before them in sealed art are numbers alone, never text."""
    content = key.art.content
    found = []
    for match in _OPERATOR.finditer(content):
        operator = match[1]
        count = 4 if operator in b"kK" else 1
        operands = _OPERANDS[count].search(content, max(0, match.start() - _LONGEST), match.start())
        if operands is None:
            raise ValueError("a colour operator without its numbers")
        start, numbers = operands.start(1), operands[1].split()
        found.append(Spot(start, match.end(), _ink([float(number) for number in numbers]), operator.isupper()))
    return tuple(found)


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


@lru_cache(maxsize=32)
def _sampled(key: ArtKey) -> Mapping[str, Colours]:
    """Return the colours of each shading at 256 places: 256 × 4 inks, or 256 × 1 greys."""
    places = np.linspace(0.0, 1.0, _LAST + 1)
    shadings = _dictionary(key.art.resources.get("/Shading", {}))
    return {name: _at(_dictionary(shading).get("/Function"), places) for name, shading in shadings.items()}


def _table(colours: Colours, inks: Inks) -> bytes:
    """Return colours mapped, a byte for each component."""
    if colours.shape[1] == 1:
        colours = np.hstack([np.zeros((len(colours), 3)), 1.0 - colours])
    if inks.channels:
        mapped = 1.0 - colours[:, inks.channels]
    else:
        mapped = np.array([inks.components(_ink(list(row))) for row in colours.tolist()])
    return np.clip(np.rint(mapped * 255), 0, 255).astype(np.uint8).tobytes()


def _at(function: Pdf, places: Places) -> Colours:
    """Evaluate a function of one variable at many places: exponential, or stitched from others."""
    entries = _dictionary(function)
    low, high = _floats(entries.get("/Domain", [0, 1]))
    places = np.clip(places, low, high)
    match entries.get("/FunctionType"):
        case 2:
            power = places[:, None] ** float(_floats([entries.get("/N", 1)])[0])
            first, last = np.array(_floats(entries.get("/C0", [0.0]))), np.array(_floats(entries.get("/C1", [1.0])))
            if first.shape != last.shape:
                raise ValueError("both ends of a function have as many components")
            return np.asarray(first + power * (last - first))
        case 3:
            return _stitched(entries, (low, high), places)
        case kind:
            raise ValueError(f"functions of type {kind!r} are no part of sealed art")


def _stitched(entries: dict[str, Pdf], domain: tuple[float, float], places: Places) -> Colours:
    functions = entries.get("/Functions")
    if not isinstance(functions, list) or not functions:
        raise ValueError("a stitching function needs functions")
    edges = np.array([domain[0], *_floats(entries.get("/Bounds")), domain[1]])
    encode = _floats(entries.get("/Encode"))
    which = np.minimum(len(functions) - 1, np.searchsorted(edges[1:-1], places, side="right"))
    parts: list[Colours] = []
    rows: list[NDArray[np.intp]] = []
    # np.unique would load numpy.ma, 30 ms of a cold export.
    for index in sorted(set(which.tolist())):
        chosen = np.flatnonzero(which == index)
        left, right = edges[index], edges[index + 1]
        share = (places[chosen] - left) / (right - left) if right > left else np.zeros(len(chosen))
        start, end = encode[2 * index : 2 * index + 2]
        parts.append(_at(functions[index], start + share * (end - start)))
        rows.append(chosen)
    found = np.empty((len(places), parts[0].shape[1]))
    for chosen, part in zip(rows, parts, strict=True):
        found[chosen] = part
    return found
