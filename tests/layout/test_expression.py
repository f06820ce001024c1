"""The language of lengths: what it works out, what it refuses."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coverkit.errors import InputError
from coverkit.layout.expression import evaluate

NAMES = {"W": 190.0, "H": 270.0, "u": 1.0, "name.end": 43.5, "none": 0.0}


def worked_out(text: str) -> float:
    return evaluate(text, NAMES.__getitem__, "small/slot")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3", 3.0),
        ("  0.5 * W ", 95.0),
        ("-W + 2 * (H - 10)", 330.0),
        ("name.end + 4", 47.5),
        ("W / 4 - -1", 48.5),
        ("min(W, H, 100)", 100.0),
        ("max(W, H)", 270.0),
        ("abs(W - H)", 80.0),
        ("round(43.6)", 44.0),
        ("1 if W < H else 2", 1.0),
        ("1 if W >= H else 2", 2.0),
        ("W == 190", 1.0),
        ("W != 190", 0.0),
        ("not none", 1.0),
        ("W > 1 and none", 0.0),
        ("none or H <= 270", 1.0),
    ],
)
def test_works_out(text: str, value: float) -> None:
    assert worked_out(text) == pytest.approx(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "W +",
        "unknown",
        "name.middle",
        "a.b.c",
        "W / none",
        "'text'",
        "True",
        "[1, 2]",
        "2 ** 900",
        "7 // 2",
        "7 % 2",
        "1 < W < 3",
        "sum(W, H)",
        "min(W, key=1)",
        "min()",
        "__import__('os')",
        "(lambda: 1)()",
        "W := 3",
        "W; H",
        "NAMES['W']",
        "(1).real",
        "+" * 9000 + "1",
        "9" * 400,
        "1e999",
        "round(1e308 * 10)",
        "1e308 * 10 - 1e308 * 10",
    ],
)
def test_refuses(text: str) -> None:
    with pytest.raises(InputError) as caught:
        worked_out(text)
    assert "small/slot" in str(caught.value)


def test_what_is_not_chosen_is_not_worked_out() -> None:
    assert worked_out("W if H else unknown") == 190.0
    assert worked_out("none and unknown") == 0.0
    assert worked_out("W or unknown") == 1.0


numbers = st.integers(0, 999).map(str) | st.floats(0, 999, allow_subnormal=False).map(lambda number: f"{number:.3f}")


def joined(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.tuples(parts, st.sampled_from(["+", "-", "*"]), parts).map(lambda three: f"({three[0]} {three[1]} {three[2]})"),
        parts.map(lambda part: f"(-{part})"),
        st.tuples(parts, parts).map(lambda two: f"min({two[0]}, {two[1]})"),
        st.tuples(parts, parts, parts).map(lambda three: f"({three[0]} if {three[1]} > 5 else {three[2]})"),
    )


@given(st.recursive(numbers, joined, max_leaves=12))
def test_agrees_with_python(text: str) -> None:
    assert worked_out(text) == pytest.approx(float(eval(text)), rel=1e-9)


@given(st.text(max_size=40))
def test_any_text_is_a_number_or_an_input_error(text: str) -> None:
    with contextlib.suppress(InputError):
        assert isinstance(worked_out(text), float)
