"""Rule gwg.r0017: text in several inks is large enough."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Severity
from coverkit.checks.rule import rule
from coverkit.facts.file import FileSubject
from coverkit.i18n import mark, number, tr
from coverkit.rules.gwg.asking import Asked, ScaledOptions, judged
from coverkit.rules.gwg.colours import inks_above_0
from coverkit.rules.gwg.painted import texts
from coverkit.rules.gwg.telling import problem_at, said
from coverkit.rules.gwg.ways import size_of


@rule(
    id="gwg.r0017",
    title=mark("Text in several inks is not too small"),
    subject=FileSubject,
    severity=Severity.WARNING,
    why=mark("Small letters in several inks get coloured rims as soon as the plates are off by a hair."),
    remedy=mark("Set small text in one ink, best in black alone, or set it larger."),
    source=mark("GWG 2022, R0017"),
    options=ScaledOptions,
    certainty="high",
)
def check(subject: FileSubject, options: ScaledOptions) -> Iterator[Outcome]:
    """Count the inks of every text."""
    yield from judged("r0017", subject, options, _breaches)


def _breaches(asked: Asked) -> Iterator[Outcome]:
    for text, one in texts(asked.pages):
        size = size_of(text)
        inks = inks_above_0(one.way.colour) if size < asked.under_pt else 0
        if inks > 1:
            message = tr("Text of {size} pt is in {count} inks: {text}.", size=number(size), count=inks, text=said(text))
            yield problem_at("small-text-in-inks", message, one.way, one.page, size, asked.under_pt, "pt")
