"""The Ghent Workgroup's rules as a set: each says what it must, has its tests, and keeps quiet about a file that is right."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

from coverkit import i18n, registry
from coverkit.checks.rule import Rule, registered
from coverkit.checks.runner import run
from coverkit.facts.file import FileSubject
from coverkit.formats.gwg import RULES, gwg_variant, gwg_variants
from tests.rules.gwg.subjects import GROUND, states, subject, text

FOLDER = Path(__file__).parent
DAMAGED = GROUND + b"1 0 0 rg /None cs /Nothing gs /Im Do 60 60 m f [ ( 9 w 1 0 0 1 k " + text(1) + b" 1e40 0 m 9 9 l S q q"


@cache
def _rules() -> tuple[Rule, ...]:
    registry.import_all("coverkit.rules.gwg")
    return tuple(one for one in registered() if one.id.startswith("gwg."))


@cache
def _tests() -> frozenset[str]:
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in FOLDER.glob("test_*.py"))
    return frozenset(node.name for tree in trees for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def test_the_rules_are_those_of_the_specification() -> None:
    assert [one.id for one in _rules()] == [f"gwg.{name}" for name in RULES]


@pytest.mark.parametrize("rule", _rules(), ids=lambda rule: rule.id)
def test_a_rule_says_what_it_must(rule: Rule) -> None:
    name = rule.id.removeprefix("gwg.")
    assert rule.check.__module__ == f"coverkit.rules.gwg.{name}"
    assert rule.subject is FileSubject
    assert rule.source == f"GWG 2022, {name.upper()}"
    assert not rule.title.endswith(".")
    assert rule.why.endswith(".")
    assert rule.remedy.endswith(".")
    words = " ".join((rule.title, rule.why, rule.remedy)).lower()
    assert "certif" not in words
    assert "complian" not in words
    assert "  " not in words


@pytest.mark.parametrize("rule", _rules(), ids=lambda rule: rule.id)
def test_a_rule_has_tests_that_fire_stay_quiet_and_vary_the_variant(rule: Rule) -> None:
    name = rule.id.removeprefix("gwg.")
    cases = ("stays_quiet", "option") if name == "r0037" else ("fires", "stays_quiet", "option")
    for case in cases:
        assert any(one.startswith(f"test_{name}_") and case in one for one in _tests()), f"no test_{name}_{case}"


@pytest.mark.parametrize("rule", _rules(), ids=lambda rule: rule.id)
def test_a_rule_weighs_by_itself_what_most_variants_say(rule: Rule) -> None:
    name = rule.id.removeprefix("gwg.")
    weights = [one.rules[name].severity for one in gwg_variants() if name in one.rules]
    assert not weights or rule.severity.value in weights


@pytest.mark.parametrize("variant", [one.id for one in gwg_variants()])
def test_no_rule_objects_to_a_file_that_is_right(variant: str) -> None:
    outcome = run(_rules(), subject(b".1 .2 .3 .4 k 50 50 300 300 re f " + text(20, b"0 0 0 1 k"), states, variant))
    assert [(one.id, one.findings) for one in outcome.rules if one.findings or one.status.value == "crash"] == []
    assert len(outcome.rules) == len(gwg_variant(variant).rules)


@pytest.mark.parametrize("variant", [one.id for one in gwg_variants()])
@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_no_rule_breaks_on_a_damaged_page(variant: str, language: str) -> None:
    before = i18n.language()
    i18n.activate(language)
    try:
        outcome = run(_rules(), subject(DAMAGED, states, variant))
    finally:
        i18n.activate(before)
    assert [(one.id, one.reason) for one in outcome.rules if one.status.value == "crash"] == []
