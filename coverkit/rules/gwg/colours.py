"""Colours as the Ghent Workgroup's rules count them. No verdicts."""

from __future__ import annotations

from coverkit.facts.marks import PROCESS, Colour

_HOLDING = ("Indexed", "Pattern")
_NAMED = ("Separation", "DeviceN")
_CHANNELS = {"DeviceGray": "gray", "DeviceRGB": "RGB", "DeviceCMYK": "CMYK"}


def tints(colour: Colour) -> tuple[tuple[str, float], ...]:
    """Return the inks of a colour with their amounts, 0 to 1; empty for a colour that is not given in inks.

    DeviceCMYK has the four of the press, Separation and DeviceN their own; None is no ink.
    """
    if colour.space == "DeviceCMYK" and not colour.remapped:
        return tuple(zip(PROCESS, colour.components, strict=False))
    if colour.space in _NAMED:
        pairs = zip(colour.colorants, colour.components, strict=False)
        return tuple((name, amount) for name, amount in pairs if name != "None")
    return ()


def inks_above_0(colour: Colour) -> int:
    """Return how many components of a colour in inks are above 0; a profiled CMYK colour counts as one in inks."""
    if colour.chain[:2] == ("ICCBased", "DeviceCMYK"):
        return sum(1 for amount in colour.components if amount > 0)
    return sum(1 for _, amount in tints(colour) if amount > 0)


def direct_space(colour: Colour) -> str:
    """Return the space that a colour is in, out of palettes and patterns; "" for a coloured pattern or an unknown space."""
    return next(iter(_spaces(colour)), "")


def alternate_space(colour: Colour) -> str:
    """Return the alternate space of a Separation or DeviceN, "" for other spaces."""
    spaces = _spaces(colour)
    return spaces[1] if len(spaces) > 1 and spaces[0] in _NAMED else ""


def _spaces(colour: Colour) -> tuple[str, ...]:
    """Return the spaces from the outside to the inside; an ICCBased one with its channels: "ICCBased CMYK"."""
    found: list[str] = []
    for family in colour.chain:
        if found and found[-1] == "ICCBased":
            found[-1] += f" {_CHANNELS.get(family, '')}".rstrip()
        elif family not in _HOLDING:
            found.append(family)
    return tuple(found)
