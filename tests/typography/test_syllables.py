from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coverkit.typography.suggestions import suggestion
from coverkit.typography.syllables import Syllable, is_possible, parse, placed_rightly
from coverkit.typography.tone import tone_style
from coverkit.typography.vietnamese import LETTERS, tone_normalised

POSSIBLE = (
    "nghiêng khuỷu quyết quýt quốc quả giếng giết gì gìn giữa giặt yêu yến uyển oanh ong ương ưỡn thuở huơ khuya ngoằn ngoèo "
    "hoắm xoong moóc biếm hước lứt dượt kỷ cương ghế nghỉ ngà gà cử kẻ quẻ khúc khuất xoài của mía mưa cừu hươu rượu chuối"
)
IMPOSSIBLE = (
    "cảa nhiêt ngỉ nghà gẹ ghà kà kữ cỉ cế qả quoà giiết bịch̉ thàng̀ ưở ơng đợc tuơng nghiẹng ngừoi gíêng yệ hoảg thánngh đđại "
    "viêc khôngg pán zậy đăk hưu̲ trưòng bợn̉ phép̀ các̀ sắch hạtc"
)
FLAT = (
    "của",
    "nhiệt",
    "liệt",
    "chào",
    "nghiêng",
    "quyển",
    "khoảng",
    "đường",
    "giường",
    "thuỷ",
    "xoáy",
    "ngoẹo",
    "uỷ",
    "yếu",
    "muỗm",
)


@pytest.mark.parametrize("word", POSSIBLE.split())
def test_syllables_are_possible(word: str) -> None:
    assert is_possible(word)
    assert is_possible(word.upper())
    assert is_possible(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize("word", IMPOSSIBLE.split())
def test_misspellings_are_not(word: str) -> None:
    assert not is_possible(word)


def test_a_syllable_is_taken_apart() -> None:
    assert parse("nghiêng") == Syllable("ng", "iêng", "", "")
    assert parse("Thủy") == Syllable("th", "uy", "\u0309", "old")
    assert parse("hoá") == Syllable("h", "oa", "\u0301", "new")
    assert parse("quý") == Syllable("qu", "y", "\u0301", "")
    assert parse("giếng") == Syllable("gi", "êng", "\u0301", "")


@pytest.mark.parametrize("rhyme", ["ac", "êch", "iêp", "uôt", "ưc", "oăt", "uyêt"])
def test_checked_rhymes_take_two_tones(rhyme: str) -> None:
    onset = {"uôt": "r", "oăt": "h", "uyêt": "h", "iêp": "h"}.get(rhyme, "l")
    vowel = max(at for at, char in enumerate(rhyme) if char in "aăâêiôươye")
    forms = [rhyme[: vowel + 1] + tone + rhyme[vowel + 1 :] for tone in ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")]
    assert [is_possible(onset + form) for form in forms] == [False, False, True, False, False, True]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("tòan", "toàn"), ("qúy", "quý"), ("thừơng", "thường"), ("HÒANG", "HOÀNG"), ("gía", "giá"), ("ngươì", "người")],
)
def test_a_tone_on_the_wrong_letter_is_impossible_and_mended(wrong: str, right: str) -> None:
    assert not is_possible(wrong)
    assert placed_rightly(wrong) == right


@given(st.text(alphabet=st.sampled_from(LETTERS), min_size=1, max_size=7))
def test_placing_and_normalising_agree(word: str) -> None:
    syllable = parse(word)
    if syllable is not None and syllable.placing == "old":
        other = parse(tone_normalised(word))
        assert other is not None
        assert (other.onset, other.rhyme, other.tone, other.placing) == (syllable.onset, syllable.rhyme, syllable.tone, "new")


@given(st.sampled_from(FLAT), st.integers(0, 6), st.sampled_from("fjwz"))
def test_a_foreign_letter_makes_any_syllable_impossible(word: str, at: int, letter: str) -> None:
    assert not is_possible(word[:at] + letter + word[at:])


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("cảa", "của"),
        ("Nhiêt", "Nhiệt"),
        ("đuợc", "được"),
        ("TÒAN", "TOÀN"),
        ("nhândân", "nhân dân"),
        ("pháet", "phát"),
        ("xyzđ", None),
    ],
)
def test_suggestions(wrong: str, meant: str | None) -> None:
    assert suggestion(wrong) == meant


def test_tone_style_counts_both_ways() -> None:
    style = tone_style("Ủy ban, khoá XII, THỦY LỢI, quý, hoàn toàn, hòa bình")
    assert (style.old, style.new) == (("Ủy", "THỦY", "hòa"), ("khoá",))
    assert style.is_mixed
    assert not tone_style("Đại hội quý III, hoàn toàn").old
