"""What the Checks panel lists, in its order, and what matches a search. Knows nothing of Qt."""

from __future__ import annotations

import unicodedata
from typing import Literal

from coverkit.app.pipeline import Checked
from coverkit.app.rulebook import rules
from coverkit.checks.finding import Finding, RuleResult, Severity, Status
from coverkit.checks.rule import Rule
from coverkit.gui.panels.words import place_words
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover
from coverkit.records import dataclass

GroupId = Literal["crash", "error", "warning", "note", "waived", "not_checked"]
Filter = Literal["all", "error", "warning", "note", "fixable", "waived", "not_checked"]

TITLES: dict[GroupId, str] = {
    "crash": mark("Rules that failed to run"),
    "error": mark("Errors"),
    "warning": mark("Warnings"),
    "note": mark("Notes"),
    "waived": mark("Accepted"),
    "not_checked": mark("Not checked"),
}
ICONS: dict[GroupId, tuple[str, str]] = {
    "crash": ("circle-x", "bad"),
    "error": ("circle-x", "bad"),
    "warning": ("triangle-alert", "warning"),
    "note": ("info", "unknown"),
    "waived": ("check", "unknown"),
    "not_checked": ("circle-dashed", "unknown"),
}
"""Icon and colour."""
FILTERS: dict[Filter, str] = {
    "all": mark("All"),
    "error": mark("Errors only"),
    "warning": mark("Warnings only"),
    "note": mark("Notes only"),
    "fixable": mark("What can be mended"),
    "waived": mark("Accepted"),
    "not_checked": mark("Not checked"),
}
_GROUP_OF: dict[Severity, GroupId] = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}

Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding, or a rule that came to no verdict (then `finding` is None).

    `number` is the finding's on the canvas and in reports; 0 for a rule.
    """

    group: GroupId
    rule: str
    title: str
    message: str
    place: str
    why: str
    finding: Finding | None = None
    number: int = 0

    @property
    def key(self) -> Key:
        """What makes it the same entry after another check."""
        if self.finding is None:
            return self.group, self.rule, "", ""
        return self.rule, self.finding.code, self.finding.problem.element, self.message

    @property
    def numbered(self) -> str:
        """The message after its number."""
        return f"{self.number}. {self.message}" if self.number else self.message

    @property
    def spoken(self) -> str:
        """All of it in words, for screen readers."""
        return "; ".join(part for part in (tr(TITLES[self.group]), self.numbered, self.place) if part)


def entries_of(checked: Checked) -> tuple[Entry, ...]:
    """Return everything to be listed, group by group; the open findings are those of `coverkit check`."""
    book = {one.id: one for one in rules()}
    numbered = enumerate(checked.result.findings, 1)
    found = [_of_finding(count, one, checked.cover, book[one.rule]) for count, one in numbered]
    found += [_of_rule(one, book[one.id]) for one in checked.result.rules if one.status in (Status.NOT_CHECKED, Status.CRASH)]
    return tuple(entry for group in TITLES for entry in found if entry.group == group)


def matching(entries: tuple[Entry, ...], words: str, which: Filter) -> tuple[Entry, ...]:
    """Return the entries that hold all words, written with or without marks, and pass the filter."""
    wanted = _plain(words).split()
    return tuple(
        one
        for one in entries
        if _passes(one, which) and all(word in _plain(f"{one.spoken} {one.title} {one.rule}") for word in wanted)
    )


def element_words(cover: Cover, element: str) -> str:
    """Return what the element of a finding is called; its own name where the cover has no such element."""
    placed = next((one for one in cover.placed if one.id == element), None)
    return element if placed is None else placed.name


def _passes(entry: Entry, which: Filter) -> bool:
    match which:
        case "all":
            return True
        case "fixable":
            return entry.finding is not None and entry.finding.fixable and entry.finding.status == "open"
        case _:
            return entry.group == which


def _of_finding(count: int, finding: Finding, cover: Cover, rule: Rule) -> Entry:
    problem = finding.problem
    parts = [element_words(cover, problem.element)] if problem.element else []
    if problem.box is not None:
        parts.append(place_words(problem.box))
    group: GroupId = "waived" if finding.status == "waived" else _GROUP_OF[finding.severity]
    return Entry(group, finding.rule, tr(rule.title), problem.message, " · ".join(parts), tr(rule.why), finding, count)


def _of_rule(result: RuleResult, rule: Rule) -> Entry:
    group: GroupId = "crash" if result.status is Status.CRASH else "not_checked"
    return Entry(group, result.id, tr(rule.title), result.reason or tr(rule.title), "", tr(rule.why))


def _plain(text: str) -> str:
    """Return a text for searching: lower case, without marks; a Vietnamese word is found however it is typed."""
    apart = unicodedata.normalize("NFD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).replace("đ", "d")
