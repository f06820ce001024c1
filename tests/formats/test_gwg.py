"""The variants of the Ghent Workgroup's rules: their numbers, and what is no variant."""

from __future__ import annotations

import pytest

from coverkit.errors import InputError, UsageError
from coverkit.formats import gwg
from coverkit.formats.gwg import gwg_variant, gwg_variants
from coverkit.formats.printers import printer_profiles

SIX = ("SheetCMYK", "SheetSpot", "MagazineAds", "WebCMYK", "DigitalPrint", "Newspaper")
_: None = None
# A column for each of SIX: E and W for error and warning, a number for a limit under which (or above which) it warns.
TABLE: dict[str, tuple[object, ...]] = {
    "r0001": ("E", "E", "E", "E", "E", "E"),
    "r0002": ("E", "E", "E", "E", "E", "E"),
    "r0003": ("E", "E", "E", "E", "E", "E"),
    "r0004": ("W", "W", _, "E", "W", _),
    "r0005": ("W", "W", "E", "E", _, "E"),
    "r0006": (_, _, "E", _, _, "E"),
    "r0007": ("E", "E", "E", "E", "E", "E"),
    "r0008": ("W", "W", "W", "W", "W", "W"),
    "r0009": (12, 12, 12, 12, _, 12),
    "r0010": (2, 2, 2, 2, _, 2),
    "r0011": (12, 12, 12, 12, _, 12),
    "r0012": (2, 2, 2, 2, _, 2),
    "r0013": ("W", "W", "W", "W", _, "W"),
    "r0014": ("W", "W", "W", "W", _, "W"),
    "r0015": ((0.85, 2.8), (0.85, 2.8), (0.85, 2.8), (0.85, 2.8), (0.85, 2.8), (0.85, 2.2)),
    "r0016": (8, 8, 9, 9, 5, 10),
    "r0017": (8, 8, 9, 9, 5, 10),
    "r0018": (0.25, 0.25, 0.25, 0.25, 0.25, 0.25),
    "r0019": (0.25, 0.25, 0.25, 0.25, 0.25, 0.25),
    "r0020": (("E", 0), ("W", 0), ("E", 0), ("E", 0), ("W", 0), ("E", 0)),
    "r0021": (_, "W", _, _, _, _),
    "r0022": (_, "E", _, _, _, _),
    "r0023": (_, "E", _, _, _, _),
    "r0024": ("W", "W", "W", "W", "W", "W"),
    "r0025": (_, _, _, _, _, _),
    "r0026": ((320, 15), (320, 15), (305, 15), (305, 15), _, (245, 15)),
    "r0027": ("E", "E", "E", "E", _, "E"),
    "r0028": (_, _, _, _, "E", _),
    "r0029": (_, _, _, _, _, _),
    "r0030": ("E", "E", "E", "E", "E", "E"),
    "r0031": ((149, 224), (149, 224), (149, 224), (149, 224), (95, 149), (99, 149)),
    "r0032": ((549, 799), (549, 799), (549, 799), (549, 799), (349, 599), (549, 799)),
    "r0033": (_, _, (149, 449), _, _, (99, 449)),
    "r0034": (_, _, "E", _, _, "E"),
    "r0035": ("E", "E", "E", "E", "E", "E"),
    "r0036": (_, _, _, _, _, _),
    "r0037": (_, _, _, _, _, _),
}


def _column(limit: gwg.GwgLimit | None) -> object:
    """Return a limit as the table writes it."""
    if limit is None:
        return None
    weight, numbers = limit.severity[0].upper(), tuple(limit.limits.values())
    if "most" in limit.limits:
        return weight, *numbers
    if not numbers:
        return weight
    assert weight == ("E" if "error_ppi" in limit.limits else "W")
    return numbers if len(numbers) > 1 else numbers[0]


@pytest.mark.parametrize("rule", TABLE)
def test_the_limits_of_the_six_variants(rule: str) -> None:
    assert tuple(_column(gwg_variant(name).rules.get(rule)) for name in SIX) == TABLE[rule]


def test_the_variants_are_all_there_with_names() -> None:
    assert {one.id for one in gwg_variants()} == {*SIX, "LargeFormat"}
    assert all(one.name_vi and one.name_en and one.name for one in gwg_variants())
    assert set(TABLE) == set(gwg.RULES)


def test_every_printer_has_a_known_variant() -> None:
    assert {one.gwg for one in printer_profiles()} <= {one.id for one in gwg_variants()}


def test_what_is_no_variant_is_told_with_those_that_are() -> None:
    with pytest.raises(UsageError, match="SheetCMIK") as told:
        gwg_variant("SheetCMIK")
    assert "SheetCMYK" in str(told.value.remedy)


@pytest.mark.parametrize(
    "rules",
    [
        'r0007 = { severity = "bad" }',
        "r0009 = { under_pt = 12 }",
        'r0009 = { severity = "warning" }',
        'r0009 = { severity = "warning", under_pt = -1 }',
        'r0007 = { severity = "error", under_pt = 12 }',
        'r0099 = { severity = "error" }',
        "r0031 = { error_ppi = 149 }",
        'r0031 = { severity = "error", error_ppi = 149, warning_ppi = 224 }',
    ],
)
def test_wrong_data_is_refused(rules: str) -> None:
    with pytest.raises(InputError, match=r"Odd\.toml"):
        gwg._read(f'name_vi = "a"\nname_en = "b"\n[rules]\n{rules}\n'.encode(), "Odd")
