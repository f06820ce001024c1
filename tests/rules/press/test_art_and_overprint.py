"""Press rules over the sealed art and overprinting."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pikepdf import Dictionary, Name, Pdf

from coverkit.facts.digest import Plain, digest
from coverkit.facts.press import ExpectedArt
from coverkit.geometry import Rect
from coverkit.preflight.streams import sha256
from tests.preflight.files import Change
from tests.rules.press.subjects import codes, subject

ART = b"1 .8 0 .2 k 0 0 100 40 re f /Sh sh"
RULE = "press.official-art"
# The trim's lower left corner lies at 36.8504 pt; 1 mm is 2.8346 pt.
PLACE = b"q 2.834646 0 0 2.834646 65.1969 320.3150 cm /Art Do Q "
EXPECTED = ExpectedArt("banner", sha256(ART), Rect(10.0, 130.0, 100.0, 40.0))


def _shading(end: float = 1.0) -> Dictionary:
    return Dictionary(
        Shading=Dictionary(
            Sh=Dictionary(
                ShadingType=2,
                ColorSpace=Name.DeviceCMYK,
                Coords=[0, 0, 100, 0],
                Function=Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=[0, 0, 0, 0], C1=[0, 0, 0, end]),
            )
        )
    )


def _art(content: bytes = ART, end: float = 1.0) -> Change:
    def change(pdf: Pdf) -> None:
        art = pdf.make_stream(content, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 100, 40], Resources=_shading(end))
        state = Dictionary(Half=Dictionary(ca=0.5))
        pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(Art=art), ExtGState=state)

    return change


def _found(
    page: bytes = PLACE, content: bytes = ART, art: ExpectedArt = EXPECTED, end: float = 1.0, **options: object
) -> list[str]:
    return codes(RULE, subject(_art(content, end), page, art=(art,)), **options)


def test_art_that_is_unchanged_and_in_place() -> None:
    assert _found() == []
    assert codes(RULE, subject()) == []


def test_one_changed_byte_is_found() -> None:
    assert _found(content=ART.replace(b".8", b".7")) == ["changed"]
    assert _found(content=ART + b" ") == ["changed"]


def test_art_that_is_not_there_or_too_often() -> None:
    assert _found(b"0 g 0 0 9 9 re f") == ["missing"]
    assert _found(PLACE.replace(b"65.1969", b"99.1969"), ART + b" ") == ["missing"]
    assert _found(PLACE * 2) == ["count"]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (PLACE.replace(b"65.1969", b"66.1969"), ["place"]),
        (PLACE.replace(b"q 2.834646", b"q 2.976378"), ["size"]),
        (b"q -2.834646 0 0 2.834646 348.6615 320.3150 cm /Art Do Q", ["mirrored"]),
        (b"q 2.834646 0 1 2.834646 65.1969 320.3150 cm /Art Do Q", ["size"]),
        (b"q 0 0 200 900 re W n " + PLACE + b" Q", ["clipped"]),
        (b"/Half gs " + PLACE, ["see-through"]),
    ],
)
def test_art_that_was_moved_or_dressed_up(page: bytes, expected: list[str]) -> None:
    assert _found(page) == expected


def test_tolerance() -> None:
    assert _found(PLACE.replace(b"65.1969", b"66.1969"), tolerance_mm=0.5) == []


def test_turned_art_is_compared_by_its_turned_frame() -> None:
    # A quarter turn clockwise about the frame's centre at (60, 150) mm.
    turned = b"q 0 -2.834646 2.834646 0 150.2362 518.7402 cm /Art Do Q"
    assert _found(turned, art=replace(EXPECTED, angle=90.0)) == []
    assert _found(turned) == ["place"]


def test_gradients_are_compared_where_they_are_known() -> None:
    resources: Plain = {
        "/Shading": {
            "/Sh": {
                "/ShadingType": 2,
                "/ColorSpace": "/DeviceCMYK",
                "/Coords": [0, 0, 100.0, 0],
                "/Function": {"/FunctionType": 2, "/Domain": [0, 1], "/N": 1, "/C0": [0, 0, 0, 0], "/C1": [0, 0, 0, 1]},
            }
        }
    }
    known = replace(EXPECTED, resources_digest=digest(resources))
    assert _found(art=known) == []
    assert _found(art=known, end=0.9) == ["resources"]


def _states() -> Change:
    def change(pdf: Pdf) -> None:
        descriptor = Dictionary(Type=Name.FontDescriptor, FontName=Name("/A"), FontFile2=pdf.make_stream(b"x"))
        font = Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name("/A"), FontDescriptor=descriptor)
        over = Dictionary(
            On=Dictionary(OP=True, op=True, OPM=1), Zero=Dictionary(OP=True, op=True, OPM=0), Line=Dictionary(OP=True, op=False)
        )
        pdf.pages[0].obj.Resources = Dictionary(ExtGState=over, Font=Dictionary(F=font))

    return change


GROUND = b".5 .5 0 0 k 40 40 500 700 re f "


def _type(size: float, ink: bytes, state: bytes = b"") -> bytes:
    return GROUND + state + ink + b" BT /F %g Tf 100 100 Td (Tin) Tj ET" % size


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (_type(9, b"0 0 0 1 k", b"/On gs "), []),
        (_type(9, b"0 0 0 1 k"), ["black-knocks-out"]),
        (_type(9, b"0 0 0 1 k", b"/Zero gs "), ["overprint-mode"]),
        (_type(9, b"0 0 0 1 k", b"/Line gs "), ["black-knocks-out"]),
        (_type(14, b"0 0 0 1 k"), []),
        (_type(14, b"0 0 0 0 k", b"/On gs "), ["white-overprints"]),
        (_type(9, b"0 0 0 0 k"), []),
        (_type(9, b"0 g", b"/On gs "), ["grey-overprints"]),
        (b"0 0 0 1 k BT /F 9 Tf 100 100 Td (Tin) Tj ET", []),
        (GROUND + b"/On gs 0 0 0 0 k 100 100 50 50 re f", ["white-overprints"]),
        (GROUND + b"0 0 0 1 K .5 w 100 100 m 200 100 l S", ["black-knocks-out"]),
        (GROUND + b"0 0 0 1 k 100 100 200 1 re f", ["black-knocks-out"]),
        (GROUND + b"0 0 0 1 k 100 100 200 9 re f", []),
        (GROUND + b"0 0 0 1 K .5 w 0 10 m 20 10 l S", []),
        (GROUND + b"/On gs 0 0 0 0 k 0 0 9 9 re f", []),
    ],
)
def test_overprint(content: bytes, expected: list[str]) -> None:
    assert codes("press.overprint", subject(_states(), content)) == expected


def test_overprint_options() -> None:
    text = subject(_states(), _type(9, b"0 0 0 1 k"))
    assert codes("press.overprint", text, black_text_pt=8.0) == []
    line = subject(_states(), GROUND + b"0 0 0 1 K .5 w 100 100 m 200 100 l S")
    assert codes("press.overprint", line, black_line_pt=0.25) == []


def test_art_that_is_painted_over_is_found_and_what_lies_below_or_beside_it_is_not() -> None:
    over, beside = b" 0 0 0 1 k 100 350 60 40 re f ", b" 0 0 0 1 k 40 40 20 20 re f "
    assert _found(PLACE + over) == ["covered"]
    assert _found(over + PLACE) == []
    assert _found(PLACE + beside) == []
    assert _found(PLACE + over, cover_mm=30.0) == []


def test_other_bytes_that_draw_the_same_are_found_where_the_sealed_bytes_are_known() -> None:
    assert _found(art=replace(EXPECTED, raw_sha256=sha256(ART))) == []
    assert _found(art=replace(EXPECTED, raw_sha256=sha256(ART + b" "))) == ["bytes"]
