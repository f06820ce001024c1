"""PDFs built by hand for tests: a PDF/X-4 that keeps all rules, and ways to break it."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from functools import cache

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

from coverkit.geometry import MM
from coverkit.resources import assets

TRIM = (190.0, 270.0)
BLEED = 3.0
MARGIN = 10.0
"""mm of sheet around the bleed."""
Change = Callable[[Pdf], None]
CONTENT = b"q .1 .2 .3 .4 k 0 0 612.2835 840 re f Q"

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"
 xmpMM:VersionID="1" xmpMM:RenditionClass="default" pdf:Trapped="False">
<dc:title><rdf:Alt><rdf:li xml:lang="vi">khác</rdf:li>
<rdf:li xml:lang="x-default">Bản tin Đắk Nông</rdf:li></rdf:Alt></dc:title>
<xmp:CreateDate>2020-10-15T08:30:00+07:00</xmp:CreateDate><xmp:ModifyDate>2020-10-15T01:30:00Z</xmp:ModifyDate>
<xmp:MetadataDate>2020-10-15T08:30:00+07:00</xmp:MetadataDate><xmpMM:DocumentID>uuid:1</xmpMM:DocumentID>
%s</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""
_CLAIM = "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>"


@cache
def profile() -> bytes:
    """Return the bundled output profile."""
    return (assets() / "profiles" / "ISOcoated_v2_300_bas.icc").read_bytes()


@cache
def _deflated() -> bytes:
    return zlib.compress(profile(), 1)


def xmp(claim: str = _CLAIM) -> bytes:
    """Return the XMP packet of the good file."""
    return (_XMP % claim).encode()


def boxes(page: Dictionary) -> None:
    """Set the boxes of the good file: trim and bleed in a larger sheet."""

    def box(margin: float) -> Array:
        low = MARGIN + BLEED - margin
        return Array([round(one * MM, 4) for one in (low, low, low + TRIM[0] + 2 * margin, low + TRIM[1] + 2 * margin)])

    page.MediaBox, page.BleedBox, page.TrimBox = box(MARGIN + BLEED), box(BLEED), box(0.0)


def built(
    change: Change | None = None, content: bytes = CONTENT, x1a: bool = False, resources: Dictionary | None = None
) -> bytes:
    """Return a file that keeps every press rule, after a change has been made to it."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    page = pdf.pages[0].obj
    boxes(page)
    page.Contents = pdf.make_stream(content)
    page.Resources = Dictionary() if resources is None else pdf.make_indirect(resources)
    standard = "PDF/X-1a:2003" if x1a else "PDF/X-4"
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary(
            Title="Bản tin Đắk Nông",
            Creator="test",
            Producer="test",
            CreationDate="D:20201015083000+07'00'",
            ModDate="D:20201015083000+07'00'",
            Trapped=Name("/False"),
            GTS_PDFXVersion=standard,
        )
    )
    pdf.Root.Metadata = pdf.make_stream(xmp("" if x1a else _CLAIM), Type=Name.Metadata, Subtype=Name.XML)
    pdf.Root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFX,
                OutputConditionIdentifier="FOGRA39",
                RegistryName="http://www.color.org",
                Info="FOGRA39",
                DestOutputProfile=pikepdf.Stream(pdf, _deflated(), N=4, Filter=Name.FlateDecode),
            )
        ]
    )
    if change is not None:
        change(pdf)
    return saved(pdf, "1.4" if x1a else "1.6")


def saved(pdf: Pdf, version: str) -> bytes:
    """Return the file's bytes as they would lie on disk, nothing repacked."""
    out = io.BytesIO()
    pdf.save(
        out,
        force_version=version,
        fix_metadata_version=False,
        compress_streams=False,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
    )
    return out.getvalue()
