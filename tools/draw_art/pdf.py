"""Writes a canvas as a sealed one-page PDF 1.4: no fonts, no transparency, DeviceCMYK only."""

from __future__ import annotations

import zlib
from itertools import pairwise

from tools.draw_art.canvas import POINTS_PER_MM, Canvas, number
from tools.draw_art.inks import Axial, Gradient, Ink, Stops, at

MOMENT = "D:20201002080000+07'00'"


def write(canvas: Canvas, title: str) -> bytes:
    """The bytes of the PDF; the same canvas always gives the same bytes."""
    width, height = (number(v * POINTS_PER_MM, 4) for v in (canvas.width, canvas.height))
    box = f"[0 0 {width} {height}]"
    shadings = " ".join(f"/Sh{i} {6 + i} 0 R" for i in range(len(canvas.gradients)))
    content = zlib.compress(canvas.content(), 9)
    info = f"/Title <{_utf16(title)}> /Producer (CoverKit) /CreationDate ({MOMENT})"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox {box} /TrimBox {box} /Contents 4 0 R"
        f" /Resources << /Shading << {shadings} >> >> >>".encode("ascii"),
        f"<< /Length {len(content)} /Filter /FlateDecode >>\nstream\n".encode("ascii") + content + b"\nendstream",
        f"<< {info} >>".encode("ascii"),
        *(_shading(gradient).encode("ascii") for gradient in canvas.gradients),
    ]
    return _file(objects)


def _file(objects: list[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for index, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % index + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for offset in offsets:
        out += b"%010d 00000 n \n" % offset
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info 5 0 R >>\n" % (len(objects) + 1)
    out += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(out)


def _utf16(text: str) -> str:
    return (b"\xfe\xff" + text.encode("utf-16-be")).hex().upper()


def _shading(gradient: Gradient) -> str:
    kind = 2 if isinstance(gradient, Axial) else 3
    coords = " ".join(number(v * POINTS_PER_MM) for v in gradient.coords())
    return (
        f"<< /ShadingType {kind} /ColorSpace /DeviceCMYK /Coords [{coords}]"
        f" /Extend [true true] /Function {_stitched(gradient.stops)} >>"
    )


def _stitched(stops: Stops) -> str:
    """The colours between the stops; every reader of ours samples the function, so no more pieces are needed."""
    knots = [position for position, _ in stops]
    parts = [
        f"<< /FunctionType 2 /Domain [0 1] /C0 [{_ink(at(stops, a))}] /C1 [{_ink(at(stops, b))}] /N 1 >>"
        for a, b in pairwise(knots)
    ]
    if len(parts) == 1:
        return parts[0]
    bounds = " ".join(number(knot, 4) for knot in knots[1:-1])
    encode = " ".join(["0 1"] * len(parts))
    return f"<< /FunctionType 3 /Domain [0 1] /Functions [{' '.join(parts)}] /Bounds [{bounds}] /Encode [{encode}] >>"


def _ink(ink: Ink) -> str:
    return " ".join(number(part / 100, 4) for part in ink)
