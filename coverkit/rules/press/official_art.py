"""Rule press.official-art: the campaign's art stands in the file byte for byte, once, where and as large as it was placed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.facts.marks import FormMark, Mark
from coverkit.facts.press import ExpectedArt, PressSubject
from coverkit.geometry import Rect
from coverkit.i18n import mark, number, tr
from coverkit.records import dataclass
from coverkit.rules.press.reading import marks


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        tolerance_mm: by which place and size may be off.
        tolerance_degrees: by which it may be turned otherwise.
        cover_mm: how far the bounds of what is painted later may reach over the art; those of text are approximate.
    """

    tolerance_mm: float = 0.02
    tolerance_degrees: float = 0.02
    cover_mm: float = 1.5


@rule(
    id="press.official-art",
    title=mark("The campaign's art is in the file, unchanged"),
    subject=PressSubject,
    severity=Severity.ERROR,
    why=mark(
        "The banner is official. Its drawing in the finished file is compared, byte for byte, with the sealed art "
        "of the campaign, so anyone can prove that it was not redrawn, recoloured or retouched."
    ),
    remedy=mark("Export the cover again with the campaign's package as it was issued."),
    source=mark("The campaign's dispatch; house policy"),
    options=Options,
    certainty="high",
)
def check(subject: PressSubject, options: Options) -> Iterator[Outcome]:
    """Find each expected art among the forms of the page, and compare place, size and drawing."""
    every = list(marks(subject))
    forms = [(page, one) for page, one in every if isinstance(one, FormMark)]
    for art in _distinct(subject.art):
        wanted = [one for one in subject.art if one.sha256 == art.sha256]
        found = [(page, form) for page, form in forms if form.sha256 == art.sha256]
        if not found:
            yield _absent(art, forms, options)
            continue
        if len(found) != len(wanted):
            yield Problem(
                "count",
                tr(
                    "“{name}” stands {found} times in the file instead of {wanted}.",
                    name=art.name,
                    found=len(found),
                    wanted=len(wanted),
                ),
                element=art.name,
                measured=float(len(found)),
                limit=float(len(wanted)),
            )
        for one in wanted:
            yield from _compared(one, found, options)
            yield from _covered(one, found, every, options)


def _distinct(art: tuple[ExpectedArt, ...]) -> Iterator[ExpectedArt]:
    seen: set[str] = set()
    for one in art:
        if one.sha256 not in seen:
            seen.add(one.sha256)
            yield one


def _absent(art: ExpectedArt, forms: list[tuple[int, FormMark]], options: Options) -> Problem:
    """Tell art that is not there from art that stands in its place with another drawing."""
    place = _bounds(art)
    for page, form in forms:
        if _off(form.box, place) <= options.tolerance_mm:
            return Problem(
                "changed",
                tr("What stands in the place of “{name}” is not the sealed art: its drawing was changed.", name=art.name),
                element=art.name,
                page=page,
                box=form.box,
                measured=form.sha256,
                limit=art.sha256,
            )
    return Problem("missing", tr("“{name}” is not in the file.", name=art.name), element=art.name, box=place, limit=art.sha256)


def _compared(art: ExpectedArt, found: list[tuple[int, FormMark]], options: Options) -> Iterator[Outcome]:
    place = _bounds(art)
    page, form = min(found, key=lambda pair: _off(pair[1].box, place))
    problem = partial(Problem, element=art.name, page=page, box=form.box)
    name = art.name
    yield from _geometry(art, form, options, problem)
    if art.resources_digest and form.resources_digest != art.resources_digest:
        yield problem(
            "resources", tr("The drawing of “{name}” is sealed, but its gradients or colours were changed.", name=name)
        )
    elif art.raw_sha256 and form.raw_sha256 != art.raw_sha256:
        yield problem("bytes", tr("“{name}” draws the same, but its bytes are not those of the sealed art.", name=name))
    if form.seen is None or _off(form.seen, form.box) > options.tolerance_mm:
        yield problem("clipped", tr("A part of “{name}” is cut off.", name=name))
    if not form.state.is_opaque:
        yield problem("see-through", tr("“{name}” is not opaque.", name=name))


def _covered(
    art: ExpectedArt, found: list[tuple[int, FormMark]], every: list[tuple[int, Mark]], options: Options
) -> Iterator[Outcome]:
    """Find what is painted over the art later, on the page itself or deeper in another form."""
    place = _bounds(art)
    page, form = min(found, key=lambda pair: _off(pair[1].box, place))
    inner = form.box.inset(options.cover_mm)
    for where, one in every:
        over = one.seen.intersection(inner) if where == page and one.seen is not None else None
        again = isinstance(one, FormMark) and one.sha256 == art.sha256
        if one.order > form.order and one.level <= form.level and over is not None and not again:
            yield Problem(
                "covered", tr("Something is painted over “{name}”.", name=art.name), element=art.name, page=page, box=over
            )
            return


def _geometry(art: ExpectedArt, form: FormMark, options: Options, problem: Callable[..., Problem]) -> Iterator[Outcome]:
    off = _off(form.box, _bounds(art))
    sizes = (form.width - art.box_mm.width, form.height - art.box_mm.height)
    if form.mirrored:
        yield problem("mirrored", tr("“{name}” is mirrored.", name=art.name))
    if max(map(abs, sizes)) > options.tolerance_mm or form.skew > options.tolerance_degrees:
        found, wanted = (f"{number(one.width)} × {number(one.height)}" for one in (form, art.box_mm))
        message = tr("“{name}” is {found} mm; it was placed as {wanted} mm.", name=art.name, found=found, wanted=wanted)
        yield problem("size", message, measured=found, limit=wanted, unit="mm")
    elif off > options.tolerance_mm:
        message = tr("“{name}” lies {off} mm from its place.", name=art.name, off=number(off))
        yield problem("place", message, measured=off, limit=0.0, unit="mm")


def _bounds(art: ExpectedArt) -> Rect:
    return art.box_mm.rotated_bounds(art.angle)


def _off(one: Rect, other: Rect) -> float:
    return max(abs(one.x - other.x), abs(one.y - other.y), abs(one.right - other.right), abs(one.bottom - other.bottom))
