"""Rules R0008, R0010, R0012, R0013, R0018 and R0019: paths and lines that are white, black, grey, thin or in several inks."""

from __future__ import annotations

import pytest
from pikepdf import Dictionary, Name, Pdf

from coverkit.facts.press import ExpectedArt
from coverkit.geometry import Rect
from tests.preflight.files import built
from tests.rules.gwg.subjects import GROUND, codes, found, result, states, subject, text
from tests.rules.press.subjects import judged

WHITE, BLACK = b"0 0 0 0 k 0 0 0 0 K ", b"0 0 0 1 k 0 0 0 1 K "
OVER = b"/OP1 gs "
LINE, SHAPE = b" w 60 60 m 160 60 l S ", b" 60 60 90 90 re f "
THIN = b" 60 60 100 %s re f "


def test_r0008_fires_on_white_paths_that_overprint() -> None:
    for white in (WHITE, b"1 g ", b"/Gold cs 0 scn "):
        assert codes("r0008", GROUND + OVER + white + SHAPE) == ["white-overprints"]
    assert codes("r0008", GROUND + b"/Strokes gs " + WHITE + b"1" + LINE) == ["white-overprints"]


def test_r0008_stays_quiet() -> None:
    assert codes("r0008", GROUND + WHITE + SHAPE) == []
    assert codes("r0008", OVER + WHITE + SHAPE) == []
    assert codes("r0008", GROUND + b"/Strokes gs " + WHITE + SHAPE) == []
    assert codes("r0008", GROUND + OVER + text(20, WHITE)) == []


def test_r0008_option_variant_is_a_warning_everywhere() -> None:
    of = subject(GROUND + OVER + WHITE + SHAPE)
    for variant in ("SheetCMYK", "SheetSpot", "MagazineAds", "WebCMYK", "DigitalPrint", "Newspaper"):
        assert found("r0008", of, variant=variant) == [("white-overprints", "warning")]


@pytest.mark.parametrize("line", [b"1.9" + LINE, THIN % b"1.9", b"0" + LINE])
def test_r0010_fires_on_thin_black_lines_that_knock_out(line: bytes) -> None:
    assert codes("r0010", GROUND + BLACK + line) == ["knocks-out"]
    assert codes("r0010", GROUND + b"/OP0 gs " + BLACK + line) == ["overprint-mode"]


def test_r0010_stays_quiet() -> None:
    for line in (b"1.9" + LINE, THIN % b"1.9"):
        assert codes("r0010", GROUND + OVER + BLACK + line) == []
        assert codes("r0010", BLACK + line) == []
        assert codes("r0010", GROUND + b"0 g 0 G " + line) == []
    assert codes("r0010", GROUND + BLACK + b"2" + LINE + SHAPE) == []


def test_r0010_option_variant_that_does_not_ask() -> None:
    of = subject(GROUND + BLACK + b"1" + LINE)
    assert found("r0010", of, variant="MagazineAds") == [("knocks-out", "warning")]
    assert result("r0010", of, variant="DigitalPrint") is None


def test_r0012_fires_on_thin_grey_lines() -> None:
    assert codes("r0012", GROUND + b".5 G 1" + LINE) == ["grey-line"]
    assert codes("r0012", GROUND + b"0 g " + THIN % b"1") == ["grey-line"]


def test_r0012_stays_quiet() -> None:
    assert codes("r0012", b".5 G 1" + LINE) == []
    assert codes("r0012", GROUND + b".5 G 2" + LINE) == []
    assert codes("r0012", GROUND + BLACK + b"1" + LINE) == []


def test_r0012_option_variant_that_does_not_ask() -> None:
    of = subject(GROUND + b".5 G 1" + LINE)
    assert found("r0012", of, variant="Newspaper") == [("grey-line", "warning")]
    assert result("r0012", of, variant="DigitalPrint") is None


def _mask(pdf: Pdf) -> None:
    states(pdf)
    mask = pdf.make_stream(b"\0", {"/Subtype": Name.Image, "/Width": 8, "/Height": 1, "/ImageMask": True})
    pdf.pages[0].obj.Resources["/XObject"] = Dictionary(Ma=mask)


def test_r0013_fires_on_whatever_overprints_in_grey() -> None:
    for content in (b".5 g" + SHAPE, b".5 G 9" + LINE, text(40, b".5 g"), b"0 g q 50 0 0 50 60 60 cm /Ma Do Q"):
        assert codes("r0013", GROUND + OVER + content, change=_mask) == ["grey-overprints"]


def test_r0013_stays_quiet() -> None:
    assert codes("r0013", GROUND + b".5 g" + SHAPE) == []
    assert codes("r0013", OVER + b".5 g" + SHAPE) == []
    assert codes("r0013", GROUND + OVER + BLACK + SHAPE) == []
    assert codes("r0013", GROUND + b"/Strokes gs .5 g" + SHAPE) == []


def test_r0013_option_variant_that_does_not_ask() -> None:
    of = subject(GROUND + OVER + b".5 g" + SHAPE)
    assert found("r0013", of, variant="SheetSpot") == [("grey-overprints", "warning")]
    assert result("r0013", of, variant="DigitalPrint") is None


def test_r0018_fires_on_thin_white_lines() -> None:
    assert codes("r0018", GROUND + WHITE + b".2" + LINE) == ["thin-white-line"]
    assert codes("r0018", GROUND + WHITE + THIN % b".2") == ["thin-white-line"]


def test_r0018_stays_quiet() -> None:
    assert codes("r0018", GROUND + WHITE + b".25" + LINE) == []
    assert codes("r0018", WHITE + b".2" + LINE) == []
    assert codes("r0018", GROUND + BLACK + b".2" + LINE) == []
    assert codes("r0018", GROUND + b"0 0 0 0 k 0 0 0 1 K 1 w 60 60 100 .2 re B") == []


def test_r0018_option_variant_with_its_width() -> None:
    of = subject(GROUND + WHITE + b".2" + LINE)
    assert found("r0018", of, variant="Newspaper") == [("thin-white-line", "warning")]
    assert found("r0018", of, variant="LargeFormat") == []
    assert found("r0018", of, variant="LargeFormat", scaling_factor=0.5) == [("thin-white-line", "warning")]


def test_r0019_fires_on_thin_lines_in_several_inks() -> None:
    assert codes("r0019", b"1 1 0 0 K .2" + LINE) == ["thin-line-in-inks"]
    assert codes("r0019", b"1 1 0 0 k " + THIN % b".2") == ["thin-line-in-inks"]
    assert codes("r0019", b"/N2 CS .5 .5 SCN .2" + LINE) == ["thin-line-in-inks"]


def test_r0019_stays_quiet() -> None:
    assert codes("r0019", b"1 1 0 0 K .25" + LINE) == []
    assert codes("r0019", BLACK + b".2" + LINE) == []
    assert codes("r0019", b"/Gold CS 1 SCN .2" + LINE) == []
    assert codes("r0019", b"1 1 0 0 k 60 60 .2 .2 re f") == []


def test_r0019_option_variant_with_its_width() -> None:
    of = subject(b"1 1 0 0 K .2" + LINE)
    assert found("r0019", of, variant="DigitalPrint") == [("thin-line-in-inks", "warning")]
    assert found("r0019", of, variant="LargeFormat") == []


def test_a_thin_line_in_official_art_has_another_remedy_than_to_draw_it_thicker() -> None:
    line = built(content=b"1 1 0 0 K .2" + LINE)

    def remedy(frame: Rect) -> str:
        outcome = result("r0019", judged(line, art=(ExpectedArt("banner", "", frame),)))
        assert outcome is not None
        return outcome.findings[0].remedy

    assert "official art" in remedy(Rect(0, 240, 100, 30))
    assert "thicker" in remedy(Rect(0, 0, 100, 30))
