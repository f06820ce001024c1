"""Rules of printer profiles: bleed at each edge and filled, sharp pictures, marks outside, the standard and the press."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from coverkit import registry
from coverkit.checks.configuration import Configuration, RuleSettings
from coverkit.checks.finding import RuleResult
from coverkit.checks.rule import registered
from coverkit.checks.runner import run
from coverkit.facts.file import FileSubject
from coverkit.formats.printers import printer_profiles
from coverkit.geometry import MM
from tests.preflight.files import BLEED, MARGIN, TRIM, Change
from tests.rules.press.subjects import foreign

WIDTH, HEIGHT = TRIM
EDGE = MARGIN + BLEED


def _result(rule_id: str, of: FileSubject, **options: object) -> RuleResult:
    registry.import_all("coverkit.rules.printer")
    (chosen,) = [one for one in registered() if one.id == rule_id]
    (found,) = run([chosen], of, Configuration({rule_id: RuleSettings(options)})).rules
    assert found.status != "crash", found.reason
    return found


def _codes(rule_id: str, of: FileSubject, **options: object) -> list[str]:
    return sorted({finding.code for finding in _result(rule_id, of, **options).findings})


def _box(x: float, y: float, width: float, height: float) -> bytes:
    """Return a rectangle in mm from the trim's top left."""
    left, low = (EDGE + x) * MM, (EDGE + HEIGHT - y - height) * MM
    return b"%.4f %.4f %.4f %.4f re " % (left, low, width * MM, height * MM)


RED, WHITE = b"0 1 1 0 k ", b"0 0 0 0 k "
FULL = RED + _box(-3, -3, WIDTH + 6, HEIGHT + 6) + b"f "


def test_a_ground_that_goes_through_the_bleed_and_white_paper_are_fine() -> None:
    assert _codes("printer.bleed", foreign(content=FULL)) == []
    assert _codes("printer.bleed", foreign(content=RED + _box(20, 20, 50, 50) + b"f")) == []
    assert _codes("printer.bleed", foreign(content=b"")) == []


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (_box(0, 0, WIDTH, HEIGHT), ["empty-bottom", "empty-left", "empty-right", "empty-top"]),
        (_box(-3, 20, 60, 50), []),
        (_box(-2.9, 20, 60, 50), []),
        (_box(-1.5, 20, 60, 50), ["empty-left"]),
        (_box(0, 20, 60, 50), ["empty-left"]),
        (_box(0.3, 20, 60, 50), []),
        (_box(100, -3, 60, 50), []),
        (_box(100, 0, 60, 50), ["empty-top"]),
        (_box(150, 100, 40, 50), ["empty-right"]),
        (_box(50, 200, 40, 71), ["empty-bottom"]),
        (_box(0, 20, 60, 1.5), []),
    ],
)
def test_art_that_ends_before_the_bleed_does(content: bytes, expected: list[str]) -> None:
    assert _codes("printer.bleed", foreign(content=RED + content + b"f")) == expected


def test_a_finding_says_where_and_how_much() -> None:
    (finding,) = _result("printer.bleed", foreign(content=RED + _box(-1, 20, 60, 50) + b"f")).findings
    problem = finding.problem
    assert (problem.element, problem.limit, problem.unit) == ("left", 3, "mm")
    assert problem.measured == pytest.approx(1.0, abs=0.01)
    assert problem.box is not None
    assert (problem.box.x, problem.box.y, problem.box.height) == pytest.approx((-3.0, 20.0, 50.0), abs=0.01)


def test_what_is_painted_later_fills_or_hides() -> None:
    short = RED + _box(0, 20, 60, 50) + b"f "
    assert _codes("printer.bleed", foreign(content=short + RED + _box(-3, 10, 30, 90) + b"f")) == []
    assert _codes("printer.bleed", foreign(content=short + WHITE + _box(-3, 10, 30, 90) + b"f")) == []
    assert _codes("printer.bleed", foreign(content=short + WHITE + _box(-3, 10, 30, 30) + b"f")) == ["empty-left"]
    assert _codes("printer.bleed", foreign(content=FULL + WHITE + _box(-3, 10, 3.5, 30) + b"f")) == []


def test_clips_count_and_options() -> None:
    clipped = b"q " + _box(0, 0, WIDTH, HEIGHT) + b"W n " + FULL + b"Q"
    assert len(_codes("printer.bleed", foreign(content=clipped))) == 4
    short = foreign(content=RED + _box(-1, 20, 60, 50) + b"f")
    assert _codes("printer.bleed", short, tolerance_mm=2.5) == []
    assert _codes("printer.bleed", short, least_mm=80.0) == []


def test_bleed_that_the_boxes_do_not_leave() -> None:
    def change(pdf: Pdf) -> None:
        page = pdf.pages[0].obj
        page.BleedBox = page.TrimBox

    found = foreign(change, FULL)
    assert _codes("printer.bleed", found) == ["small-bottom", "small-left", "small-right", "small-top"]
    wider = foreign(content=RED + _box(-5, -5, WIDTH + 10, HEIGHT + 10) + b"f", printer="offset-coated-5mm")
    assert _codes("printer.bleed", wider) == ["small-bottom", "small-left", "small-right", "small-top"]

    def none(pdf: Pdf) -> None:
        del pdf.pages[0].obj["/BleedBox"]

    assert _codes("printer.bleed", foreign(none, FULL)) == []
    assert _codes("printer.bleed", foreign(none, RED + _box(0, 20, 60, 50) + b"f")) == ["empty-left"]


def test_a_page_that_does_not_say_where_it_is_cut_is_not_checked() -> None:
    def change(pdf: Pdf) -> None:
        del pdf.pages[0].obj["/TrimBox"]

    for rule in ("printer.bleed", "printer.marks"):
        assert _result(rule, foreign(change, FULL)).status == "not_checked"


def _image(pixels: int, bits: int = 8) -> Change:
    def change(pdf: Pdf) -> None:
        image = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Image, Width=pixels, Height=pixels)
        image.ColorSpace, image.BitsPerComponent = Name.DeviceCMYK, bits
        pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(Im=image))

    return change


def _placed(inches: float, x: float = 150.0) -> bytes:
    return b"q %.4f 0 0 %.4f %.4f 200 cm /Im Do Q " % (inches * 72, inches * 72, x)


def _strict(change: Change, content: bytes) -> FileSubject:
    """Return a file for a printer who asks for more than the Ghent Workgroup."""
    found = foreign(change, content)
    return replace(found, printer=replace(found.printer, refuse_ppi=200.0, least_ppi=300.0))


@pytest.mark.parametrize(
    ("pixels", "bits", "expected", "status"),
    [
        (400, 8, [], "pass"),
        (300, 8, [], "pass"),
        (299, 8, ["below-good"], "warning"),
        (200, 8, ["below-good"], "warning"),
        (199, 8, ["below-limit"], "error"),
        (199, 1, [], "pass"),
        (16, 8, [], "pass"),
    ],
)
def test_resolution(pixels: int, bits: int, expected: list[str], status: str) -> None:
    found = _strict(_image(pixels, bits), _placed(1))
    assert _codes("printer.resolution", found) == expected
    assert _result("printer.resolution", found).status == status


def test_resolution_counts_where_it_is_worst_and_where_it_is_seen() -> None:
    twice = _strict(_image(500), _placed(1) + _placed(2, 250.0))
    (finding,) = _result("printer.resolution", twice).findings
    assert finding.problem.measured == pytest.approx(250, abs=0.1)
    assert _codes("printer.resolution", _strict(_image(72), _placed(1, -300.0))) == []
    assert _codes("printer.resolution", _strict(_image(72), _placed(1)), smallest_px=100) == []


@pytest.mark.parametrize("printer", [one.id for one in printer_profiles()])
def test_resolution_is_left_to_the_ghent_workgroup_where_that_asks_for_as_much(printer: str) -> None:
    registry.import_all("coverkit.rules.printer")
    found = run(registered(), foreign(_image(72), _placed(1), printer=printer))
    assert "printer.resolution" not in {one.id for one in found.rules}


def _all(pdf: Pdf) -> None:
    tint = Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=[0, 0, 0, 0], C1=[1, 1, 1, 1])
    space = Array([Name.Separation, Name.All, Name.DeviceCMYK, tint])
    pdf.pages[0].obj.Resources = Dictionary(ColorSpace=Dictionary(A=space))


def _line(x0: float, y0: float, x1: float, y1: float) -> bytes:
    points = [((EDGE + x) * MM, (EDGE + HEIGHT - y) * MM) for x, y in ((x0, y0), (x1, y1))]
    return b"%.4f %.4f m %.4f %.4f l S " % (*points[0], *points[1])


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (_line(-8, 0, -4, 0), []),
        (_line(-8, 0, -3, 0), []),
        (_line(-8, 0, -1, 0), ["in-bleed"]),
        (_line(0, -8, 0, -1), ["in-bleed"]),
        (_line(-8, 5, 40, 5), []),
        (_line(10, 10, 40, 10), []),
    ],
)
def test_marks(content: bytes, expected: list[str]) -> None:
    assert _codes("printer.marks", foreign(_all, b"/A CS 1 SCN " + content)) == expected


def test_lines_on_the_page_are_no_marks_and_depth_is_an_option() -> None:
    assert _codes("printer.marks", foreign(content=b"0 0 0 1 K " + _line(10, 10, 40, 10))) == []
    assert _codes("printer.marks", foreign(_all, b"/A CS 1 SCN " + _line(-8, 0, -2.5, 0)), tolerance_mm=1.0) == []


def _claims(version: str | None) -> Change:
    def change(pdf: Pdf) -> None:
        if version is None:
            del pdf.trailer.Info["/GTS_PDFXVersion"]
        else:
            pdf.trailer.Info.GTS_PDFXVersion = version

    return change


def test_standard() -> None:
    rule = "printer.standard"
    assert _codes(rule, foreign()) == []
    assert _codes(rule, foreign(printer="legacy-rip")) == ["other-standard"]
    older = foreign(standard="PDF/X-1a:2003")
    assert _codes(rule, older) == ["older-standard"]
    assert _result(rule, older).status == "note"
    assert _codes(rule, foreign(_claims("PDF/X-3:2002"), standard="PDF/X-3:2002", printer="legacy-rip")) == ["other-standard"]
    assert _codes(rule, foreign(_claims(None), standard="PDF/X-1a:2003", printer="legacy-rip")) == ["other-standard"]


def test_the_press_it_was_made_for() -> None:
    def named(name: str) -> Change:
        def change(pdf: Pdf) -> None:
            pdf.Root.OutputIntents[0].OutputConditionIdentifier = name
            pdf.Root.OutputIntents[0].Info = name

        return change

    rule = "printer.standard"
    assert _codes(rule, foreign(printer="uncoated")) == ["other-condition"]
    # The profile is that of the press, byte for byte, whatever it is called.
    assert _codes(rule, foreign(named("Custom"))) == []

    def other(pdf: Pdf) -> None:
        named("FOGRA51")(pdf)
        pdf.Root.OutputIntents[0].DestOutputProfile = pdf.make_stream(b"x", N=4)

    assert _codes(rule, foreign(other)) == ["other-condition"]
