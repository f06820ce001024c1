"""Glyphs of embedded fonts: TrueType, CFF, Type 1 and Type 3, by what a page shows of them."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Object, Pdf

from coverkit.facts.marks import FontFacts
from coverkit.preflight.inspect import inspect
from coverkit.resources import assets
from tests.preflight.files import Change, built

Fault = tuple[str, int]


@cache
def _truetype() -> tuple[bytes, dict[str, tuple[int, int]]]:
    """Return a font of the project, and glyph number and width of some letters, in thousandths of an em."""
    path = next((assets() / "fonts").glob("Lora/*.ttf"))
    font = TTFont(path)
    scale, cmap = 1000 / font["head"].unitsPerEm, font.getBestCmap()
    letters = {one: (font.getGlyphID(cmap[ord(one)]), round(font["hmtx"][cmap[ord(one)]][0] * scale)) for one in "ABế"}
    return path.read_bytes(), letters


def _faces(font: Change, content: bytes) -> tuple[FontFacts, ...]:
    (page,) = inspect(built(font, content)).pages
    return page.fonts


def _faults(font: Change, content: bytes) -> list[Fault]:
    (found,) = _faces(font, content)
    assert found.uncompared == ""
    return [(one.kind, one.code) for one in found.faults]


def _composite(
    widths: dict[int, int], data: bytes | None = None, key: str = "FontFile2", encoding: str = "Identity-H", **inner: object
) -> Change:
    def change(pdf: Pdf) -> None:
        stream = pdf.make_stream(_truetype()[0] if data is None else data)
        if key == "FontFile3":
            stream.Subtype = Name.CIDFontType0C
        descriptor = Dictionary({"/Type": Name.FontDescriptor, "/FontName": Name.Face, f"/{key}": stream})
        listed = [item for code, width in widths.items() for item in (code, Array([width]))]
        subtype = Name.CIDFontType2 if key == "FontFile2" else Name.CIDFontType0
        entries = {f"/{name}": value for name, value in inner.items()}
        below = Dictionary(
            {"/Type": Name.Font, "/Subtype": subtype, "/W": Array(listed), "/FontDescriptor": descriptor, **entries}
        )
        font = Dictionary(Type=Name.Font, Subtype=Name.Type0, BaseFont=Name.Face, Encoding=Name(f"/{encoding}"))
        font.DescendantFonts = Array([pdf.make_indirect(below)])
        pdf.pages[0].obj.Resources = Dictionary(Font=Dictionary(F=pdf.make_indirect(font)))

    return change


def _shown(*codes: int) -> bytes:
    return b"BT /F 12 Tf <" + b"".join(b"%04X" % code for code in codes) + b"> Tj ET"


def test_composite_truetype() -> None:
    glyphs = _truetype()[1]
    widths = dict(glyphs.values())
    a, e = glyphs["A"][0], glyphs["ế"][0]
    assert _faults(_composite(widths), _shown(a, e)) == []
    assert _faults(_composite(widths), _shown(a, 0xFFF0)) == [("absent", 0xFFF0)]
    assert _faults(_composite(widths), _shown(0)) == [("notdef", 0)]
    assert _faults(_composite({**widths, a: widths[a] + 40}), _shown(a)) == [("width", a)]
    assert _faults(_composite(widths), b"BT /F 12 Tf 3 Tr <FFF0> Tj ET") == []


def test_composite_truetype_with_a_map_of_its_own() -> None:
    a, width = _truetype()[1]["A"]
    mapped = b"\0\0" * 5 + a.to_bytes(2, "big")

    def with_map(value: object) -> Change:
        def change(pdf: Pdf) -> None:
            made = pdf.make_stream(value) if isinstance(value, bytes) else value
            _composite({5: width}, CIDToGIDMap=made)(pdf)

        return change

    assert _faults(with_map(mapped), _shown(5)) == []
    assert _faults(with_map(mapped), _shown(4)) == [("notdef", 4)]
    assert _faults(with_map(Name.Identity), _shown(a)) == [("width", a)]
    assert _faults(with_map(Name("/")), _shown(5)) == [("absent", 5)]


def test_what_cannot_be_looked_up_says_so() -> None:
    (mapped,) = _faces(_composite({}, encoding="UniJIS-UTF16-H"), _shown(7))
    assert "CMap" in mapped.uncompared
    (damaged,) = _faces(_composite({}, b"no font at all"), _shown(7))
    assert damaged.uncompared
    (cut,) = _faces(_composite({}, _truetype()[0][:400]), _shown(7))
    assert cut.uncompared


def _simple(data: bytes, key: str, subtype: str, widths: list[int], encoding: Object | None, **entries: object) -> Change:
    """Return a simple font whose widths begin with the letter A."""

    def change(pdf: Pdf) -> None:
        stream = pdf.make_stream(data, {f"/{name}": value for name, value in entries.items()})
        descriptor = Dictionary({"/Type": Name.FontDescriptor, "/FontName": Name.Face, "/Flags": 32, f"/{key}": stream})
        font = Dictionary(Type=Name.Font, Subtype=Name(f"/{subtype}"), BaseFont=Name.Face, FontDescriptor=descriptor)
        font.FirstChar, font.LastChar, font.Widths = 65, 64 + len(widths), Array(widths)
        if encoding is not None:
            font.Encoding = encoding
        pdf.pages[0].obj.Resources = Dictionary(Font=Dictionary(F=pdf.make_indirect(font)))

    return change


def test_simple_truetype() -> None:
    data, glyphs = _truetype()
    widths = [glyphs["A"][1], glyphs["B"][1]]
    font = _simple(data, "FontFile2", "TrueType", widths, Name.WinAnsiEncoding)
    assert _faults(font, b"BT /F 9 Tf (AB) Tj ET") == []
    narrow = _simple(data, "FontFile2", "TrueType", [widths[0] - 90, widths[1]], Name.WinAnsiEncoding)
    assert _faults(narrow, b"BT /F 9 Tf (AB) Tj ET") == [("width", 65)]
    other = Dictionary(BaseEncoding=Name.WinAnsiEncoding, Differences=Array([65, Name("/afii10017"), Name("/uni1EBF")]))
    odd = _simple(data, "FontFile2", "TrueType", [widths[0], glyphs["ế"][1]], other)
    assert [fault for fault in _faults(odd, b"BT /F 9 Tf (B) Tj ET") if fault[0] == "absent"] == []
    none = Dictionary(BaseEncoding=Name.WinAnsiEncoding, Differences=Array([65, Name("/uniE0FE")]))
    assert _faults(_simple(data, "FontFile2", "TrueType", widths, none), b"BT /F 9 Tf (A) Tj ET") == [("absent", 65)]


@cache
def _cff() -> bytes:
    """Return a CFF program with the glyphs A and B, 600 and 500 wide."""
    names = [".notdef", "A", "B"]
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({65: "A", 66: "B"})
    drawings: dict[str, Any] = {}
    for name, width in zip(names, (250, 600, 500), strict=True):
        pen = T2CharStringPen(width, None)
        pen.moveTo((0, 0))
        pen.lineTo((width, 0))
        pen.lineTo((width, 700))
        pen.closePath()
        drawings[name] = pen.getCharString()
    builder.setupCFF("Face", {}, drawings, {})
    out = io.BytesIO()
    builder.font["CFF "].cff.compile(out, builder.font)
    return out.getvalue()


def test_compact_fonts() -> None:
    font = _simple(_cff(), "FontFile3", "Type1", [600, 500, 400], Name.WinAnsiEncoding, Subtype=Name.Type1C)
    assert _faults(font, b"BT /F 9 Tf (AB) Tj ET") == []
    assert _faults(font, b"BT /F 9 Tf (ABC) Tj ET") == [("absent", 67)]
    wide = _simple(_cff(), "FontFile3", "Type1", [600, 550], None, Subtype=Name.Type1C)
    assert _faults(wide, b"BT /F 9 Tf (AB) Tj ET") == [("width", 66)]
    composite = _composite({1: 600, 2: 500}, _cff(), "FontFile3")
    assert _faults(composite, _shown(1, 2)) == []
    assert _faults(composite, _shown(0, 1, 9)) == [("notdef", 0), ("absent", 9)]


def _encrypted(data: bytes, key: int) -> bytes:
    out = bytearray()
    for byte in b"\0\0\0\0" + data:
        coded = byte ^ (key >> 8)
        key = ((coded + key) * 52845 + 22719) & 0xFFFF
        out.append(coded)
    return bytes(out)


def _type1() -> bytes:
    """Return a Type 1 program with the glyphs A and B, 600 and 500 wide."""

    def drawing(width: int) -> bytes:
        return _encrypted(bytes([139, 247 + (width - 108) // 256, (width - 108) % 256, 13, 14]), 4330)

    private = b"dup /Private 8 dict dup begin /lenIV 4 def /CharStrings 2 dict dup begin\n"
    for name, width in ((b"A", 600), (b"B", 500)):
        coded = drawing(width)
        private += b"/%s %d RD " % (name, len(coded)) + coded + b" ND\n"
    return b"%!PS-AdobeFont-1.0: Face\n/Encoding StandardEncoding def\ncurrentfile eexec\n" + _encrypted(private, 55665)


@pytest.mark.parametrize("encoding", [None, Name.WinAnsiEncoding])
def test_type_1(encoding: Object | None) -> None:
    font = _simple(_type1(), "FontFile", "Type1", [600, 500, 400], encoding)
    assert _faults(font, b"BT /F 9 Tf (AB) Tj ET") == []
    assert _faults(font, b"BT /F 9 Tf (ABC) Tj ET") == [("absent", 67)]
    assert _faults(_simple(_type1(), "FontFile", "Type1", [650], encoding), b"BT /F 9 Tf (A) Tj ET") == [("width", 65)]


def test_type_3_says_its_widths_itself() -> None:
    def font(width: int) -> Change:
        def change(pdf: Pdf) -> None:
            face = Dictionary(Type=Name.Font, Subtype=Name.Type3, FontMatrix=[0.01, 0, 0, 0.01, 0, 0], FontBBox=[0, 0, 9, 9])
            face.CharProcs = Dictionary(a=pdf.make_stream(b"60 0 0 0 60 60 d1 0 0 60 60 re f"))
            face.Encoding = Dictionary(Differences=Array([97, Name.a]))
            face.FirstChar, face.LastChar, face.Widths = 97, 98, Array([width, width])
            pdf.pages[0].obj.Resources = Dictionary(Font=Dictionary(F=pdf.make_indirect(face)))

        return change

    assert _faults(font(60), b"BT /F 9 Tf (a) Tj ET") == []
    assert _faults(font(0), b"BT /F 9 Tf (a) Tj ET") == [("width", 97)]
    assert _faults(font(60), b"BT /F 9 Tf (b) Tj ET") == [("absent", 98)]
