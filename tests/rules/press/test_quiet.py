"""The press rules as a set: silent on files that keep them, and each explains itself."""

from __future__ import annotations

import pytest

from coverkit import registry
from coverkit.checks.rule import Rule, registered
from coverkit.checks.runner import run
from tests.rules.press.subjects import subject

registry.import_all("coverkit.rules.press")
RULES = [one for one in registered() if one.id.startswith("press.")]


@pytest.mark.parametrize("x1a", [False, True])
def test_no_rule_objects_to_a_file_that_keeps_them_all(x1a: bool) -> None:
    result = run(RULES, subject(x1a=x1a))
    assert [(one.id, one.findings) for one in result.rules if one.status != "pass"] == []
    assert len(result.rules) == 25


@pytest.mark.parametrize("one", RULES, ids=lambda one: one.id)
def test_each_rule_names_its_source_and_claims_no_certificate(one: Rule) -> None:
    words = " ".join((one.title, one.why, one.remedy)).lower()
    assert "certif" not in words
    assert "complian" not in words
    assert one.id.startswith("press.")
    assert any(known in one.source for known in ("ISO 15930", "GWG 2022", "House policy", "house policy"))
