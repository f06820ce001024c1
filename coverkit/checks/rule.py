"""What a rule is, and the decorator that makes one.

A rule lives in a file of its own and is a generator over one subject. It yields only problems; silence is a pass. Its
title states the good state.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from coverkit.checks.finding import Outcome, Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with its reasons. `subject` is the class of what it judges; `options` a frozen dataclass with defaults."""

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
) -> Callable[[Callable[[Any, Any], Iterator[Outcome]]], Rule]:
    """Make a rule of a generator `check(subject, options)`.

    `title`, `why`, `remedy` and `source` are messages marked with `i18n.mark`; they are translated when shown. `source` is
    the article, the dispatch, the standard's clause, or house policy. `certainty` is high, medium, low or policy.

    Raises:
        RuleError: something compulsory is missing, or the id is taken or has no area.
    """
    if not (title.strip() and why.strip() and remedy.strip() and source.strip()):
        raise RuleError(f"{id}: a rule says its title, why, remedy and source")
    if id.count(".") != 1:
        raise RuleError(f"{id}: a rule's id is area.name")
    if not is_dataclass(options):
        raise RuleError(f"{id}: options are a dataclass")

    def make(check: Callable[[Any, Any], Iterator[Outcome]]) -> Rule:
        known = _rules.get(id)
        if known is not None and known.check.__module__ != check.__module__:
            raise RuleError(f"{id}: two rules have this id")
        made = Rule(id, title, subject, severity, why, remedy, source, options, check, certainty)
        _rules[id] = made
        return made

    return make


def registered() -> tuple[Rule, ...]:
    """Return every rule whose module was imported, by id."""
    return tuple(_rules[key] for key in sorted(_rules))


def option_names(made: Rule) -> tuple[str, ...]:
    """Return the names of a rule's options."""
    return tuple(item.name for item in fields(made.options))
