"""Rule law.authors-over-symbols: no author's name lies on the image of a flag, the emblem, a map or a leader."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover, Placed
from coverkit.records import dataclass
from coverkit.rules.subject.authors import NAMES, author_texts
from coverkit.rules.subject.branding import name_of
from coverkit.rules.subject.questions import SYMBOLS, answer, answered, unanswered
from coverkit.rules.subject.shapes import meets
from coverkit.scene.operations import Art, GlyphRun, Picture


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        names: roles and ids of the texts that name authors, compilers, editors or translators.
    """

    names: tuple[str, ...] = NAMES


@rule(
    id="law.authors-over-symbols",
    title=mark("No author's name lies on the image of a flag, the emblem, a map or a leader"),
    subject=Cover,
    severity=Severity.ERROR,
    why=mark(
        "The publishing law forbids the names of authors, compilers, editors and translators on these images. "
        "What a picture shows, a person answers."
    ),
    remedy=mark("Move the name off the image; if this picture shows none of these, accept the finding with that reason."),
    source=mark("Luật Xuất bản 19/2012/QH13, Điều 27 khoản 6"),
    options=Options,
)
def check(cover: Cover, options: Options) -> Iterator[Outcome]:
    """Look for pictures and art under the names; without any there is nothing to ask."""
    over = [] if cover.document.issue.kind != "tai-lieu" else [*_over_pictures(cover, options)]
    if not over:
        return
    shown = answer(cover, SYMBOLS)
    if shown is None:
        yield unanswered(cover, SYMBOLS)
        return
    yield answered(cover, SYMBOLS)
    if shown:
        yield from over


def _over_pictures(cover: Cover, options: Options) -> Iterator[Problem]:
    for one in author_texts(cover, options.names):
        image = _image_under(cover, one)
        if image is not None:
            yield Problem(
                "on-image",
                tr(
                    "{name} lies on {image}; by the answer given, the cover shows an image on which no author may be named.",
                    name=one.name,
                    image=name_of(cover, image),
                ),
                element=one.id,
                box=one.used,
            )


def _image_under(cover: Cover, one: Placed) -> str | None:
    """Return the topmost picture or art that was painted before a line of the text and meets its ink."""
    below: list[Picture | Art] = []
    for operation in cover.scene.operations:
        if isinstance(operation, Picture | Art):
            below.append(operation)
        elif isinstance(operation, GlyphRun) and operation.source == one.id:
            found = next((image.source for image in reversed(below) if meets(image, operation.bounds)), None)
            if found is not None:
                return found
    return None
