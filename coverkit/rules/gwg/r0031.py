"""Rule gwg.r0031: pictures are fine enough."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Severity
from coverkit.checks.rule import rule
from coverkit.facts.file import FileSubject
from coverkit.i18n import mark
from coverkit.rules.gwg.asking import Asked, ScaledOptions, judged
from coverkit.rules.gwg.painted import painted_pages
from coverkit.rules.gwg.pictures import is_large, is_one_bit, only_picture, too_coarse


@rule(
    id="gwg.r0031",
    title=mark("Pictures have enough resolution"),
    subject=FileSubject,
    severity=Severity.ERROR,
    why=mark("Coarse pictures show their pixels in print, and no printer can add what is not there."),
    remedy=mark("Place a larger original, or make the picture smaller on the page."),
    source=mark("GWG 2022, R0031"),
    options=ScaledOptions,
    certainty="high",
)
def check(subject: FileSubject, options: ScaledOptions) -> Iterator[Outcome]:
    """Look at continuous-tone pictures of more than 16 px.

    Soft masks are free. A page that is one picture has a rule of its own (R0033), where the variant uses that.
    """
    yield from judged("r0031", subject, options, _breaches)


def _breaches(asked: Asked) -> Iterator[Outcome]:
    apart = "r0033" in asked.variant.rules
    for page in painted_pages(asked.pages):
        for image in page.images:
            if is_one_bit(image) or not is_large(image) or (apart and only_picture(page) is image):
                continue
            yield from too_coarse(asked, page, image)
