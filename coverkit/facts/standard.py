"""The standards of press PDFs that are known here, what a file claims to be, and what the levels have in common."""

from __future__ import annotations

from typing import Literal, cast, get_args

from coverkit.facts.pdf import PdfFacts

Standard = Literal["PDF/X-4", "PDF/X-1a:2003", "PDF/X-1a:2001", "PDF/X-3:2003", "PDF/X-3:2002"]

X1A: tuple[Standard, ...] = ("PDF/X-1a:2003", "PDF/X-1a:2001")
"""Inks alone: DeviceCMYK, DeviceGray, Separation and DeviceN."""
CLAIM_IN_XMP = "{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"
CLAIM_KEY, CONFORMANCE_KEY = "GTS_PDFXVersion", "GTS_PDFXConformance"
NEWEST_PDF: dict[Standard, str] = {
    "PDF/X-4": "1.6",
    "PDF/X-1a:2003": "1.4",
    "PDF/X-3:2003": "1.4",
    "PDF/X-1a:2001": "1.3",
    "PDF/X-3:2002": "1.3",
}
"""The version of PDF that each standard rests on."""


def claim(pdf: PdfFacts) -> str:
    """Return which standard a file says it follows, as it writes it; "" when it says none.

    From PDF/X-4 on the XMP metadata decide, before that the document information. The level of 2001 says its class
    in a key of its own (PDF/X-1:2001 with the conformance PDF/X-1a:2001).
    """
    in_xmp = pdf.xmp.values.get(CLAIM_IN_XMP, "") if pdf.xmp is not None else ""
    entry, conformance = pdf.info.get(CLAIM_KEY), pdf.info.get(CONFORMANCE_KEY)
    in_info = entry.value if entry is not None else ""
    if in_info == "PDF/X-1:2001" and conformance is not None and conformance.value:
        in_info = conformance.value
    return in_xmp or in_info


def known(name: str) -> Standard | None:
    """Return a standard by its name, None for one that is not known here."""
    return cast("Standard", name) if name in get_args(Standard) else None
