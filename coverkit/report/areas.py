"""A result at a glance: what was asked of a file, area by area, with a tick, a cross or "not checked"."""

from __future__ import annotations

from collections.abc import Sequence

from coverkit.checks.finding import RuleResult, Status
from coverkit.i18n import mark
from coverkit.records import dataclass

_AREAS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (mark("Official banner"), ("campaign.banner", "campaign.recognised-banner", "press.official-art")),
    (mark("Official slogan"), ("campaign.slogan", "campaign.recognised-slogan")),
    (mark("Campaign: period, kind, seal"), ("campaign.",)),
    (mark("What the law wants on the cover"), ("law.",)),
    (mark("National symbols, Party flag, map"), ("symbols.",)),
    (mark("Text and spelling"), ("text.",)),
    (mark("Layout: safe area, bleed, collisions"), ("layout.",)),
    (mark("Pictures"), ("images.",)),
    (mark("Colour and ink"), ("colour.",)),
    (mark("File standard (PDF/X)"), ("press.",)),
    (mark("The printer"), ("printer.",)),
    (mark("Ghent Workgroup 2022"), ("gwg.",)),
)
_WORST = (Status.PASS, Status.NOTE, Status.NOT_CHECKED, Status.WARNING, Status.ERROR, Status.CRASH)


@dataclass(frozen=True, slots=True)
class Area:
    """One line of the list.

    Attributes:
        title: a message, still to be translated.
        status: the worst of its rules; a rule that was not checked keeps an area from passing.
        rules: how many there are; `failed` of them found errors or warnings, `unchecked` came to no verdict.
    """

    title: str
    status: Status
    rules: int
    failed: int
    unchecked: int


def areas(results: Sequence[RuleResult]) -> tuple[Area, ...]:
    """Return the areas that were asked about, each rule in the first that fits it."""
    sorted_in: dict[str, list[RuleResult]] = {}
    for result in results:
        title = next((title for title, starts in _AREAS if result.id.startswith(starts)), "")
        if title:
            sorted_in.setdefault(title, []).append(result)
    return tuple(_area(title, sorted_in[title]) for title, _ in _AREAS if title in sorted_in)


def _area(title: str, results: Sequence[RuleResult]) -> Area:
    return Area(
        title=title,
        status=max((one.status for one in results), key=_WORST.index),
        rules=len(results),
        failed=sum(one.status in (Status.WARNING, Status.ERROR) for one in results),
        unchecked=sum(one.status in (Status.NOT_CHECKED, Status.CRASH) for one in results),
    )
