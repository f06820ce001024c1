"""What becomes of problems under the press law of 2016 once the law of 2025 holds. No verdicts here: a rule decides."""

from __future__ import annotations

import datetime as dt

from coverkit.checks.finding import Problem, Severity
from coverkit.i18n import tr
from coverkit.records import replace


def weighed(problem: Problem, day: dt.date, since: dt.date) -> Problem:
    """Return a problem of an issue of some day; from `since` on at most a warning that says what is to be confirmed."""
    if day < since:
        return problem
    message = tr(
        "{finding} The press law of 2016 asked for this until 30/06/2026; what holds since is to be confirmed.",
        finding=problem.message,
    )
    severity = Severity.NOTE if problem.severity is Severity.NOTE else Severity.WARNING
    return replace(problem, message=message, severity=severity)
