"""Files that were right until somebody broke something in them: bits, ends, stretches, references, numbers and names.

The same ones each time, so that one that is found can be looked at again.
"""

from __future__ import annotations

import io
import random
import re
from collections.abc import Callable, Iterator
from functools import cache

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

from coverkit.resources import assets
from tests.preflight.files import built

_REFERENCE = re.compile(rb"(?<![\d.])\d{1,3} 0 R")
_NUMBER = re.compile(rb"(?<![\w.#])-?\d+(?:\.\d+)?(?![\w.])")
_NAME = re.compile(rb"/[A-Za-z][A-Za-z0-9]{2,}")
_HUGE = (b"99999999999999999999", b"-2147483649", b"2147483648", b"0.00000000000000000001", b"1" * 400, b"-0", b"4294967296")


def _rich(pdf: Pdf) -> None:
    """Put into a page what preflight reads: type, pictures, forms in forms, patterns, masks, layers, spots, comments."""
    program = pdf.make_stream(next((assets() / "fonts").glob("Oswald/*.ttf")).read_bytes()[:30_000])
    descriptor = Dictionary(Type=Name.FontDescriptor, FontName=Name.Face, FontFile2=program)
    font = Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name.Face, FontDescriptor=descriptor, FirstChar=65)
    font.Widths = Array([500, 520, 540])
    function = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0] * 4), C1=Array([0, 1, 1, 0]), N=1)
    spot = Array([Name.Separation, Name("/Cam"), Name.DeviceCMYK, pdf.make_indirect(function)])
    picture = {"/Subtype": Name.Image, "/Width": 4, "/Height": 4, "/BitsPerComponent": 8, "/ColorSpace": Name.DeviceCMYK}
    inner = pdf.make_stream(b"0 0 1 0 k 1 1 5 5 re f", {"/Subtype": Name.Form, "/BBox": Array([0, 0, 9, 9])})
    below = {"/Subtype": Name.Form, "/BBox": Array([0, 0, 99, 99]), "/Resources": Dictionary(XObject=Dictionary(X=inner))}
    outer = pdf.make_stream(b"q 2 0 0 2 0 0 cm /X Do Q", below)
    tile = {"/PatternType": 1, "/PaintType": 1, "/TilingType": 1, "/BBox": Array([0, 0, 4, 4]), "/XStep": 4, "/YStep": 4}
    pattern = pdf.make_stream(b".2 g 0 0 2 2 re f", {**tile, "/Resources": Dictionary()})
    mask = Dictionary(S=Name.Luminosity, G=outer)
    shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=Array([0, 0, 9, 9]), Function=function)
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Lớp"))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(Name="a", ON=Array([layer])))
    page = pdf.pages[0].obj
    page.Resources = Dictionary(
        Font=Dictionary(F=pdf.make_indirect(font)),
        ColorSpace=Dictionary(S=spot),
        XObject=Dictionary(I=pdf.make_stream(bytes(64), picture), A=outer),
        Pattern=Dictionary(P=pattern),
        Shading=Dictionary(H=shading),
        ExtGState=Dictionary(G=Dictionary(ca=0.5, SMask=mask)),
        Properties=Dictionary(L=layer),
    )
    stamp = pdf.make_stream(b"0 0 0 1 k 0 0 9 9 re f", {"/Subtype": Name.Form, "/BBox": Array([0, 0, 9, 9])})
    rect = Array([50, 50, 90, 90])
    page.Annots = Array([Dictionary(Subtype=Name.Stamp, Rect=rect, F=4, AP=Dictionary(N=stamp))])


_CONTENT = b"""q .1 .2 .3 .4 k 0 0 612 840 re f Q
/S cs .5 scn 20 20 100 100 re f /OC /L BDC /Pattern cs /P scn 0 0 50 50 re f EMC
q 80 0 0 80 60 60 cm /I Do Q q /G gs 1 0 0 1 9 9 cm /A Do Q q 10 10 m 40 90 70 20 90 90 c 5 5 l h W n /H sh Q
BT /F 12 Tf 100 300 Td [(AB) -20 (C)] TJ T* (CBA) ' ET q 9 0 0 9 0 0 cm BI /W 2 /H 2 /BPC 8 /CS /G ID \x01\x02\x03\x04 EI Q"""


@cache
def _originals() -> tuple[bytes, ...]:
    """Return a file with everything in plain sight, and the same one with its objects packed."""
    plain = built(_rich, _CONTENT)
    with pikepdf.open(io.BytesIO(plain)) as pdf:
        out, packed = io.BytesIO(), io.BytesIO()
        pdf.save(out, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable, static_id=True)
        pdf.save(packed, object_stream_mode=pikepdf.ObjectStreamMode.generate, static_id=True)
    return out.getvalue(), packed.getvalue()


def _flipped(data: bytes, chance: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(chance.choice((1, 3, 30, 300))):
        out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
    return bytes(out)


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def _torn(data: bytes, chance: random.Random) -> bytes:
    """Leave out a stretch, or say it again somewhere else."""
    start = chance.randrange(len(data))
    part = data[start : start + chance.choice((3, 50, 2000))]
    if chance.random() < 0.5:
        return data.replace(part, b"", 1)
    at = chance.randrange(len(data))
    return data[:at] + part + data[at:]


def _exchanged(pattern: re.Pattern[bytes], others: tuple[bytes, ...] = ()) -> Callable[[bytes, random.Random], bytes]:
    """Put something else of the file, or one of `others`, in the place of some matches: loops, wrong kinds, huge numbers."""

    def change(data: bytes, chance: random.Random) -> bytes:
        found = list(pattern.finditer(data))
        for match in sorted(chance.sample(found, min(len(found), chance.choice((1, 2, 8)))), key=lambda one: -one.start()):
            other = chance.choice(others) if others else chance.choice(found)[0]
            data = data[: match.start()] + other + data[match.end() :]
        return data

    return change


_WAYS: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "flipped": _flipped,
    "cut": _cut,
    "torn": _torn,
    "references": _exchanged(_REFERENCE),
    "names": _exchanged(_NAME),
    "numbers": _exchanged(_NUMBER, _HUGE),
}


def mutants(count: int) -> Iterator[tuple[str, bytes]]:
    """Yield file names and files; every way in turn, on either original, from one to several changes."""
    ways = list(_WAYS.items())
    for number in range(count):
        name, way = ways[number % len(ways)]
        chance = random.Random(number)
        data = _originals()[number // len(ways) % 2]
        for _ in range(1 + number % 3):
            data = way(data, chance)
        yield f"{number:03d}-{name}.pdf", data
