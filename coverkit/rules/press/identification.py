"""Rule press.identification: the file says which standard it follows, where that standard wants it said."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.facts.file import FileSubject
from coverkit.facts.standard import CLAIM_IN_XMP, CLAIM_KEY, CONFORMANCE_KEY, known
from coverkit.i18n import mark, tr
from coverkit.rules.press.reading import is_own

_VERSION_OF_2001 = "PDF/X-1:2001"


@rule(
    id="press.identification",
    title=mark("The file says which PDF/X it is"),
    subject=FileSubject,
    severity=Severity.ERROR,
    why=mark("A printer's workflow sorts files by the standard they name; a file without the name, or with two, is stopped."),
    remedy=mark(
        "Export the file again as PDF/X and send it as it is; saving it in another program may have rewritten its metadata."
    ),
    source=mark("ISO 15930-7:2010, 6.11; ISO 15930-4:2003, 5"),
    certainty="high",
)
def check(subject: FileSubject, _: NoOptions) -> Iterator[Outcome]:
    """Compare what XMP and document information name with the standard that the file is judged by."""
    claim = subject.claim
    if claim and known(claim) is None and not is_own(subject):
        yield Problem(
            "unknown-standard",
            tr(
                "The file names {found}, which CoverKit does not know; it was judged as {standard}.",
                found=claim,
                standard=subject.standard,
            ),
            measured=claim,
            limit=subject.standard,
            severity=Severity.WARNING,
        )
        return
    xmp = subject.pdf.xmp
    in_xmp = xmp.values.get(CLAIM_IN_XMP, "") if xmp is not None else ""
    entry = subject.pdf.info.get(CLAIM_KEY)
    in_info = entry.value if entry is not None else ""
    yield from _x4(subject, in_xmp, in_info) if subject.is_x4 else _older(subject, in_xmp, in_info)


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


def _older(subject: FileSubject, in_xmp: str, in_info: str) -> Iterator[Outcome]:
    of_2001 = subject.standard == "PDF/X-1a:2001"
    wanted = _VERSION_OF_2001 if of_2001 else subject.standard
    if in_info != wanted:
        yield _wrong("info-version", tr("The document information"), in_info, wanted)
    entry = subject.pdf.info.get(CONFORMANCE_KEY)
    conformance = entry.value if entry is not None else ""
    if of_2001 and conformance != subject.standard:
        yield _wrong("conformance", "GTS_PDFXConformance", conformance, subject.standard)
    elif entry is not None and subject.standard == "PDF/X-1a:2003":
        yield Problem(
            "conformance-of-2001",
            tr("The document information has GTS_PDFXConformance, which belongs to the standard of 2001."),
            measured=conformance,
        )
    if in_xmp and in_xmp != wanted:
        yield _wrong("xmp-version", tr("The XMP metadata"), in_xmp, wanted)


def _wrong(code: str, where: str, found: str, wanted: str) -> Problem:
    return Problem(
        code,
        tr("{where} names “{found}” instead of {wanted}.", where=where, found=found or "–", wanted=wanted),
        measured=found or None,
        limit=wanted,
    )
