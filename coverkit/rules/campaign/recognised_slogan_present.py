"""Rule campaign.recognised-slogan-present: slogans of the campaign are found on the front cover of a finished file."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import NotChecked, Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.facts.sight import SightSubject
from coverkit.i18n import mark, tr
from coverkit.rules.subject.branding import required
from coverkit.rules.subject.sighted import binds, front


@rule(
    id="campaign.recognised-slogan-present",
    title=mark("A slogan of the campaign is found on the front cover"),
    subject=SightSubject,
    severity=Severity.ERROR,
    why=mark(
        "The dispatch orders a banner and a slogan on the front cover of every issue in its period. "
        "Slogans are looked for in the text of the file, in old Vietnamese codes too; text that was made outlines or a picture "
        "is read only where Tesseract is installed, and may be overlooked: then this is a warning."
    ),
    remedy=mark("Set one of the campaign's slogans on the front cover, as text."),
    source=mark("The campaign's dispatch; for the first campaign Công văn 1011/STTTT-TTBCXB (02/10/2020)"),
)
def check(subject: SightSubject, options: NoOptions) -> Iterator[Outcome]:
    """Count the texts that are slogans, or are meant to be."""
    wanted, found = required(subject.campaign, "slogan") if binds(subject) else 0, len(subject.slogans)
    if found >= wanted:
        return
    if subject.text_reason:
        yield NotChecked(subject.text_reason)
        return
    yield Problem(
        "missing",
        tr(
            "Slogans that {dispatch} orders on the front cover: {wanted}; found: {found}.",
            dispatch=subject.campaign.dispatch.number,
            wanted=wanted,
            found=found,
        ),
        page=front(subject),
        severity=Severity.WARNING if subject.text_recognised else None,
        measured=float(found),
        limit=float(wanted),
    )
