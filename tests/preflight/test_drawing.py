"""A page of a PDF as a drawing: operators, colours, forms, layers, letters; what sealed art cannot have is refused."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Pdf

from coverkit.artwork.drawing import Box, Fill, Raster, Rgb, Shade, Spot, Stroke, box_of, seen_box
from coverkit.errors import CoverKitError, InputError, UsageError
from coverkit.model.values import Cmyk
from coverkit.preflight.drawing import calculator
from coverkit.preflight.drawing.reader import pdf_drawing
from tests.preflight.pages import Change, drawn, pdf

DATA = Path(__file__).parents[1] / "artwork" / "data"
TINT = "<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 1 1 0] /N 1 >>"


def fills(content: str, resources: str = "") -> list[Fill]:
    items = drawn(content, resources).items
    assert all(isinstance(item, Fill) for item in items)
    return [item for item in items if isinstance(item, Fill)]


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        ("10 10 20 5 re f", (10, 10, 30, 15)),
        ("2 0 0 2 0 0 cm 5 5 m 10 5 l 10 8 l b*", (10, 10, 20, 16)),
        ("q 2 0 0 2 0 0 cm Q 1 1 m 3 1 l 3 3 l h f*", (1, 1, 3, 3)),
        ("0 0 m 10 0 10 10 v 0 10 0 0 y F", (0, 0, 10, 10)),
        ("0 0 m 0 5 5 10 10 10 c f", (0, 0, 10, 10)),
    ],
)
def test_paths_stand_where_they_are_drawn(content: str, wanted: Box) -> None:
    assert box_of(next(item for item in drawn(content).items if isinstance(item, Fill)).outline) == wanted


@pytest.mark.parametrize(
    ("colour", "wanted"),
    [
        ("0 1 1 0 k", Cmyk(0, 1, 1, 0)),
        ("0.25 g", Cmyk(0, 0, 0, 0.75)),
        ("1 0 0 rg", Rgb(1, 0, 0)),
        ("/DeviceCMYK cs 1 0 0 0 sc", Cmyk(1, 0, 0, 0)),
        ("/S cs .5 scn", Spot("Đỏ", 0.5, Cmyk(0, 0.5, 0.5, 0))),
        ("/K cs .5 scn", Cmyk(0, 0, 0, 0.5)),
        ("/N cs .2 .8 scn", Cmyk(0, 0.8, 0, 0.2)),
        ("/P cs .5 scn", Spot("P", 0.5, Cmyk(0, 0.25, 0, 0))),
        ("/DeviceCMYK cs", Cmyk(0, 0, 0, 1)),
    ],
)
def test_colours_of_all_spaces(colour: str, wanted: object) -> None:
    def spaces(document: Pdf, page: Dictionary) -> None:
        program = document.make_stream(b"{ 0 exch .5 mul 0 0 }", FunctionType=4, Domain=[0, 1], Range=[0, 1] * 4)
        page.Resources = Dictionary(
            ColorSpace=Dictionary(
                S=pikepdf.Object.parse(f"[/Separation /#c4#90#e1#bb#8f /DeviceCMYK {TINT}]".encode()),
                K=pikepdf.Object.parse(f"[/Separation /Black /DeviceCMYK {TINT}]".encode()),
                N=pikepdf.Object.parse(b"[/DeviceN [/Black /Magenta] /DeviceCMYK null]"),
                P=Array([Name.Separation, Name.P, Name.DeviceCMYK, program]),
            )
        )

    (item,) = drawn(f"{colour} 0 0 9 9 re f", change=spaces).items
    assert isinstance(item, Fill)
    assert item.colour == wanted


def test_lines_and_clips() -> None:
    stroke, fill = drawn("q 4 w 1 J [3 1] 0 d 0 0 m 50 0 l S Q 10 10 20 20 re W n 0 0 99 50 re f").items
    assert isinstance(stroke, Stroke)
    assert (stroke.line.width, stroke.line.cap, stroke.line.dash) == (4.0, 1, (3.0, 1.0))
    assert seen_box(fill, 100, 50) == (10, 10, 30, 30)


SHADE = f"/ShadingType 2 /ColorSpace /DeviceCMYK /Coords [0 0 50 0] /Extend [true false] /Function {TINT}"


@pytest.mark.parametrize(
    ("content", "resources"),
    [
        ("0 0 9 9 re W n 1 0 0 1 5 5 cm /Sh sh", f"/Shading << /Sh << {SHADE} >> >>"),
        (
            "2 0 0 2 0 0 cm /Pattern cs /P scn 0 0 9 9 re f",
            f"/Pattern << /P << /PatternType 2 /Matrix [1 0 0 1 5 5] /Shading << {SHADE} >> >> >>",
        ),
    ],
)
def test_gradients_by_operator_and_by_pattern(content: str, resources: str) -> None:
    (item,) = drawn(content, resources).items
    assert isinstance(item, Shade)
    assert item.stops == ((0.0, Cmyk(0, 0, 0, 0)), (1.0, Cmyk(0, 1, 1, 0)))
    assert (item.matrix, item.extend) == ((1, 0, 0, 1, 5, 5), (True, False))


def test_the_opacity_of_a_group_is_that_of_all_in_it() -> None:
    def group(document: Pdf, page: Dictionary) -> None:
        form = document.make_stream(
            b"/Full gs 0 1 1 0 k 0 0 9 9 re f 20 0 9 9 re f",
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=[0, 0, 50, 50],
            Group=Dictionary(S=Name.Transparency),
            Resources=page.Resources,
        )
        page.Resources.XObject = Dictionary(F=form)

    drawing = drawn("/Half gs /F Do", "/ExtGState << /Half << /ca .5 >> /Full << /ca 1 >> >>", group)
    assert [(item.opacity, item.group) for item in drawing.items] == [(0.5, 1), (0.5, 1)]


def test_hidden_layers_and_comments_are_left_out_and_told() -> None:
    def hide(document: Pdf, page: Dictionary) -> None:
        layer = document.make_indirect(Dictionary(Type=Name.OCG, Name=pikepdf.String("Ẩn")))
        page.Resources.Properties = Dictionary(L=layer)
        page.Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Text)])
        document.Root.OCProperties = Dictionary(OCGs=[layer], D=Dictionary(OFF=[layer]))

    drawing = drawn("/OC /L BDC 0 0 9 9 re f EMC 20 20 5 5 re f", change=hide)
    assert [box_of(item.outline) for item in drawing.items if isinstance(item, Fill)] == [(20, 20, 25, 25)]
    assert set(drawing.dropped) == {"hidden layers", "annotations"}


@pytest.mark.parametrize(
    ("turn", "size", "wanted"),
    [
        (0, (40, 20), (0, 0, 10, 5)),
        (90, (20, 40), (0, 30, 5, 40)),
        (180, (40, 20), (30, 15, 40, 20)),
        (270, (20, 40), (15, 0, 20, 10)),
    ],
)
def test_the_trim_box_is_the_art_however_the_page_is_turned(turn: int, size: tuple[int, int], wanted: Box) -> None:
    def boxes(_: Pdf, page: Dictionary) -> None:
        page.TrimBox = Array([30, 10, 70, 30])
        page.Rotate = turn

    drawing = drawn("30 10 10 5 re f", change=boxes)
    (item,) = drawing.items
    assert isinstance(item, Fill)
    assert (drawing.width, drawing.height) == pytest.approx(size)
    assert box_of(item.outline) == pytest.approx(wanted)


def test_pictures_keep_their_pixels() -> None:
    def image(document: Pdf, page: Dictionary) -> None:
        mask = document.make_stream(
            b"\xff\x00", Subtype=Name.Image, Width=2, Height=1, ColorSpace=Name.DeviceGray, BitsPerComponent=8
        )
        found = document.make_stream(
            bytes((255, 0, 0, 0, 0, 0, 0, 255)),
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=2,
            Height=1,
            ColorSpace=Name.DeviceCMYK,
            BitsPerComponent=8,
            SMask=mask,
        )
        page.Resources.XObject = Dictionary(I=found)

    (item,) = drawn("40 0 0 20 5 5 cm /I Do", change=image).items
    assert isinstance(item, Raster)
    assert (item.pixels.mode, item.pixels.data, item.pixels.alpha) == ("CMYK", bytes((255, 0, 0, 0, 0, 0, 0, 255)), b"\xff\x00")
    assert item.matrix == (40, 0, 0, 20, 5, 5)


@pytest.mark.parametrize(("decode", "alpha"), [(None, b"\xff\x00"), ([1, 0], b"\x00\xff")])
def test_stencils_are_pixels_of_one_colour(decode: list[int] | None, alpha: bytes) -> None:
    def stencil(document: Pdf, page: Dictionary) -> None:
        found = document.make_stream(b"\x40", Subtype=Name.Image, Width=2, Height=1, ImageMask=True, BitsPerComponent=1)
        if decode:
            found.Decode = Array(decode)
        page.Resources.XObject = Dictionary(I=found)

    (item,) = drawn("0 1 1 0 k 40 0 0 20 5 5 cm /I Do", change=stencil).items
    assert isinstance(item, Raster)
    assert (item.pixels.mode, item.pixels.data, item.pixels.alpha) == ("CMYK", bytes((0, 255, 255, 0)) * 2, alpha)


def test_a_stencil_over_a_picture_makes_parts_of_it_clear() -> None:
    def masked(document: Pdf, page: Dictionary) -> None:
        mask = document.make_stream(b"\x40", Subtype=Name.Image, Width=2, Height=1, ImageMask=True, BitsPerComponent=1)
        found = document.make_stream(
            b"\x10\x20", Subtype=Name.Image, Width=2, Height=1, ColorSpace=Name.DeviceGray, BitsPerComponent=8, Mask=mask
        )
        page.Resources.XObject = Dictionary(I=found)

    (item,) = drawn("40 0 0 20 5 5 cm /I Do", change=masked).items
    assert isinstance(item, Raster)
    assert (item.pixels.data, item.pixels.alpha) == (b"\x10\x20", b"\xff\x00")


@pytest.mark.parametrize(("name", "words"), [("cairo.pdf", 7), ("scribus.pdf", 31), ("inkscape-picture.pdf", 2)])
def test_files_of_real_programs_are_read(name: str, words: int) -> None:
    drawing = pdf_drawing(DATA / name, name)
    assert drawing.outlined == words
    assert len(drawing.items) >= 4


@pytest.mark.parametrize("name", ["cairo-pattern.pdf", "ghostscript-pattern.pdf"])
def test_patterns_of_real_programs_cover_what_they_fill(name: str) -> None:
    """The same drawing by rsvg-convert and, of Inkscape's PDF, by Ghostscript: dots of 12 px in cells of 20, turned by 30°."""
    items = pdf_drawing(DATA / name, name).items
    dots = [item for item in items if isinstance(item, Fill) and isinstance(item.colour, Rgb) and item.colour.hex == "#FFD24A"]
    shown = [box for item in dots if (box := seen_box(item, 225, 75)) is not None]
    assert 20 < len(shown) < 60
    around = min(b[0] for b in shown), max(b[2] for b in shown)
    assert around == pytest.approx((7.5, 105.0), abs=0.5)


@pytest.mark.parametrize(
    ("image", "mode", "data"),
    [
        ("/W 2 /H 1 /BPC 8 /CS /RGB /F /AHx ID ff000000ff00> EI", "RGB", bytes((255, 0, 0, 0, 255, 0))),
        ("/W 2 /H 1 /BPC 8 /CS /CMYK /F [/AHx] ID 00ffff00000000ff> EI", "CMYK", bytes((0, 255, 255, 0, 0, 0, 0, 255))),
        ("/Width 2 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray ID \x10\x20 EI", "L", b"\x10\x20"),
        ("/W 2 /H 1 /BPC 1 /CS /G ID \x40 EI", "L", b"\x00\xff"),
        ("/W 2 /H 1 /BPC 8 /CS /Mine ID \x10\x20 EI", "L", b"\x10\x20"),
    ],
)
def test_images_in_the_content_keep_their_pixels(image: str, mode: str, data: bytes) -> None:
    content = f"q 40 0 0 20 5 5 cm BI {image} Q 0 0 9 9 re f"
    raster, after = drawn(content, "/ColorSpace << /Mine /DeviceGray >>").items
    assert isinstance(raster, Raster)
    assert isinstance(after, Fill)
    assert (raster.pixels.mode, raster.pixels.width, raster.pixels.data) == (mode, 2, data)
    assert raster.matrix == (40, 0, 0, 20, 5, 5)


def test_a_stencil_in_the_content_paints_with_the_present_colour() -> None:
    (item,) = drawn("0 1 1 0 k 40 0 0 20 5 5 cm BI /W 2 /H 1 /IM true /BPC 1 ID \x40 EI").items
    assert isinstance(item, Raster)
    assert (item.pixels.mode, item.pixels.data, item.pixels.alpha) == ("CMYK", bytes((0, 255, 255, 0)) * 2, b"\xff\x00")


@pytest.mark.parametrize(
    ("lab", "wanted"),
    [
        ("100 0 0", (255, 255, 255)),
        ("0 0 0", (0, 0, 0)),
        ("53.59 0 0", (128, 128, 128)),
        ("54.29 80.8 69.9", (255, 0, 0)),
        ("29.57 68.3 -112.03", (0, 0, 255)),
        ("87.82 -79.27 80.99", (0, 255, 0)),
    ],
)
def test_lab_is_what_a_screen_shows_of_it(lab: str, wanted: tuple[int, int, int]) -> None:
    space = "/ColorSpace << /L [/Lab << /WhitePoint [0.9642 1 0.8249] /Range [-128 127 -128 127] >>] >>"
    (item,) = fills(f"/L cs {lab} sc 0 0 9 9 re f", space)
    assert isinstance(item.colour, Rgb)
    assert [255 * one for one in (item.colour.r, item.colour.g, item.colour.b)] == pytest.approx(wanted, abs=1.5)


def test_a_named_ink_that_is_described_in_lab() -> None:
    tint = "<< /FunctionType 2 /Domain [0 1] /C0 [100 0 0] /C1 [54.29 80.8 69.9] /N 1 >>"
    lab = "[/Lab << /WhitePoint [0.9642 1 0.8249] /Range [-128 127 -128 127] >>]"
    (item,) = fills("/S cs 1 scn 0 0 9 9 re f", f"/ColorSpace << /S [/Separation /Gold {lab} {tint}] >>")
    assert isinstance(item.colour, Spot)
    assert isinstance(item.colour.stand_in, Rgb)
    assert item.colour.stand_in.r == pytest.approx(1.0, abs=0.01)


def _dotted(step: int = 10, paint: int = 1) -> Change:
    def change(document: Pdf, page: Dictionary) -> None:
        cell = document.make_stream(
            b"1 0 0 0 k 1 1 4 4 re f",
            PatternType=1,
            PaintType=paint,
            TilingType=1,
            BBox=Array([0, 0, 6, 6]),
            XStep=step,
            YStep=-step,
            Resources=Dictionary(),
            Matrix=Array([1, 0, 0, 1, 2, 0]),
        )
        page.Resources.Pattern = Dictionary(P=cell)

    return change


def test_a_pattern_is_drawn_cell_by_cell_where_it_shows() -> None:
    items = drawn("/Pattern cs /P scn 10 10 30 20 re f", change=_dotted()).items
    boxes = [seen_box(item, 100, 50) for item in items]
    shown = sorted(box for box in boxes if box is not None)
    assert shown == [(x, y, x + 4, y + 4) for x in (13, 23, 33) for y in (11, 21)]
    assert all(isinstance(item, Fill) and item.colour == Cmyk(1, 0, 0, 0) for item in items)


def test_a_pattern_in_a_form_is_measured_from_the_form() -> None:
    def change(document: Pdf, page: Dictionary) -> None:
        _dotted()(document, page)
        form = document.make_stream(
            b"/Pattern cs /P scn 0 0 12 8 re f",
            Subtype=Name.Form,
            BBox=Array([0, 0, 50, 50]),
            Resources=Dictionary(Pattern=page.Resources.Pattern),
        )
        page.Resources = Dictionary(XObject=Dictionary(F=form))

    items = drawn("1 0 0 1 40 20 cm /F Do", change=change).items
    shown = [box for item in items if (box := seen_box(item, 100, 50)) is not None]
    assert shown == [(43, 21, 47, 25)]


@pytest.mark.parametrize(("step", "paint", "word"), [(10, 2, "pattern"), (1, 1, "2000 cells")])
def test_patterns_without_colour_or_with_too_many_cells_are_refused(step: int, paint: int, word: str) -> None:
    with pytest.raises(InputError, match=word):
        drawn("/Pattern cs /P scn 0 0 100 50 re f", change=_dotted(step, paint))


@pytest.mark.parametrize(
    ("content", "resources", "word"),
    [
        ("/G gs 0 0 9 9 re f", "/ExtGState << /G << /BM /Multiply >> >>", "transparency"),
        ("/G gs 0 0 9 9 re f", "/ExtGState << /G << /SMask << /S /Alpha >> >> >>", "transparency"),
        ("/Pattern cs /P scn 0 0 9 9 re f", "/Pattern << /P << /PatternType 1 >> >>", "pattern"),
        ("BT /F 9 Tf (a) Tj ET", "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>", "Helvetica"),
        ("BI /W 9 /H 9 /BPC 8 /CS /Odd ID x EI", "", "picture"),
        ("/A cs 1 sc", f"/ColorSpace << /A [/Separation /All /DeviceCMYK {TINT}] >>", "registration"),
        ("/N cs 1 1 scn", "/ColorSpace << /N [/DeviceN [/Gold /Black] /DeviceCMYK null] >>", "Gold"),
        ("/S sh", "/Shading << /S << /ShadingType 7 >> >>", "mesh"),
        ("1 2 3 wobble", "", "wobble"),
        ("1 2 k", "", "parts"),
    ],
)
def test_what_sealed_art_cannot_have_is_refused_with_what_to_do(content: str, resources: str, word: str) -> None:
    with pytest.raises(InputError) as caught:
        drawn(content, resources)
    assert word in caught.value.message
    assert "hình.pdf" in caught.value.message
    assert len(caught.value.remedy) > 20


def test_a_page_must_be_named_where_there_are_several() -> None:
    def second(document: Pdf, _: Dictionary) -> None:
        document.add_blank_page(page_size=(30, 30))

    data = pdf("0 0 9 9 re f", change=second)
    for page in (None, 3, 0):
        with pytest.raises(UsageError):
            pdf_drawing(data, "a.pdf", page)
    assert pdf_drawing(data, "a.pdf", 2).width == 30


@pytest.mark.parametrize(
    ("program", "inputs", "wanted"),
    [
        ("{ dup 2 mul exch 1 sub }", (3.0,), (6.0, 2.0)),
        ("{ dup .5 gt { pop 1 } { pop 0 } ifelse }", (0.7,), (1.0,)),
        ("{ 1 2 3 3 1 roll }", (), (3.0, 1.0, 2.0)),
        ("{ 4 5 6 2 index }", (), (4.0, 5.0, 6.0, 4.0)),
        ("{ 1 2 2 copy }", (), (1.0, 2.0, 1.0, 2.0)),
        ("{ 7 2 idiv 9 sqrt -3.5 abs 2.5 round true { 8 } if }", (), (3.0, 3.0, 3.5, 3.0, 8.0)),
    ],
)
def test_calculators(program: str, inputs: tuple[float, ...], wanted: tuple[float, ...]) -> None:
    assert calculator.run(calculator.program_of(program), inputs) == wanted


@pytest.mark.parametrize("program", ["", "{ 1", "{ wobble }", "{ add }", "{ 1 0 div }", "{ -1 sqrt }", "{" * 40 + "}" * 40])
def test_damaged_calculators_are_refused(program: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        calculator.run(calculator.program_of(program), ())


@settings(max_examples=120)
@given(st.data())
def test_damage_anywhere_never_crashes(data: st.DataObject) -> None:
    broken = bytearray((DATA / data.draw(st.sampled_from(["cairo.pdf", "inkscape-picture.pdf"]))).read_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(broken) - 1))
        broken[at : at + data.draw(st.integers(0, 4))] = data.draw(st.binary(max_size=4))
    with suppress(CoverKitError):
        pdf_drawing(bytes(broken), "hỏng.pdf")
