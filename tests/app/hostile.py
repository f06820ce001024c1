"""Small PDFs that are endless: references that are shared multiply at every step, so that a few objects mean millions."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Object, Pdf

from tests.preflight.files import built

FAN, DEPTH = 10, 25
BOX = b" 0 0 9 9 re f "
_FORM = {"/Type": Name.XObject, "/Subtype": Name.Form, "/BBox": [0, 0, 9, 9]}


def _arrays(pdf: Pdf, head: list[Object]) -> Object:
    """Return an array that stands for millions of millions of arrays."""
    inner: Object = pdf.make_indirect(Array(head))
    for _ in range(DEPTH):
        inner = pdf.make_indirect(Array([*head, *[inner] * FAN]))
    return inner


def resources(pdf: Pdf) -> None:
    """A form whose resources cannot be written out."""
    form = pdf.make_stream(b"", {**_FORM, "/Resources": Dictionary(X=_arrays(pdf, []))})
    pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(A=form))


def tints(pdf: Pdf) -> None:
    """A spot colour whose tint transform cannot be written out."""
    space = Array([Name.Separation, Name.Gold, Name.DeviceCMYK, Dictionary(F=_arrays(pdf, []))])
    pdf.pages[0].obj.Resources = Dictionary(ColorSpace=Dictionary(S=space))


def pages(pdf: Pdf) -> None:
    """A page tree without an end."""
    inner = pdf.make_indirect(Dictionary(Type=Name.Pages, Kids=Array([])))
    for _ in range(DEPTH):
        inner = pdf.make_indirect(Dictionary(Type=Name.Pages, Kids=Array([inner] * FAN)))
    pdf.Root.Pages.Kids.append(inner)


def names(pdf: Pdf) -> None:
    """A name tree without an end."""
    inner = pdf.make_indirect(Dictionary(Kids=Array([])))
    for _ in range(DEPTH):
        inner = pdf.make_indirect(Dictionary(Kids=Array([inner] * FAN)))
    pdf.Root.Names = Dictionary(EmbeddedFiles=inner)


def layers(pdf: Pdf) -> None:
    """A layer that is shown by a condition without an end."""
    pdf.Root.OCProperties = Dictionary(OCGs=Array([]), D=Dictionary())
    group = pdf.make_indirect(Dictionary(Type=Name.OCMD, OCGs=Array([]), VE=_arrays(pdf, [Name.Or])))
    pdf.pages[0].obj.Resources = Dictionary(Properties=Dictionary(P=group))


def forms(pdf: Pdf) -> None:
    """Forms that paint one another without an end."""
    inner = pdf.make_stream(BOX, _FORM)
    for _ in range(DEPTH):
        inner = pdf.make_stream(b"/A Do " * FAN, {**_FORM, "/Resources": Dictionary(XObject=Dictionary(A=inner))})
    pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(A=inner))


def files() -> dict[str, bytes]:
    """Return the files that have to end by themselves, by name."""
    return {
        "resources.pdf": built(resources, b"/A Do"),
        "tints.pdf": built(tints, b"/S cs 1 scn" + BOX),
        "pages.pdf": built(pages, BOX),
        "names.pdf": built(names, BOX),
        "layers.pdf": built(layers, b"/OC /P BDC" + BOX + b"EMC"),
    }
