"""Rule gwg.r0035: the file is made for a press with four inks."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.facts.file import FileSubject
from coverkit.i18n import mark, tr
from coverkit.rules.gwg.asking import Asked, Options, judged

_WANTED = "CMYK"


@rule(
    id="gwg.r0035",
    title=mark("The output intent is a CMYK press"),
    subject=FileSubject,
    severity=Severity.ERROR,
    why=mark("The output intent says what the amounts of ink in the file look like. Without a CMYK profile they mean nothing."),
    remedy=mark("Export the file again with the output intent that the printer names."),
    source=mark("GWG 2022, R0035"),
    options=Options,
    certainty="high",
)
def check(subject: FileSubject, options: Options) -> Iterator[Outcome]:
    """Look at the colour space of the profile in the PDF/X output intent."""
    yield from judged("r0035", subject, options, _breaches, of="document")


def _breaches(asked: Asked) -> Iterator[Outcome]:
    intent = asked.subject.pdf.intent
    if intent is None:
        yield Problem("intent-missing", tr("The file has no PDF/X output intent."), limit=_WANTED)
    elif intent.profile is None:
        yield Problem("profile-missing", tr("The PDF/X output intent holds no profile."), limit=_WANTED)
    elif intent.profile.colour_space != _WANTED:
        space = intent.profile.colour_space
        yield Problem(
            "not-cmyk",
            tr("The profile of the output intent is for {space}, not for CMYK.", space=space or "–"),
            measured=space,
            limit=_WANTED,
        )
