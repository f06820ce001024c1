"""Rule text.fits: every text fits its box at a size that may be used."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.i18n import mark, number, tr
from coverkit.layout.cover import Cover
from coverkit.rules.subject.ink import written


@rule(
    id="text.fits",
    title=mark("Every text fits its place"),
    subject=Cover,
    severity=Severity.ERROR,
    why=mark(
        "A text is set as large as its place allows, but never smaller than its least size. "
        "What then finds no room is not printed (overset)."
    ),
    remedy=mark("Shorten the text, or give it more room."),
    source=mark("House policy"),
)
def check(cover: Cover, options: NoOptions) -> Iterator[Outcome]:
    """Report the rest of each overset text. A text of which nothing fits shows no ink and is reported too."""
    for one in written(cover):
        if one.text is not None and one.text.overset:
            yield Problem(
                "overset",
                tr(
                    "{name} does not fit at {size} pt, its least size. No room for: “{rest}”",
                    name=one.name,
                    size=number(one.text.size),
                    rest=one.text.overset_text,
                ),
                element=one.id,
                box=one.box,
                measured=float(len(one.text.overset_text)),
                limit=0.0,
            )
