"""Rule gwg.r0032: line art is fine enough."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Severity
from coverkit.checks.rule import rule
from coverkit.facts.file import FileSubject
from coverkit.i18n import mark
from coverkit.rules.gwg.asking import Asked, ScaledOptions, judged
from coverkit.rules.gwg.painted import painted_pages
from coverkit.rules.gwg.pictures import is_large, is_one_bit, too_coarse


@rule(
    id="gwg.r0032",
    title=mark("Pictures in black and white have enough resolution"),
    subject=FileSubject,
    severity=Severity.ERROR,
    why=mark("In a picture of one bit every edge is a staircase; with too few pixels it can be seen in print."),
    remedy=mark("Scan or export the line art at a higher resolution, or place it as outlines."),
    source=mark("GWG 2022, R0032"),
    options=ScaledOptions,
    certainty="high",
)
def check(subject: FileSubject, options: ScaledOptions) -> Iterator[Outcome]:
    """Look at pictures and masks of one bit and more than 16 px."""
    yield from judged("r0032", subject, options, _breaches)


def _breaches(asked: Asked) -> Iterator[Outcome]:
    for page in painted_pages(asked.pages):
        for image in page.images:
            if is_one_bit(image) and is_large(image):
                yield from too_coarse(asked, page, image)
