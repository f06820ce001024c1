"""What all rules of the Ghent Workgroup have in common: the variant with its limits, and findings by the handful."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from coverkit.checks.finding import NotAsked, NotChecked, Outcome, Problem, Severity
from coverkit.errors import UsageError
from coverkit.facts.file import FileSubject
from coverkit.facts.page import PageFacts
from coverkit.facts.press import ExpectedArt, PressSubject
from coverkit.formats.gwg import GwgLimit, GwgVariant, gwg_variant
from coverkit.geometry import Rect, union_all
from coverkit.i18n import tr
from coverkit.records import dataclass, replace
from coverkit.rules.gwg.painted import is_too_dense
from coverkit.rules.press.reading import incomplete

_ROUNDING = 0.1
"""mm by which what stands in art may stick out of its frame: half the width of its lines."""
_MOST = 8
"""Findings of one code that are told one by one on a page."""


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        variant: the Ghent Workgroup's variant to check against; empty takes the printer's.
    """

    variant: str = ""


@dataclass(frozen=True, slots=True)
class ScaledOptions(Options):
    """Options of rules whose limits follow scale and distance in the variants for large formats (R0037).

    Attributes:
        scaling_factor: by which the page will be enlarged, as agreed with the printer; UserUnit counts by itself.
        viewing_distance_m: from how far the product will be seen.
    """

    scaling_factor: float = 1.0
    viewing_distance_m: float = 1.0


@dataclass(frozen=True, slots=True)
class Asked:
    """A file, and how the variant asks for one rule.

    Attributes:
        scale: factor of sizes in pt.
        distance: in m.
    """

    subject: FileSubject
    variant: GwgVariant
    limit: GwgLimit
    scale: float = 1.0
    distance: float = 1.0

    @property
    def pages(self) -> tuple[PageFacts, ...]:
        """The pages that were read."""
        return self.subject.pages

    @property
    def under_pt(self) -> float:
        """The limit of a size, in pt on this page."""
        return self.limit["under_pt"] / self.scale

    def ppi(self, name: str) -> float:
        """Return a limit of resolution on this page."""
        return self.limit[name] / self.distance * self.scale


Breaches = Callable[[Asked], Iterable[Outcome]]
Of = Literal["document", "content", "overlap"]
"""What a rule looks at: the document alone, what pages paint, or also what lies over what."""


def judged(rule: str, subject: FileSubject, options: Options, breaches: Breaches, of: Of = "content") -> Iterator[Outcome]:
    """Yield what a rule says of a file.

    Args:
        rule: as it stands in the variants: `r0007`.
        subject: the file.
        options: of the rule.
        breaches: yields problems; those without a severity get the variant's.
        of: what the rule looks at; when a part of that could not be read or compared, silence is no pass.
    """
    try:
        variant = gwg_variant(options.variant or subject.gwg_variant)
    except UsageError as error:
        yield NotChecked(error.message)
        return
    limit = variant.rules.get(rule)
    if limit is None:
        yield NotAsked()
        return
    if of != "document":
        yield from incomplete(subject)
    scale, distance = _scaled(variant, options)
    found = (_in_art(outcome, subject) for outcome in breaches(Asked(subject, variant, limit, scale, distance)))
    yield from _weighed(found, Severity(limit.severity))
    if of == "overlap" and is_too_dense(subject.pages):
        yield NotChecked(tr("So much lies so close on the pages that not all of it was compared."))


def _scaled(variant: GwgVariant, options: Options) -> tuple[float, float]:
    if "r0037" not in variant.rules or not isinstance(options, ScaledOptions):
        return 1.0, 1.0
    # A factor or a distance of nothing is no agreement.
    return options.scaling_factor if options.scaling_factor > 0 else 1.0, max(options.viewing_distance_m, 0.0) or 1.0


def _in_art(outcome: Outcome, subject: FileSubject) -> Outcome:
    """Return an outcome with another remedy where it is about official art: nobody may draw in that."""
    if not isinstance(outcome, Problem) or outcome.box is None or not isinstance(subject, PressSubject):
        return outcome
    box = outcome.box
    if outcome.unit not in ("pt", "ppi") or not any(_frame(art).contains(box, _ROUNDING) for art in subject.art):
        return outcome
    return replace(outcome, remedy=tr("It stands in official art, which must not be changed: place the art larger."))


def _frame(art: ExpectedArt) -> Rect:
    return art.box_mm.rotated_bounds(art.angle)


def _weighed(outcomes: Iterable[Outcome], severity: Severity) -> Iterator[Outcome]:
    """Yield outcomes with their weight; of many alike on one page the rest are told as one."""
    alike: dict[tuple[str, int, Severity], list[Problem]] = defaultdict(list)
    for outcome in outcomes:
        if not isinstance(outcome, Problem):
            yield outcome
            continue
        problem = outcome if outcome.severity is not None else replace(outcome, severity=severity)
        alike[problem.code, problem.page, problem.severity or severity].append(problem)
    for problems in alike.values():
        yield from problems[:_MOST]
        if len(problems) > _MOST:
            yield _rest(problems[_MOST:])


def _rest(problems: list[Problem]) -> Problem:
    first = problems[0]
    boxes = [problem.box for problem in problems if problem.box is not None]
    return replace(
        first,
        message=tr("The same at {count} more places on page {page}.", count=len(problems), page=first.page),
        element="",
        box=union_all(boxes),
        measured=None,
    )
