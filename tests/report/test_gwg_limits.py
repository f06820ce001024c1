"""Limits of the Ghent Workgroup's variants in words."""

from __future__ import annotations

import pytest

from coverkit.formats.gwg import RULES, gwg_variants
from coverkit.report.gwg_limits import limits_of, variant_lines, variants_of


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("gwg.r0015", "warning from 85 % of black with more than 220 % in all"),
        ("gwg.r0019", "warning under 0.25 pt"),
        ("gwg.r0020", "error above 0"),
        ("gwg.r0026", "warning above 245 % over 15 mm"),
        ("gwg.r0033", "error up to 99 ppi, warning up to 449 ppi"),
        ("gwg.r0035", "error"),
    ],
)
def test_limits_are_told_in_words(rule: str, words: str) -> None:
    assert "Newspaper" in limits_of(rule)[words]
    assert any(line.startswith("Variant ") and line.endswith(words) for line in variant_lines(rule))


def test_every_variant_tells_all_its_rules_and_no_other_rule_has_variants() -> None:
    told = {(name, rule) for rule in RULES for name in variants_of(f"gwg.{rule}")}
    assert told == {(variant.id, rule) for variant in gwg_variants() for rule in variant.rules}
    assert variant_lines("press.boxes") == []
