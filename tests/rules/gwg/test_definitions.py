"""The Ghent Workgroup's definitions: page elements, overlapping, lines, colours."""

from __future__ import annotations

import random

import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from coverkit.facts.marks import Colour, PathMark
from coverkit.geometry import Rect
from coverkit.rules.gwg import painted
from coverkit.rules.gwg.colours import alternate_space, direct_space, inks_above_0
from coverkit.rules.gwg.elements import Element, PageElements, meet
from coverkit.rules.gwg.grid import Effort, Grid
from coverkit.rules.gwg.ways import path_ways
from tests.preflight.files import Change
from tests.rules.gwg.subjects import GROUND, result, states, subject, text


def _elements(content: bytes, change: Change = states) -> tuple[Element, ...]:
    (page,) = subject(content, change).pages
    return PageElements(page).elements


def _overlaps(content: bytes) -> list[bool]:
    (page,) = subject(content).pages
    known = PageElements(page)
    return [known.overlaps(one) for one in known.elements]


@pytest.mark.parametrize(
    ("content", "count"),
    [
        (b"50 50 9 9 re f", 1),
        (b"50 50 9 9 re n", 0),
        (b"0 0 20 20 re f", 0),
        (b"0 0 37 37 re f", 1),
        (b"600 300 m 900 300 l S", 0),
        (b"500 300 m 900 300 l S", 1),
        (b"q 50 50 9 9 re W n 90 90 9 9 re f Q", 0),
        (text(9), 1),
        (b"3 Tr " + text(9), 0),
        (b"7 Tr " + text(9), 0),
        (b"BT /F 9 Tf 99 99 Td (   ) Tj ET", 0),
    ],
)
def test_an_element_of_the_page_is_seen_and_on_the_product(content: bytes, count: int) -> None:
    assert len(_elements(content)) == count


def test_layers_that_are_off_and_processing_steps_are_no_elements_of_the_page() -> None:
    def change(pdf: Pdf) -> None:
        off = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="off"))
        cut = pdf.make_indirect(Dictionary(Type=Name.OCG, GTS_Metadata=Dictionary(GTS_ProcStepsGroup=Name.Structural)))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([off, cut]), D=Dictionary(OFF=Array([off])))
        pdf.pages[0].obj.Resources = Dictionary(Properties=Dictionary(Off=off, Cut=cut))

    inside = b"/OC /%s BDC 50 50 9 9 re f EMC "
    assert len(_elements(inside % b"Off" + inside % b"Cut" + b"90 90 9 9 re f", change)) == 1


def test_the_page_without_a_trim_is_the_sheet() -> None:
    def change(pdf: Pdf) -> None:
        page = pdf.pages[0].obj
        del page.TrimBox, page.BleedBox

    assert len(_elements(b"0 0 20 20 re f -30 -30 20 20 re f", change)) == 1


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"50 50 99 99 re f 90 90 9 9 re f", True),
        (b"50 50 40 40 re f 90 50 40 40 re f", False),
        (b"50 50 99 99 re f 60 60 m 70 60 l S", True),
        (b"50 50 99 99 re f 50 149.2 m 99 149.2 l S", True),
        (b"50 50 99 99 re f 50 150 m 99 150 l S", False),
        (b"50 50 99 99 re S 60 60 9 9 re f", False),
        (b"50 50 99 99 re S 45 60 9 9 re f", True),
        (b"60 60 9 9 re f 50 50 99 99 re S", False),
        (b"q 50 50 9 9 re W n 50 50 99 99 re f Q 90 90 9 9 re f", False),
        (GROUND + text(9), True),
        (GROUND + text(9, x=260), False),
        (text(9, y=100) + text(9, b"1 g", y=91), False),
        (text(9, y=100) + text(9, b"1 g", y=97), True),
        (text(9, x=100) + text(9, b"1 g", x=121), False),
        (text(9, x=100) + text(9, b"1 g", x=112), True),
        (text(9, x=100) + text(9, x=112), False),
    ],
)
def test_what_lies_in_front_of_another_element_overlaps(content: bytes, expected: bool) -> None:
    assert _overlaps(content) == [False, expected]


def test_the_grid_finds_all_that_meet() -> None:
    rng = random.Random(7)
    boxes = [
        Rect(rng.uniform(-9, 200), rng.uniform(-9, 300), rng.choice((0, 1, 5, 90)), rng.choice((0, 1, 5, 250)))
        for _ in range(400)
    ]
    grid = Grid([(order, box, order) for order, box in enumerate(boxes)], Effort())
    for order in range(100, 180):
        under = set(grid.under(boxes[order], order))
        assert {index for index in range(order) if meet(boxes[order], boxes[index])} <= under
        assert max(under, default=0) < order
    nothing: Grid[int] = Grid([], Effort())
    assert list(nothing.under(boxes[0], 1)) == []


@pytest.mark.parametrize(
    ("content", "widths"),
    [
        (b"2 w 50 50 m 99 50 l S", [2.0]),
        (b"q .1 0 0 .1 0 0 cm 2 w 500 500 m 990 500 l S Q", [0.2]),
        (b"0 w 50 50 m 99 50 l S", [0.0]),
        (b"50 50 99 .5 re f", [0.5]),
        (b"50 50 m 149 50 l 149 50.5 l 50 50.5 l h f", [0.5]),
        (b"q .6 .8 -.8 .6 90 90 cm 0 0 99 .5 re f Q", [0.5]),
        (b"50 50 1.5 .5 re f", [None]),
        (b"50 50 99 99 re f", [99.0]),
        (b"1 w 50 50 99 .5 re B", [1.5, 1.5]),
        (b"1 w 50 50 99 .5 re S", [1.5]),
        (b".2 w 50 50 99 .5 re S", [0.2]),
        (b"0 0 0 1 K 1 0 0 0 k .2 w 50 50 99 .5 re B", [0.2, 0.3]),
        (b"0 0 0 1 K 1 0 0 0 k 1 w 50 50 99 .5 re B", [1.5]),
        (b".1 w 50 50 m 99 50 l 70 70 l b", [0.1, None]),
    ],
)
def test_how_wide_lines_are(content: bytes, widths: list[float | None]) -> None:
    (path,) = _elements(content)
    assert isinstance(path, PathMark)
    found = [way.width for way in path_ways(path)]
    assert found == (widths if widths != [99.0] else [None])


@pytest.mark.parametrize(
    ("colour", "count"),
    [
        (Colour("DeviceCMYK", (0.0, 0.0, 0.0, 1.0)), 1),
        (Colour("DeviceCMYK", (0.1, 0.0, 0.0, 1.0)), 2),
        (Colour("DeviceN", (0.5, 0.5, 1.0), ("Cyan", "Gold", "None")), 2),
        (Colour("Separation", (1.0,), ("Gold",)), 1),
        (Colour("ICCBased", (0.1, 0.2, 0.3, 0.0), chain=("ICCBased", "DeviceCMYK")), 3),
        (Colour("DeviceGray", (0.3,)), 0),
        (Colour("DeviceRGB", (0.1, 0.2, 0.3)), 0),
    ],
)
def test_inks_above_0(colour: Colour, count: int) -> None:
    assert inks_above_0(colour) == count


@pytest.mark.parametrize(
    ("chain", "direct", "alternate"),
    [
        (("DeviceRGB",), "DeviceRGB", ""),
        (("Indexed", "ICCBased", "DeviceGray"), "ICCBased gray", ""),
        (("Pattern",), "", ""),
        (("Pattern", "Separation", "ICCBased", "DeviceCMYK"), "Separation", "ICCBased CMYK"),
        (("DeviceN", "Lab"), "DeviceN", "Lab"),
        (("ICCBased", ""), "ICCBased", ""),
        ((), "", ""),
    ],
)
def test_spaces_by_name(chain: tuple[str, ...], direct: str, alternate: str) -> None:
    colour = Colour("any", chain=chain)
    assert (direct_space(colour), alternate_space(colour)) == (direct, alternate)


def test_what_is_too_dense_to_compare_is_told_and_no_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    of = subject(GROUND + b"0 0 0 1 K 1 w " + b"".join(b"60 %d m 160 %d l S " % (y, y) for y in range(60, 160, 9)))
    complete = result("r0010", of)
    assert complete is not None
    assert complete.findings[-1].problem.message.endswith("4 more places on page 1.")
    monkeypatch.setattr(painted, "Effort", lambda: Effort(3))
    painted._known.cache_clear()
    cut_short = result("r0010", of)
    painted._known.cache_clear()
    assert cut_short is not None
    assert len(cut_short.findings) < 3
    assert "not all of it was compared" in cut_short.reason
