"""Rule gwg.r0003: nothing hides a part of the sheet."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.facts.file import FileSubject
from coverkit.i18n import mark, number, tr
from coverkit.rules.gwg.asking import Asked, Options, judged

_TOLERANCE = 0.01
"""pt; less is rounding in the file."""


@rule(
    id="gwg.r0003",
    title=mark("The CropBox is the MediaBox, or is left out"),
    subject=FileSubject,
    severity=Severity.ERROR,
    why=mark(
        "Viewers show the CropBox, presses image the MediaBox: where they differ, the proof on the screen is not what "
        "is printed."
    ),
    remedy=mark("Export the file again without a CropBox."),
    source=mark("GWG 2022, R0003"),
    options=Options,
    certainty="high",
)
def check(subject: FileSubject, options: Options) -> Iterator[Outcome]:
    """Compare the two boxes of every page."""
    yield from judged("r0003", subject, options, _breaches, of="document")


def _breaches(asked: Asked) -> Iterator[Outcome]:
    for page in asked.pages:
        if page.crop is None or page.media is None:
            continue
        off = page.crop.differs(page.media)
        if off > _TOLERANCE:
            yield Problem(
                "crop-box",
                tr("Page {page}: the CropBox is off the MediaBox by {off} pt.", page=page.number, off=number(off)),
                page=page.number,
                measured=off,
                limit=0.0,
                unit="pt",
            )
