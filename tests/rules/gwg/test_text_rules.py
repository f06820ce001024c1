"""Rules R0007, R0009, R0011 and R0014 to R0017: text that is white, black, grey, built of much ink, small, or in Courier."""

from __future__ import annotations

import pytest

from tests.rules.gwg.subjects import GROUND, codes, found, result, subject, text

WHITE, BLACK, GREY = b"0 0 0 0 k", b"0 0 0 1 k", b".5 g"
OVER = b"/OP1 gs "


@pytest.mark.parametrize("white", [WHITE, b"1 g", b"/Gold cs 0 scn", b"/NK cs 1 0 scn", b"/Half gs 0 0 0 0 k"])
def test_r0007_fires_on_white_text_that_overprints(white: bytes) -> None:
    assert codes("r0007", GROUND + OVER + text(20, white)) == ["white-overprints"]


def test_r0007_fires_on_the_stroke_too() -> None:
    assert codes("r0007", GROUND + b"/Strokes gs 1 Tr 0 0 0 0 K " + text(20)) == ["white-overprints"]
    assert codes("r0007", GROUND + b"/Strokes gs " + text(20, WHITE)) == []


@pytest.mark.parametrize(
    "content",
    [
        GROUND + text(20, WHITE),
        OVER + text(20, WHITE),
        GROUND + OVER + text(20, b".01 0 0 0 k"),
        GROUND + OVER + text(20, b"1 1 1 rg"),
        GROUND + OVER + b"3 Tr " + text(20, WHITE),
        text(20, OVER + WHITE) + GROUND,
    ],
)
def test_r0007_stays_quiet(content: bytes) -> None:
    assert codes("r0007", content) == []


def test_r0007_option_variant_is_an_error_everywhere() -> None:
    of = subject(GROUND + OVER + text(20, WHITE))
    for variant in ("SheetCMYK", "SheetSpot", "MagazineAds", "WebCMYK", "DigitalPrint", "Newspaper"):
        assert found("r0007", of, variant=variant) == [("white-overprints", "error")]


@pytest.mark.parametrize("black", [BLACK, b"/Black cs 1 scn", b"/N2 cs 0 1 scn", b"/NK cs 1 1 scn"])
def test_r0009_fires_on_small_black_text_that_knocks_out(black: bytes) -> None:
    assert codes("r0009", GROUND + text(11.9, black)) == ["knocks-out"]


def test_r0009_fires_on_black_that_overprints_without_mode_1() -> None:
    assert codes("r0009", GROUND + b"/OP0 gs " + text(9, BLACK)) == ["overprint-mode"]
    assert codes("r0009", GROUND + b"/OP0 gs " + text(9, b"/Black cs 1 scn")) == []


@pytest.mark.parametrize(
    "content",
    [
        GROUND + OVER + text(9, BLACK),
        text(9, BLACK),
        GROUND + text(12, BLACK),
        GROUND + text(9, b"0 g"),
        GROUND + text(9, b"0 0 0 .9 k"),
        GROUND + text(9, b"/Half gs " + BLACK),
        GROUND + text(9, b"/Multiply gs " + BLACK),
        GROUND + text(9, b"0 0 0 rg"),
    ],
)
def test_r0009_stays_quiet(content: bytes) -> None:
    assert codes("r0009", content) == []


def test_r0009_option_variant_and_scale() -> None:
    of = subject(GROUND + text(11, BLACK))
    assert found("r0009", of, variant="Newspaper") == [("knocks-out", "warning")]
    assert result("r0009", of, variant="DigitalPrint") is None
    assert found("r0009", of, variant="LargeFormat") == [("knocks-out", "warning")]
    assert found("r0009", of, variant="LargeFormat", scaling_factor=2.0) == []
    assert found("r0009", of, variant="SheetCMYK", scaling_factor=2.0) == [("knocks-out", "warning")]


@pytest.mark.parametrize("grey", [b"0 g", GREY, b"1 g"])
def test_r0011_fires_on_small_grey_text_of_any_value(grey: bytes) -> None:
    assert codes("r0011", GROUND + text(9, grey)) == ["grey-text"]


def test_r0011_stays_quiet() -> None:
    assert codes("r0011", text(9, GREY)) == []
    assert codes("r0011", GROUND + text(12, GREY)) == []
    assert codes("r0011", GROUND + text(9, BLACK)) == []


def test_r0011_option_variant_that_does_not_ask() -> None:
    of = subject(GROUND + text(9, GREY))
    assert found("r0011", of, variant="WebCMYK") == [("grey-text", "warning")]
    assert result("r0011", of, variant="DigitalPrint") is None


def test_r0014_fires_on_courier() -> None:
    assert codes("r0014", b"BT /C 9 Tf (A) Tj ET 1 0 0 1 90 90 cm BT /C 9 Tf (A) Tj ET") == ["courier"]


def test_r0014_stays_quiet() -> None:
    assert codes("r0014", text(9)) == []


def test_r0014_option_variant_that_does_not_ask() -> None:
    of = subject(b"BT /C 9 Tf 90 90 Td (A) Tj ET")
    assert found("r0014", of, variant="Newspaper") == [("courier", "warning")]
    assert result("r0014", of, variant="DigitalPrint") is None


def test_r0015_fires_on_black_text_of_much_ink() -> None:
    assert codes("r0015", text(40, b".7 .7 .6 .85 k")) == ["rich-black"]


@pytest.mark.parametrize(
    "content",
    [
        text(40, b".7 .65 .6 .85 k"),
        text(40, b"1 1 1 .84 k"),
        b"1 Tr 1 1 1 1 K " + text(40),
        text(40, b"/N2 cs 1 1 scn"),
    ],
)
def test_r0015_stays_quiet(content: bytes) -> None:
    assert codes("r0015", content) == []


def test_r0015_option_variant_with_less_ink() -> None:
    of = subject(text(40, b".5 .5 .5 .85 k"))
    assert found("r0015", of, variant="Newspaper") == [("rich-black", "warning")]
    assert found("r0015", of, variant="SheetCMYK") == []
    outcome = result("r0015", of, variant="Newspaper")
    assert outcome is not None
    problem = outcome.findings[0].problem
    assert problem.measured == pytest.approx(235)
    assert problem.limit == pytest.approx(220)
    assert problem.unit == "%"


def test_r0016_fires_on_small_white_text() -> None:
    assert codes("r0016", GROUND + text(7.9, WHITE)) == ["small-white-text"]
    assert codes("r0016", GROUND + b"q .5 0 0 .5 0 0 cm " + text(15, WHITE, 200, 200) + b"Q") == ["small-white-text"]


def test_r0016_stays_quiet() -> None:
    assert codes("r0016", GROUND + text(8, WHITE)) == []
    assert codes("r0016", text(5, WHITE)) == []
    assert codes("r0016", GROUND + b"1 Tr 0 0 0 0 K " + text(5)) == []


@pytest.mark.parametrize(("variant", "least"), [("SheetCMYK", 8), ("MagazineAds", 9), ("DigitalPrint", 5), ("Newspaper", 10)])
def test_r0016_option_variant_with_its_size(variant: str, least: int) -> None:
    assert codes("r0016", GROUND + text(least - 0.1, WHITE), variant) == ["small-white-text"]
    assert codes("r0016", GROUND + text(least, WHITE), variant) == []


@pytest.mark.parametrize("ink", [b".1 0 0 1 k", b"/N2 cs .2 .2 scn", b"2 Tr .1 .1 0 0 K 0 0 0 1 k"])
def test_r0017_fires_on_small_text_in_several_inks(ink: bytes) -> None:
    assert codes("r0017", text(7, ink)) == ["small-text-in-inks"]


def test_r0017_stays_quiet() -> None:
    for ink in (BLACK, b"/Gold cs 1 scn", b"/NK cs 1 1 scn", GREY):
        assert codes("r0017", text(7, ink)) == []
    assert codes("r0017", text(8, b"1 1 0 0 k")) == []


@pytest.mark.parametrize(("variant", "least"), [("SheetSpot", 8), ("WebCMYK", 9), ("DigitalPrint", 5), ("Newspaper", 10)])
def test_r0017_option_variant_with_its_size(variant: str, least: int) -> None:
    assert codes("r0017", text(least - 0.1, b"1 1 0 0 k"), variant) == ["small-text-in-inks"]
    assert codes("r0017", text(least, b"1 1 0 0 k"), variant) == []


def test_a_finding_says_what_where_and_how_much() -> None:
    outcome = result("r0016", subject(GROUND + text(6, WHITE)))
    assert outcome is not None
    (finding,) = outcome.findings
    problem = finding.problem
    assert (problem.element, problem.page, problem.measured, problem.limit, problem.unit) == ("“TEXT”", 1, 6.0, 8.0, "pt")
    assert problem.box is not None
    assert 22 < problem.box.x < 23
    assert finding.source == "GWG 2022, R0016"


def test_many_alike_on_a_page_are_told_in_few() -> None:
    outcome = result("r0017", subject(b"".join(text(5, b"1 1 0 0 k", y=40 + 20 * row) for row in range(20))))
    assert outcome is not None
    assert len(outcome.findings) == 9
    rest = outcome.findings[-1].problem
    assert "12" in rest.message
    assert rest.box is not None
    assert rest.box.height > 60
