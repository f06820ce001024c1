"""How a campaign or a printer profile changes rules: options and severities, each with a reason that is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, fields
from types import MappingProxyType
from typing import Any

from coverkit.checks.finding import Severity
from coverkit.checks.rule import Rule
from coverkit.errors import InputError
from coverkit.i18n import tr
from coverkit.model.entrance import wanted_types
from coverkit.records import dataclass


@dataclass(frozen=True, slots=True)
class Override:
    """Another severity for one code of a rule, or switching the code off (`severity` None); the reason is compulsory."""

    severity: Severity | None
    reason: str


@dataclass(frozen=True, slots=True)
class RuleSettings:
    """Options by name, and overrides by code."""

    options: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    overrides: Mapping[str, Override] = field(default_factory=lambda: MappingProxyType({}))
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Configuration:
    """Settings by rule id; later ones win, rule by rule and name by name."""

    rules: Mapping[str, RuleSettings] = field(default_factory=lambda: MappingProxyType({}))

    def merged_with(self, other: Configuration) -> Configuration:
        """Return this configuration with another laid over it."""
        merged = dict(self.rules)
        for rule_id, settings in other.rules.items():
            below = merged.get(rule_id, RuleSettings())
            merged[rule_id] = RuleSettings(
                {**below.options, **settings.options},
                {**below.overrides, **settings.overrides},
                settings.reason or below.reason,
            )
        return Configuration(merged)

    def options_for(self, rule: Rule) -> Any:
        """Build the options of a rule.

        Raises:
            InputError: an option is unknown or of the wrong type.
        """
        settings = self.rules.get(rule.id)
        if settings is None or not settings.options:
            return rule.options()
        known = {item.name: item for item in fields(rule.options)}
        values: dict[str, object] = {}
        for name, value in settings.options.items():
            if name not in known:
                raise InputError(
                    tr("Rule {rule} has no option “{name}”.", rule=rule.id, name=name),
                    tr("Known options: {names}.", names=", ".join(known) or "–"),
                )
            values[name] = _fitting(rule.id, name, value, rule.options())
        return rule.options(**values)


def _fitting(rule_id: str, name: str, value: object, defaults: object) -> object:
    wanted = type(getattr(defaults, name))
    if wanted is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if wanted is tuple and isinstance(value, list):
        return tuple(value)
    if not isinstance(value, wanted):
        raise InputError(
            tr("Option “{name}” of rule {rule} has the wrong type.", name=name, rule=rule_id),
            tr("It wants: {wanted}.", wanted=wanted_types((wanted,))),
        )
    return value
