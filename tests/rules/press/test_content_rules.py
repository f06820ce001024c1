"""Press rules over what the page paints: colours, fonts, transparency, filters, graphics states, XObjects, operators."""

from __future__ import annotations

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from tests.preflight.files import Change
from tests.rules.press.subjects import codes, result, subject

TINT = Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=[0, 0, 0, 0], C1=[0, 0, 1, 0])
SPOT = Array([Name.Separation, Name.Gold, Name.DeviceCMYK, TINT])
BOX = b" 50 50 100 100 re f"


def _resources(**kinds: Dictionary) -> Change:
    def change(pdf: Pdf) -> None:
        pdf.pages[0].obj.Resources = Dictionary({f"/{key}": value for key, value in kinds.items()})

    return change


def _image(**entries: object) -> Change:
    def change(pdf: Pdf) -> None:
        base = {"Type": Name.XObject, "Subtype": Name.Image, "Width": 2, "Height": 2, "BitsPerComponent": 8}
        image = pdf.make_stream(b"\0" * 16, {f"/{key}": value for key, value in {**base, **entries}.items()})
        pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(Im=image))

    return change


def _colours(content: bytes, space: object = None, **options: object) -> list[str]:
    resources = _resources(ColorSpace=Dictionary(S=space)) if space is not None else _resources()
    return codes("press.device-colours", subject(resources, content), **options)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"0 0 0 1 k" + BOX, []),
        (b".5 g" + BOX, []),
        (b"1 0 0 rg" + BOX, ["not-ink"]),
        (b"1 0 0 RG 0 0 m 9 9 l S", ["not-ink"]),
        (b"1 0 0 rg n", []),
        (b"/DeviceRGB cs" + BOX, ["not-ink"]),
        (b"BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI", ["not-ink"]),
        (b"BI /W 1 /H 1 /BPC 8 /CS [/I /RGB 1 <000000ffffff>] ID a EI", ["not-ink"]),
    ],
)
def test_device_colours(content: bytes, expected: list[str]) -> None:
    assert _colours(content) == expected


def test_named_colours() -> None:
    used = b"/S cs 1 scn" + BOX
    assert _colours(used, SPOT) == ["spot"]
    assert _colours(used, SPOT, spots=("Gold",)) == []
    assert _colours(b"0 g" + BOX, SPOT) == []
    assert _colours(used, Array([Name.Separation, Name.Black, Name.DeviceCMYK, TINT])) == []
    assert _colours(used, Array([Name.Separation, Name.All, Name.DeviceCMYK, TINT])) == ["registration-colour"]
    assert _colours(used, Array([Name.Separation, Name.Black, Name.DeviceRGB, TINT])) == ["alternate"]
    assert _colours(used, Array([Name.CalRGB, Dictionary(WhitePoint=[1, 1, 1])])) == ["not-ink"]
    assert _colours(used, Array([Name.Indexed, Name.DeviceRGB, 0, pikepdf.String(b"abc")])) == ["not-ink"]
    assert _colours(used, Array([Name.Indexed, Name.DeviceCMYK, 0, pikepdf.String(b"abcd")])) == []


def test_colours_of_images_gradients_patterns_forms_and_redefined_spaces() -> None:
    rule = "press.device-colours"
    assert codes(rule, subject(_image(ColorSpace=Name.DeviceRGB), b"q 99 0 0 99 0 0 cm /Im Do Q")) == ["not-ink"]
    assert codes(rule, subject(_image(ColorSpace=Name.DeviceCMYK), b"q 99 0 0 99 0 0 cm /Im Do Q")) == []
    shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=[0, 0, 1, 1])
    assert codes(rule, subject(_resources(Shading=Dictionary(Sh=shading)), b"/Sh sh")) == ["not-ink"]
    pattern = Dictionary(Pt=Dictionary(PatternType=2, Shading=shading))
    assert codes(rule, subject(_resources(Pattern=pattern), b"/Pattern cs /Pt scn" + BOX)) == ["not-ink"]
    redefined = _resources(ColorSpace=Dictionary(DefaultCMYK=Array([Name.ICCBased, Dictionary(N=4)])))
    assert codes(rule, subject(redefined, b"0 0 0 1 k" + BOX)) == ["remapped"]

    def nested(pdf: Pdf) -> None:
        red = b"1 0 0 rg 0 0 9 9 re f"
        form = {"/Type": Name.XObject, "/Subtype": Name.Form, "/BBox": [0, 0, 9, 9]}
        inner = pdf.make_stream(red, form)
        outer = pdf.make_stream(b"/In Do", {**form, "/Resources": Dictionary(XObject=Dictionary(In=inner))})
        cell = {"/PatternType": 1, "/PaintType": 1, "/TilingType": 1, "/BBox": [0, 0, 9, 9], "/XStep": 9, "/YStep": 9}
        tile = pdf.make_stream(red, {**cell, "/Resources": Dictionary()})
        pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(Out=outer), Pattern=Dictionary(Ti=tile))

    assert codes(rule, subject(nested, b"/Out Do")) == ["not-ink"]
    assert codes(rule, subject(nested, b"/Pattern cs /Ti scn" + BOX)) == ["not-ink"]


def _font(embedded: bool, name: str = "/ABCDEF+Face", without: tuple[str, ...] = ()) -> Change:
    def change(pdf: Pdf) -> None:
        descriptor = Dictionary(Type=Name.FontDescriptor, FontName=Name(name))
        if embedded:
            descriptor.FontFile2 = pdf.make_stream(b"font")
        cmap = pdf.make_stream(b"1 beginbfchar <41> <1EEF> endbfchar")
        font = Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name(name), FontDescriptor=descriptor, ToUnicode=cmap)
        for key in without:
            del font[key]
        pdf.pages[0].obj.Resources = Dictionary(Font=Dictionary(F=pdf.make_indirect(font)))

    return change


TEXT = b"BT /F 12 Tf (A) Tj ET"


def test_fonts() -> None:
    assert codes("press.fonts", subject(_font(True), TEXT)) == []
    assert codes("press.fonts", subject(_font(False), TEXT)) == ["not-embedded"]
    assert codes("press.fonts", subject(_font(False), b"BT /F 12 Tf 3 Tr (A) Tj ET")) == []
    assert codes("press.fonts", subject(_font(False), b"BT /F 12 Tf ET")) == []
    assert codes("press.fonts", subject(_font(True, "/Face"), TEXT)) == ["no-subset-tag"]
    assert result("press.fonts", subject(_font(True, "/Face"), TEXT)).status == "note"
    assert codes("press.fonts", subject(_font(True, without=("/ToUnicode",)), TEXT)) == ["no-unicode"]


def _state(**entries: object) -> Change:
    return _resources(ExtGState=Dictionary(G=Dictionary({f"/{key}": value for key, value in entries.items()})))


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ({"ca": 0.5}, ["opacity"]),
        ({"CA": 0.5}, ["opacity"]),
        ({"ca": 1, "CA": 1, "BM": Name.Normal, "SMask": Name("/None")}, []),
        ({"BM": Name.Multiply}, ["blend-mode"]),
        ({"BM": Array([Name.Foo, Name.Multiply])}, ["blend-mode"]),
        ({"SMask": Dictionary(S=Name.Alpha)}, ["soft-mask"]),
    ],
)
def test_transparent_states(entries: dict[str, object], expected: list[str]) -> None:
    assert codes("press.transparency", subject(_state(**entries), b"/G gs" + BOX)) == expected


def test_transparent_groups_and_masks() -> None:
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)

    def page(pdf: Pdf) -> None:
        pdf.pages[0].obj.Group = group

    def form(pdf: Pdf) -> None:
        thing = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9], Group=group)
        pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(Fo=thing))

    def masked(pdf: Pdf) -> None:
        _image(ColorSpace=Name.DeviceGray, SMask=pdf.make_stream(b"\0"))(pdf)

    assert codes("press.transparency", subject(page)) == ["page-group"]
    assert codes("press.transparency", subject(form, b"/Fo Do")) == ["form-group"]
    assert codes("press.transparency", subject(masked, b"/Im Do")) == ["image-mask"]


def test_filters() -> None:
    def lzw(pdf: Pdf) -> None:
        pdf.Root.Thing = pdf.make_indirect(pikepdf.Stream(pdf, b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01", Filter=Name.LZWDecode))

    def jpx(pdf: Pdf) -> None:
        pdf.Root.Thing = pikepdf.Stream(pdf, b"x", Filter=Name.JPXDecode)

    def external(pdf: Pdf) -> None:
        pdf.Root.Thing = pdf.make_stream(b"", F="other.bin")

    assert codes("press.filters", subject(lzw)) == ["filter"]
    assert codes("press.filters", subject(jpx)) == []
    assert codes("press.filters", subject(jpx, x1a=True)) == ["filter"]
    assert codes("press.filters", subject(external)) == ["external"]
    assert codes("press.filters", subject(content=b"BI /W 1 /H 1 /BPC 8 /CS /G /F /LZW ID a EI")) == ["filter"]


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ({"TR": Name.Identity}, ["transfer"]),
        ({"TR2": Name.Default}, []),
        ({"TR2": Array([])}, ["transfer"]),
        ({"HTP": Array([0, 0])}, ["halftone"]),
        ({"HT": Dictionary(HalftoneType=1)}, []),
        ({"HT": Dictionary(HalftoneType=6)}, ["halftone"]),
        ({"HT": Dictionary(HalftoneType=1, HalftoneName="x")}, ["halftone"]),
        ({"BM": Name.Fancy}, ["blend-mode"]),
        ({"BM": Name.Luminosity}, []),
        ({"RI": Name.Saturation}, []),
        ({"RI": Name.Fancy}, ["rendering-intent"]),
    ],
)
def test_graphics_state(entries: dict[str, object], expected: list[str]) -> None:
    assert codes("press.graphics-state", subject(_state(**entries), b"/G gs" + BOX)) == expected


def test_rendering_intents_of_operators_and_images() -> None:
    assert codes("press.graphics-state", subject(content=b"/Fancy ri")) == ["rendering-intent"]
    image = _image(ColorSpace=Name.DeviceGray, Intent=Name.Foo)
    assert codes("press.graphics-state", subject(image, b"/Im Do")) == ["rendering-intent"]


def test_xobjects() -> None:
    def thing(**entries: object) -> Change:
        def change(pdf: Pdf) -> None:
            named = {f"/{key}": value for key, value in entries.items()}
            pdf.Root.Thing = pdf.make_stream(b"", {"/Type": Name.XObject, **named})

        return change

    assert codes("press.xobjects", subject(thing(Subtype=Name.PS))) == ["postscript"]
    assert codes("press.xobjects", subject(thing(Subtype=Name.Form, Subtype2=Name.PS))) == ["postscript"]
    assert codes("press.xobjects", subject(thing(Subtype=Name.Form, Ref=Dictionary()))) == ["references"]
    assert codes("press.xobjects", subject(thing(Subtype=Name.Image, OPI=Dictionary()))) == ["opi"]
    assert codes("press.xobjects", subject(thing(Subtype=Name.Image, Alternates=Array([])))) == ["alternates"]
    assert codes("press.xobjects", subject(thing(Subtype=Name.Form))) == []


def test_operators() -> None:
    assert codes("press.operators", subject(content=b"0 0 9 9 re f 1 2 foo")) == ["unknown"]
    assert codes("press.operators", subject(content=b"BX 1 2 foo EX")) == ["unknown"]
    deep = subject(content=b"q " * 29 + b"Q " * 29)
    assert codes("press.operators", deep) == ["nesting"]
    assert codes("press.operators", deep, deepest=40) == []
    assert codes("press.operators", subject(content=b"q " * 28 + b"Q " * 28)) == []
    assert codes("press.operators", subject(_font(True, "/ABCDEF+" + "x" * 130), TEXT)) == ["long-name"]


def test_content_that_cannot_be_read_is_never_a_pass() -> None:
    def broken(pdf: Pdf) -> None:
        pdf.pages[0].obj.Contents = pikepdf.Stream(pdf, b"not deflated", Filter=Name.FlateDecode)

    for rule in ("device-colours", "fonts", "transparency", "graphics-state", "operators", "overprint"):
        found = result(f"press.{rule}", subject(broken))
        assert found.status == "not_checked", rule
        assert "could not be read" in found.reason
