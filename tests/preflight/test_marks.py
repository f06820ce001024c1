"""What a page paints, and where: places, sizes, colours, states and text, read back to the last digit that matters."""

from __future__ import annotations

import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from coverkit.facts.marks import FormMark, ImageMark, PaintState, PathMark, TextMark
from coverkit.facts.page import PageFacts
from coverkit.geometry import MM, Rect
from coverkit.preflight.inspect import inspect
from tests.preflight.files import BLEED, MARGIN, TRIM, Change, built

EDGE = (MARGIN + BLEED) * MM
TOP = EDGE + TRIM[1] * MM


def _page(content: bytes, change: Change | None = None) -> PageFacts:
    (page,) = inspect(built(change, content)).pages
    return page


def _place(x: float, y: float) -> tuple[float, float]:
    """Return the user space point of a place in mm from the trim's top left."""
    return EDGE + x * MM, TOP - y * MM


def _rectangle(x: float, y: float, width: float, height: float) -> bytes:
    left, low = _place(x, y + height)
    return b"%f %f %f %f re" % (left, low, width * MM, height * MM)


def _same(found: Rect | None, wanted: Rect, tolerance: float = 0.001) -> bool:
    return found is not None and found.contains(wanted, tolerance) and wanted.contains(found, tolerance)


def test_paths_have_place_colour_and_width() -> None:
    page = _page(b"0 .5 1 .25 k 1 0 0 0 K 2 w " + _rectangle(10, 20, 30, 40) + b" B")
    (path,) = page.paths
    assert _same(path.box, Rect(10, 20, 30, 40))
    assert path.fill is not None
    assert (path.fill.space, path.fill.components) == ("DeviceCMYK", (0.0, 0.5, 1.0, 0.25))
    assert path.stroke is not None
    assert path.stroke.components == (1.0, 0.0, 0.0, 0.0)
    assert path.line_width == pytest.approx(2)
    assert page.trim_mm is not None
    assert _same(page.trim_mm, Rect(0, 0, *TRIM))


def test_widths_and_thin_rectangles_go_through_the_matrix() -> None:
    page = _page(b"q .5 0 0 .5 0 0 cm 1 w 0 0 m 9 9 l S 0 0 100 1 re f Q 0 0 100 1 re 5 5 m 6 6 l f")
    stroke, thin, mixed = page.paths
    assert stroke.line_width == pytest.approx(0.5)
    assert thin.thin == pytest.approx(0.5)
    assert mixed.thin is None


def test_clips_say_what_is_seen() -> None:
    clip = b"q " + _rectangle(0, 0, 50, 50) + b" W n "
    half, none, hidden = _page(
        clip + _rectangle(40, 40, 20, 20) + b" f " + _rectangle(60, 60, 5, 5) + b" f "
        + _rectangle(90, 90, 5, 5) + b" W n " + _rectangle(0, 0, 99, 99) + b" f Q"
    ).paths  # fmt: skip
    assert _same(half.seen, Rect(40, 40, 10, 10))
    assert none.seen is None
    assert hidden.seen is None


def test_restoring_brings_back_colour_clip_and_matrix() -> None:
    page = _page(b"0 0 0 1 k q 1 0 0 0 k 2 0 0 2 9 9 cm Q Q Q 0 0 9 9 re f")
    (path,) = page.paths
    assert path.fill is not None
    assert path.fill.is_black
    assert path.box.width == pytest.approx(9 / MM)


def _image(pdf: Pdf) -> None:
    size = {"/Subtype": Name.Image, "/Width": 300, "/Height": 200}
    image = pdf.make_stream(b"\0" * 8, {**size, "/BitsPerComponent": 8, "/ColorSpace": Name.DeviceCMYK})
    mask = pdf.make_stream(b"\0", {"/Subtype": Name.Image, "/Width": 8, "/Height": 8, "/ImageMask": True})
    pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(Im=image, Ma=mask))


MATRICES = (b"72 0 0 36 90 90", b"0 72 -36 0 90 90", b"50.9117 50.9117 -25.4558 25.4558 90 90", b"-72 0 0 -36 90 90")


@pytest.mark.parametrize("matrix", MATRICES)
def test_resolution_is_that_of_the_worse_axis_however_it_is_turned(matrix: bytes) -> None:
    (image,) = _page(b"q " + matrix + b" cm /Im Do Q", _image).images
    assert image.ppi == pytest.approx(300, abs=0.01)
    assert (image.width, image.height, image.colour.space, image.mask) == (300, 200, "DeviceCMYK", False)


def test_masks_take_the_colour_they_are_painted_with() -> None:
    (image,) = _page(b"0 1 1 0 k q 9 0 0 9 0 0 cm /Ma Do Q", _image).images
    assert (image.mask, image.bits, image.colour.components) == (True, 1, (0.0, 1.0, 1.0, 0.0))


CMAP = b"2 beginbfchar <0041> <0042> <0043> <1EEF0300> endbfchar 1 beginbfrange <0050> <0052> <0061> endbfrange"


def _fonts(pdf: Pdf) -> None:
    widths = Array([0x41, Array([600, 700]), 0x50, 0x52, 250])
    inner = pdf.make_indirect(Dictionary(Subtype=Name.CIDFontType2, DW=500, W=widths, FontDescriptor=Dictionary()))
    wide = Dictionary(
        Subtype=Name.Type0,
        BaseFont=Name("/ABCDEF+Wide"),
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([inner]),
        ToUnicode=pdf.make_stream(CMAP),
    )
    encoding = Dictionary(BaseEncoding=Name.WinAnsiEncoding, Differences=Array([65, Name.Adieresis, Name("/uni1EEF")]))
    simple = Dictionary(Subtype=Name.Type1, BaseFont=Name.Plain, FirstChar=65, Widths=Array([500, 1000]), Encoding=encoding)
    pdf.pages[0].obj.Resources = Dictionary(Font=Dictionary(W=pdf.make_indirect(wide), S=pdf.make_indirect(simple)))


def test_text_is_read_through_its_unicode_map_and_measured() -> None:
    (text,) = _page(b"BT /W 10 Tf 1 0 0 1 100 200 Tm [<00410043>-500<005000510052>] TJ ET", _fonts).texts
    assert text.text == "Bữ̀abc"
    assert text.size == pytest.approx(10)
    assert text.box.x == pytest.approx((100 - EDGE) / MM)
    # 600 + 500 (default) + 500 (moved) + 3 × 250 thousandths of 10 pt
    assert text.box.width == pytest.approx(23.5 / MM)


def test_text_through_an_encoding_spacing_and_stretch() -> None:
    (text,) = _page(b"BT /S 20 Tf 2 Tc 50 Tz (AB) Tj ET", _fonts).texts
    assert text.text == "Äữ"
    assert text.box.width == pytest.approx((1.5 * 20 + 2 * 2) / 2 / MM)


def test_effective_size_goes_through_both_matrices() -> None:
    turned = b"q 2 0 0 2 0 0 cm BT /S 10 Tf 0 1.5 -1.5 0 9 9 Tm (A) Tj ET Q "
    flipped = b"BT /S 1 Tf 12 0 0 -9 0 0 Tm (A) Tj 0 -1 Td (A) ' ET"
    first, second, third = _page(turned + flipped, _fonts).texts
    assert first.size == pytest.approx(30)
    assert second.size == pytest.approx(9)
    assert third.box.x == pytest.approx(second.box.x)


def test_modes_say_which_colour_counts_and_whether_a_font_shows() -> None:
    page = _page(b"BT /S 9 Tf 1 Tr (A) Tj /W 9 Tf 3 Tr <0041> Tj ET", _fonts)
    stroked, hidden = page.texts
    assert (stroked.fills, stroked.strokes) == (False, True)
    assert (hidden.fills, hidden.strokes) == (False, False)
    assert {font.name: (font.shown, font.subset) for font in page.fonts} == {
        "Plain": (True, False),
        "ABCDEF+Wide": (False, True),
    }


def _states(pdf: Pdf) -> None:
    blended = Dictionary(ca=0.5, BM=Array([Name.Multiply]))
    states = Dictionary(A=Dictionary(OP=True), B=Dictionary(op=False, OPM=1), C=blended)
    pdf.pages[0].obj.Resources = Dictionary(ExtGState=states)


def test_states_follow_one_another_and_overprint_falls_back() -> None:
    square = b" 0 0 9 9 re f "
    one, two, three, four = _page(b"q /A gs" + square + b"/B gs" + square + b"/C gs" + square + b"Q" + square, _states).paths
    assert one.state == PaintState(fill_overprint=True, stroke_overprint=True)
    assert two.state == PaintState(fill_overprint=False, stroke_overprint=True, overprint_mode=1)
    assert three.state == PaintState(stroke_overprint=True, overprint_mode=1, fill_alpha=0.5, blend_mode="Multiply")
    assert not three.state.is_opaque
    assert four.state == PaintState()


def _form(pdf: Pdf) -> None:
    place = {"/Subtype": Name.Form, "/BBox": [0, 0, 100, 50], "/Matrix": [2, 0, 0, 2, 10, 0]}
    form = pdf.make_stream(b"0 0 200 200 re f", {**place, "/Group": Dictionary(S=Name.Transparency)})
    pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(Fo=form))


def test_forms_are_measured_hashed_entered_and_clip() -> None:
    form, path = _page(b"q 0 -1 1 0 100 400 cm /Fo Do Q", _form).marks
    assert isinstance(form, FormMark)
    assert isinstance(path, PathMark)
    assert [form.width, form.height] == pytest.approx([200 / MM, 100 / MM])
    assert [form.angle, form.skew] == pytest.approx([90, 0])
    assert not form.mirrored
    assert form.group is not None
    assert (path.level, form.level) == (1, 0)
    assert path.seen is not None
    assert path.seen.width == pytest.approx(100 / MM)


def test_a_form_inside_itself_is_told_and_left() -> None:
    def loop(pdf: Pdf) -> None:
        form = pdf.make_stream(b"/Me Do 0 0 9 9 re f", {"/Subtype": Name.Form, "/BBox": [0, 0, 9, 9]})
        form.Resources = Dictionary(XObject=Dictionary(Me=form))
        pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(Me=form))

    page = _page(b"/Me Do", loop)
    assert [type(mark) for mark in page.marks] == [FormMark, FormMark, PathMark]
    assert any("inside itself" in reason for reason in page.unread)


def test_colour_uses_are_counted_with_their_place() -> None:
    page = _page(b"0 1 0 0 k " + _rectangle(0, 0, 10, 10) + b" f " + _rectangle(20, 20, 10, 10) + b" f")
    (use,) = page.colours()
    assert (use.use, use.count) == ("fill", 2)
    assert _same(use.box, Rect(0, 0, 30, 30))


def test_inline_images_and_wrong_operands() -> None:
    page = _page(b"q 72 0 0 72 0 0 cm BI /W 10 /H 20 /IM true ID x EI Q 1 2 k 9 w")
    (image,) = page.images
    assert isinstance(image, ImageMark)
    assert (image.name, image.bits) == ("", 1)
    assert image.ppi == pytest.approx(10)
    assert page.unread == ("operator k with wrong operands",)


def test_user_unit_scales_places() -> None:
    def change(pdf: Pdf) -> None:
        _fonts(pdf)
        pdf.pages[0].obj.UserUnit = 2

    (text,) = _page(b"BT /S 10 Tf (A) Tj ET", change).marks
    assert isinstance(text, TextMark)
    assert text.size == pytest.approx(20)


def test_numbers_beyond_all_measure_are_damage() -> None:
    page = _page(b"9" * 400 + b" 0 m 5 5 l S 0 0 9 9 re f")
    assert len(page.marks) == 1
    assert page.unread == ("operator S with wrong operands",)


def test_rectangles_have_sides_however_they_are_drawn_and_turned() -> None:
    def sides(content: bytes) -> tuple[float, float] | None:
        (path,) = _page(content).paths
        return path.sides

    assert sides(b"q .6 .8 -.8 .6 90 90 cm 0 0 100 1 re f Q") == pytest.approx((100, 1))
    assert sides(b"q .5 0 0 2 0 0 cm 0 0 100 1 re S Q") == pytest.approx((50, 2))
    assert sides(b"0 0 m 100 0 l 100 2 l 0 2 l h f") == pytest.approx((100, 2))
    assert sides(b"0 0 m 100 0 l 100 2 l 0 2 l 0 0 l f") == pytest.approx((100, 2))
    assert sides(b"10 10 m 40 50 l 39.2 50.6 l 9.2 10.6 l f") == pytest.approx((50, 1))
    assert sides(b"0 0 m 100 0 l 90 2 l 0 2 l f") is None
    assert sides(b"0 0 m 100 0 l 50 50 l f") is None
    assert sides(b"q 1 0 .5 1 0 0 cm 0 0 100 1 re f Q") is None


def _layers(pdf: Pdf) -> None:
    groups = [pdf.make_indirect(Dictionary(Type=Name.OCG, Name=name)) for name in ("on", "off", "cut")]
    on, off, cut = groups
    cut.GTS_Metadata = Dictionary(GTS_ProcStepsGroup=Name.Structural, GTS_ProcStepsType=Name.Cutting)
    either = pdf.make_indirect(Dictionary(Type=Name.OCMD, OCGs=Array([on, off])))
    both = pdf.make_indirect(Dictionary(Type=Name.OCMD, OCGs=Array([on, off]), P=Name.AllOn))
    without = pdf.make_indirect(Dictionary(Type=Name.OCMD, OCGs=on, VE=Array([Name.Not, on])))
    pdf.Root.OCProperties = Dictionary(OCGs=Array(groups), D=Dictionary(OFF=Array([off])))
    form = pdf.make_stream(b"0 0 9 9 re f", Subtype=Name.Form, BBox=[0, 0, 9, 9], OC=off)
    pdf.pages[0].obj.Resources = Dictionary(
        Properties=Dictionary(On=on, Off=off, Cut=cut, Either=either, Both=both, Without=without),
        XObject=Dictionary(Fm=form),
    )


@pytest.mark.parametrize(
    ("name", "layer"), [("On", ""), ("Off", "off"), ("Cut", "step"), ("Either", ""), ("Both", "off"), ("Without", "off")]
)
def test_what_a_layer_means_for_what_stands_in_it(name: str, layer: str) -> None:
    inside, after = _page(b"/OC /%s BDC /Span <</MCID 0>> BDC 0 0 9 9 re f EMC EMC 0 0 9 9 re f" % name.encode(), _layers).paths
    assert (inside.layer, after.layer) == (layer, "")


def test_what_stands_in_the_form_of_a_layer_is_of_the_layer() -> None:
    form, path = _page(b"/Fm Do", _layers).marks
    assert (form.layer, path.layer) == ("off", "off")


def test_soft_masks_are_told_with_their_groups() -> None:
    def change(pdf: Pdf) -> None:
        inner = pdf.make_stream(b"", Subtype=Name.Form, BBox=[0, 0, 9, 9], Group=Dictionary(S=Name.Transparency))
        outer = pdf.make_stream(
            b"/Fm Do",
            Subtype=Name.Form,
            BBox=[0, 0, 9, 9],
            Group=Dictionary(S=Name.Transparency, CS=Name.DeviceGray),
            Resources=Dictionary(XObject=Dictionary(Fm=inner)),
        )
        state = Dictionary(SMask=Dictionary(S=Name.Luminosity, G=outer))
        pdf.pages[0].obj.Resources = Dictionary(ExtGState=Dictionary(Gs=state))

    (mask,) = _page(b"/Gs gs 0 0 9 9 re f /Gs gs", change).masks
    assert mask.kind == "Luminosity"
    assert mask.group is not None
    assert (mask.group.space, [one.space for one in mask.inner]) == ("DeviceGray", [""])


@pytest.mark.parametrize(
    ("entries", "bits"),
    [
        (b"/BPC 1 /CS /G", 1),
        (b"/BPC 8 /CS /CMYK", 8),
        (b"/CS /G", 8),
        (b"/CS /G /F /CCF", 1),
        (b"/CS /G /F [/A85 /CCITTFaxDecode]", 1),
        (b"/IM true", 1),
    ],
)
def test_bits_of_images_that_say_them_or_do_not(entries: bytes, bits: int) -> None:
    (image,) = _page(b"q 9 0 0 9 90 90 cm BI /W 1 /H 1 " + entries + b" ID a EI Q").images
    assert image.bits == bits
