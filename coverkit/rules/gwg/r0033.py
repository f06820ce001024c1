"""Rule gwg.r0033: a page that is one picture is fine enough for the text in it."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Severity
from coverkit.checks.rule import rule
from coverkit.facts.file import FileSubject
from coverkit.i18n import mark
from coverkit.rules.gwg.asking import Asked, ScaledOptions, judged
from coverkit.rules.gwg.painted import painted_pages
from coverkit.rules.gwg.pictures import only_picture, too_coarse


@rule(
    id="gwg.r0033",
    title=mark("A page that is one picture has enough resolution"),
    subject=FileSubject,
    severity=Severity.ERROR,
    why=mark("Where the whole page is one picture the text is made of pixels too, and needs more of them than a photograph."),
    remedy=mark("Export the page with live text, or as a picture of a higher resolution."),
    source=mark("GWG 2022, R0033"),
    options=ScaledOptions,
    certainty="high",
)
def check(subject: FileSubject, options: ScaledOptions) -> Iterator[Outcome]:
    """Look at pages whose only element is a picture that covers the trim."""
    yield from judged("r0033", subject, options, _breaches)


def _breaches(asked: Asked) -> Iterator[Outcome]:
    for page in painted_pages(asked.pages):
        image = only_picture(page)
        if image is not None:
            yield from too_coarse(asked, page, image)
