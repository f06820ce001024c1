"""Writes a drawing in inks as a sealed one-page PDF 1.4: outlines, gradients and pictures in DeviceCMYK or DeviceGray.

The same drawing gives the same bytes.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from itertools import pairwise

from coverkit.artwork.drawing import (
    IDENTITY,
    Clip,
    Colour,
    Drawing,
    Fill,
    Line,
    Matrix,
    Outline,
    Painted,
    Pixels,
    Raster,
    Shade,
    Stroke,
    moved,
)
from coverkit.model.values import Cmyk

_SPACES = {"CMYK": "/DeviceCMYK", "L": "/DeviceGray"}
_FIRST_FREE = 6


def seal_drawing(drawing: Drawing, title: str) -> bytes:
    """Return the PDF.

    Args:
        drawing: every colour an ink mixture, every item opaque, pictures CMYK or L.
        title: for the document information.
    """
    page = _Page()
    content = page.paint(drawing.items)
    box = f"[0 0 {_number(drawing.width)} {_number(drawing.height)}]"
    names = " ".join(f"/{name} {_FIRST_FREE + index} 0 R" for index, name in enumerate(page.shades))
    first = _FIRST_FREE + len(page.shades)
    pictures = " ".join(f"/Im{index} {first + index} 0 R" for index in range(len(page.pictures)))
    resources = (f"/Shading << {names} >>" if names else "") + (f" /XObject << {pictures} >>" if pictures else "")
    packed = zlib.compress(content, 9)
    info = f"<< /Title <{(chr(0xFEFF) + title).encode('utf-16-be').hex()}> /Producer (CoverKit) >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox {box} /TrimBox {box} /Contents 4 0 R /Resources << {resources} >> >>".encode(),
        _stream("/Filter /FlateDecode", packed),
        info.encode(),
        *(shade.encode() for shade in page.shades.values()),
        *(_picture(pixels) for pixels in page.pictures),
    ]
    return _file(objects)


class _Page:
    """Operators, and the gradients and pictures that they name."""

    def __init__(self) -> None:
        self.shades: dict[str, str] = {}
        self.pictures: list[Pixels] = []

    def paint(self, items: Iterable[Painted]) -> bytes:
        lines: list[str] = []
        open_clips: tuple[Clip, ...] = ()
        for item in items:
            shared = _shared(open_clips, item.clips)
            lines += ["Q"] * (len(open_clips) - shared)
            for clip in item.clips[shared:]:
                lines += ["q", _path(clip.outline) or "0 0 0 0 re", "W* n" if clip.even_odd else "W n"]
            open_clips = item.clips
            lines += self._item(item)
        lines += ["Q"] * len(open_clips)
        return ("\n".join(lines) + "\n").encode("ascii")

    def _item(self, item: Painted) -> list[str]:
        match item:
            case Fill():
                return [_ink(item.colour) + " k", _path(item.outline), "f*" if item.even_odd else "f"] if item.outline else []
            case Stroke():
                return _stroked(item) if item.outline else []
            case Shade():
                return self._placed(item.matrix, f"/{self._shade(item)} sh")
            case Raster():
                if item.pixels not in self.pictures:
                    self.pictures.append(item.pixels)
                return self._placed(item.matrix, f"/Im{self.pictures.index(item.pixels)} Do")

    def _placed(self, matrix: Matrix, operator: str) -> list[str]:
        return [operator] if matrix == IDENTITY else ["q", f"{_numbers(matrix, 6)} cm", operator, "Q"]

    def _shade(self, shade: Shade) -> str:
        kind = 2 if len(shade.coords) == 4 else 3
        ends = " ".join("true" if end else "false" for end in shade.extend)
        written = (
            f"<< /ShadingType {kind} /ColorSpace /DeviceCMYK /Coords [{_numbers(shade.coords)}]"
            f" /Extend [{ends}] /Function {_stitched(shade.stops)} >>"
        )
        found = next((name for name, known in self.shades.items() if known == written), "")
        if not found:
            found = f"Sh{len(self.shades)}"
            self.shades[found] = written
        return found


def _shared(one: tuple[Clip, ...], other: tuple[Clip, ...]) -> int:
    count = 0
    for first, second in zip(one, other, strict=False):
        if first != second:
            break
        count += 1
    return count


def _stroked(item: Stroke) -> list[str]:
    """Stroke on the page itself where the pen stays round, else in the outline's own coordinates."""
    a, b, c, d, _, _ = item.matrix
    round_pen = abs(a * c + b * d) < 1e-6 and abs(a * a + b * b - c * c - d * d) < 1e-6 * max(1.0, a * a + b * b)
    if round_pen:
        scale = (a * a + b * b) ** 0.5
        pen = Line(
            item.line.width * scale,
            item.line.cap,
            item.line.join,
            item.line.miter,
            tuple(dash * scale for dash in item.line.dash),
            item.line.phase * scale,
        )
        return [_ink(item.colour) + " K", _pen(pen), _path(moved(item.outline, item.matrix)), "S"]
    return [
        "q",
        f"{_numbers(item.matrix, 6)} cm",
        _ink(item.colour) + " K",
        _pen(item.line),
        _path(item.outline),
        "S",
        "Q",
    ]


def _pen(line: Line) -> str:
    dash = f"[{_numbers(line.dash)}] {_number(line.phase)} d"
    return f"{_number(line.width)} w {line.cap} J {line.join} j {_number(max(1.0, line.miter))} M {dash}"


def _path(outline: Outline) -> str:
    return " ".join(f"{_numbers(at)} {verb}" if at else verb for verb, at in outline)


def _stitched(stops: tuple[tuple[float, Colour], ...]) -> str:
    parts = [
        f"<< /FunctionType 2 /Domain [0 1] /C0 [{_ink(one)}] /C1 [{_ink(other)}] /N 1 >>"
        for (_, one), (_, other) in pairwise(stops)
    ]
    if len(parts) == 1:
        return parts[0]
    bounds = " ".join(_number(at, 6) for at, _ in stops[1:-1])
    return (
        f"<< /FunctionType 3 /Domain [0 1] /Functions [{' '.join(parts)}] /Bounds [{bounds}]"
        f" /Encode [{' '.join(['0 1'] * len(parts))}] >>"
    )


def _ink(colour: Colour) -> str:
    if not isinstance(colour, Cmyk):
        raise TypeError("sealed art names inks alone")
    return _numbers((colour.c, colour.m, colour.y, colour.k))


def _numbers(values: Iterable[float], places: int = 4) -> str:
    return " ".join(_number(value, places) for value in values)


def _number(value: float, places: int = 4) -> str:
    text = f"{value:.{places}f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def _picture(pixels: Pixels) -> bytes:
    entries = (
        f"/Type /XObject /Subtype /Image /Width {pixels.width} /Height {pixels.height} /BitsPerComponent 8"
        f" /ColorSpace {_SPACES[pixels.mode]} /Filter /FlateDecode"
    )
    return _stream(entries, zlib.compress(pixels.data, 9))


def _stream(entries: str, data: bytes) -> bytes:
    return f"<< {entries} /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


def _file(objects: list[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for index, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % index + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info 5 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)
