"""Bring the colours of a drawing into inks: by the issuer's table (name or hex), else through ICC; greys become black ink."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import field
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType

from coverkit.artwork.drawing import Colour, Drawing, Fill, Painted, Pixels, Raster, Rgb, Shade, Spot, Stroke
from coverkit.colour.inks import of_rgb
from coverkit.colour.picture_inks import press_pixels
from coverkit.colour.profile import OutputCondition
from coverkit.datafile import Table
from coverkit.i18n import tr
from coverkit.model.values import Cmyk
from coverkit.records import dataclass, replace

_STEPS = 4
_MANY_STOPS = 16


@dataclass(frozen=True, slots=True)
class InkTable:
    """The inks that a campaign's colours stand for.

    Attributes:
        by_name: by the name of the spot colour, in small letters.
        by_hex: by the screen colour, as #RRGGBB.
    """

    by_name: Mapping[str, Cmyk] = field(default_factory=lambda: MappingProxyType({}))
    by_hex: Mapping[str, Cmyk] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Inked:
    """A drawing whose every colour is an ink mixture, and how the colours came to it.

    Attributes:
        named, matched: how many colours of the table were found by name, by hex.
        kept: how many were inks already.
        converted, neutral: how many went through ICC, and how many became black ink alone.
        pictures: how many pictures were converted.
        most: the greatest total ink, 0 to 4.
        changed: screen colours and the inks they became.
    """

    drawing: Drawing
    named: int
    matched: int
    kept: int
    converted: int
    neutral: int
    pictures: int
    most: float
    changed: Mapping[str, Cmyk]


def read_inks(path: Path) -> InkTable:
    """Read a table of inks: `[[ink]]` entries with `name`, `hex` or both, and `cmyk` in per cent.

    Raises:
        InputError: a key is missing or wrong.
    """
    table = Table.load(path)
    by_name: dict[str, Cmyk] = {}
    by_hex: dict[str, Cmyk] = {}
    for entry in table.tables("ink", optional=False):
        name, code = entry.text("name", ""), entry.text("hex", "").upper().removeprefix("#")
        parts = entry.numbers("cmyk", 4)
        if not all(0 <= part <= 100 for part in parts):
            raise entry.wrong("cmyk", tr("four inks from 0 to 100 per cent"))
        if code and (len(code) != 6 or any(char not in "0123456789ABCDEF" for char in code)):
            raise entry.wrong("hex", tr("a colour like #DA251D"))
        if not (name or code):
            raise entry.wrong("name", tr("a name, a hex, or both"))
        c, m, y, k = (part / 100 for part in parts)
        if name:
            by_name[name.lower()] = Cmyk(c, m, y, k)
        if code:
            by_hex[f"#{code}"] = Cmyk(c, m, y, k)
        entry.finish()
    table.finish()
    return InkTable(MappingProxyType(by_name), MappingProxyType(by_hex))


class _Inker:
    """Colours as they are met; each distinct one counts once."""

    def __init__(self, table: InkTable, condition: OutputCondition) -> None:
        self._table = table
        self._condition = condition
        self._known: dict[Colour, Cmyk] = {}
        self.counts: Counter[str] = Counter()
        self.changed: dict[str, Cmyk] = {}

    def ink(self, colour: Colour, *, counts: bool = True) -> Cmyk:
        if colour not in self._known:
            how, ink = self._decide(colour)
            self._known[colour] = ink
            self.counts[how] += counts
            if isinstance(colour, Rgb) and counts:
                self.changed[colour.hex] = ink
        return self._known[colour]

    def _decide(self, colour: Colour) -> tuple[str, Cmyk]:
        match colour:
            case Cmyk():
                return "kept", colour
            case Rgb():
                found = self._table.by_hex.get(colour.hex)
                if found is not None:
                    return "matched", found
                ink = of_rgb((colour.r, colour.g, colour.b), self._condition, colour.profile or None)
                return "neutral" if ink.c == ink.m == ink.y == 0 else "converted", ink
            case Spot():
                found = self._table.by_name.get(colour.name.lower())
                if found is None:
                    return self._decide(colour.stand_in)
                tint = colour.tint
                return "named", Cmyk(found.c * tint, found.m * tint, found.y * tint, found.k * tint)

    @property
    def most(self) -> float:
        return max((ink.total for ink in self._known.values()), default=0.0)


def into_inks(drawing: Drawing, table: InkTable, condition: OutputCondition) -> Inked:
    """Return a drawing in inks alone."""
    inker = _Inker(table, condition)
    items = tuple(_inked(item, inker, condition) for item in drawing.items)
    pictures = sum(isinstance(item, Raster) and item.pixels.mode == "RGB" for item in drawing.items)
    counts = inker.counts
    return Inked(
        replace(drawing, items=items),
        named=counts["named"],
        matched=counts["matched"],
        kept=counts["kept"],
        converted=counts["converted"],
        neutral=counts["neutral"],
        pictures=pictures,
        most=inker.most,
        changed=MappingProxyType(inker.changed),
    )


def _inked(item: Painted, inker: _Inker, condition: OutputCondition) -> Painted:
    match item:
        case Fill() | Stroke():
            return replace(item, colour=inker.ink(item.colour))
        case Shade():
            for _, colour in item.stops:
                inker.ink(colour)
            return replace(item, stops=tuple((at, inker.ink(colour, counts=False)) for at, colour in _finer(item.stops)))
        case Raster():
            return replace(item, pixels=_inked_pixels(item.pixels, condition))


def _finer(stops: tuple[tuple[float, Colour], ...]) -> tuple[tuple[float, Colour], ...]:
    """Return stops with steps between screen colours, since what lies halfway on the screen is not halfway in ink."""
    if len(stops) > _MANY_STOPS:
        return stops
    found = [stops[0]]
    for (start, one), (end, other) in pairwise(stops):
        if isinstance(one, Rgb) and isinstance(other, Rgb) and one.profile == other.profile and one != other:
            for step in range(1, _STEPS):
                part = step / _STEPS
                mix = [a + (b - a) * part for a, b in ((one.r, other.r), (one.g, other.g), (one.b, other.b))]
                found.append((start + (end - start) * part, Rgb(mix[0], mix[1], mix[2], one.profile)))
        found.append((end, other))
    return tuple(found)


@lru_cache(maxsize=4)
def _inked_pixels(pixels: Pixels, condition: OutputCondition) -> Pixels:
    image = press_pixels(pixels.mode, (pixels.width, pixels.height), pixels.data, pixels.profile or None, condition)
    return Pixels(image.mode, pixels.width, pixels.height, image.tobytes(), alpha=pixels.alpha)
