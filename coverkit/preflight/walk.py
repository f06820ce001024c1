"""Walk the content of a page, with the forms and patterns in it, and record what it paints. Safe against loops and bombs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

import pikepdf

from coverkit.preflight import operators_object, operators_path, operators_state, operators_text, values
from coverkit.preflight.canvas import Aside, Canvas, PageRecord
from coverkit.preflight.extremes import look_at_limits
from coverkit.preflight.lexer import Instruction, extent, instructions
from coverkit.preflight.limits import MAX_FORM_DEPTH, MAX_STREAM
from coverkit.preflight.resources import Resources
from coverkit.preflight.state import IDENTITY, NOWHERE, State, bounds, inside, times
from coverkit.preflight.streams import TooLargeError, decoded
from coverkit.preflight.values import Matrix

_SILENT = (b"MP", b"DP", b"BX", b"EX", b"d", b"i", b"j", b"J", b"M", b"d0", b"d1")
_OPERATORS: dict[bytes, Callable[[Canvas, Any], None]] = {
    **operators_path.TABLE,
    **operators_state.TABLE,
    **operators_text.TABLE,
    **operators_object.TABLE,
    **{word: (lambda _, __: None) for word in _SILENT},
}
_LOOK_AT_CLOCK = 2048
_LARGEST_KNOWN = 1 << 20
"""Bytes of a form's content whose instructions are kept for the next file."""


def walk(page: object, resources: object, base: Matrix, record: PageRecord) -> None:
    """Record what a page paints.

    Args:
        page: the page's dictionary.
        resources: its own or inherited resources.
        base: from the page's user space to mm from the trim's top left.
        record: where marks and the rest go.
    """
    data = _contents(page, record)
    look_at_limits(data, resources, record)
    canvas = Canvas(record, Resources(resources, record.fonts), State(base), base, 0, nested)
    _run(canvas, instructions(data, extent))


def _contents(page: object, record: PageRecord) -> bytes:
    """Return the content of a page: its streams joined."""
    listed = values.get(page, "/Contents")
    streams = values.items(listed) if not isinstance(listed, pikepdf.Stream) else [listed]
    parts: list[bytes] = []
    for stream in streams:
        try:
            parts.append(decoded(stream))
        except TooLargeError as error:
            record.unread[f"content stream: {error}"] = None
        if sum(map(len, parts)) > MAX_STREAM:
            record.unread["content too long"] = None
            break
    return b"\n".join(parts)


def _run(canvas: Canvas, steps: Iterable[Instruction]) -> None:
    record = canvas.record
    operators = _OPERATORS
    count = 0
    for word, operands in steps:
        count += 1
        operator = operators.get(word)
        if operator is None:
            record.unknown[word.decode("latin-1")] = None
            continue
        try:
            operator(canvas, operands)
        except (ValueError, IndexError, TypeError, OverflowError):
            record.unread[f"operator {word.decode('latin-1')} with wrong operands"] = None
        if count % _LOOK_AT_CLOCK == 0:
            record.budget.operators -= _LOOK_AT_CLOCK
            if record.budget.spent:
                record.unread["more than the limit of operators or time"] = None
                break
    record.budget.operators -= count % _LOOK_AT_CLOCK
    record.operators += count


def nested(canvas: Canvas, thing: object, called: str, aside: Aside | None = None, content: bytes | None = None) -> None:
    """Walk a form, or what stands aside; one that is inside itself, or too deep, is left out and told."""
    record = canvas.record
    key = values.identity(thing)
    if canvas.level >= MAX_FORM_DEPTH or (key is not None and key in record.walking) or record.budget.spent:
        record.unread[f"{called}: inside itself, too deep, or over the limit"] = None
        return
    try:
        data = decoded(thing) if content is None else content
    except TooLargeError as error:
        record.unread[f"{called}: {error}"] = None
        return
    if key is not None:
        record.walking.add(key)
    look_at_limits(data, values.get(thing, "/Resources"), record)
    # The same art stands in cover after cover of a batch.
    _run(_inner(canvas, thing, aside), _known(data) if len(data) < _LARGEST_KNOWN else instructions(data, extent))
    if key is not None:
        record.walking.discard(key)


@lru_cache(maxsize=8)
def _known(data: bytes) -> tuple[Instruction, ...]:
    return tuple(instructions(data, extent))


def _inner(canvas: Canvas, thing: object, aside: Aside | None) -> Canvas:
    outer = canvas.state.copy() if aside is None else aside.state
    outer.ctm = times(values.matrix(values.get(thing, "/Matrix")) or IDENTITY, outer.ctm)
    box = values.numbers(values.get(thing, "/BBox"))
    if len(box) == 4 and aside is None:
        outer.clip = inside(bounds(outer.ctm, *box), outer.clip) or NOWHERE
    own = values.get(thing, "/Resources")
    if own is None and aside is not None:
        own = aside.resources
    resources = canvas.resources if own is None else Resources(own, canvas.record.fonts)
    inner = Canvas(canvas.record, resources, outer, canvas.base, canvas.level + 1, nested)
    inner.marks = canvas.marks if aside is None else canvas.record.parts
    inner.layer = canvas.layer_of(thing)
    return inner
