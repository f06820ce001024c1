"""The rule book's pages are those of the rules."""

from __future__ import annotations

import pytest

from coverkit import i18n
from coverkit.app.rulebook import rules
from coverkit.checks.rule import option_names
from coverkit.report.rule_book import codes, rule_book
from tests.cli.runner import run
from tools.rule_pages import PAGES, page


@pytest.mark.parametrize("language", PAGES)
def test_the_pages_are_those_of_the_rules(language: str) -> None:
    assert PAGES[language].read_text(encoding="utf-8") == page(language), "run make rule-pages"


@pytest.mark.parametrize("language", PAGES)
def test_every_rule_is_told_whole(language: str) -> None:
    i18n.activate(language)
    try:
        sections = rule_book(rules()).split("\n### ")[1:]
        assert len(sections) == len(rules())
        for one, section in zip(rules(), sections, strict=True):
            assert section.startswith(f"`{one.id}`")
            for said in (one.title, one.why, one.remedy, one.source):
                assert i18n.tr(said) in section
            for name in option_names(one):
                assert f"`{name}`" in section
    finally:
        i18n.activate("en")


def test_codes_are_read_from_the_rules() -> None:
    found = {one.id: codes(one) for one in rules()}
    assert set(found["layout.safe-area"]) == {"too-near", "close"}
    assert set(found["gwg.r0027"]) == {"image", "element", "alternate"}
    assert sum(1 for one in found.values() if one) > 0.8 * len(found)


def test_the_command_prints_the_page() -> None:
    assert run("rules", "--markdown").out == page("en")
    one = run("rules", "layout.safe-area", "--markdown").out
    assert one.count("\n### ") == 1
