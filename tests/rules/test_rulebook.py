"""Every rule of the cover says what it must, stands where its id says, and has tests that fire, stay quiet and vary options."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

from coverkit import i18n, registry
from coverkit.checks.rule import NoOptions, Rule, option_names, registered
from coverkit.layout.cover import Cover

AREAS = ("law", "campaign", "text", "layout", "images", "colour")
FOLDER = Path(__file__).parent


@cache
def _rules() -> tuple[Rule, ...]:
    for area in AREAS:
        registry.import_all(f"coverkit.rules.{area}")
    return tuple(one for one in registered() if one.id.split(".")[0] in AREAS)


@cache
def _tests() -> dict[Path, tuple[str, tuple[str, ...]]]:
    found = {}
    for path in FOLDER.glob("test_*.py"):
        if path != Path(__file__):
            source = path.read_text(encoding="utf-8")
            names = tuple(node.name for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef))
            found[path] = (source, names)
    return found


@pytest.mark.parametrize("rule", _rules(), ids=lambda rule: rule.id)
def test_a_rule_says_what_it_must(rule: Rule) -> None:
    area, name = rule.id.split(".")
    assert rule.check.__module__ == f"coverkit.rules.{area}.{name.replace('-', '_')}"
    assert rule.subject is Cover
    for words in (rule.title, rule.why, rule.remedy, rule.source):
        assert words.strip() == words
        assert "  " not in words
    assert not rule.title.endswith(".")
    assert rule.why.endswith(".")
    assert rule.remedy.endswith(".")
    assert rule.certainty in ("high", "medium", "low", "policy")
    assert rule.check.__doc__
    rule.options()


@pytest.mark.parametrize("rule", _rules(), ids=lambda rule: rule.id)
def test_a_rule_has_tests_that_fire_stay_quiet_and_vary_its_options(rule: Rule) -> None:
    name = rule.id.split(".")[1].replace("-", "_")
    cases = ["fires", "stays_quiet", *(["option"] if rule.options is not NoOptions else [])]
    named = [names for source, names in _tests().values() if f'"{rule.id}"' in source]
    for case in cases:
        assert any(one.startswith(f"test_{name}_{case}") for names in named for one in names), f"no test_{name}_{case}"
    assert (rule.options is NoOptions) == (not option_names(rule))


def test_the_rules_are_all_there() -> None:
    ids = [one.id for one in _rules()]
    assert len(ids) == len(set(ids)) == 45


def test_rules_and_their_messages_work_in_vietnamese() -> None:
    before = i18n.language()
    i18n.activate("vi")
    try:
        for rule in _rules():
            assert i18n.tr(rule.title)
    finally:
        i18n.activate(before)
