"""Rule gwg.r0025: there is not too much ink on any square of 15 mm."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Severity
from coverkit.checks.rule import rule
from coverkit.facts.file import FileSubject
from coverkit.i18n import mark
from coverkit.rules.gwg.asking import Asked, Options, judged
from coverkit.rules.gwg.coverage import over_limit


@rule(
    id="gwg.r0025",
    title=mark("The ink of all plates together stays below the limit"),
    subject=FileSubject,
    severity=Severity.WARNING,
    why=mark("Too much ink dries slowly, sets off on the next sheet and makes sheets stick together."),
    remedy=mark("Convert the pictures again with a profile for this press, and give large grounds less ink."),
    source=mark("GWG 2022, R0025"),
    options=Options,
    certainty="high",
)
def check(subject: FileSubject, options: Options) -> Iterator[Outcome]:
    """Take the greatest mean over any square of all inks."""
    yield from judged("r0025", subject, options, _breaches, of="document")


def _breaches(asked: Asked) -> Iterator[Outcome]:
    yield from over_limit(asked, cmyk_only=False)
