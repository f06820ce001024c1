"""What sealed art may consist of: paths, clips, axial or radial shadings, opaque pictures; all in CMYK or grey.

So it has no fonts, no transparency, no other colour spaces, and it looks the same on every press. Asked when a
campaign is sealed and when one is imported; art that is painted was asked before.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from coverkit.campaigns.art import ArtPicture, Pdf, SealedArt
from coverkit.errors import InputError
from coverkit.i18n import tr

_OPERANDS: Mapping[str, int] = {
    **dict.fromkeys(("q", "Q", "h", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n", "W", "W*"), 0),
    **dict.fromkeys(("w", "J", "j", "M", "i", "g", "G", "sh", "ri", "Do"), 1),
    **dict.fromkeys(("m", "l", "d"), 2),
    **dict.fromkeys(("v", "y", "re", "k", "K"), 4),
    **dict.fromkeys(("cm", "c"), 6),
}
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)")
_DASHES = re.compile(rb"\[[-+.\d\s]*\]")
_PICTURE_KEYS = {"/Type", "/Subtype", "/Width", "/Height", "/BitsPerComponent", "/ColorSpace", "/Filter"}
_SPACES = {"/DeviceCMYK": 4, "/DeviceGray": 1}


def require_sealed_art(art: SealedArt, name: str) -> None:
    """Make sure that art holds only what sealed art may.

    Args:
        art: the art, read.
        name: what the message calls it.

    Raises:
        InputError: it holds something else; the message says what.
    """
    found = _wrong_operator(art) or _wrong_resource(art.resources) or _wrong_picture(art)
    if found:
        raise InputError(
            tr("{name} is not sealed art: it holds “{found}”.", name=name, found=found[:40]),
            tr(
                "Sealed art has outlines and pictures in CMYK or grey, without fonts and transparency. "
                "“coverkit campaigns art” makes it."
            ),
        )


def _wrong_operator(art: SealedArt) -> str:
    """Return the first thing in the content that does not belong there, or "" ."""
    operands: list[str] = []
    shadings = art.resources.get("/Shading")
    named = {"sh": shadings if isinstance(shadings, dict) else {}, "Do": art.pictures}
    for token in _DASHES.sub(b" 0 ", art.content).decode("latin-1").split():
        if _NUMBER.fullmatch(token) or token.startswith("/"):
            operands.append(token)
        elif _OPERANDS.get(token) != len(operands) or any(
            one.startswith("/") and one not in named.get(token, ()) and token != "ri" for one in operands
        ):
            return token
        else:
            operands = []
    return " ".join(operands)


def _wrong_resource(resources: Mapping[str, Pdf]) -> str:
    for key, value in resources.items():
        if key not in ("/Shading", "/ProcSet") and value not in ({}, None):
            return key
    shadings = resources.get("/Shading", {})
    if not isinstance(shadings, dict):
        return "/Shading"
    return next((name for name, shading in shadings.items() if not _is_shading(shading)), "")


def _wrong_picture(art: SealedArt) -> str:
    return next((name for name, picture in art.pictures.items() if not _is_picture(picture)), "")


def _is_picture(picture: ArtPicture) -> bool:
    """Tell whether a picture is opaque, of 8 bits, in CMYK or grey, deflated, and as large as it says."""
    entries = picture.entries
    if not entries.keys() <= _PICTURE_KEYS or entries.get("/Subtype") != "/Image" or entries.get("/BitsPerComponent") != 8:
        return False
    space = entries.get("/ColorSpace")
    if not isinstance(space, str) or space not in _SPACES:
        return False
    try:
        return bool(picture.samples())
    except ValueError:
        return False


def _is_shading(shading: Pdf) -> bool:
    if not isinstance(shading, dict):
        return False
    space = shading.get("/ColorSpace")
    components = _SPACES.get(space, 0) if isinstance(space, str) else 0
    lengths = {2: 4, 3: 6}
    kind, coords = shading.get("/ShadingType"), shading.get("/Coords")
    wanted = lengths.get(kind) if isinstance(kind, int) else None
    return bool(components) and _numbers(coords) == wanted is not None and _is_function(shading.get("/Function"), components, 0)


def _is_function(function: Pdf, components: int, depth: int) -> bool:
    if not isinstance(function, dict) or depth > 2:
        return False
    if function.get("/FunctionType") == 2:
        ends = (function.get("/C0"), function.get("/C1"))
        power = function.get("/N")
        in_order = _numbers(function.get("/Domain", [0, 1])) == 2 and isinstance(power, int | float) and power > 0
        return in_order and all(_numbers(end) == components for end in ends)
    parts, bounds, encode = function.get("/Functions"), function.get("/Bounds"), function.get("/Encode")
    return (
        function.get("/FunctionType") == 3
        and isinstance(parts, list)
        and bool(parts)
        and _numbers(bounds) == len(parts) - 1
        and _numbers(encode) == 2 * len(parts)
        and _numbers(function.get("/Domain")) == 2
        and all(_is_function(part, components, depth + 1) for part in parts)
    )


def _numbers(value: Pdf) -> int:
    """Return how many numbers a list holds; -1 for what is no list of numbers."""
    good = isinstance(value, list) and all(isinstance(one, int | float) and not isinstance(one, bool) for one in value)
    return len(value) if good and isinstance(value, list) else -1
