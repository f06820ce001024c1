"""Rule press.identification: the file says which standard it follows, where that standard wants it said."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.facts.file import FileSubject
from coverkit.i18n import mark, tr

_PROPERTY = "{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"
_KEY = "GTS_PDFXVersion"


@rule(
    id="press.identification",
    title=mark("The file says which PDF/X it is"),
    subject=FileSubject,
    severity=Severity.ERROR,
    why=mark("A printer's workflow sorts files by the standard they name; a file without the name, or with two, is stopped."),
    remedy=mark("Export the file again with CoverKit; other programs may have rewritten its metadata."),
    source=mark("ISO 15930-7:2010, 6.11; ISO 15930-4:2003, 5"),
    certainty="high",
)
def check(subject: FileSubject, _: NoOptions) -> Iterator[Outcome]:
    """Compare what XMP and document information name with the standard that was meant."""
    xmp = subject.pdf.xmp
    in_xmp = xmp.values.get(_PROPERTY, "") if xmp is not None else ""
    entry = subject.pdf.info.get(_KEY)
    in_info = entry.value if entry is not None else ""
    yield from _x1a(subject, in_xmp, in_info) if subject.is_x1a else _x4(subject, in_xmp, in_info)


def _x4(subject: FileSubject, in_xmp: str, in_info: str) -> Iterator[Outcome]:
    if in_xmp != subject.standard:
        yield _wrong("xmp-version", tr("The XMP metadata"), in_xmp, subject.standard)
    if not in_info:
        yield Problem(
            "info-version-missing",
            tr("The document information does not name the standard; some preflight programs ask for it."),
            limit=subject.standard,
            severity=Severity.WARNING,
        )
    elif in_info != subject.standard:
        yield _wrong("info-version", tr("The document information"), in_info, subject.standard)


def _x1a(subject: FileSubject, in_xmp: str, in_info: str) -> Iterator[Outcome]:
    if in_info != subject.standard:
        yield _wrong("info-version", tr("The document information"), in_info, subject.standard)
    conformance = subject.pdf.info.get("GTS_PDFXConformance")
    if conformance is not None:
        yield Problem(
            "conformance-of-2001",
            tr("The document information has GTS_PDFXConformance, which belongs to the standard of 2001."),
            measured=conformance.value,
        )
    if in_xmp and in_xmp != subject.standard:
        yield _wrong("xmp-version", tr("The XMP metadata"), in_xmp, subject.standard)


def _wrong(code: str, where: str, found: str, wanted: str) -> Problem:
    return Problem(
        code,
        tr("{where} names “{found}” instead of {wanted}.", where=where, found=found or "–", wanted=wanted),
        measured=found,
        limit=wanted,
    )
