"""The cover that `perf.md` measured preflight on, drawn by plain reportlab and right as PDF/X-4.

A4 with 3 mm bleed on a sheet of 236 × 323 mm: a CMYK JPEG of 2600 × 3600 px, a banner of 200 outlines in flat inks, four
lines of Vietnamese, eight crop marks; 7 MB and some 3000 operators. Runs as a process of its own:
`python -m benchmarks.preflight.plain_cover OUT.pdf`.
"""

from __future__ import annotations

import io
import math
import random
import sys
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image
from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from benchmarks.measure import ROOT

_MM = 72 / 25.4
_SHEET, _EDGE, _BLEED = (236.0, 323.0), 13.0, 3.0
_PIXELS, _QUALITY, _GRAIN = (2600, 3600), 92, 3.6
_OUTLINES, _CURVES = 200, 10
_BANNER = (180.0, 45.0)
_FACES = {"Serif": "SourceSerif4-Bold", "Sans": "BeVietnamPro-Bold"}
_LINES = (
    ("Serif", 44, 250.0, "Đường làng sáng sớm"),
    ("Sans", 18, 232.0, "Bản tin của thư viện xã, số mùa gặt"),
    ("Serif", 14, 72.0, "Chuyện người thợ gốm và bàn xoay"),
    ("Sans", 11, 64.0, "Ảnh: câu lạc bộ nhiếp ảnh của xã"),
)
_MOMENT = "2026-11-02T08:00:00+07:00"
_TITLE = "Bản tin số mùa gặt"


class _Catalog(pdfdoc.PDFCatalog):  # type: ignore[misc]  # reportlab has no types
    """A catalog that may hold output intents."""

    __NoDefault__ = (*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents")
    __Refs__ = pdfdoc.PDFCatalog.__NoDefault__


class _Info(pdfdoc.PDFInfo):  # type: ignore[misc]  # reportlab has no types
    """Document information that claims the standard."""

    def format(self, document: Any) -> bytes:
        entries = {"Title": _TITLE, "Author": "CoverKit", "Creator": "CoverKit", "Producer": "reportlab"}
        written: dict[str, Any] = {key: pdfdoc.PDFString(value) for key, value in entries.items()}
        date = pdfdoc.PDFString("D:20261102080000+07'00'")
        claim = pdfdoc.PDFString("PDF/X-4")
        written |= {"CreationDate": date, "ModDate": date, "GTS_PDFXVersion": claim, "Trapped": pdfdoc.PDFName("False")}
        found: bytes = pdfdoc.PDFDictionary(written).format(document)
        return found


def write(path: Path) -> None:
    """Write the cover; the same bytes of content each time."""
    rl_config.useA85 = 0
    for name, stem in _FACES.items():
        (file,) = (ROOT / "assets" / "fonts").rglob(f"{stem}.ttf")
        pdfmetrics.registerFont(TTFont(name, file))
    width, height = (side * _MM for side in _SHEET)
    trim = (_EDGE * _MM, _EDGE * _MM, width - _EDGE * _MM, height - _EDGE * _MM)
    bleed = tuple(one + sign * _BLEED * _MM for one, sign in zip(trim, (-1, -1, 1, 1), strict=True))
    boxes = {"trimBox": trim, "bleedBox": bleed}
    canvas: Any = Canvas(str(path), (width, height), pageCompression=1, pdfVersion=(1, 6), initialFontName="Sans", **boxes)
    _identify(canvas)
    canvas.drawImage(ImageReader(_photograph()), bleed[0], bleed[1], bleed[2] - bleed[0], bleed[3] - bleed[1])
    _banner(canvas)
    for face, size, up, text in _LINES:
        canvas.setFillColorCMYK(0, 0, 0, 0 if size > 40 else 1)
        canvas.setFillOverprint(size <= 40)
        canvas.setOverprintMask(size <= 40)
        canvas.setFont(face, size)
        canvas.drawString((_EDGE + 15) * _MM, (_EDGE + up) * _MM, text)
    _marks(canvas)
    canvas.save()


def _photograph() -> io.BytesIO:
    """Return waves with the grain of a film, as a CMYK JPEG of some 6 MB that keeps below 300 % ink."""
    width, height = _PIXELS
    across, down = np.linspace(0, 3, width, dtype=np.float32), np.linspace(0, 4, height, dtype=np.float32)[:, None]
    grain = np.random.default_rng(5).normal(0, _GRAIN, (height, width)).astype(np.float32)
    waves = [110 + 60 * np.sin(math.tau * (across * a + down * b)) + grain for a, b in ((0.6, 0.3), (0.2, 0.7), (0.9, 0.1))]
    plates = [*waves, np.full((height, width), 12.0, np.float32)]
    picture = Image.merge("CMYK", [Image.fromarray(np.clip(one, 0, 190).astype(np.uint8)) for one in plates])
    stream = io.BytesIO()
    picture.save(stream, "JPEG", quality=_QUALITY, subsampling=0)
    stream.seek(0)
    return stream


def _banner(canvas: Any) -> None:
    chance = random.Random(3)
    width, height = (side * _MM for side in _BANNER)
    canvas.beginForm("Banner", 0, 0, width, height)
    for number in range(_OUTLINES):
        path = canvas.beginPath()
        size = chance.uniform(2, 9)
        x, y = chance.uniform(size, width - size), chance.uniform(size, height - size)
        path.moveTo(x + size, y)
        for step in range(_CURVES):
            ends = [math.tau * (step + part) / _CURVES for part in (1 / 3, 2 / 3, 1)]
            path.curveTo(*(one for end in ends for one in (x + size * math.cos(end), y + size * math.sin(end))))
        path.close()
        canvas.setFillColorCMYK(0, chance.choice((0, 1)), 1, number % 5 / 20)
        canvas.drawPath(path, stroke=0, fill=1)
    canvas.endForm()
    canvas.saveState()
    canvas.translate((_EDGE + 15) * _MM, (_EDGE + 10) * _MM)
    canvas.doForm("Banner")
    canvas.restoreState()


def _marks(canvas: Any) -> None:
    canvas.setStrokeColorCMYK(1, 1, 1, 1)
    canvas.setLineWidth(0.25)
    near, far = _EDGE - _BLEED - 1, _EDGE - _BLEED - 6
    width, height = _SHEET
    for x in (_EDGE, width - _EDGE):
        for one, other in ((near, far), (height - near, height - far)):
            canvas.line(x * _MM, one * _MM, x * _MM, other * _MM)
    for y in (_EDGE, height - _EDGE):
        for one, other in ((near, far), (width - near, width - far)):
            canvas.line(one * _MM, y * _MM, other * _MM, y * _MM)


def _identify(canvas: Any) -> None:
    """Give the file its output intent, metadata and claim, which reportlab knows nothing of."""
    document = canvas._doc
    document.Catalog.__class__ = _Catalog
    document.info.__class__ = _Info
    profile = pdfdoc.PDFStream(
        pdfdoc.PDFDictionary({"N": 4}), (ROOT / "assets" / "profiles" / "ISOcoated_v2_300_bas.icc").read_bytes()
    )
    profile.filters = [pdfdoc.PDFZCompress]
    texts = {"OutputConditionIdentifier": "FOGRA39", "RegistryName": "http://www.color.org", "Info": "Coated FOGRA39"}
    intent: dict[str, Any] = {"Type": pdfdoc.PDFName("OutputIntent"), "S": pdfdoc.PDFName("GTS_PDFX")}
    intent |= {key: pdfdoc.PDFString(value) for key, value in texts.items()}
    intent["DestOutputProfile"] = document.Reference(profile)
    document.Catalog.OutputIntents = pdfdoc.PDFArray([pdfdoc.PDFDictionary(intent)])
    named = pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("Metadata"), "Subtype": pdfdoc.PDFName("XML")})
    document.Catalog.Metadata = pdfdoc.PDFStream(named, _packet(), filters=None)


def _packet() -> bytes:
    values = {
        "xmp:CreateDate": _MOMENT,
        "xmp:ModifyDate": _MOMENT,
        "xmp:MetadataDate": _MOMENT,
        "xmpMM:DocumentID": "uuid:0b2c4f0e-6a55-4a0e-9a7d-1f6f6c1d2a10",
        "xmpMM:VersionID": "1",
        "xmpMM:RenditionClass": "default",
        "pdf:Trapped": "False",
        "pdfxid:GTS_PDFXVersion": "PDF/X-4",
    }
    spaces = {
        "xmp": "http://ns.adobe.com/xap/1.0/",
        "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
        "pdf": "http://ns.adobe.com/pdf/1.3/",
        "pdfxid": "http://www.npes.org/pdfx/ns/id/",
        "dc": "http://purl.org/dc/elements/1.1/",
    }
    lines = [
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
        '<rdf:Description rdf:about=""' + "".join(f' xmlns:{key}="{uri}"' for key, uri in spaces.items()) + ">",
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{_TITLE}</rdf:li></rdf:Alt></dc:title>',
        *(f"<{name}>{value}</{name}>" for name, value in values.items()),
        '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>',
    ]
    return "\n".join(lines).encode("utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
