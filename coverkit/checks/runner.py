"""Run rules over a subject. A rule that breaks is a crash of its own, never a pass, and never stops the others."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Sequence

from coverkit.checks.configuration import Configuration, RuleSettings
from coverkit.checks.finding import Finding, NotAsked, NotChecked, Outcome, Problem, Remark, RuleResult, Severity, Status
from coverkit.checks.rule import Rule
from coverkit.geometry import Rect
from coverkit.i18n import tr
from coverkit.records import dataclass

_WEIGHT = {
    Status.PASS: 0,
    Status.NOT_CHECKED: 0,
    Status.NOTE: 1,
    Status.WARNING: 2,
    Status.ERROR: 3,
    Status.CRASH: 4,
}
_OF_SEVERITY = {Severity.NOTE: Status.NOTE, Severity.WARNING: Status.WARNING, Severity.ERROR: Status.ERROR}


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding that a person accepts: rule, code and the reason that is reported."""

    rule: str
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class CheckResult:
    """All rules' results."""

    rules: tuple[RuleResult, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings: open before accepted, worst first, then by rule and from the top of the page down.

        The place in this order, from 1, is the number of a finding on the canvas, in the lists of the window and in reports.
        """
        return tuple(sorted((finding for result in self.rules for finding in result.findings), key=_order))

    @property
    def status(self) -> Status:
        """The worst status of any rule; not checked alone leaves a pass."""
        worst = max((result.status for result in self.rules), key=lambda status: _WEIGHT[status], default=Status.PASS)
        return Status.PASS if worst is Status.NOT_CHECKED else worst

    def counts(self) -> dict[str, int]:
        """Count open findings by severity, and rules that passed, were not checked or broke."""
        counts = {"error": 0, "warning": 0, "note": 0, "not_checked": 0, "pass": 0, "crash": 0}
        for finding in self.findings:
            if finding.status == "open":
                counts[finding.severity.value] += 1
        for result in self.rules:
            if result.status in (Status.PASS, Status.NOT_CHECKED, Status.CRASH):
                counts[result.status.value] += 1
        return counts

    def reaches(self, threshold: Severity) -> bool:
        """Tell whether an open finding is at or above a severity, or a rule broke."""
        return _WEIGHT[self.status] >= _WEIGHT[_OF_SEVERITY[threshold]]

    def joined_with(self, other: CheckResult) -> CheckResult:
        """Return the results of both, in the order of rule ids."""
        return CheckResult(tuple(sorted((*self.rules, *other.rules), key=lambda result: result.id)))


def run(
    rules: Iterable[Rule],
    subject: object,
    configuration: Configuration | None = None,
    accepted: Sequence[Accepted] = (),
) -> CheckResult:
    """Run every rule that judges this kind of subject; those that nobody asks for here are left out.

    Raises:
        InputError: the configuration sets an option that a rule does not have.
    """
    setup = configuration or Configuration()
    found = (_run_one(rule, subject, setup, accepted) for rule in rules if isinstance(subject, rule.subject))
    return CheckResult(tuple(result for result in found if result is not None))


def _run_one(rule: Rule, subject: object, setup: Configuration, accepted: Sequence[Accepted]) -> RuleResult | None:
    options = setup.options_for(rule)
    try:
        outcomes = [(outcome, _can_fix(rule, subject, outcome, options)) for outcome in rule.check(subject, options)]
    except Exception as error:  # noqa: BLE001 - a rule may break in any way; it must be told, and not stop the others
        place = traceback.extract_tb(error.__traceback__)[-1]
        reason = tr(
            "The rule failed to run: {error} ({file}:{line}). Please report it.",
            error=f"{type(error).__name__}: {error}",
            file=place.filename.rsplit("/", 1)[-1],
            line=place.lineno,
        )
        return RuleResult(rule.id, Status.CRASH, reason)
    if any(isinstance(outcome, NotAsked) for outcome, _ in outcomes):
        return None
    return _judge(rule, outcomes, setup.rules.get(rule.id, RuleSettings()), accepted)


def _can_fix(rule: Rule, subject: object, outcome: Outcome, options: object) -> bool:
    return isinstance(outcome, Problem) and rule.mending(subject, outcome, options) is not None


def _judge(
    rule: Rule, outcomes: list[tuple[Outcome, bool]], settings: RuleSettings, accepted: Sequence[Accepted]
) -> RuleResult:
    findings: list[Finding] = []
    reasons: list[str] = []
    for outcome, fixable in outcomes:
        if isinstance(outcome, NotChecked | Remark):
            reasons.append(outcome.reason)
        if not isinstance(outcome, Problem):
            continue
        severity: Severity | None = outcome.severity or rule.severity
        reason = settings.reason
        override = settings.overrides.get(outcome.code)
        if override is not None:
            severity, reason = override.severity, override.reason
        if severity is None:
            continue
        waiver = next((one for one in accepted if (one.rule, one.code) == (rule.id, outcome.code)), None)
        findings.append(
            Finding(
                rule=rule.id,
                problem=outcome,
                severity=severity,
                remedy=outcome.remedy or tr(rule.remedy),
                source=tr(rule.source),
                status="open" if waiver is None else "waived",
                waiver="" if waiver is None else waiver.reason,
                override_reason=reason,
                fixable=fixable,
            )
        )
    still_open = [_OF_SEVERITY[finding.severity] for finding in findings if finding.status == "open"]
    if still_open:
        status = max(still_open, key=lambda one: _WEIGHT[one])
    else:
        undecided = any(isinstance(outcome, NotChecked) for outcome, _ in outcomes)
        status = Status.NOT_CHECKED if undecided else Status.PASS
    return RuleResult(rule.id, status, " ".join(reasons), tuple(findings))


def _order(finding: Finding) -> tuple[object, ...]:
    box = finding.problem.box or Rect(0.0, 0.0, 0.0, 0.0)
    place = (finding.problem.page, round(box.y, 3), round(box.x, 3), finding.problem.element)
    weight = _WEIGHT[_OF_SEVERITY[finding.severity]]
    return (finding.status == "waived", -weight, finding.rule, finding.code, *place)
