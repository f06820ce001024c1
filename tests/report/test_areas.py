"""A result at a glance: every rule has its line, and a line is as good as the worst of its rules."""

from __future__ import annotations

from coverkit.app.rulebook import rules
from coverkit.checks.finding import RuleResult, Status
from coverkit.report.areas import areas


def test_every_rule_of_the_book_has_its_line() -> None:
    found = areas([RuleResult(rule.id, Status.PASS) for rule in rules()])
    assert sum(area.rules for area in found) == len(rules())
    assert all(area.status is Status.PASS for area in found)


def test_a_line_is_as_good_as_the_worst_of_its_rules() -> None:
    banner = [RuleResult("campaign.banner-size", Status.ERROR), RuleResult("campaign.banner-zone", Status.NOT_CHECKED)]
    text = [RuleResult("text.nfc", Status.PASS), RuleResult("text.fits", Status.NOT_CHECKED)]
    found = {area.title: area for area in areas([*banner, *text])}
    first, second = found["Official banner"], found["Text and spelling"]
    assert (first.status, first.failed, first.unchecked) == (Status.ERROR, 1, 1)
    assert (second.status, second.failed, second.unchecked) == (Status.NOT_CHECKED, 0, 1)
