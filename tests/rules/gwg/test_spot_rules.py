"""Rules R0020 to R0024: how many spot colours, how they are named and defined, and the registration colour."""

from __future__ import annotations

import unicodedata

from pikepdf import Array, Dictionary, Name, Pdf

from coverkit.facts.file import FileSubject
from tests.preflight.files import Change
from tests.rules.gwg.subjects import codes, found, result, spot, states, subject, text, tint

BOX = b" 60 60 90 90 re f "
SPOTS = "SheetSpot"


def _spaces(*spaces: Array) -> Change:
    def change(pdf: Pdf) -> None:
        named = {f"/S{index}": space for index, space in enumerate(spaces)}
        pdf.pages[0].obj.Resources = Dictionary(ColorSpace=Dictionary(named))

    return change


def _used(*spaces: Array, variant: str = SPOTS) -> FileSubject:
    return subject(b"".join(b"/S%d cs %s" % (index, BOX) for index in range(len(spaces))), _spaces(*spaces), variant)


def _named(*names: str) -> FileSubject:
    return _used(*(spot(name, transform=tint(index / 10)) for index, name in enumerate(names)))


def _devicen(*names: str) -> Array:
    return Array([Name.DeviceN, Array([Name(f"/{name}") for name in names]), Name.DeviceCMYK, tint()])


def test_r0020_fires_on_a_spot_colour() -> None:
    assert codes("r0020", b"/Gold cs 1 scn" + BOX) == ["too-many"]
    outcome = result("r0020", _used(spot("Gold"), _devicen("Cyan", "Silver")))
    assert outcome is not None
    problem = outcome.findings[0].problem
    assert (problem.element, problem.measured, problem.limit) == ("Gold, Silver", 2.0, 0.0)


def test_r0020_fires_on_a_spot_colour_in_a_pattern_or_a_palette() -> None:
    assert found("r0020", _used(Array([Name.Indexed, spot("Gold"), 0, b"\xff"]))) == [("too-many", "warning")]

    def change(pdf: Pdf) -> None:
        resources = Dictionary(ColorSpace=Dictionary(S=spot("Gold")))
        cell = pdf.make_stream(
            b"/S cs 0 0 5 5 re f",
            PatternType=1,
            PaintType=1,
            TilingType=1,
            BBox=[0, 0, 9, 9],
            XStep=9,
            YStep=9,
            Resources=resources,
        )
        pdf.pages[0].obj.Resources = Dictionary(Pattern=Dictionary(Pt=cell))

    assert codes("r0020", b"/Pattern cs /Pt scn" + BOX, change=change) == ["too-many"]


def test_r0020_stays_quiet_about_names_that_are_no_spots_or_not_used() -> None:
    assert found("r0020", _used(*map(spot, ("Cyan", "Magenta", "Yellow", "Black", "All", "None")))) == []
    assert found("r0020", subject(b"0 0 0 1 k" + BOX, _spaces(spot("Gold")))) == []
    assert codes("r0020", b"/Gold cs 1 scn 0 0 0 1 k" + BOX) == []


def test_r0020_option_variant_weighs_it() -> None:
    of = _used(spot("Gold"))
    assert found("r0020", of, variant="SheetCMYK") == [("too-many", "error")]
    assert found("r0020", of, variant="DigitalPrint") == [("too-many", "warning")]
    assert result("r0020", of, variant="LargeFormat") is None


def test_r0021_fires_on_two_suffixes() -> None:
    assert found("r0021", _named("PANTONE 123 C", "PANTONE 123 U")) == [("suffix", "warning")]
    assert found("r0021", _named("Pantone 123 CVC", "PANTONE 123 EC")) == [("suffix", "warning")]


def test_r0021_stays_quiet() -> None:
    for names in (
        ("PANTONE 123 C", "PANTONE 124 U"),
        ("PANTONE 123", "PANTONE 123 U"),
        ("PANTONE 123C", "PANTONE 123U"),
        ("PANTONE 123 c", "PANTONE 123 U"),
        ("PANTONE 123 C", "Pantone 123 C"),
        ("PANTONE 123 XX", "PANTONE 123 U"),
    ):
        assert found("r0021", _named(*names)) == []


def test_r0021_option_variant_that_does_not_ask() -> None:
    assert result("r0021", _named("A C", "A U"), variant="SheetCMYK") is None


def test_r0022_fires_on_two_spellings() -> None:
    assert found("r0022", _named("Gold", "gold")) == [("spelling", "error")]
    assert found("r0022", _named("Đỏ", unicodedata.normalize("NFD", "đỏ"))) == [("spelling", "error")]


def test_r0022_stays_quiet() -> None:
    assert found("r0022", _named("Gold", "Golden", "Gold 1")) == []
    assert found("r0022", _named("Gold")) == []


def test_r0022_option_variant_that_does_not_ask() -> None:
    assert result("r0022", _named("Gold", "gold"), variant="WebCMYK") is None


def test_r0023_fires_on_one_ink_under_two_names() -> None:
    assert found("r0023", _used(spot("Gold"), spot("Or"))) == [("identical", "error")]


def test_r0023_fires_whether_the_transform_is_direct_or_not() -> None:
    def change(pdf: Pdf) -> None:
        spaces = {"/S0": spot("Gold"), "/S1": spot("Or", transform=pdf.make_indirect(tint()))}
        pdf.pages[0].obj.Resources = Dictionary(ColorSpace=Dictionary(spaces))

    assert codes("r0023", b"/S0 cs" + BOX + b"/S1 cs" + BOX, SPOTS, change) == ["identical"]


def test_r0023_stays_quiet() -> None:
    assert found("r0023", _used(spot("Gold"), spot("Or", transform=tint(0.81)))) == []
    assert found("r0023", _used(spot("Gold"), spot("Or", Name.DeviceRGB))) == []
    assert found("r0023", _used(spot("Gold"), spot("Cyan"))) == []
    assert found("r0023", _used(_devicen("Gold", "Or"))) == []


def test_r0023_option_variant_that_does_not_ask() -> None:
    assert result("r0023", _used(spot("Gold"), spot("Or")), variant="DigitalPrint") is None


def test_r0024_fires_on_the_registration_colour() -> None:
    assert codes("r0024", b"/All cs 1 scn" + BOX) == ["registration-colour"]
    assert codes("r0024", text(9, b"/All cs .1 scn")) == ["registration-colour"]


def test_r0024_stays_quiet_outside_the_trim() -> None:
    assert codes("r0024", b"/All cs 1 scn 0 0 20 20 re f") == []
    assert codes("r0024", b"/Gold cs 1 scn" + BOX) == []


def test_r0024_option_variant_is_a_warning_everywhere() -> None:
    of = subject(b"/All cs 1 scn" + BOX, states)
    for variant in ("SheetCMYK", "SheetSpot", "MagazineAds", "WebCMYK", "DigitalPrint", "Newspaper"):
        assert found("r0024", of, variant=variant) == [("registration-colour", "warning")]
