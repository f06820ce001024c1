"""Rule press.metadata: title, dates and ids are there, readable without unpacking, and the same wherever they are said."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.facts.file import FileSubject
from coverkit.facts.pdf import XmpFacts
from coverkit.i18n import mark, tr
from coverkit.rules.press.reading import is_own, softened

_DC = "{http://purl.org/dc/elements/1.1/}"
_XMP = "{http://ns.adobe.com/xap/1.0/}"
_MM = "{http://ns.adobe.com/xap/1.0/mm/}"
_REQUIRED_INFO = ("Title", "CreationDate", "ModDate")
_USUAL_INFO = ("Creator", "Producer")
_REQUIRED_XMP = {
    "dc:title": f"{_DC}title",
    "xmp:CreateDate": f"{_XMP}CreateDate",
    "xmp:ModifyDate": f"{_XMP}ModifyDate",
    "xmp:MetadataDate": f"{_XMP}MetadataDate",
    "xmpMM:DocumentID": f"{_MM}DocumentID",
    "xmpMM:VersionID": f"{_MM}VersionID",
    "xmpMM:RenditionClass": f"{_MM}RenditionClass",
}
_TEXTS = {"Title": f"{_DC}title", "Author": f"{_DC}creator"}
_DATES = {"CreationDate": f"{_XMP}CreateDate", "ModDate": f"{_XMP}ModifyDate"}
_PDF_DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z|([+-])(\d\d)'?(\d\d)?'?)?")


@rule(
    id="press.metadata",
    title=mark("Title, dates and ids are complete and agree"),
    subject=FileSubject,
    severity=Severity.ERROR,
    why=mark(
        "Printers' systems file jobs by these entries. Two different titles or dates in one file look like two versions of it."
    ),
    remedy=mark("Fill in the title and export the file again as PDF/X, instead of editing the properties of the finished PDF."),
    source=mark("ISO 15930-7:2010, 6.10; ISO 15930-4:2003, 5"),
    certainty="medium",
)
def check(subject: FileSubject, _: NoOptions) -> Iterator[Outcome]:
    """Look for the compulsory entries, and compare those that are said twice."""
    info, xmp = subject.pdf.info, subject.pdf.xmp
    for key in (*_REQUIRED_INFO, *_USUAL_INFO):
        if key not in info or not info[key].value:
            message = tr("The document information has no {key}.", key=key)
            yield Problem("info-missing", message, element=key, severity=_weight_of(key, subject))
    yield from _kinds(subject)
    if xmp is None:
        if subject.is_x4:
            yield Problem("xmp-missing", tr("There are no XMP metadata."))
        return
    # The older levels ask for no XMP metadata, so they do not ask how they are kept.
    yield from _packet(xmp, None if subject.is_x4 or is_own(subject) else Severity.NOTE)
    if xmp.error:
        return
    if subject.is_x4:
        for key, name in _REQUIRED_XMP.items():
            if not xmp.values.get(name):
                yield Problem("xmp-property-missing", tr("The XMP metadata have no {key}.", key=key), element=key)
    yield from _disagreements(subject, xmp)


def _kinds(subject: FileSubject) -> Iterator[Outcome]:
    """Before PDF/X-4, values of the document information other than Trapped are texts."""
    for key, entry in () if subject.is_x4 else subject.pdf.info.items():
        if entry.kind != "string" and key != "Trapped":
            yield Problem(
                "not-text",
                tr("{key} in the document information is no text ({kind}).", key=key, kind=entry.kind),
                element=key,
                measured=entry.kind,
                limit="string",
                severity=Severity.WARNING,
            )


def _weight_of(key: str, subject: FileSubject) -> Severity | None:
    """From PDF/X-4 on the XMP metadata say these things; the older levels want them in the document information."""
    if is_own(subject):
        return None
    if key in _USUAL_INFO:
        return Severity.NOTE
    return Severity.WARNING if subject.is_x4 else None


def _packet(xmp: XmpFacts, weight: Severity | None) -> Iterator[Outcome]:
    if xmp.error:
        yield Problem(
            "xmp-unreadable",
            tr("The XMP metadata cannot be read (technical detail: {reason}).", reason=xmp.error),
            severity=weight,
        )
    if xmp.filtered:
        message = tr("The XMP metadata are compressed, so programs that scan for them find nothing.")
        yield Problem("xmp-compressed", message, severity=weight)
    if not xmp.typed:
        yield Problem("xmp-untyped", tr("The XMP stream does not say that it is metadata in XML."), severity=weight)


def _disagreements(subject: FileSubject, xmp: XmpFacts) -> Iterator[Outcome]:
    info = subject.pdf.info
    for key, name in {**_TEXTS, **_DATES}.items():
        said, in_xmp = info[key].value if key in info else "", xmp.values.get(name, "")
        if not said or not in_xmp:
            continue
        same = _instant(said) == _instant(in_xmp) if key in _DATES else said.strip() == in_xmp
        if not same:
            yield Problem(
                "differs",
                tr("{key}: the document information says “{info}”, the XMP metadata “{xmp}”.", key=key, info=said, xmp=in_xmp),
                element=key,
                measured=said,
                limit=in_xmp,
                severity=softened(subject),
            )


def _instant(written: str) -> dt.datetime | str:
    """Return the moment of a PDF or ISO 8601 date; a text that is no date stands for itself."""
    found = _PDF_DATE.fullmatch(written)
    try:
        if found is None:
            moment = dt.datetime.fromisoformat(written)
            return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
        year, month, day, hour, minute, second = (
            int(part) if part else least for part, least in zip(found.groups(), (0, 1, 1, 0, 0, 0), strict=False)
        )
        offset = dt.timedelta(hours=int(found[8] or 0), minutes=int(found[9] or 0))
        zone = dt.timezone(-offset if found[7] == "-" else offset)
        return dt.datetime(year, month, day, hour, minute, second, tzinfo=zone)
    except ValueError:
        return written
