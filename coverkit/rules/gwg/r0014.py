"""Rule gwg.r0014: no font was silently replaced by Courier."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Severity
from coverkit.checks.rule import rule
from coverkit.facts.file import FileSubject
from coverkit.i18n import mark, tr
from coverkit.rules.gwg.asking import Asked, Options, judged
from coverkit.rules.gwg.painted import texts
from coverkit.rules.gwg.telling import problem_at, said

_NAME = "Courier"
_SUBSET = re.compile(r"^[A-Z]{6}\+")


@rule(
    id="gwg.r0014",
    title=mark("No text is set in Courier"),
    subject=FileSubject,
    severity=Severity.WARNING,
    why=mark(
        "Courier is what many programs put in the place of a font that they do not have. Nobody meant the text to look so."
    ),
    remedy=mark("Install the right font, or embed it, and export again. If Courier is meant, tell the printer."),
    source=mark("GWG 2022, R0014"),
    options=Options,
    certainty="high",
)
def check(subject: FileSubject, options: Options) -> Iterator[Outcome]:
    """Look for fonts that are called exactly Courier."""
    yield from judged("r0014", subject, options, _breaches)


def _breaches(asked: Asked) -> Iterator[Outcome]:
    for text, one in texts(asked.pages):
        if _SUBSET.sub("", text.font) == _NAME:
            message = tr("Text is set in Courier: {text}.", text=said(text))
            yield problem_at("courier", message, one.way, one.page, text.font)
