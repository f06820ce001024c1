"""What annotations look like on paper is part of the page: fitted as the standard says, with fonts, colours, transparency."""

from __future__ import annotations

import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf

from coverkit.facts.page import PageFacts
from coverkit.geometry import MM
from coverkit.preflight.inspect import inspect
from tests.preflight.files import BLEED, MARGIN, TRIM, Change, built

LEFT = (MARGIN + BLEED) * MM
TOP = LEFT + TRIM[1] * MM
PRINTS, HIDDEN = 4, 2


def _annotated(content: bytes, flags: int = PRINTS, subtype: str = "Stamp", **of_form: object) -> Change:
    def change(pdf: Pdf) -> None:
        box = of_form.get("BBox", Array([0, 0, 20, 10]))
        entries = {f"/{key}": value for key, value in of_form.items()}
        form = pdf.make_stream(content, {"/Subtype": Name.Form, "/BBox": box, **entries})
        # 20 × 10 mm, 10 mm from the left and 20 mm from the top of the trim.
        rect = [LEFT + 10 * MM, TOP - 30 * MM, LEFT + 30 * MM, TOP - 20 * MM]
        annotation = Dictionary(Subtype=Name(f"/{subtype}"), Rect=Array(rect), F=flags, AP=Dictionary(N=form))
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(annotation)])

    return change


def _page(change: Change) -> PageFacts:
    (page,) = inspect(built(change)).pages
    return page


def test_an_appearance_is_fitted_into_its_rectangle() -> None:
    page = _page(_annotated(b"1 0 0 rg 0 0 20 10 re f"))
    form, path = page.marks[-2:]
    assert form.box.contains(path.box, 0.001)
    assert (path.box.x, path.box.y, path.box.width, path.box.height) == pytest.approx((10, 20, 20, 10), abs=0.001)
    assert [use.colour.space for use in page.colours()] == ["DeviceCMYK", "DeviceRGB"]
    assert page.annotations[0].prints


def test_its_own_matrix_comes_first() -> None:
    # Turned by a right angle: the form's box of 20 by 10 stands upright and is fitted into 20 × 10 mm all the same.
    page = _page(_annotated(b"0 0 2 10 re f", Matrix=Array([0, 1, -1, 0, 5, 7])))
    path = page.marks[-1]
    # Two of twenty units along the form's x, which runs upwards on the page: the lowest tenth of the rectangle.
    assert (path.box.x, path.box.y, path.box.width, path.box.height) == pytest.approx((10, 29, 20, 1), abs=0.001)


@pytest.mark.parametrize("flags", [0, HIDDEN, HIDDEN | PRINTS])
def test_what_is_not_printed_is_not_walked(flags: int) -> None:
    page = _page(_annotated(b"1 0 0 rg 0 0 20 10 re f", flags))
    assert len(page.marks) == 1
    assert not page.annotations[0].prints
    assert not _page(_annotated(b"0 0 9 9 re f", subtype="Popup")).annotations[0].prints


def test_fonts_and_transparency_in_it_are_the_pages() -> None:
    resources = Dictionary(
        Font=Dictionary(F=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)),
        ExtGState=Dictionary(G=Dictionary(ca=0.5)),
    )
    page = _page(_annotated(b"/G gs BT /F 6 Tf 1 1 Td (Loan) Tj ET", Resources=resources))
    assert [(font.name, font.embedded) for font in page.fonts] == [("Helvetica", False)]
    assert next(page.texts).text == "Loan"
    assert [state.fill_alpha for state in page.states] == [0.5]


def test_of_several_states_the_one_it_is_in_prints() -> None:
    def change(pdf: Pdf) -> None:
        def state(ink: bytes) -> Object:
            return pdf.make_stream(ink + b" 0 0 1 1 re f", {"/Subtype": Name.Form, "/BBox": Array([0, 0, 1, 1])})

        states = Dictionary(On=state(b".5 g"), Off=state(b".9 g"))
        box = Dictionary(Subtype=Name.Stamp, Rect=Array([100, 100, 120, 120]), F=PRINTS, AS=Name.On, AP=Dictionary(N=states))
        pdf.pages[0].obj.Annots = Array([box])

    *_, path = _page(change).paths
    assert path.fill is not None
    assert path.fill.components == (0.5,)


def test_loops_flat_rectangles_and_rubbish_are_left_out() -> None:
    def loop(pdf: Pdf) -> None:
        _annotated(b"/X Do")(pdf)
        form = pdf.pages[0].obj.Annots[0].AP.N
        form.Resources = Dictionary(XObject=Dictionary(X=form))

    assert any("inside itself" in reason for reason in _page(loop).unread)
    assert len(_page(_annotated(b"0 0 1 1 re f", BBox=Array([0, 0, 0, 0]))).marks) == 1
    assert len(_page(_annotated(b"0 0 1 1 re f", BBox=Name.Nothing)).marks) == 1
    assert len(_page(lambda pdf: setattr(pdf.pages[0].obj, "Annots", Array([1, Name.X, Dictionary(F=4)]))).marks) == 1


def test_postscript_that_is_painted_cannot_be_told() -> None:
    def change(pdf: Pdf) -> None:
        script = pdf.make_stream(b"showpage", {"/Type": Name.XObject, "/Subtype": Name.PS})
        pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(P=script))

    (page,) = inspect(built(change, b"/P Do")).pages
    assert page.unread == ("P: PostScript",)
