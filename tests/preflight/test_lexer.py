"""Content streams are cut into operators as an independent parser (qpdf's) cuts them, and rubbish never stops the cutting."""

from __future__ import annotations

import time

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coverkit.preflight.lexer import EXTENT, OUTLINE, Operand, extent, instructions, value

NUMBERS = st.one_of(st.integers(-(10**6), 10**6), st.decimals(-5000, 5000, places=4)).map(str)
NAMES = st.text("abcXYZ09_-+.", min_size=1, max_size=8).map(lambda name: "/" + name)
STRINGS = st.binary(max_size=12).map(lambda data: "<" + data.hex() + ">")
LITERALS = st.text("abc ()\\n%[]", max_size=10).map(
    lambda text: "(" + text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")"
)
SIMPLE = st.one_of(NUMBERS, NAMES, STRINGS, LITERALS, st.sampled_from(["true", "false", "null"]))
ARRAYS = st.lists(SIMPLE, max_size=4).map(lambda items: "[" + " ".join(items) + "]")
DICTIONARIES = st.dictionaries(NAMES, SIMPLE, max_size=3).map(
    lambda entries: "<<" + " ".join(f"{key} {item}" for key, item in entries.items()) + ">>"
)
OPERATORS = st.sampled_from(["q", "cm", "re", "f*", "T*", "TJ", "gs", "Do", "scn", "k", "m", "l", "c", "h", "'", '"', "d0"])
SPACE = st.sampled_from([" ", "\n", "\r\n", "\t", " % (comment] \n"])
LINES = st.tuples(st.lists(st.one_of(SIMPLE, ARRAYS, DICTIONARIES), max_size=5), OPERATORS, SPACE).map(
    lambda parts: parts[2].join([*parts[0], parts[1]]) + parts[2]
)


def _plain(thing: object) -> Operand:
    match thing:
        case bool() | None:
            return thing
        case pikepdf.Name():
            return str(thing)
        case pikepdf.String():
            return bytes(thing)
        case pikepdf.Array():
            return [_plain(item) for item in thing]
        case pikepdf.Dictionary():
            return {str(key): _plain(item) for key, item in thing.items()}
        case _:
            return float(str(thing))


def _by_qpdf(content: bytes) -> list[tuple[bytes, list[Operand]]]:
    pdf = pikepdf.new()
    parsed = pikepdf.parse_content_stream(pdf.make_stream(content))
    cut = [(str(one.operator).encode(), [_plain(item) for item in one.operands]) for one in parsed]
    return _joined(cut)


def _joined(cut: list[tuple[bytes, list[Operand]]]) -> list[tuple[bytes, list[Operand]]]:
    """Join runs of path construction as the lexer does, whichever way it met them."""
    joined: list[tuple[bytes, list[Operand]]] = []
    for word, operands in cut:
        numbers = all(isinstance(item, float) for item in operands)
        if (word in (b"m", b"l", b"c", b"v", b"y", b"h") or word == OUTLINE) and numbers:
            if joined and joined[-1][0] == OUTLINE:
                joined[-1] = (OUTLINE, joined[-1][1] + operands)
            else:
                joined.append((OUTLINE, operands))
        else:
            joined.append((word, operands))
    return joined


@given(st.lists(LINES, max_size=8).map("".join))
def test_same_operators_and_operands_as_qpdf(content: str) -> None:
    data = content.encode()
    assert _joined(list(instructions(data))) == _by_qpdf(data)


@given(st.binary(max_size=300))
def test_rubbish_ends(data: bytes) -> None:
    for word, _ in instructions(data):
        assert word


@pytest.mark.parametrize(
    "data",
    [
        b"1" * 200_000,
        b"[" * 100_000,
        b"(" * 100_000,
        b"<<" * 50_000,
        b"-+.-" * 50_000,
        b"<0" * 50_000,
        b"BI " + b"\0" * 200_000,
    ],
    ids=["digits", "arrays", "strings", "dictionaries", "signs", "hexadecimal", "image"],
)
def test_hostile_input_is_cut_in_linear_time(data: bytes) -> None:
    start = time.perf_counter()
    list(instructions(data))
    assert time.perf_counter() - start < 2


def test_odd_spellings() -> None:
    assert list(instructions(b"--5 3-2 w")) == [(b"w", [0.0, 3.0])]
    assert list(instructions(b"(a\\(b\\051\\\nc\\101) Tj")) == [(b"Tj", [b"a(b)cA"])]
    assert list(instructions(b"/A#20B/C gs")) == [(b"gs", ["/A B", "/C"])]
    assert list(instructions(b"<4> Tj")) == [(b"Tj", [b"@"])]
    assert list(instructions(b"[1 2 l")) == [(b"l", [[1.0, 2.0]])]


def test_inline_images_keep_their_data_apart() -> None:
    (image, after) = instructions(b"BI /W 2 /H 1 /BPC 8 /CS /G ID \x01q EI\nQ")
    assert image == (b"BI", [{"/W": 2.0, "/H": 1.0, "/BPC": 8.0, "/CS": "/G"}, b"\x01q"])
    assert after == (b"Q", [])


def test_a_single_value() -> None:
    assert value(b"<< /A [1 (b) <63>] /D true >>") == {"/A": [1.0, b"b", b"c"], "/D": True}
    assert value(b"") is None


def test_a_nul_is_white_space() -> None:
    assert next(instructions(b"1\x002\x00m\x003\x004\x00l\x00S"))[1] == [1.0, 2.0, 3.0, 4.0]
    assert list(instructions(b"c\x00")) == list(instructions(b"c "))


@given(st.lists(st.tuples(NUMBERS, NUMBERS), min_size=1, max_size=12), st.sampled_from(["m", "l"]))
def test_a_long_run_is_told_by_its_extent_and_a_short_one_by_its_points(points: list[tuple[str, str]], word: str) -> None:
    data = "".join(f"{x} {y} {word}\n" for x, y in points).encode()
    ((_, coordinates),) = list(instructions(data))
    ((kind, numbers),) = list(instructions(data, extent))
    xs, ys = [float(x) for x, _ in points], [float(y) for _, y in points]
    assert coordinates == [float(one) for pair in points for one in pair]
    if len(points) <= 5:
        assert (kind, numbers) == (OUTLINE, coordinates)
    else:
        assert (kind, numbers) == (EXTENT, [min(xs), min(ys), max(xs), max(ys)])


def test_what_only_looks_like_numbers_is_read_with_care_once() -> None:
    assert list(instructions(b"1-2 3 m 4 5 l 6 7 l S", extent)) == list(instructions(b"1-2 3 m 4 5 l 6 7 l S"))
    (first, *_) = instructions(b"1-2 3 m 4 5 l S")
    assert first == (b"m", [1.0, 3.0])
    assert len(list(instructions(b"1-2 3 m " * 50_000))) == 50_000
