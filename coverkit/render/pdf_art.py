"""Sealed art as form XObjects: byte for byte on the press, a recoloured copy on the screen and for plates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from coverkit.campaigns.art import Pdf, SealedArt
from coverkit.model.values import Cmyk
from coverkit.render.pdf_inks import Inks, Policy
from coverkit.render.pdf_objects import Book, Raw, Ref, Value, freeze
from coverkit.render.pdf_shading import device, stitched

_NUMBER = rb"[-+]?(?:\d+\.?\d*|\.\d+)"
_COLOUR = re.compile(rb"(?<!\S)(?:((?:" + _NUMBER + rb"\s+){4})([kK])|(" + _NUMBER + rb")\s+([gG]))(?!\S)")
_STEPS = 8
"""Parts that a ramp between two inks is cut into for the proof, where the way between them is not straight."""


def place_art(book: Book, art: SealedArt, inks: Inks) -> Ref:
    """Add sealed art as a form XObject whose box is the art's size.

    On the press its stream is exactly that of the sealed file.
    """
    entries: dict[str, Value] = {
        "/Type": "/XObject",
        "/Subtype": "/Form",
        "/BBox": [0, 0, round(art.width, 4), round(art.height, 4)],
        "/Matrix": [1, 0, 0, 1, 0, 0],
    }
    if inks.on_screen:
        copy = _recoloured(_Key(art), inks)
        return book.stream({**entries, "/Resources": copy.resources}, copy.content)
    if art.filter:
        entries["/Filter"] = art.filter
    return book.stream({**entries, "/Resources": _as_sealed(_Key(art))}, art.stream)


@dataclass(frozen=True, slots=True)
class _Copy:
    content: bytes
    resources: Raw


class _Key:
    """Art that is known by its hash (its resources cannot be hashed)."""

    __slots__ = ("art",)

    def __init__(self, art: SealedArt) -> None:
        self.art = art

    def __hash__(self) -> int:
        return hash(self.art.sha256)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other.art.sha256 == self.art.sha256


@lru_cache(maxsize=32)
def _recoloured(key: _Key, inks: Inks) -> _Copy:
    def operator(match: re.Match[bytes]) -> bytes:
        ink = _ink([float(text) for text in (match[1] or match[3]).split()])
        return (inks.stroke(ink) if (match[2] or match[4]).isupper() else inks.fill(ink)).encode()

    return _Copy(_COLOUR.sub(operator, key.art.content), freeze(_mapped(key.art.resources, inks)))


@lru_cache(maxsize=32)
def _as_sealed(key: _Key) -> Raw:
    return freeze(key.art.resources)


def _ink(parts: list[float]) -> Cmyk:
    return Cmyk(0.0, 0.0, 0.0, 1 - parts[0]) if len(parts) == 1 else Cmyk(*parts)


def _mapped(value: Pdf, inks: Inks) -> Value:
    """Return resources with every colour mapped: in functions, and as background."""
    if isinstance(value, list):
        return [_mapped(item, inks) for item in value]
    if not isinstance(value, dict):
        return inks.space if value in ("/DeviceCMYK", "/DeviceGray") else value
    if value.get("/FunctionType") == 2:
        return _ramp(value, inks)
    return {
        key: _colour(item, inks) if key in ("/Background", "/C0", "/C1") else _mapped(item, inks) for key, item in value.items()
    }


def _colour(value: Pdf, inks: Inks) -> list[float]:
    return device(inks.components(_ink(_floats(value))))


def _floats(value: Pdf) -> list[float]:
    return [float(part) for part in value if isinstance(part, int | float)] if isinstance(value, list) else []


def _ramp(function: dict[str, Pdf], inks: Inks) -> Value:
    """Map a ramp between two inks; only on the plates is it a straight one again."""
    first, last = _ink(_floats(function.get("/C0", [0.0]))), _ink(_floats(function.get("/C1", [1.0])))
    if inks.policy is not Policy.PROOF or function.get("/N") != 1:
        return {**function, "/C0": device(inks.components(first)), "/C1": device(inks.components(last))}
    colours = [device(inks.components(last.mixed_over(first, step / _STEPS))) for step in range(_STEPS + 1)]
    return stitched([step / _STEPS for step in range(_STEPS + 1)], colours)
