"""Operators that set the graphics state and colours."""

from __future__ import annotations

from collections.abc import Callable

from coverkit.facts.marks import Colour, ShadingMark, StateFacts
from coverkit.preflight import values
from coverkit.preflight.canvas import Aside, Canvas
from coverkit.preflight.lexer import Operand
from coverkit.preflight.masks import mask_facts
from coverkit.preflight.objects import NEWER_IN_STATE
from coverkit.preflight.spaces import Space, space
from coverkit.preflight.state import State, bounds, inside, times
from coverkit.records import replace

Operands = list[Operand]
_LARGE = 1e6
_UNCOLOURED = 2
"""The PaintType of tilings that are painted in the colour they are used with."""


def floats(operands: Operands) -> list[float]:
    """Return the operands that are numbers."""
    return [one for one in operands if isinstance(one, float)]


def name(operands: Operands) -> str:
    """Return the last operand as a name with its slash, "" when it is none."""
    return operands[-1] if operands and isinstance(operands[-1], str) else ""


def _concatenate(canvas: Canvas, operands: Operands) -> None:
    a, b, c, d, e, f = floats(operands)[-6:]
    canvas.state.ctm = times((a, b, c, d, e, f), canvas.state.ctm)


def _line_width(canvas: Canvas, operands: Operands) -> None:
    canvas.state.line_width = floats(operands)[-1]


def _intent(canvas: Canvas, operands: Operands) -> None:
    canvas.record.intents[name(operands)[1:]] = None


def _device(family: str, channels: int, fills: bool) -> Callable[[Canvas, Operands], None]:
    def operator(canvas: Canvas, operands: Operands) -> None:
        resources, state = canvas.resources, canvas.state
        found, colour = resources.device(family), resources.device_colour(family, channels, operands)
        if fills:
            state.fill_space, state.fill = found, colour
        else:
            state.stroke_space, state.stroke = found, colour

    return operator


def _choose(fills: bool) -> Callable[[Canvas, Operands], None]:
    def operator(canvas: Canvas, operands: Operands) -> None:
        found = canvas.resources.space(name(operands))
        if fills:
            canvas.state.fill_space, canvas.state.fill = found, found.initial()
        else:
            canvas.state.stroke_space, canvas.state.stroke = found, found.initial()

    return operator


def _set(fills: bool) -> Callable[[Canvas, Operands], None]:
    def operator(canvas: Canvas, operands: Operands) -> None:
        state = canvas.state
        chosen = state.fill_space if fills else state.stroke_space
        pattern = name(operands)
        colour = _pattern(canvas, pattern, chosen, floats(operands)) if pattern else chosen.colour(tuple(floats(operands)))
        if fills:
            state.fill = colour
        else:
            state.stroke = colour

    return operator


def _pattern(canvas: Canvas, called: str, chosen: Space, components: list[float]) -> Colour:
    """Return the colour of a pattern: a shading's own space as its base; a tiling's content is walked once."""
    pattern = canvas.resources.find("/Pattern", called)
    if values.integer(values.get(pattern, "/PatternType")) == 2:
        shading = values.get(pattern, "/Shading")
        inner = space(values.get(shading, "/ColorSpace"), canvas.resources.native)
        return replace(inner.colour(()), space="Pattern", base=inner.family, chain=("Pattern", *inner.chain))
    found = chosen.colour(tuple(components))
    state = State(canvas.base)
    if values.integer(values.get(pattern, "/PaintType")) == _UNCOLOURED:
        base = found.chain[1:2]
        state.fill = state.stroke = replace(found, space="".join(base), base="".join(found.chain[2:3]), chain=found.chain[1:])
    walk_aside(canvas, pattern, called[1:], Aside(state))
    return found


def walk_aside(canvas: Canvas, thing: object, called: str, aside: Aside) -> None:
    """Walk what stands aside, each thing once on a page."""
    key = values.identity(thing)
    if key is not None and key not in canvas.record.walked_aside:
        canvas.record.walked_aside.add(key)
        canvas.nested(canvas, thing, called, aside)


def _shade(canvas: Canvas, operands: Operands) -> None:
    shading = canvas.resources.find("/Shading", name(operands))
    if shading is None:
        return
    inner = space(values.get(shading, "/ColorSpace"), canvas.resources.native)
    state = canvas.state
    box = state.clip or bounds(state.ctm, -_LARGE, -_LARGE, _LARGE, _LARGE)
    canvas.add(
        ShadingMark(
            order=canvas.order,
            box=box,
            seen=inside(box, state.clip),
            kind=values.integer(values.get(shading, "/ShadingType")) or 0,
            colour=inner.colour(()),
            state=state.look,
            level=canvas.level,
            layer=canvas.layer,
        )
    )


def _extended(canvas: Canvas, operands: Operands) -> None:
    called = name(operands)
    native = canvas.resources.find("/ExtGState", called)
    if native is None:
        return
    facts = extended_state(native, called[1:])
    canvas.record.states[hash((called, facts))] = facts
    if facts.rendering_intent:
        canvas.record.intents[facts.rendering_intent] = None
    if facts.soft_mask:
        _mask(canvas, values.get(native, "/SMask"))
    state = canvas.state
    look = state.look
    fill_overprint = facts.stroke_overprint if facts.fill_overprint is None else facts.fill_overprint
    state.look = replace(
        look,
        fill_alpha=look.fill_alpha if facts.fill_alpha is None else facts.fill_alpha,
        stroke_alpha=look.stroke_alpha if facts.stroke_alpha is None else facts.stroke_alpha,
        blend_mode=facts.blend_modes[0] if facts.blend_modes else look.blend_mode,
        soft_mask=facts.soft_mask if values.get(native, "/SMask") is not None else look.soft_mask,
        fill_overprint=look.fill_overprint if fill_overprint is None else fill_overprint,
        stroke_overprint=look.stroke_overprint if facts.stroke_overprint is None else facts.stroke_overprint,
        overprint_mode=look.overprint_mode if facts.overprint_mode is None else facts.overprint_mode,
    )
    width = values.number(values.get(native, "/LW"))
    if width is not None:
        state.line_width = width
    _font_of_state(canvas, native)


def _mask(canvas: Canvas, mask: object) -> None:
    """Keep a soft mask, each group once."""
    masks = canvas.record.masks
    key = values.identity(values.get(mask, "/G")) or len(masks)
    if key not in masks:
        masks[key] = mask_facts(mask, canvas.resources.native)
        walk_aside(canvas, values.get(mask, "/G"), "SMask", Aside(canvas.state.copy()))


def _font_of_state(canvas: Canvas, native: object) -> None:
    pair = values.items(values.get(native, "/Font"))
    size = values.number(pair[1]) if len(pair) == 2 else None
    if size is not None:
        canvas.state.font, canvas.state.font_size = canvas.resources.font_of(pair[0]), size


def extended_state(native: object, called: str) -> StateFacts:
    """Return what an extended graphics state says of print."""
    blend = values.get(native, "/BM")
    modes = tuple(values.name(one) for one in (values.items(blend) or [blend]) if values.name(one))
    mask = values.get(native, "/SMask")
    halftone = values.get(native, "/HT")
    return StateFacts(
        name=called,
        fill_alpha=values.number(values.get(native, "/ca")),
        stroke_alpha=values.number(values.get(native, "/CA")),
        blend_modes=modes,
        soft_mask=mask is not None and values.name(mask) != "None",
        fill_overprint=values.boolean(values.get(native, "/op")),
        stroke_overprint=values.boolean(values.get(native, "/OP")),
        overprint_mode=values.integer(values.get(native, "/OPM")),
        transfer=_present(native, "/TR"),
        transfer2=_present(native, "/TR2"),
        halftone_phase=values.get(native, "/HTP") is not None,
        halftone_type=values.integer(values.get(halftone, "/HalftoneType")),
        halftone_name=values.get(halftone, "/HalftoneName") is not None,
        rendering_intent=values.name(values.get(native, "/RI")),
        newer=tuple(pair for pair in NEWER_IN_STATE if values.get(native, pair[0]) is not None),
    )


def _present(native: object, key: str) -> str:
    """Return a key's name, or "function" for a value that is no name, or "" when it is missing."""
    value = values.get(native, key)
    return "" if value is None else values.name(value) or "function"


TABLE: dict[bytes, Callable[[Canvas, Operands], None]] = {
    b"q": lambda canvas, _: canvas.save(),
    b"Q": lambda canvas, _: canvas.restore(),
    b"cm": _concatenate,
    b"w": _line_width,
    b"ri": _intent,
    b"gs": _extended,
    b"g": _device("DeviceGray", 1, True),
    b"G": _device("DeviceGray", 1, False),
    b"rg": _device("DeviceRGB", 3, True),
    b"RG": _device("DeviceRGB", 3, False),
    b"k": _device("DeviceCMYK", 4, True),
    b"K": _device("DeviceCMYK", 4, False),
    b"cs": _choose(True),
    b"CS": _choose(False),
    b"sc": _set(True),
    b"scn": _set(True),
    b"SC": _set(False),
    b"SCN": _set(False),
    b"sh": _shade,
}
