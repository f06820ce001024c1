"""Operators of a content stream that set the state or place things, by their names."""

from __future__ import annotations

from coverkit.preflight import values
from coverkit.preflight.drawing.colours import CMYK, GREY, RGB
from coverkit.preflight.drawing.stream import Act, Stream, floats


def _dash(stream: Stream, operands: list[object]) -> None:
    dashes = values.numbers(operands[0]) if operands else ()
    phase = values.number(operands[-1]) or 0.0
    stream.line(dash=tuple(dashes) if sum(dashes) > 0 else (), phase=phase)


def _line(key: str, whole: bool) -> Act:
    def act(stream: Stream, operands: list[object]) -> None:
        number = floats(operands)[0]
        stream.line(**{key: int(number) if whole else number})

    return act


ACTS: dict[str, Act] = {
    "q": Stream.save,
    "Q": Stream.restore,
    "cm": Stream.concatenate,
    "w": _line("width", False),
    "J": _line("cap", True),
    "j": _line("join", True),
    "M": _line("miter", False),
    "d": _dash,
    "gs": Stream.extended,
    "W": lambda stream, _: stream.clip("W"),
    "W*": lambda stream, _: stream.clip("W*"),
    "g": lambda stream, operands: stream.device(GREY, True, operands),
    "G": lambda stream, operands: stream.device(GREY, False, operands),
    "rg": lambda stream, operands: stream.device(RGB, True, operands),
    "RG": lambda stream, operands: stream.device(RGB, False, operands),
    "k": lambda stream, operands: stream.device(CMYK, True, operands),
    "K": lambda stream, operands: stream.device(CMYK, False, operands),
    "cs": lambda stream, operands: stream.choose(True, operands),
    "CS": lambda stream, operands: stream.choose(False, operands),
    "sc": lambda stream, operands: stream.colour(True, operands),
    "scn": lambda stream, operands: stream.colour(True, operands),
    "SC": lambda stream, operands: stream.colour(False, operands),
    "SCN": lambda stream, operands: stream.colour(False, operands),
    "sh": Stream.shade,
    "Do": Stream.place,
    "INLINE IMAGE": Stream.inline,
    "BI": Stream.inline,
    "BMC": Stream.begin,
    "BDC": Stream.begin,
    "EMC": Stream.end,
}
