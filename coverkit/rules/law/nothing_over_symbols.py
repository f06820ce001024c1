"""Rule law.nothing-over-symbols: no title, slogan, logo or banner lies on a flag, the emblem, a map or a leader."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.geometry import Rect
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover
from coverkit.records import dataclass
from coverkit.rules.subject.branding import name_of
from coverkit.rules.subject.flags import Flag, drawn_flags
from coverkit.rules.subject.questions import SYMBOLS, SYMBOLS_CLEAR, by_answers
from coverkit.rules.subject.shapes import meets
from coverkit.scene.operations import Art, GlyphRun, Operation, Picture


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        over_art: what lies on the campaign's art is asked about, too; campaign.banner-uncovered judges it anyway.
    """

    over_art: bool = False


@rule(
    id="law.nothing-over-symbols",
    title=mark("Nothing lies on the image of a flag, the emblem, a map or a leader"),
    subject=Cover,
    severity=Severity.WARNING,
    why=mark(
        "The publishing law keeps names of authors off these images; keeping titles, slogans and logos off them, too, "
        "is house policy. A flag that is drawn with shapes is found; what a picture shows, a person answers."
    ),
    remedy=mark("Move what lies on the image beside it."),
    source=mark("House policy, after Luật Xuất bản 19/2012/QH13, Điều 27 khoản 6"),
    options=Options,
    certainty="policy",
)
def check(cover: Cover, options: Options) -> Iterator[Outcome]:
    """Look for what was painted on drawn flags, then for anything on a picture; only that is asked about."""
    for flag in drawn_flags(cover):
        over = _first_over(cover, flag)
        if over is not None:
            yield _problem(cover, "on-flag", over, flag.box)
    covered = _over_pictures(cover, options)
    if not covered:
        return
    found = yield from by_answers(cover, ((SYMBOLS, False), (SYMBOLS_CLEAR, True)))
    if found:
        upper, lower = covered
        yield Problem(
            "on-image",
            tr(
                "By the answers given, something lies on a flag, the emblem, a map or a leader: {name} lies on {image}.",
                name=name_of(cover, upper),
                image=name_of(cover, lower),
            ),
            element=upper,
        )


def _problem(cover: Cover, code: str, over: Operation, box: Rect) -> Problem:
    message = tr("{name} lies on a flag.", name=name_of(cover, over.source))
    return Problem(code, message, element=over.source, box=over.bounds.intersection(box))


def _first_over(cover: Cover, flag: Flag) -> Operation | None:
    later = cover.scene.operations[flag.last + 1 :]
    return next((one for one in later if meets(one, flag.box) and one.source != flag.source), None)


def _over_pictures(cover: Cover, options: Options) -> tuple[str, str] | None:
    """Return the sources of the first text or art that lies on a picture, and of that picture."""
    below: list[Picture | Art] = []
    for operation in cover.scene.operations:
        if isinstance(operation, GlyphRun | Art):
            found = next((one for one in reversed(below) if meets(one, operation.bounds)), None)
            if found is not None:
                return operation.source, found.source
        if isinstance(operation, Picture) or (options.over_art and isinstance(operation, Art)):
            below.append(operation)
    return None
