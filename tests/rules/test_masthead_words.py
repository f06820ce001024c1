"""How two mastheads differ: the mildest kind that tells them apart."""

from __future__ import annotations

import unicodedata

import pytest

from coverkit.rules.subject.masthead_words import Difference, difference

NAME = "Khuyến nông Đắk Nông"


@pytest.mark.parametrize("same", [NAME, f"  {NAME.replace(' ', chr(10))} ", unicodedata.normalize("NFD", NAME)])
def test_spaces_at_the_ends_and_composition_are_no_difference(same: str) -> None:
    assert difference(same, NAME) is None


@pytest.mark.parametrize(
    ("shown", "wanted", "found"),
    [
        (NAME.upper(), NAME, Difference("letter-case")),
        ("SỨC KHOẺ", "Sức khỏe", Difference("tone-placement", "khoẻ", "khỏe")),
        ("Khuyến nông, Đắk Nông", NAME, Difference("signs")),
        ("KHUYEN NÔNG ĐẮK NÔNG", NAME, Difference("marks", "khuyen", "khuyến")),
        ("Nông khuyến Đắk Nông", NAME, Difference("order")),
        ("TT Khuyến nông", "Trung tâm Khuyến nông", Difference("abbreviated", "tt", "trung tâm")),
        ("Trung tâm Khuyến nông", "TT KN", Difference("abbreviated", "trung tâm khuyến nông", "tt kn")),
        ("Tr. tâm Khuyến nông", "Trung tâm Khuyến nông", Difference("abbreviated", "tr", "trung")),
        ("Khuyến nông Đắk Nông mới", NAME, Difference("added", "mới", "")),
        ("Khuyến nông", NAME, Difference("left-out", "", "đắk nông")),
        ("Nông dân Đắk Nông", NAME, Difference("differs", "dân", "khuyến")),
    ],
)
def test_each_kind_is_told_with_its_words(shown: str, wanted: str, found: Difference) -> None:
    got = difference(shown, wanted)
    assert got is not None
    assert (got.kind, got.shown if found.shown else "", got.wanted if found.wanted else "") == (
        found.kind,
        found.shown,
        found.wanted,
    )
