"""Rule colour.contrast: texts stand out from what lies under them. Over a bare picture it cannot tell, and says so."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import NotChecked, Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.colour.inks import contrast_ratio
from coverkit.geometry import Point, Rect
from coverkit.i18n import mark, number, tr
from coverkit.layout.cover import Cover
from coverkit.records import dataclass
from coverkit.rules.subject.branding import name_of
from coverkit.rules.subject.ground import ground_at
from coverkit.rules.subject.masthead_contrast import faintest_part
from coverkit.scene.operations import GlyphRun

_SAMPLES = (0.05, 0.5, 0.95)
"""Where along a line the ground is looked at."""


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        least_ratio: least contrast of text and ground, 1 to 21.
    """

    least_ratio: float = 3.0


@dataclass(frozen=True, slots=True)
class _Seen:
    """The contrast at the worst place of a line: the least and the most it may be; None where the ground is not known."""

    least: float
    most: float


@rule(
    id="colour.contrast",
    title=mark("Texts stand out from their ground"),
    subject=Cover,
    severity=Severity.WARNING,
    why=mark(
        "Dark red on green or yellow on white can hardly be read, most of all by older readers and in weak light. "
        "The contrast is computed from the proofed colours of the inks."
    ),
    remedy=mark("Choose a lighter or darker colour for the text or for the field under it."),
    source=mark("House policy, with the measure of WCAG 2.2: 3 : 1, for all sizes (WCAG's figure for large text)"),
    options=Options,
    certainty="policy",
)
def check(cover: Cover, options: Options) -> Iterator[Outcome]:
    """Look under each line at three places; the worst line of each text counts."""
    worst: dict[str, tuple[_Seen, Rect]] = {}
    unknown: dict[str, None] = {}
    waiting = [one.box for one in cover.placed if one.composed.placeholder]
    for index, run in enumerate(cover.scene.operations):
        if not isinstance(run, GlyphRun) or run.ink_box.area == 0:
            continue
        # What a picture will bring is not known before it is chosen; the grey frame in its place is no ground.
        seen = None if any(run.bounds.intersection(box) for box in waiting) else _contrast(cover, index, run)
        if seen is None or seen.least < options.least_ratio <= seen.most:
            unknown[run.source] = None
        elif run.source not in worst or seen.most < worst[run.source][0].most:
            worst[run.source] = (seen, run.bounds)
    for source, (seen, box) in worst.items():
        if seen.most < options.least_ratio:
            unknown.pop(source, None)
            yield Problem(
                "too-low",
                tr(
                    "{name} has a contrast of {ratio} : 1 with its ground; at least {least} : 1 is wanted.",
                    name=name_of(cover, source),
                    ratio=number(seen.most),
                    least=number(options.least_ratio),
                ),
                element=source,
                box=box,
                measured=round(seen.most, 2),
                limit=options.least_ratio,
            )
    yield from _masthead(cover, options)
    if unknown:
        names = ", ".join(name_of(cover, source) for source in unknown)
        yield NotChecked(tr("The contrast cannot be measured for text on a picture or on the banner: {names}.", names=names))


def _masthead(cover: Cover, options: Options) -> Iterator[Problem]:
    faint = faintest_part(cover)
    if faint is not None and faint.ratio < options.least_ratio:
        yield Problem(
            "masthead-too-low",
            tr(
                "A part of the drawn masthead has a contrast of {ratio} : 1 with its ground; at least {least} : 1 is wanted.",
                ratio=number(faint.ratio),
                least=number(options.least_ratio),
            ),
            element=faint.element,
            box=faint.box,
            measured=round(faint.ratio, 2),
            limit=options.least_ratio,
            remedy=tr("Choose a design with another ground, or a drawing in one colour, which takes the design's."),
        )


def _contrast(cover: Cover, index: int, run: GlyphRun) -> _Seen | None:
    ratios: list[_Seen] = []
    for share in _SAMPLES:
        box = run.bounds
        inks = ground_at(cover, index, Point(box.x + box.width * share, box.centre.y))
        if not inks:
            return None
        each = [contrast_ratio(run.ink, ink, cover.condition) for ink in inks]
        ratios.append(_Seen(min(each), max(each)))
    return min(ratios, key=lambda seen: seen.most)
