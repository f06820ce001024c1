"""What a rule is, and the decorator that makes one.

A rule lives in a file of its own and is a generator over one subject. It yields only problems; silence is a pass. Its
title states the good state. Where mending is safe the rule owns the fix: what an edit is, only the subject's floor knows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.records import dataclass

Fix = Callable[[Any, Problem, Any], Any]
"""From subject, problem and the rule's options an edit that mends the problem; None where this one cannot be mended."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with its reasons.

    Attributes:
        subject: the class of what it judges.
        options: a frozen dataclass with defaults.
        fix: makes the edit that mends a problem; asking for it changes nothing and is cheap.
        fixes: the codes that `fix` is asked for.
    """

    id: str
    title: str
    subject: type
    severity: Severity
    why: str
    remedy: str
    source: str
    options: type
    check: Callable[[Any, Any], Iterator[Outcome]]
    certainty: str
    fix: Fix | None = None
    fixes: frozenset[str] = frozenset()

    def mending(self, subject: Any, problem: Problem, options: Any) -> Any:
        """Return the edit that mends a problem, or None where there is none."""
        return self.fix(subject, problem, options) if self.fix is not None and problem.code in self.fixes else None


class RuleError(TypeError):
    """A rule is not well formed; raised when its module is imported."""


_rules: dict[str, Rule] = {}


@dataclass(frozen=True, slots=True)
class NoOptions:
    """The options of a rule that has none."""


def rule(
    *,
    id: str,
    title: str,
    subject: type,
    severity: Severity,
    why: str,
    remedy: str,
    source: str,
    options: type = NoOptions,
    certainty: str = "high",
    fix: Fix | None = None,
    fixes: frozenset[str] = frozenset(),
) -> Callable[[Callable[[Any, Any], Iterator[Outcome]]], Rule]:
    """Make a rule of a generator `check(subject, options)`.

    `title`, `why`, `remedy` and `source` are messages marked with `i18n.mark`; they are translated when shown. `source` is
    the article, the dispatch, the standard's clause, or house policy. `certainty` is high, medium, low or policy. `fix` mends
    problems of the codes in `fixes`; a fix is safe, goes through the locks, and leaves nothing worse.

    Raises:
        RuleError: something compulsory is missing, or the id is taken or has no area.
    """
    if not (title.strip() and why.strip() and remedy.strip() and source.strip()):
        raise RuleError(f"{id}: a rule says its title, why, remedy and source")
    if id.count(".") != 1:
        raise RuleError(f"{id}: a rule's id is area.name")
    if (fix is None) != (not fixes):
        raise RuleError(f"{id}: a fix names the codes that it mends")
    if not is_dataclass(options):
        raise RuleError(f"{id}: options are a dataclass")

    def make(check: Callable[[Any, Any], Iterator[Outcome]]) -> Rule:
        known = _rules.get(id)
        if known is not None and known.check.__module__ != check.__module__:
            raise RuleError(f"{id}: two rules have this id")
        made = Rule(id, title, subject, severity, why, remedy, source, options, check, certainty, fix, fixes)
        _rules[id] = made
        return made

    return make


def registered() -> tuple[Rule, ...]:
    """Return every rule whose module was imported, by id."""
    return tuple(_rules[key] for key in sorted(_rules))


def option_names(made: Rule) -> tuple[str, ...]:
    """Return the names of a rule's options."""
    return tuple(item.name for item in fields(made.options))
