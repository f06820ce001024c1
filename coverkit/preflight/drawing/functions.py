"""Functions of a PDF with one input: sampled, exponential, stitched, and PostScript calculators."""

from __future__ import annotations

from collections.abc import Callable

from coverkit.artwork.refusal import not_simple
from coverkit.i18n import tr
from coverkit.preflight import values
from coverkit.preflight.drawing import calculator
from coverkit.preflight.streams import TooLargeError, decoded

Function = Callable[[float], tuple[float, ...]]
_DEEPEST = 8
_MOST_SAMPLES = 65_536


def function_of(value: object, name: str, depth: int = 0) -> Function:
    """Return a function from a number to components; an array of functions gives one component each.

    Raises:
        InputError: it is damaged.
    """
    if depth > _DEEPEST:
        raise _odd(name)
    if parts := values.items(value):
        each = [function_of(part, name, depth + 1) for part in parts]
        return lambda x: tuple(number for one in each for number in one(x))
    domain = values.numbers(values.get(value, "/Domain")) or (0.0, 1.0)
    match values.integer(values.get(value, "/FunctionType")):
        case 0:
            inner = _sampled(value, domain, name)
        case 2:
            inner = _exponential(value)
        case 3:
            inner = _stitched(value, domain, name, depth)
        case 4:
            inner = _calculated(value, name)
        case _:
            raise _odd(name)
    low, high = domain[0], domain[1]
    return lambda x: inner(min(max(x, low), high))


def _odd(name: str) -> Exception:
    return not_simple(name, tr("a colour that is worked out by a program (PostScript function)"))


def _exponential(value: object) -> Function:
    first = values.numbers(values.get(value, "/C0")) or (0.0,)
    last = values.numbers(values.get(value, "/C1")) or (1.0,)
    power = values.number(values.get(value, "/N")) or 1.0
    return lambda x: tuple(a + x**power * (b - a) for a, b in zip(first, last, strict=False))


def _stitched(value: object, domain: tuple[float, ...], name: str, depth: int) -> Function:
    parts = [function_of(part, name, depth + 1) for part in values.items(values.get(value, "/Functions"))]
    edges = [domain[0], *values.numbers(values.get(value, "/Bounds")), domain[1]]
    encode = values.numbers(values.get(value, "/Encode"))
    if not parts or len(edges) != len(parts) + 1 or len(encode) != 2 * len(parts):
        raise _odd(name)

    def at(x: float) -> tuple[float, ...]:
        index = next((one for one in range(len(parts) - 1) if x < edges[one + 1]), len(parts) - 1)
        left, right = edges[index], edges[index + 1]
        share = (x - left) / (right - left) if right > left else 0.0
        start, end = encode[2 * index : 2 * index + 2]
        return parts[index](start + share * (end - start))

    return at


def _calculated(value: object, name: str) -> Function:
    bounds = values.numbers(values.get(value, "/Range"))
    try:
        program = calculator.program_of(decoded(value).decode("latin-1"))
        calculator.run(program, (0.5,))
    except ValueError as error:
        raise _odd(name) from error

    def at(x: float) -> tuple[float, ...]:
        try:
            found = calculator.run(program, (x,))
        except ValueError as error:
            raise _odd(name) from error
        lows, highs = bounds[::2], bounds[1::2]
        return tuple(min(max(one, low), high) for one, low, high in zip(found, lows, highs, strict=False))

    return at


def _sampled(value: object, domain: tuple[float, ...], name: str) -> Function:
    size = values.numbers(values.get(value, "/Size"))
    bits = values.integer(values.get(value, "/BitsPerSample")) or 8
    bounds = values.numbers(values.get(value, "/Range"))
    count = int(size[0]) if len(size) == 1 else 0
    if len(domain) != 2 or not 0 < count <= _MOST_SAMPLES or bits not in (8, 16) or not bounds:
        raise _odd(name)
    outputs, step, most = len(bounds) // 2, bits // 8, float((1 << bits) - 1)
    decode = values.numbers(values.get(value, "/Decode")) or bounds
    encode = values.numbers(values.get(value, "/Encode")) or (0.0, count - 1.0)
    try:
        data = decoded(value)
    except TooLargeError as error:
        raise _odd(name) from error
    if len(data) < count * outputs * step:
        raise _odd(name)

    def sample(index: int, output: int) -> float:
        start = (index * outputs + output) * step
        raw = int.from_bytes(data[start : start + step], "big") / most
        return decode[2 * output] + raw * (decode[2 * output + 1] - decode[2 * output])

    def at(x: float) -> tuple[float, ...]:
        width = domain[1] - domain[0]
        place = encode[0] + (x - domain[0]) / width * (encode[1] - encode[0]) if width else 0.0
        place = min(max(place, 0.0), count - 1.0)
        low = min(int(place), count - 1)
        high, part = min(low + 1, count - 1), place - low
        return tuple(sample(low, one) * (1 - part) + sample(high, one) * part for one in range(outputs))

    return at
