"""Operators that paint XObjects and inline images."""

from __future__ import annotations

import math
from collections.abc import Callable

from coverkit.facts.marks import Colour, FormMark, ImageMark
from coverkit.geometry import Rect
from coverkit.preflight import values
from coverkit.preflight.canvas import Canvas
from coverkit.preflight.groups import group
from coverkit.preflight.jpeg2000 import own_space
from coverkit.preflight.lexer import Operand
from coverkit.preflight.operators_state import name
from coverkit.preflight.spaces import UNKNOWN, Space, named, space
from coverkit.preflight.state import State, bounds, inside, times
from coverkit.preflight.streams import ABBREVIATED, TooLargeError, decoded, filters, raw, raw_sha256, sha256
from coverkit.records import replace

Operands = list[Operand]
_INCH = 25.4


def _do(canvas: Canvas, operands: Operands) -> None:
    called = name(operands)
    thing = canvas.resources.find("/XObject", called)
    match values.name(values.get(thing, "/Subtype")):
        case "Image":
            canvas.add(_image(canvas, thing, called[1:]))
        case "Form":
            paint_form(canvas, thing, called[1:])
        case "PS":
            # What it paints only a PostScript machine can tell.
            canvas.record.unread[f"{called[1:]}: PostScript"] = None


def paint_form(canvas: Canvas, form: object, called: str) -> None:
    """Record a form and what it paints."""
    content = _content(form)
    canvas.add(_form(canvas, form, called, content))
    canvas.nested(canvas, form, called, content=content)


def _image(canvas: Canvas, image: object, called: str) -> ImageMark:
    state = canvas.state
    width, height = (values.integer(values.get(image, key)) or 0 for key in ("/Width", "/Height"))
    is_mask = values.boolean(values.get(image, "/ImageMask")) is True
    mask = values.get(image, "/Mask")
    intent = values.name(values.get(image, "/Intent"))
    if intent:
        canvas.record.intents[intent] = None
    box = bounds(state.ctm, 0.0, 0.0, 1.0, 1.0)
    return ImageMark(
        order=canvas.order,
        box=box,
        seen=inside(box, state.clip),
        name=called,
        width=width,
        height=height,
        bits=1 if is_mask else values.integer(values.get(image, "/BitsPerComponent")) or _usual_bits(filters(image)),
        colour=state.fill if is_mask else _space_of_image(image, canvas.resources.native).colour(()),
        filters=filters(image),
        mask=is_mask,
        soft_mask=values.get(image, "/SMask") is not None or bool(values.integer(values.get(image, "/SMaskInData"))),
        stencil=mask is not None,
        ppi=_ppi(state, width, height),
        state=state.look,
        alternates=values.get(image, "/Alternates") is not None,
        level=canvas.level,
        layer=canvas.layer_of(image),
    )


def _space_of_image(image: object, resources: object) -> Space:
    stated = values.get(image, "/ColorSpace")
    if stated is None and filters(image) == ("JPXDecode",):
        return own_space(raw(image))
    return space(stated, resources)


def _usual_bits(coding: tuple[str, ...]) -> int:
    """Return the bits of an image that does not say: fax codings know one only."""
    return 1 if coding[-1:] in (("CCITTFaxDecode",), ("JBIG2Decode",)) else 8


def _ppi(state: State, width: int, height: int) -> float:
    """Return the effective resolution on the worse axis; infinite for an image without extent."""
    a, b, c, d, _, _ = state.ctm
    across, down = math.hypot(a, b), math.hypot(c, d)
    return min(
        width * _INCH / across if across else math.inf,
        height * _INCH / down if down else math.inf,
    )


def _content(form: object) -> bytes | None:
    try:
        return decoded(form)
    except TooLargeError:
        return None


def _form(canvas: Canvas, form: object, called: str, content: bytes | None) -> FormMark:
    state = canvas.state
    matrix = times(values.matrix(values.get(form, "/Matrix")) or (1.0, 0.0, 0.0, 1.0, 0.0, 0.0), state.ctm)
    left, low, right, high = (values.numbers(values.get(form, "/BBox")) + (0.0,) * 4)[:4]
    box = bounds(matrix, left, low, right, high)
    a, b, c, d, _, _ = matrix
    angle = math.degrees(math.atan2(b, a))
    resources = values.get(form, "/Resources")
    # Only sealed art is known by its resources, and that sets no type.
    is_compared = canvas.level == 0 and values.get(resources, "/Font") is None
    return FormMark(
        order=canvas.order,
        box=box,
        seen=inside(box, state.clip),
        name=called,
        raw_sha256=raw_sha256(form),
        sha256="" if content is None else sha256(content),
        resources_digest=values.digest_of(resources) if is_compared else "",
        width=abs(right - left) * math.hypot(a, b),
        height=abs(high - low) * math.hypot(c, d),
        angle=round(angle % 360, 6) % 360,
        # The page's y runs downwards, so an upright form has a negative determinant.
        mirrored=a * d - b * c > 0,
        skew=abs(90 - abs(math.degrees(math.atan2(a * d - b * c, a * c + b * d)))) if a or b or c or d else 0.0,
        group=group(form, resources),
        state=state.look,
        level=canvas.level,
        layer=canvas.layer_of(form),
    )


def _inline(canvas: Canvas, operands: Operands) -> None:
    entries = operands[0] if operands and isinstance(operands[0], dict) else {}
    state = canvas.state

    def entry(short: str, full: str) -> Operand:
        return entries.get(short, entries.get(full))

    width, height = (int(one) if isinstance(one, float) else 0 for one in (entry("/W", "/Width"), entry("/H", "/Height")))
    is_mask = entry("/IM", "/ImageMask") is True
    bits = entry("/BPC", "/BitsPerComponent")
    coding = _inline_filters(entry("/F", "/Filter"))
    intent = entries.get("/Intent")
    if isinstance(intent, str):
        canvas.record.intents[intent[1:]] = None
    box: Rect = bounds(state.ctm, 0.0, 0.0, 1.0, 1.0)
    canvas.add(
        ImageMark(
            order=canvas.order,
            box=box,
            seen=inside(box, state.clip),
            name="",
            width=width,
            height=height,
            bits=1 if is_mask else int(bits) if isinstance(bits, float) else _usual_bits(coding),
            colour=state.fill if is_mask else _inline_space(canvas, entry("/CS", "/ColorSpace")),
            filters=coding,
            mask=is_mask,
            soft_mask=False,
            stencil=False,
            ppi=_ppi(state, width, height),
            state=state.look,
            level=canvas.level,
            layer=canvas.layer,
        )
    )


def _inline_space(canvas: Canvas, value: Operand) -> Colour:
    """Return the space of an inline image; of an Indexed one, with its base."""
    if isinstance(value, str):
        return named(value[1:], canvas.resources.native).colour(())
    if isinstance(value, list) and len(value) > 1 and isinstance(value[1], str):
        base = named(value[1][1:], canvas.resources.native)
        return replace(base.colour(()), space="Indexed", base=base.family, chain=("Indexed", *base.chain))
    return UNKNOWN.colour(())


def _inline_filters(value: Operand) -> tuple[str, ...]:
    listed = value if isinstance(value, list) else [value]
    names = [one[1:] for one in listed if isinstance(one, str)]
    return tuple(ABBREVIATED.get(one, one) for one in names)


def _begin_marked(canvas: Canvas, operands: Operands) -> None:
    canvas.marked.append(canvas.layer)
    if not canvas.layer and operands and operands[0] == "/OC":
        canvas.layer = canvas.record.layers.of(canvas.resources.find("/Properties", name(operands)))


def _end_marked(canvas: Canvas, _: Operands) -> None:
    if canvas.marked:
        canvas.layer = canvas.marked.pop()


TABLE: dict[bytes, Callable[[Canvas, Operands], None]] = {
    b"Do": _do,
    b"BI": _inline,
    b"BMC": _begin_marked,
    b"BDC": _begin_marked,
    b"EMC": _end_marked,
}
