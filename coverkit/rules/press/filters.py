"""Rule press.filters: all data lie in the file, in ways of packing that every press machine knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from coverkit.checks.finding import NotChecked, Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.facts.file import FileSubject
from coverkit.i18n import mark, tr

_ALWAYS = ("ASCII85Decode", "ASCIIHexDecode", "FlateDecode", "RunLengthDecode", "DCTDecode", "CCITTFaxDecode")
_SINCE_1_5 = ("JBIG2Decode", "JPXDecode")


@rule(
    id="press.filters",
    title=mark("Data are packed in ways that the standard allows"),
    subject=FileSubject,
    severity=Severity.ERROR,
    why=mark("A machine that cannot unpack a picture, or looks for it outside the file, prints a hole."),
    remedy=mark("Export the file again as PDF/X, with Flate (ZIP) or JPEG compression and all pictures embedded."),
    source=mark("ISO 15930-7:2010, 6.7 and 6.8; ISO 15930-4:2003, 6.5"),
    certainty="high",
)
def check(subject: FileSubject, _: NoOptions) -> Iterator[Outcome]:
    """Look at the filters of all streams and inline images, and for streams that lie outside."""
    allowed = _ALWAYS + _SINCE_1_5 if subject.is_x4 else _ALWAYS
    for name, count in _used(subject).items():
        if name not in allowed:
            yield Problem(
                "filter", tr("{count} streams are packed with {name}.", count=count, name=name), element=name, measured=name
            )
    if subject.pdf.objects.external:
        yield Problem("external", tr("{count} streams lie outside the file.", count=len(subject.pdf.objects.external)))
    if not subject.pdf.objects.complete:
        yield NotChecked(tr("Not all objects of the file could be read."))


def _used(subject: FileSubject) -> Mapping[str, int]:
    used = {name: len(numbers) for name, numbers in subject.pdf.objects.filters.items()}
    for page in subject.pages:
        for image in page.images:
            for name in image.filters if not image.name else ():
                used[name] = used.get(name, 0) + 1
    return used
