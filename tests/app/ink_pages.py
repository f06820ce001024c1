"""Pages whose ink is known: the twelve patches that tell engines apart, and corners that tell where plates lie."""

from __future__ import annotations

import io
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

from coverkit.geometry import Point
from coverkit.resources import assets

PAGE = (260, 200)


@dataclass(frozen=True, slots=True)
class Patch:
    """A patch: `R` in its content is the square; per cent of the four inks, and of all inks, in its middle."""

    name: str
    content: str
    cmyk: int
    total: int


PATCHES = (
    Patch("k_op1", ".6 .4 .4 0 k R /OP1 gs 0 0 0 1 k R", 240, 240),
    Patch("k_ko", ".6 .4 .4 0 k R 0 0 0 1 k R", 100, 100),
    Patch("k_op0", ".6 .4 .4 0 k R /OP0 gs 0 0 0 1 k R", 100, 100),
    Patch("spot_op", "1 1 0 0 k R /OP1 gs /S cs 1 scn R", 200, 300),
    Patch("spot_ko", "1 1 0 0 k R /S cs 1 scn R", 0, 100),
    Patch("mul", "0 1 1 0 k R /MUL gs 1 0 0 0 k R", 300, 300),
    Patch("img", "40 0 0 40 0 0 cm /I Do", 400, 400),
    Patch("white_op1", ".6 .4 .4 1 k R /OP1 gs 0 0 0 0 k R", 240, 240),
    Patch("white_ko", ".6 .4 .4 1 k R 0 0 0 0 k R", 0, 0),
    Patch("devn_op", "0 0 1 0 k R /OP1 gs /D cs 1 1 scn R", 300, 300),
    Patch("gray_op1", "1 0 0 0 k R /OP1 gs 0 g R", 100, 100),
    Patch("k_text_op1", "1 1 0 0 k R /OP1 gs 0 0 0 1 k 5 5 30 30 re f", 300, 300),
)


def middle(index: int) -> Point:
    """Return the middle of a patch, in mm from the page's top left."""
    x, y = 40 + 60 * (index % 4), 40 + 60 * (index // 4)
    return Point(x * 25.4 / 72, (PAGE[1] - y) * 25.4 / 72)


def patches(spot: str = "SPOT", pages: int = 1) -> bytes:
    """Return the page of patches as a file, with a spot of some name."""
    pdf = pikepdf.new()
    for _ in range(pages):
        pdf.add_blank_page(page_size=PAGE)
        _patch(pdf, pdf.pages[-1].obj, spot)
    profile = (assets() / "profiles" / "ISOcoated_v2_300_bas.icc").read_bytes()
    intent = Dictionary(Type=Name.OutputIntent, S=Name.GTS_PDFX, OutputConditionIdentifier="FOGRA39")
    intent.DestOutputProfile = pdf.make_stream(profile, N=4)
    pdf.Root.OutputIntents = Array([intent])
    return written(pdf)


def _patch(pdf: Pdf, page: pikepdf.Object, spot: str) -> None:
    tint = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array([0, 0.8, 0.9, 0]), N=1)
    pairs = pdf.make_stream(b"{ 0 0 }", FunctionType=4, Domain=Array([0, 1, 0, 1]), Range=Array([0, 1] * 4))
    image = pdf.make_stream(b"\xff" * 64, Type=Name.XObject, Subtype=Name.Image, Width=4, Height=4, BitsPerComponent=8)
    image.ColorSpace = Name.DeviceCMYK
    both = Array([Name.Cyan, Name.Magenta])
    page.TrimBox = Array([0, 0, *PAGE])
    page.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)
    page.Resources = Dictionary(
        ColorSpace=Dictionary(
            S=Array([Name.Separation, Name(f"/{spot}"), Name.DeviceCMYK, tint]),
            D=Array([Name.DeviceN, both, Name.DeviceCMYK, pairs]),
        ),
        ExtGState=Dictionary(
            OP1=Dictionary(OP=True, op=True, OPM=1), OP0=Dictionary(OP=True, op=True, OPM=0), MUL=Dictionary(BM=Name.Multiply)
        ),
        XObject=Dictionary(I=image),
    )
    squares = (
        f"q 1 0 0 1 {20 + 60 * (index % 4)} {20 + 60 * (index // 4)} cm {one.content.replace(' R', ' 0 0 40 40 re f')} Q\n"
        for index, one in enumerate(PATCHES)
    )
    page.Contents = pdf.make_stream("".join(squares).encode())


def corners(boxes: dict[str, tuple[float, ...]], turned: int = 0, unit: float = 1.0) -> bytes:
    """Return a page with 10 mm of cyan in the trim's top left corner and 10 mm of magenta in its bottom right one."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    page = pdf.pages[0].obj
    for name, edges in boxes.items():
        page[f"/{name}"] = Array(list(edges))
    if turned:
        page.Rotate = turned
    if unit != 1:
        page.UserUnit = unit
    left, bottom, right, top = boxes.get("TrimBox", boxes["MediaBox"])
    side = 10 * 72 / 25.4
    content = f"1 0 0 0 k {left} {top - side} {side} {side} re f 0 1 0 0 k {right - side} {bottom} {side} {side} re f"
    page.Contents = pdf.make_stream(content.encode())
    return written(pdf)


def written(pdf: Pdf) -> bytes:
    """Return the bytes of a document."""
    out = io.BytesIO()
    pdf.save(out, force_version="1.6")
    return out.getvalue()
