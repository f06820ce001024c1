"""Colour spaces of a PDF as what makes colours of their components."""

from __future__ import annotations

from collections.abc import Callable

from coverkit.artwork.drawing import Colour, Rgb, Spot
from coverkit.artwork.refusal import not_simple
from coverkit.i18n import tr
from coverkit.model.values import Cmyk
from coverkit.preflight import values
from coverkit.preflight.drawing.functions import function_of
from coverkit.preflight.drawing.lab import lab_colour
from coverkit.preflight.streams import TooLargeError, decoded
from coverkit.records import dataclass

_SHORT = {"G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK"}
_PROCESS = {"Cyan": 0, "Magenta": 1, "Yellow": 2, "Black": 3}
_DEEPEST = 8

Maker = Callable[[tuple[float, ...]], Colour | None]


@dataclass(frozen=True, slots=True)
class Space:
    """A colour space: how many components, what they make (None paints nothing), and what it starts with."""

    channels: int
    make: Maker
    initial: tuple[float, ...]
    profile: bytes = b""
    base: object = None


def _grey(parts: tuple[float, ...]) -> Colour:
    return Cmyk(0.0, 0.0, 0.0, round(1.0 - parts[0], 6))


def _cmyk(parts: tuple[float, ...]) -> Colour:
    c, m, y, k = (min(1.0, max(0.0, part)) for part in parts)
    return Cmyk(c, m, y, k)


GREY = Space(1, _grey, (0.0,))
CMYK = Space(4, _cmyk, (0.0, 0.0, 0.0, 1.0))
RGB = Space(3, lambda parts: Rgb(parts[0], parts[1], parts[2]), (0.0, 0.0, 0.0))
_DEVICES = {"DeviceGray": GREY, "CalGray": GREY, "DeviceRGB": RGB, "CalRGB": RGB, "DeviceCMYK": CMYK}
PATTERN = Space(0, lambda _: None, ())


def space_of(value: object, resources: object, name: str, depth: int = 0) -> Space:
    """Return the space that a name or array means.

    Raises:
        InputError: one that sealed art has no inks for.
    """
    if depth > _DEEPEST:
        raise _odd(name, "…")
    called = values.name(value)
    if called:
        called = _SHORT.get(called, called)
        if called == "Pattern":
            return PATTERN
        if called in _DEVICES:
            return _DEVICES[called]
        found = values.get(values.get(resources, "/ColorSpace"), f"/{called}")
        if found is None:
            raise _odd(name, called)
        return space_of(found, resources, name, depth + 1)
    listed = values.items(value)
    family = values.name(listed[0]) if listed else ""
    if len(listed) == 1:
        return space_of(listed[0], resources, name, depth + 1)
    return _described(family, listed, resources, name, depth)


def _described(family: str, listed: list[object], resources: object, name: str, depth: int) -> Space:
    match family:
        case "ICCBased":
            return _icc(listed[1], name)
        case "CalGray" | "CalRGB":
            return _DEVICES[family]
        case "Lab":
            return _lab(listed[1])
        case "Pattern":
            return PATTERN
        case "Separation":
            return _separation(listed, resources, name, depth)
        case "DeviceN":
            return _several(listed, name)
        case _:
            raise _odd(name, family or "?")


def _icc(stream: object, name: str) -> Space:
    match values.integer(values.get(stream, "/N")):
        case 1:
            return GREY
        case 3:
            try:
                profile = decoded(stream)
            except TooLargeError:
                profile = b""
            return Space(3, lambda parts: Rgb(parts[0], parts[1], parts[2], profile), (0.0, 0.0, 0.0), profile)
        case 4:
            return CMYK
        case _:
            raise _odd(name, "ICCBased")


def _lab(entries: object) -> Space:
    low_a, high_a, low_b, high_b = values.numbers(values.get(entries, "/Range")) or (-100.0, 100.0, -100.0, 100.0)

    def make(parts: tuple[float, ...]) -> Colour:
        lightness, a, b = parts
        return lab_colour(lightness, min(high_a, max(low_a, a)), min(high_b, max(low_b, b)))

    return Space(3, make, (0.0, min(high_a, max(low_a, 0.0)), min(high_b, max(low_b, 0.0))))


def _separation(listed: list[object], resources: object, name: str, depth: int) -> Space:
    ink = values.name(listed[1])
    if ink in _PROCESS:
        at = _PROCESS[ink]
        return Space(1, lambda parts: _cmyk(tuple(parts[0] if one == at else 0.0 for one in range(4))), (1.0,))
    if ink == "None":
        return Space(1, lambda _: None, (1.0,))
    if ink == "All" or len(listed) < 4:
        raise not_simple(name, tr("the registration colour, which prints on every plate"))
    base = space_of(listed[2], resources, name, depth + 1)
    tint = function_of(listed[3], name)

    def make(parts: tuple[float, ...]) -> Colour | None:
        stand_in = base.make(tint(parts[0]))
        if stand_in is None or isinstance(stand_in, Spot):
            raise _odd(name, ink)
        return Spot(ink, parts[0], stand_in)

    return Space(1, make, (1.0,))


def _several(listed: list[object], name: str) -> Space:
    inks = [values.name(one) for one in values.items(listed[1])]
    if not inks or not all(ink in _PROCESS or ink == "None" for ink in inks):
        raise _odd(name, ", ".join(inks) or "DeviceN")

    def make(parts: tuple[float, ...]) -> Colour:
        found = [0.0] * 4
        for ink, part in zip(inks, parts, strict=False):
            if ink in _PROCESS:
                found[_PROCESS[ink]] = part
        return _cmyk(tuple(found))

    return Space(len(inks), make, (1.0,) * len(inks))


def _odd(name: str, space: str) -> Exception:
    return not_simple(name, tr("colours of the kind “{space}”", space=space))
