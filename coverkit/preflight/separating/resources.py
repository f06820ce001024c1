"""Pictures, gradients and graphics states as one ink sees them: in grey, 1 is paper."""

from __future__ import annotations

import zlib

import pikepdf
from PIL import Image

from coverkit.i18n import tr
from coverkit.preflight import values
from coverkit.preflight.drawing.images import pixels_of
from coverkit.preflight.separating.state import State, not_flat
from coverkit.records import replace

_BLACK = 3
_MOST_PIXELS = 4_000_000
"""Of a picture; 500 ppi on A5. More changes no mean."""
_AXIAL, _RADIAL = 2, 3
_MOST_PARTS = 512


def grey_picture(pdf: pikepdf.Pdf, image: object, resources: object) -> tuple[pikepdf.Stream, ...]:
    """Return a picture's four plates.

    Raises:
        InputError: it is masked, or of another colour space.
    """
    if any(values.get(image, key) is not None for key in ("/SMask", "/Mask", "/SMaskInData")):
        raise not_flat(tr("a picture is masked"))
    space = values.name(values.get(image, "/ColorSpace"))
    if space not in ("DeviceCMYK", "DeviceGray"):
        raise not_flat(tr("a picture is not in DeviceCMYK or DeviceGray"))
    pixels = pixels_of(image, resources, "PDF")
    found = Image.frombytes(pixels.mode, (pixels.width, pixels.height), pixels.data)
    factor = 1
    while found.width * found.height > _MOST_PIXELS * factor**2:
        factor += 1
    found = found.reduce(factor) if factor > 1 else found
    if space == "DeviceGray":
        white = Image.new("L", (1, 1), 255)
        return tuple(_stream(pdf, found.convert("L") if ink == _BLACK else white) for ink in range(4))
    if found.mode != "CMYK":
        raise not_flat(tr("a picture is not in DeviceCMYK or DeviceGray"))
    return tuple(_stream(pdf, plane.point(lambda level: 255 - level)) for plane in found.split())


def _stream(pdf: pikepdf.Pdf, grey: Image.Image) -> pikepdf.Stream:
    made = pdf.make_stream(zlib.compress(grey.tobytes(), 1))
    made.update(
        pikepdf.Dictionary(
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Image,
            Width=grey.width,
            Height=grey.height,
            ColorSpace=pikepdf.Name.DeviceGray,
            BitsPerComponent=8,
            Filter=pikepdf.Name.FlateDecode,
        )
    )
    return made


def grey_gradient(shading: object, ink: int) -> pikepdf.Dictionary:
    """Return a gradient as an ink sees it.

    Raises:
        InputError: it is of another kind than the plain ones along a line or between circles.
    """
    plain = values.integer(values.get(shading, "/ShadingType")) in (_AXIAL, _RADIAL)
    space = values.name(values.get(shading, "/ColorSpace"))
    if not plain or space != "DeviceCMYK" or values.get(shading, "/Background") is not None:
        raise not_flat(tr("a gradient of a rare kind"))
    made = pikepdf.Dictionary(dict(values.entries(shading)))
    made.ColorSpace = pikepdf.Name.DeviceGray
    made.Function = _grey_function(values.get(shading, "/Function"), ink, [_MOST_PARTS])
    return made


def _grey_function(function: object, ink: int, left: list[int]) -> pikepdf.Dictionary:
    left[0] -= 1
    kind = values.integer(values.get(function, "/FunctionType"))
    if left[0] < 0 or kind not in (2, 3) or not values.is_dictionary(function):
        raise not_flat(tr("a gradient of a rare kind"))
    made = pikepdf.Dictionary(dict(values.entries(function)))
    if kind == 3:
        parts = values.items(values.get(function, "/Functions"))
        made.Functions = pikepdf.Array([_grey_function(one, ink, left) for one in parts])
        return made
    ends = [values.numbers(values.get(function, key)) for key in ("/C0", "/C1")]
    if any(len(end) != 4 for end in ends):
        raise not_flat(tr("a gradient of a rare kind"))
    made.C0, made.C1 = (pikepdf.Array([1 - end[ink]]) for end in ends)
    if "/Range" in made:
        del made.Range
    return made


def after(state: State, parameters: object) -> State:
    """Return the state after an entry of graphics states was set.

    Raises:
        InputError: it lets something show through.
    """
    mask, mode = values.get(parameters, "/SMask"), values.get(parameters, "/BM")
    modes = values.items(mode) or [mode]
    opaque = all((values.number(values.get(parameters, key)) or 0.0) == 1.0 for key in ("/ca", "/CA") if _has(parameters, key))
    plain = mode is None or values.name(modes[0]) in ("Normal", "Compatible")
    if not opaque or not plain or (mask is not None and values.name(mask) != "None"):
        raise not_flat(tr("the page has live transparency"))
    stroke = values.boolean(values.get(parameters, "/OP"))
    fill = values.boolean(values.get(parameters, "/op"))
    if stroke is not None:
        state = replace(state, stroke_over=stroke, fill_over=stroke if fill is None else state.fill_over)
    if fill is not None:
        state = replace(state, fill_over=fill)
    over_mode = values.integer(values.get(parameters, "/OPM"))
    return state if over_mode is None else replace(state, over_mode=over_mode)


def _has(parameters: object, key: str) -> bool:
    return values.get(parameters, key) is not None
