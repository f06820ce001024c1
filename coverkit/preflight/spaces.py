"""Colour spaces: what a name or an array of a PDF means, as far as print has to know."""

from __future__ import annotations

from itertools import islice

from coverkit.facts.digest import digest
from coverkit.facts.marks import Colour
from coverkit.preflight import values
from coverkit.preflight.streams import TooLargeError, decoded, sha256, whole
from coverkit.records import dataclass, replace

CHANNELS = {
    "DeviceGray": 1,
    "CalGray": 1,
    "Separation": 1,
    "Indexed": 1,
    "DeviceRGB": 3,
    "CalRGB": 3,
    "Lab": 3,
    "DeviceCMYK": 4,
    "Pattern": 0,
}
_SHORT = {"G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK", "I": "Indexed"}
_DEFAULTS = {"DeviceGray": "/DefaultGray", "DeviceRGB": "/DefaultRGB", "DeviceCMYK": "/DefaultCMYK"}
_DEEPEST = 8
_MOST_DESCRIBED = 64
_SEPARATION = 4
"""Items of a Separation: family, name, alternate space, tint transform."""


@dataclass(frozen=True, slots=True)
class Space:
    """A colour space; see `Colour` for the fields they share."""

    family: str
    channels: int
    colorants: tuple[str, ...] = ()
    base: str = ""
    profile_sha256: str = ""
    remapped: bool = False
    chain: tuple[str, ...] = ()
    definition: str = ""
    described: tuple[tuple[str, str], ...] = ()

    def colour(self, components: tuple[float, ...]) -> Colour:
        """Return a colour of this space."""
        return Colour(
            self.family,
            components,
            self.colorants,
            self.base,
            self.profile_sha256,
            self.remapped,
            self.chain,
            self.definition,
            self.described,
        )

    def initial(self) -> Colour:
        """Return the colour that selecting the space sets."""
        match self.family:
            case "DeviceCMYK":
                return self.colour((0.0, 0.0, 0.0, 1.0))
            case "Separation" | "DeviceN":
                return self.colour((1.0,) * self.channels)
            case _:
                return self.colour((0.0,) * self.channels)


DEVICE_GRAY = Space("DeviceGray", 1, chain=("DeviceGray",))
UNKNOWN = Space("", 0)


def device(family: str, resources: object, depth: int = 0) -> Space:
    """Return a device space; it is remapped where the resources redefine it."""
    redefined = values.get(values.get(resources, "/ColorSpace"), _DEFAULTS[family])
    chain = (family,) if redefined is None else space(redefined, resources, depth + 1).chain
    return Space(family, CHANNELS[family], remapped=redefined is not None, chain=chain or (family,))


def space(value: object, resources: object, depth: int = 0) -> Space:
    """Return the colour space that a value of a PDF means; family "" when it means none."""
    if depth > _DEEPEST:
        return UNKNOWN
    called = values.name(value)
    if called:
        return named(called, resources, depth)
    listed = values.items(value)
    if not listed:
        return UNKNOWN
    family = values.name(listed[0])
    family = _SHORT.get(family, family)
    if len(listed) == 1:
        return named(family, resources, depth + 1)
    return _described(family, listed, resources, depth)


def named(called: str, resources: object, depth: int = 0) -> Space:
    """Return the space of a name: a device space, or what the resources call so."""
    called = _SHORT.get(called, called)
    if called in _DEFAULTS:
        return device(called, resources, depth)
    if called == "Pattern":
        return Space("Pattern", 0, chain=("Pattern",))
    found = values.get(values.get(resources, "/ColorSpace"), f"/{called}")
    return UNKNOWN if found is None else space(found, resources, depth + 1)


def _described(family: str, listed: list[object], resources: object, depth: int) -> Space:
    match family:
        case "ICCBased":
            return _icc(listed[1], resources, depth)
        case "Separation" | "DeviceN":
            names = [values.name(one) for one in (values.items(listed[1]) or [listed[1]])]
            below = space(listed[2], resources, depth + 1) if len(listed) > 2 else UNKNOWN
            chain, described = (family, *below.chain), _described_inks(listed[4] if len(listed) > 4 else None)
            return Space(
                family,
                len(names),
                tuple(names),
                below.family,
                chain=chain,
                definition=_definition(listed),
                described=described,
            )
        case "Indexed" | "Pattern":
            below = space(listed[1], resources, depth + 1)
            channels = 1 if family == "Indexed" else below.channels
            chain = (family, *below.chain)
            return replace(below, family=family, base=below.family, channels=channels, remapped=False, chain=chain)
        case "CalGray" | "CalRGB" | "Lab":
            return Space(family, CHANNELS[family], chain=(family,))
        case _:
            return UNKNOWN


def _definition(listed: list[object]) -> str:
    return digest([whole(one) for one in listed[2:4]])


def _described_inks(attributes: object) -> tuple[tuple[str, str], ...]:
    """Return the inks that the attributes of a DeviceN describe, with their definitions."""
    found = []
    listed = values.get(attributes, "/Colorants")
    for key, one in islice(values.entries(listed), _MOST_DESCRIBED):
        separation = values.items(one)
        if len(separation) == _SEPARATION:
            found.append((key[1:], _definition(separation)))
    return tuple(found)


def _icc(stream: object, resources: object, depth: int) -> Space:
    channels = values.integer(values.get(stream, "/N")) or 0
    base = {1: "DeviceGray", 3: "DeviceRGB", 4: "DeviceCMYK"}.get(channels, "")
    try:
        profile = sha256(decoded(stream))
    except TooLargeError:
        profile = ""
    return Space("ICCBased", channels, base=base, profile_sha256=profile, chain=("ICCBased", base))
