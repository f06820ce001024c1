"""What rules say: problems with a place and numbers, and the findings and results made of them."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import Literal

from coverkit.geometry import Rect
from coverkit.records import dataclass


class Severity(StrEnum):
    """How bad a problem is."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


class Status(StrEnum):
    """The result of a rule or of a whole check. A missing tool is never a pass; neither is a rule that broke."""

    PASS = "pass"
    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"
    NOT_CHECKED = "not_checked"
    CRASH = "crash"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing a rule objects to.

    Attributes:
        code: stable for ever; tests, waivers and overrides name it.
        message: a sentence with numbers, in the reader's language.
        element: the element's id, or the page object's name.
        box: where, in mm from the trim's top left.
        severity: only where this code weighs less or more than the rule's own severity.
        remedy: only where this code wants another remedy than the rule's.
    """

    code: str
    message: str
    element: str = ""
    page: int = 1
    box: Rect | None = None
    measured: float | str | None = None
    limit: float | str | None = None
    unit: str = ""
    severity: Severity | None = None
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class NotChecked:
    """A rule says that it could not decide, and why."""

    reason: str


@dataclass(frozen=True, slots=True)
class NotAsked:
    """A rule says that nobody asks for it here (a variant of the Ghent Workgroup, say): it is left out of the results."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A rule says what its verdict rests on, an answer of a person for instance; it objects to nothing by that."""

    reason: str


Outcome = Problem | NotChecked | NotAsked | Remark


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem as it is reported: with its rule, final severity, remedy and source; `fixable` where the rule can mend it."""

    rule: str
    problem: Problem
    severity: Severity
    remedy: str
    source: str
    status: Literal["open", "waived"] = "open"
    waiver: str = ""
    override_reason: str = ""
    fixable: bool = False

    @property
    def code(self) -> str:
        """The problem's stable code."""
        return self.problem.code


@dataclass(frozen=True, slots=True)
class RuleResult:
    """How one rule went."""

    id: str
    status: Status
    reason: str = ""
    findings: tuple[Finding, ...] = field(default=())
