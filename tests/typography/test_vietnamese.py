from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given

from coverkit.typography.vietnamese import (
    LETTERS,
    MARKED,
    is_nfc,
    is_roman,
    lower,
    nfc,
    title,
    tone_normalised,
    upper,
)
from tests.typography.samples import texts


def test_the_alphabet_is_complete() -> None:
    assert len(LETTERS) == len(set(LETTERS)) == 2 * (12 * 6 + 17)
    assert len(MARKED) == 134
    assert all(len(letter) == 1 for letter in LETTERS)
    assert set("ỆỖẶỮđĐựỵ") <= set(LETTERS)


@pytest.mark.parametrize("letter", MARKED)
def test_letters_survive_decomposition_and_case(letter: str) -> None:
    assert nfc(unicodedata.normalize("NFD", letter)) == letter
    assert upper(lower(letter)) == upper(letter)
    assert lower(upper(letter)) == lower(letter)


def test_half_composed_input_is_composed() -> None:
    windows_keyboard = "Ê\u0323"
    assert not is_nfc(windows_keyboard)
    assert nfc(windows_keyboard) == "Ệ"


@given(texts)
def test_case_of_decomposed_text(text: str) -> None:
    assert upper(unicodedata.normalize("NFD", text)) == nfc(text).upper()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("khóa", "khoá"),
        ("KHÓA XIV", "KHOÁ XIV"),
        ("Hòa bình", "Hoà bình"),
        ("khỏe", "khoẻ"),
        ("thủy lợi", "thuỷ lợi"),
        ("Ủy ban", "Uỷ ban"),
        ("ÒA", "OÀ"),
        ("văn hóa, xã hội", "văn hoá, xã hội"),
    ],
)
def test_both_styles_of_tone_marks_compare_equal(old: str, new: str) -> None:
    assert tone_normalised(old) == new == tone_normalised(new)


@pytest.mark.parametrize("word", ["hoàn", "quý", "quỳ", "thuyền", "của", "ngoài", "tỉnh", "mùa", "xóm", "hoá", "QUÝ"])
def test_other_words_keep_their_marks(word: str) -> None:
    assert tone_normalised(word) == word


def test_different_words_stay_different() -> None:
    assert tone_normalised("hoa") != tone_normalised("hòa") != tone_normalised("hóa")


def test_title_case_keeps_numerals_and_abbreviations() -> None:
    assert title("đại hội đảng bộ lần thứ XII") == "Đại Hội Đảng Bộ Lần Thứ XII"
    assert title("sở TTTT") == "Sở TTTT"
    assert title("ĐẢNG BỘ TỈNH ĐẮK NÔNG LẦN THỨ XII") == "Đảng Bộ Tỉnh Đắk Nông Lần Thứ XII"


@pytest.mark.parametrize(("word", "roman"), [("XII", True), ("XIV", True), ("IIX", False), ("VN", False), ("", False)])
def test_roman_numerals(word: str, roman: bool) -> None:
    assert is_roman(word) is roman
