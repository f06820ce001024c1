"""text.legacy-encoding, text.syllables and text.tone-placement: old codes, typing errors, and how tones are placed."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path

import pytest

from coverkit.app.sample import sample_project
from coverkit.layout.design import design_ids
from coverkit.resources import assets
from tests.rules.covers import branded, codes, cover, findings, only, rule, slogan, text

LEGACY, SYLLABLES, TONES = "text.legacy-encoding", "text.syllables", "text.tone-placement"
LISTS = sorted((assets() / "templates" / "campaigns").glob("*/slogans.toml"))


@pytest.mark.parametrize(
    ("pasted", "code", "reads"),
    [
        ("Quy chÕ xuÊt b¶n b¶n tin", "tcvn3", "Quy chế xuất bản bản tin"),
        ("Trung \u00ad¬ng vµ tØnh", "tcvn3", "Trung ương và tỉnh"),
        ("Xin chaøo caùc baïn", "vni", "Xin chào các bạn"),
        ("CHAØO MÖØNG ÑAÏI HOÄI", "vni", "CHÀO MỪNG ĐẠI HỘI"),
    ],
)
def test_legacy_encoding_fires_with_the_converted_text(pasted: str, code: str, reads: str) -> None:
    (found,) = findings(LEGACY, cover(text("headline", pasted)))
    assert (found.code, found.severity.value) == (code, "error")
    assert reads in found.problem.message
    assert reads in found.remedy


def test_legacy_encoding_fires_and_asks_for_capitals_and_lost_letters() -> None:
    (asks,) = findings(LEGACY, cover(text("headline", "®¹i héi ®¶ng bé")))
    assert "capitals" in asks.remedy
    (lost,) = findings(LEGACY, cover(text("headline", "Trung ¬ng §¶ng")))
    assert "ương" in lost.remedy


def test_legacy_encoding_fires_for_one_line_among_others() -> None:
    problem = only(LEGACY, cover(text("headline", "Đại hội Đảng bộ tỉnh Đắk Nông thành công\nNghÞ ®Þnh vÒ b¶n tin")))
    assert "Nghị định về bản tin" in problem.message


def test_legacy_encoding_goes_by_the_other_texts_of_the_unit() -> None:
    heading, lone = text("headline", "Nh÷ng ®iÒu bµ con hái nhiÒu nhÊt"), text("note", "Hái", y=60.0)
    assert [found.problem.element for found in findings(LEGACY, cover(heading, lone))] == ["headline", "note"]
    assert codes(LEGACY, cover(lone)) == []
    assert codes(SYLLABLES, cover(heading, lone)) == []


def test_legacy_encoding_the_campaigns_texts_say_nothing_of_the_units() -> None:
    subject = branded(text("headline", "Nh÷ng ®iÒu bµ con hái nhiÒu nhÊt", y=60.0), text("note", "Hái", y=70.0))
    assert [found.problem.element for found in findings(LEGACY, subject)] == ["headline", "note"]


def test_legacy_encoding_stays_quiet_for_unicode_and_french() -> None:
    assert codes(LEGACY, branded(text("headline", "không có cá", y=60.0), text("note", "Où est né le thé ?", y=70.0))) == []


def test_legacy_encoding_option_is_the_least_confidence() -> None:
    subject = cover(text("headline", "thµnh phè"))
    assert codes(LEGACY, subject, least_confidence=0.5) == [("tcvn3", "error")]
    assert codes(LEGACY, subject, least_confidence=0.99) == []


def test_syllables_fires_with_the_word_its_place_and_a_guess() -> None:
    problem = only(SYLLABLES, cover(text("headline", "Nâng cao năng lực lãnh đạo cảa Đảng bộ, cảa tỉnh")))
    assert (problem.code, problem.measured, problem.limit) == ("impossible", "cảa", "của")
    assert "lãnh đạo cảa Đảng bộ" in problem.message


def test_syllables_fires_for_each_word_in_capitals_too() -> None:
    found = findings(SYLLABLES, cover(text("headline", "NHIÊT LIỆT CHÀO MƯNGG")))
    assert [(one.problem.measured, one.severity.value) for one in found] == [("NHIÊT", "warning"), ("MƯNGG", "warning")]


def test_syllables_stays_quiet_for_names_and_for_text_in_an_old_code() -> None:
    assert codes(SYLLABLES, branded(text("headline", "Krông Nô, Đắk R'Lấp, Cư Jút, UBND, lần thứ XII", y=60.0))) == []
    assert codes(SYLLABLES, cover(text("headline", "Quy chÕ xuÊt b¶n b¶n tin"))) == []


def test_syllables_option_names_words_of_ones_own() -> None:
    subject = cover(text("headline", "Phân bón bôcôx cho cà phê"))
    assert codes(SYLLABLES, subject) == [("impossible", "warning")]
    assert codes(SYLLABLES, subject, names=("Bôcôx",)) == []


def test_tone_placement_fires_where_a_text_differs_from_the_slogan() -> None:
    problem = only(TONES, cover(text("headline", "Tuổi trẻ khoẻ, văn hoá đẹp"), slogan("Chào mừng Đại hội khóa XII")))
    assert (problem.code, problem.element, problem.limit) == ("mixed", "headline", "khóa")
    assert "“khoẻ”, “hoá”" in problem.message
    assert "“khóa”" in problem.message


def test_tone_placement_fires_for_the_rarer_way_without_a_slogan() -> None:
    problem = only(TONES, cover(text("headline", "Khoẻ để học, văn hoá"), text("note", "Thủy lợi", y=150.0)))
    assert (problem.element, problem.measured) == ("note", "Thủy")


@pytest.mark.parametrize("words", ["Khóa XII, thủy lợi", "Khoá XII, thuỷ lợi", "Quý III, hoàn toàn, tỉnh"])
def test_tone_placement_stays_quiet_in_one_way(words: str) -> None:
    assert codes(TONES, cover(text("headline", words), text("note", words, y=150.0))) == []


def test_tone_placement_option_wants_one_way() -> None:
    subject = cover(text("headline", "Khoá XII"))
    assert codes(TONES, subject) == []
    assert codes(TONES, subject, style="old") == [("mixed", "note")]
    assert codes(TONES, subject, style="new") == []


def test_the_samples_of_all_designs_have_no_false_alarm_and_are_checked_fast() -> None:
    for name in design_ids():
        subject = sample_project(name).compose()
        for id in (LEGACY, SYLLABLES, TONES):
            assert codes(id, subject) == [], (name, id)
        start = time.perf_counter()
        for id in (LEGACY, SYLLABLES, TONES):
            made = rule(id)
            assert list(made.check(subject, made.options())) == []
        assert time.perf_counter() - start < 0.02


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.parent.name)
def test_official_slogans_have_no_false_alarm(path: Path) -> None:
    listed = tomllib.loads(path.read_text(encoding="utf-8"))
    words = [value for one in listed["slogan"] for value in one.values() if isinstance(value, str)]
    assert words
    for value in words:
        subject = cover(text("headline", value, width=170.0, height=200.0, size=8.0))
        assert codes(LEGACY, subject) == []
        assert codes(SYLLABLES, subject) == [], value
