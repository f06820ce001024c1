"""Mend what rules can mend: one edit after the other, through the locks, each judged anew and kept only if it helps."""

from __future__ import annotations

from collections.abc import Collection
from typing import cast

from coverkit.app.pipeline import Checked, check_cover
from coverkit.app.project import Project
from coverkit.app.rulebook import configuration, rules
from coverkit.checks.finding import Finding
from coverkit.checks.runner import CheckResult
from coverkit.errors import LockedError
from coverkit.model.edits import Edit
from coverkit.records import dataclass

ROUNDS = 5
"""So often it begins anew: what one fix uncovers, another may mend."""

_Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Done:
    """A finding that was mended, by which edit, and the edit's name for undo."""

    finding: Finding
    name: str
    edit: Edit


@dataclass(frozen=True, slots=True)
class Fixed:
    """The mended project, what was done to it in order, and what the rules say of it now."""

    project: Project
    done: tuple[Done, ...]
    checked: Checked


def fix(project: Project, findings: Collection[Finding] | None = None) -> Fixed:
    """Mend findings of a cover. What would leave it no better is taken back; what is locked stays as the design has it.

    Args:
        project: the cover.
        findings: what to mend; None for everything that is open and can be mended. Accepted findings stay.

    Raises:
        InputError: the cover cannot be composed.
        MissingError: a font or a picture is missing.
    """
    wanted = None if findings is None else frozenset(_key(finding) for finding in findings)
    mended = Fixed(project, (), check_cover(project))
    for _ in range(ROUNDS):
        before = len(mended.done)
        mended = _round(mended, wanted)
        if len(mended.done) == before:
            break
    return mended


def _round(mended: Fixed, wanted: frozenset[_Key] | None) -> Fixed:
    """Try every finding once. After each edit the cover is judged anew, so that edits are made for what is there now."""
    tried: set[_Key] = set()
    while (finding := _next(mended.checked.result, tried, wanted)) is not None:
        tried.add(_key(finding))
        mended = _tried(mended, finding) or mended
    return mended


def _next(result: CheckResult, tried: set[_Key], wanted: frozenset[_Key] | None) -> Finding | None:
    for finding in result.findings:
        key = _key(finding)
        if finding.fixable and finding.status == "open" and key not in tried and (wanted is None or key in wanted):
            return finding
    return None


def _tried(mended: Fixed, finding: Finding) -> Fixed | None:
    edit = _edit(mended.checked, finding)
    if edit is None:
        return None
    project = mended.project
    try:
        edited = edit(project.document, project.permissions)
    except LockedError:
        return None
    if edited.document is project.document:
        return None
    fresh = project.with_document(edited.document)
    checked = check_cover(fresh)
    if _weight(checked.result) >= _weight(mended.checked.result):
        return None
    return Fixed(fresh, (*mended.done, Done(finding, edited.name, edit)), checked)


def _edit(checked: Checked, finding: Finding) -> Edit | None:
    cover = checked.cover
    made = next(rule for rule in rules() if rule.id == finding.rule)
    options = configuration(cover.campaign, cover.printer).options_for(made)
    # The engine knows nothing of covers; rules that judge covers make edits of documents.
    return cast("Edit | None", made.mending(cover, finding.problem, options))


def _key(finding: Finding) -> _Key:
    measured = finding.problem.measured
    # A text may hold several wrong words; a length is no name, for it changes with what was done meanwhile.
    return finding.rule, finding.code, finding.problem.element, measured if isinstance(measured, str) else ""


def _weight(result: CheckResult) -> tuple[int, ...]:
    counts = result.counts()
    return tuple(counts[kind] for kind in ("crash", "error", "warning", "note"))
