"""Rules R0027 to R0030: which colour spaces may be used, and the spaces in which transparency is blended."""

from __future__ import annotations

import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf

from coverkit.facts.file import FileSubject
from tests.preflight.files import Change
from tests.rules.gwg.subjects import found, result, spot, subject

BOX = b" 60 60 90 90 re f "
CAL_RGB, CAL_GRAY, LAB = (Array([kind, Dictionary(WhitePoint=[1, 1, 1])]) for kind in (Name.CalRGB, Name.CalGray, Name.Lab))


def _profiled(channels: int) -> Array:
    return Array([Name.ICCBased, Dictionary(N=channels)])


SPACES: dict[str, Object] = {
    "RGB": Name.DeviceRGB,
    "CMYK": Name.DeviceCMYK,
    "Gray": Name.DeviceGray,
    "CalRGB": CAL_RGB,
    "CalGray": CAL_GRAY,
    "Lab": LAB,
    "ICC gray": _profiled(1),
    "ICC RGB": _profiled(3),
    "ICC CMYK": _profiled(4),
}


def _element(space: Object) -> FileSubject:
    def change(pdf: Pdf) -> None:
        pdf.pages[0].obj.Resources = Dictionary(ColorSpace=Dictionary(S=space))

    return subject(b"/S cs" + BOX, change)


def _image(space: Object, **entries: object) -> FileSubject:
    def change(pdf: Pdf) -> None:
        picture = {"/Subtype": Name.Image, "/Width": 1, "/Height": 1, "/BitsPerComponent": 8, "/ColorSpace": space}
        image = pdf.make_stream(b"\0" * 4, {**picture, **{f"/{key}": value for key, value in entries.items()}})
        pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(Im=image))

    return subject(b"q 90 0 0 90 60 60 cm /Im Do Q", change)


def _allowed(rule: str, variant: str) -> tuple[set[str], set[str], set[str]]:
    """Return the spaces that a rule allows to elements, to pictures and as alternates."""

    def allows(of: FileSubject) -> bool:
        return found(rule, of, variant=variant) == []

    return (
        {name for name, space in SPACES.items() if allows(_element(space))},
        {name for name, space in SPACES.items() if allows(_image(space))},
        {name for name, space in SPACES.items() if allows(_element(spot("Gold", space)))},
    )


def test_r0027_fires_on_all_but_inks_and_stays_quiet_about_those() -> None:
    assert _allowed("r0027", "SheetCMYK") == ({"CMYK", "Gray"}, {"CMYK", "Gray"}, {"CMYK", "Gray", "Lab"})


def test_r0027_fires_on_palettes_gradients_and_spaces_that_a_profile_redefines() -> None:
    assert found("r0027", _element(Array([Name.Indexed, Name.DeviceRGB, 0, b"abc"]))) == [("element", "error")]
    assert found("r0027", _image(Array([Name.Indexed, spot("A", Name.DeviceRGB), 0, b"a"]))) == [("alternate", "error")]

    def redefined(pdf: Pdf) -> None:
        pdf.pages[0].obj.Resources = Dictionary(ColorSpace=Dictionary(DefaultCMYK=_profiled(4)))

    assert found("r0027", subject(b"0 0 0 1 k" + BOX, redefined)) == [("element", "error")]

    def shaded(pdf: Pdf) -> None:
        shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=[0, 0, 1, 1])
        pdf.pages[0].obj.Resources = Dictionary(Shading=Dictionary(Sh=shading))

    assert found("r0027", subject(b"/Sh sh", shaded)) == [("element", "error")]


def test_r0027_stays_quiet_outside_the_trim() -> None:
    assert found("r0027", subject(b"1 0 0 rg 0 0 20 20 re f")) == []


def test_r0027_says_so_when_it_cannot_tell_a_space() -> None:
    def change(pdf: Pdf) -> None:
        entries = {"/Subtype": Name.Image, "/Width": 1, "/Height": 1, "/Filter": Name.JPXDecode}
        pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(Im=pdf.make_stream(b"\0", entries)))

    for content in (b"q 90 0 0 90 60 60 cm /Im Do Q", b"/Nothing cs 1 scn" + BOX):
        outcome = result("r0027", subject(content, change))
        assert outcome is not None
        assert (outcome.status.value, outcome.findings) == ("not_checked", ())


def test_r0027_option_variant_that_does_not_ask() -> None:
    of = _element(Name.DeviceRGB)
    assert found("r0027", of, variant="Newspaper") == [("element", "error")]
    assert result("r0027", of, variant="DigitalPrint") is None


def test_r0028_fires_on_all_but_profiled_pictures_and_inks_and_stays_quiet_about_those() -> None:
    pictures = {"CMYK", "Gray", "CalRGB", "Lab", "ICC RGB"}
    assert _allowed("r0028", "DigitalPrint") == ({"CMYK", "Gray"}, pictures, pictures)


def test_r0028_fires_on_a_mask_in_a_profiled_colour() -> None:
    def change(pdf: Pdf) -> None:
        mask = pdf.make_stream(b"\0", {"/Subtype": Name.Image, "/Width": 1, "/Height": 1, "/ImageMask": True})
        pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(Ma=mask), ColorSpace=Dictionary(S=_profiled(3)))

    of = subject(b"/S cs q 90 0 0 90 60 60 cm /Ma Do Q", change, "DigitalPrint")
    assert found("r0028", of) == [("element", "error")]


def test_r0028_option_variant_that_does_not_ask() -> None:
    assert result("r0028", _element(Name.DeviceRGB), variant="SheetCMYK") is None


def test_r0029_fires_on_vague_colours_and_stays_quiet_about_the_rest() -> None:
    inks = {"CMYK", "Gray"}
    assert _allowed("r0029", "LargeFormat") == (
        inks | {"Lab", "ICC RGB"},
        inks | {"Lab", "CalRGB", "ICC RGB", "ICC CMYK"},
        inks | {"Lab", "CalRGB", "ICC RGB", "ICC CMYK"},
    )


def test_r0029_option_variant_that_does_not_ask() -> None:
    assert result("r0029", _element(Name.DeviceRGB), variant="SheetCMYK") is None


def _group(space: Object | None) -> Dictionary:
    return Dictionary(S=Name.Transparency) if space is None else Dictionary(S=Name.Transparency, CS=space)


def _page_group(space: Object | None) -> Change:
    def change(pdf: Pdf) -> None:
        pdf.pages[0].obj.Group = _group(space)

    return change


def _form_group(space: Object) -> Change:
    def change(pdf: Pdf) -> None:
        form = pdf.make_stream(b"", Subtype=Name.Form, BBox=[60, 60, 90, 90], Group=_group(space))
        pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(Fm=form))

    return change


def _mask_group(kind: Name, space: Object, inner: Object | None = None) -> Change:
    def change(pdf: Pdf) -> None:
        form = pdf.make_stream(b"/Fm Do", Subtype=Name.Form, BBox=[60, 60, 90, 90], Group=_group(space))
        within = pdf.make_stream(b"", Subtype=Name.Form, BBox=[60, 60, 90, 90], Group=_group(inner))
        form["/Resources"] = Dictionary(XObject=Dictionary(Fm=within))
        pdf.pages[0].obj.Resources = Dictionary(ExtGState=Dictionary(Gs=Dictionary(SMask=Dictionary(S=kind, G=form))))

    return change


@pytest.mark.parametrize(
    "change",
    [
        _page_group(Name.DeviceRGB),
        _page_group(Name.DeviceGray),
        _page_group(_profiled(4)),
        _form_group(Name.DeviceRGB),
        _mask_group(Name.Luminosity, Name.DeviceRGB),
        _mask_group(Name.Alpha, Name.DeviceGray),
        _mask_group(Name.Luminosity, Name.DeviceGray, Name.DeviceGray),
    ],
)
def test_r0030_fires_on_groups_in_another_space(change: Change) -> None:
    assert found("r0030", subject(b"/Gs gs /Fm Do" + BOX, change)) == [("blend-space", "error")]


@pytest.mark.parametrize(
    "change",
    [
        _page_group(None),
        _page_group(Name.DeviceCMYK),
        _form_group(Name.DeviceCMYK),
        _mask_group(Name.Luminosity, Name.DeviceGray),
        _mask_group(Name.Luminosity, Name.DeviceCMYK, Name.DeviceCMYK),
        _mask_group(Name.Alpha, Name.DeviceCMYK),
    ],
)
def test_r0030_stays_quiet(change: Change) -> None:
    assert found("r0030", subject(b"/Gs gs /Fm Do" + BOX, change)) == []


def test_r0030_option_variant_is_an_error_everywhere() -> None:
    of = subject(BOX, _page_group(Name.DeviceRGB))
    for variant in ("SheetCMYK", "SheetSpot", "MagazineAds", "WebCMYK", "DigitalPrint", "Newspaper"):
        assert found("r0030", of, variant=variant) == [("blend-space", "error")]
