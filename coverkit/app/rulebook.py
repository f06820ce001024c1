"""The rule book: every rule, and the configuration that a campaign and a printer give it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from functools import cache

from coverkit import registry
from coverkit.campaigns.campaign import Campaign
from coverkit.checks.configuration import Configuration, Override, RuleSettings
from coverkit.checks.finding import Severity
from coverkit.checks.rule import Rule, registered
from coverkit.formats.printers import PrinterProfile
from coverkit.i18n import tr

_RECOGNISED = "campaign.recognised-"
"""How the ids of rules begin that judge in finished files what another one judges on covers."""

VERSION = 3
"""The rule set's version; it is written into every record and report. Raise it when a rule is added or decides otherwise."""


@cache
def rules() -> tuple[Rule, ...]:
    """Return every rule, by id."""
    registry.import_all("coverkit.rules")
    return registered()


def configuration(campaign: Campaign | None, printer: PrinterProfile) -> Configuration:
    """Return what the printer's profile and the campaign change; the campaign wins."""
    return _of_printer(printer).merged_with(_of_campaign(campaign) if campaign is not None else Configuration())


def _of_printer(printer: PrinterProfile) -> Configuration:
    reason = tr("Printer profile “{name}”", name=printer.name)
    return Configuration(
        {
            "layout.safe-area": RuleSettings({"margin_mm": printer.safe}, reason=reason),
            "images.resolution": RuleSettings(
                {"error_ppi": printer.refuse_ppi, "warning_ppi": printer.least_ppi}, reason=reason
            ),
            "colour.ink-coverage": RuleSettings({"limit_percent": printer.ink_limit}, reason=reason),
        }
    )


def _of_campaign(campaign: Campaign) -> Configuration:
    settings: dict[str, RuleSettings] = {}
    for change in campaign.rule_changes:
        below = settings.get(change.rule, RuleSettings())
        if change.code:
            severity = None if change.value == "off" else Severity(str(change.value))
            overrides = {**below.overrides, change.code: Override(severity, change.reason)}
            settings[change.rule] = RuleSettings(below.options, overrides, below.reason)
        else:
            options = {**below.options, change.name: change.value}
            settings[change.rule] = RuleSettings(options, below.overrides, change.reason)
    return Configuration(_recognised(settings)).merged_with(Configuration(settings))


def _recognised(settings: Mapping[str, RuleSettings]) -> dict[str, RuleSettings]:
    """Return what a campaign changes on covers, for the rules that judge the same in finished files.

    An option that such a rule does not have means nothing there.
    """
    found = {}
    for rule in rules():
        change = settings.get(rule.id.replace(_RECOGNISED, "campaign.", 1)) if rule.id.startswith(_RECOGNISED) else None
        if change is not None:
            known = {one.name for one in fields(rule.options)}
            options = {name: value for name, value in change.options.items() if name in known}
            found[rule.id] = RuleSettings(options, change.overrides, change.reason)
    return found
