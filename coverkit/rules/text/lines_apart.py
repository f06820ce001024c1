"""Rule text.lines-apart: the marks of one line do not touch the line above. Measured on the ink of the glyphs."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.i18n import mark, number, tr
from coverkit.layout.cover import Cover
from coverkit.records import dataclass
from coverkit.rules.subject.ink import runs
from coverkit.typography.runs import touching_lines


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        least_mm: overlaps up to so many mm do not count.
    """

    least_mm: float = 0.0


@rule(
    id="text.lines-apart",
    title=mark("No line touches the line above it"),
    subject=Cover,
    severity=Severity.ERROR,
    why=mark(
        "Vietnamese capitals carry up to two marks above (Ệ, Ỗ, Ặ) and a dot below. "
        "Where lines stand too close, marks run into the letters above and words are misread."
    ),
    remedy=mark("Give the lines more distance, or the text more room."),
    source=mark("House policy"),
    options=Options,
)
def check(cover: Cover, options: Options) -> Iterator[Outcome]:
    """Compare the lines of each text, glyph by glyph."""
    for one in cover.texts():
        for touch in touching_lines(runs(cover, one.id), cover.library, options.least_mm):
            yield Problem(
                "touching",
                tr(
                    "{name}: “{upper}” and “{lower}” touch by {depth} mm.",
                    name=one.name,
                    upper=touch.upper.text,
                    lower=touch.lower.text,
                    depth=number(touch.depth),
                ),
                element=one.id,
                box=touch.box,
                measured=round(touch.depth, 3),
                limit=options.least_mm,
                unit="mm",
            )
