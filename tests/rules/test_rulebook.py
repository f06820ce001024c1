"""Every rule of the cover says what it must, stands where its id says, and has tests that fire, stay quiet and vary options."""

from __future__ import annotations

import ast
import datetime as dt
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from coverkit import i18n, registry
from coverkit.checks.finding import Status
from coverkit.checks.rule import NoOptions, Rule, option_names, registered
from coverkit.checks.runner import run
from coverkit.facts.codes import CodesSubject
from coverkit.facts.ink import InkReport
from coverkit.facts.sight import SightSubject
from coverkit.geometry import Point, Rect
from coverkit.layout.cover import Cover
from coverkit.model.document import Element, Unit
from coverkit.model.locks import Locks, Permissions
from coverkit.model.values import WHITE
from tests.rules.covers import (
    AFTER,
    CAMPAIGN,
    INFO,
    MOTTO,
    RED,
    REPLACED,
    banner,
    cover,
    empty,
    line,
    picture,
    slogan,
    text,
)

AREAS = ("law", "symbols", "campaign", "text", "layout", "images", "colour")
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
    assert rule.subject in (Cover, SightSubject, CodesSubject)
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
    assert len(ids) == len(set(ids)) == 80


def test_numbers_in_messages_are_written_as_the_reader_writes_them() -> None:
    folder = Path(i18n.__file__).parent / "rules"
    formatted = re.compile(r"\{[^{}]*:[+,\d]*(?:\.[1-9]\d*)?[eEfgG%]\}")
    found = [
        f"{path.name}: {match[0]}" for path in folder.rglob("*.py") for match in formatted.finditer(path.read_text("utf-8"))
    ]
    assert found == []


def _faulty() -> Cover:
    """Return a cover on which most rules find something."""
    closed = Permissions({"banner": Locks(reason="Locked")})
    campaign = replace(
        CAMPAIGN,
        standing="sample",
        seal="invalid",
        kinds=("tai-lieu",),
        banner=replace(CAMPAIGN.banner, zones=("top",)),
        slogans=tuple(replace(one, standing="sample") for one in CAMPAIGN.slogans),
        slogan_rules=replace(CAMPAIGN.slogan_rules, least_size=20.0),
    )
    return cover(
        picture("hero", Rect(0.0, 0.0, 190.0, 130.0)),
        text("label", "Bản tin", y=1.0),
        text("date", "Tháng 12/2020", y=60.0, ink=RED, size=7.0),
        text("body", "Tỉnh Đăk Nông ☃ \u200b ÐẠI", y=60.5),
        text("headline", "Đại hội Đảng bộ tỉnh lần thứ XIII, nhiệm kỳ 2015 – 2020", y=150.0, ink=WHITE),
        text("crowded", "Một dòng rồi một dòng nữa", y=180.0, size=30, width=60, height=14),
        slogan(MOTTO.replace("Kỷ", "Kỳ")),
        slogan(REPLACED, y=212.0),
        slogan(AFTER, y=220.0),
        banner(width=60.0, height=20.0, angle=5.0),
        text("over", "Đè lên", y=235.0),
        line("hairline", Point(20, 265), Point(80, 265), 0.1),
        empty("teaser"),
        campaign=campaign,
        permissions=closed,
        elements=(Element("banner", hidden=True),),
        date=dt.date(2020, 9, 1),
        width=210.0,
        unit=Unit(pages=70),
        ink=InkReport(320.0, Rect(0, 0, 15, 15), 350.0, 0.1, 300.0, "tests"),
        info=replace(INFO, has_alpha=True, width=600, height=400),
        number="",
    )


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_no_rule_breaks_on_a_cover_full_of_faults(language: str) -> None:
    before = i18n.language()
    i18n.activate(language)
    try:
        outcome = run(_rules(), _faulty())
    finally:
        i18n.activate(before)
    assert [(one.id, one.reason) for one in outcome.rules if one.status is Status.CRASH] == []
    fired = {one.rule for one in outcome.findings}
    assert len(fired) >= 30, sorted({one.id for one in _rules()} - fired)
    for finding in outcome.findings:
        assert "{" not in finding.problem.message
        assert finding.problem.message[-1] in ".]!”"
