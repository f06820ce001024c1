"""text.*: letters, words and lines."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from coverkit.model.document import Element, Unit
from coverkit.model.values import BLACK, WHITE
from coverkit.scene.operations import GlyphRun
from coverkit.typography.library import FontLibrary
from tests.rules.covers import Part, branded, codes, cover, findings, only, slogan, text

CLEAN, ALIKE, NAMES, SIZE = "text.clean-characters", "text.look-alikes", "text.names-exact", "text.legible-size"
STACKED = "Tiếng Ạ Ạ Ạ\nỖ Ỗ Ỗ Ệ Ệ"


def test_glyphs_present_fires_for_a_letter_the_font_lacks() -> None:
    problem = only("text.glyphs-present", cover(text("headline", "Bản tin ☃")))
    assert problem.code == "missing"
    assert "U+2603" in problem.message


def test_glyphs_present_fires_where_nothing_shows() -> None:
    assert codes("text.glyphs-present", cover(text("headline", "ＸＩＩ"))) == [("missing", "error")]


def test_glyphs_present_fires_for_a_travelling_font_without_vietnamese(tmp_path: Path) -> None:
    from fontTools import subset
    from fontTools.ttLib import TTFont

    font = TTFont("assets/fonts/Lora/Lora-Regular.ttf")
    cutter = subset.Subsetter()
    cutter.populate(text="abcdefghijklmnopqrstuvwxyzNư")
    cutter.subset(font)
    font.save(tmp_path / "plain.ttf")
    library = FontLibrary.bundled().with_fonts({"plain.ttf": (tmp_path / "plain.ttf").read_bytes()})
    subject = cover(text("headline", "Những", family="Lora", library=library), library=library)
    assert only("text.glyphs-present", subject).measured == "ữ"


def test_glyphs_present_stays_quiet_for_vietnamese() -> None:
    assert codes("text.glyphs-present", branded()) == []


def test_fits_fires_with_the_remainder() -> None:
    problem = only("text.fits", cover(text("headline", "Một dòng rồi một dòng nữa", size=30, width=60, height=14)))
    assert problem.code == "overset"
    assert "nữa" in problem.message


def test_fits_fires_where_nothing_fits_at_all() -> None:
    assert codes("text.fits", cover(text("headline", "Nghiêng", size=60, width=10, height=5))) == [("overset", "error")]


def test_fits_stays_quiet() -> None:
    assert codes("text.fits", branded()) == []


def _too_tight() -> Part:
    """Return two lines of which the lower was raised by 3 mm."""
    part = text("headline", STACKED, size=30)
    upper, lower = (one for one in part.composed.layers if isinstance(one, GlyphRun))
    raised = replace(lower, origin=replace(lower.origin, y=lower.origin.y - 3.0), ink_box=lower.ink_box.moved(0.0, -3.0))
    return replace(part, composed=replace(part.composed, layers=(upper, raised)))


def test_lines_apart_fires_where_marks_run_into_the_line_above() -> None:
    problem = only("text.lines-apart", cover(_too_tight()))
    assert problem.code == "touching"
    assert isinstance(problem.measured, float)
    assert 1.5 < problem.measured <= 3.0


def test_lines_apart_stays_quiet_because_fitting_keeps_ink_apart() -> None:
    assert codes("text.lines-apart", cover(text("headline", STACKED, size=30, leading=0.8))) == []
    assert codes("text.lines-apart", branded()) == []


def test_lines_apart_option_is_the_overlap_that_counts() -> None:
    assert codes("text.lines-apart", cover(_too_tight()), least_mm=1.0) == [("touching", "error")]
    assert codes("text.lines-apart", cover(_too_tight()), least_mm=3.0) == []


def test_nfc_fires_for_decomposed_and_compatibility_letters() -> None:
    loose = Element("headline", values={"text": unicodedata.normalize("NFD", "Đắk Nông")})
    assert codes("text.nfc", cover(elements=(loose,))) == [("decomposed", "note")]
    numeral = Element("headline", values={"text": "lần thứ Ⅻ"})
    assert codes("text.nfc", cover(elements=(numeral,))) == [("compatibility", "note")]


def test_nfc_fires_for_the_units_profile() -> None:
    loose = Unit(name=unicodedata.normalize("NFD", "Trung tâm Khuyến nông"))
    assert "profile" in only("text.nfc", cover(unit=loose)).message


def test_nfc_stays_quiet_for_composed_text() -> None:
    assert codes("text.nfc", cover(elements=(Element("headline", values={"text": "Đắk Nông ½ …"}),))) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("B\ufffdn tin", [("damaged", "error")]),
        ("Bản \ue010 tin", [("private-use", "error")]),
        ("Bản \u0301tin", [("lone-mark", "error")]),
        ("Ê\u0306 Đê", [("uncomposed-mark", "note")]),
        ("Trung \u00adương", [("invisible", "note")]),
        ("Đắk\u200bNông", [("invisible", "note")]),
    ],
)
def test_clean_characters_fires(words: str, expected: list[tuple[str, str]]) -> None:
    assert codes(CLEAN, cover(text("headline", words))) == expected


def test_clean_characters_stays_quiet_for_plain_and_decomposed_text() -> None:
    assert codes(CLEAN, cover(text("headline", unicodedata.normalize("NFD", "Đại hội\nlần thứ XII") + "\u00a0!"))) == []


def test_clean_characters_option_tells_no_break_spaces() -> None:
    assert codes(CLEAN, cover(text("headline", "130\u00a0năm")), tell_nbsp=True) == [("invisible", "note")]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ÐẮK NÔNG", [("eth", "note")]),
        ("ðại hội", [("eth", "note")]),
        ("lần thứ ХII", [("foreign-letter", "warning")]),
        ("lần thứ ХХ", [("foreign-letter", "warning")]),
        ("ＸＩＩ", [("full-width", "warning")]),
    ],
)
def test_look_alikes_fires(words: str, expected: list[tuple[str, str]]) -> None:
    assert codes(ALIKE, cover(text("headline", words))) == expected


def test_look_alikes_stays_quiet_for_vietnamese_and_for_whole_foreign_words() -> None:
    assert codes(ALIKE, cover(text("headline", "Đắk Nông, Buôn Mê Thuột, Москва, α"), slogan())) == []


def test_legible_size_fires_for_small_and_small_white_type() -> None:
    assert codes(SIZE, cover(text("note", "nhỏ", size=5.5))) == [("too-small", "warning")]
    problem = only(SIZE, cover(text("note", "trắng", size=7.0, ink=WHITE)))
    assert (problem.code, problem.measured, problem.limit) == ("too-small-reversed", 7.0, 8.0)


def test_legible_size_stays_quiet_at_the_limits() -> None:
    assert codes(SIZE, cover(text("a", "nhỏ", size=6.0, ink=BLACK), text("b", "trắng", size=8.0, ink=WHITE))) == []


def test_legible_size_option_sets_the_limits() -> None:
    subject = cover(text("a", "nhỏ", size=6.0), text("b", "trắng", size=8.0, ink=WHITE))
    found = findings(SIZE, subject, positive_pt=7.0, reversed_pt=9.0)
    assert [one.code for one in found] == ["too-small", "too-small-reversed"]


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("Nước Cộng hòa xã hội Việt Nam Việt Nam muôn năm", "Cộng hòa xã hội Việt Nam Việt Nam"),
        ("CỘNG HÒA XÃ HỘI VIỆT NAM", "CỘNG HÒA XÃ HỘI VIỆT NAM"),
        ("Cộng hoà xã hội chủ nghỉa Việt Nam", "Cộng hoà xã hội chủ nghỉa Việt Nam"),
        ("Đảng Cộng sãn Việt Nam", "Đảng Cộng sãn Việt Nam"),
        ("Tỉnh Đăk Nông", "Đăk Nông"),
        ("tỉnh Đắc Nông", "Đắc Nông"),
        ("ĐĂK NÔNG", "ĐĂK NÔNG"),
    ],
)
def test_names_exact_fires(words: str, wrong: str) -> None:
    problem = only(NAMES, cover(text("headline", words)))
    assert (problem.code, problem.measured) == ("misspelled", wrong)


@pytest.mark.parametrize(
    "words",
    [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Nước Cộng hoà Xã hội chủ nghĩa Việt Nam muôn năm",
        "Đảng Cộng sản Việt Nam quang vinh muôn năm!",
        "Đảng Cộng sản Liên Xô",
        "Đắk Nông, Dak Nong, daknong.gov.vn, đắc cử, nông dân",
        "Đảng bộ, chính quyền và nhân dân tỉnh Đắk Nông",
    ],
)
def test_names_exact_stays_quiet(words: str) -> None:
    assert codes(NAMES, cover(text("headline", words))) == []


def test_names_exact_option_names_other_places() -> None:
    subject = cover(text("headline", "tỉnh Lâm Đông"))
    assert codes(NAMES, subject) == []
    assert codes(NAMES, subject, places=("Lâm Đồng",)) == [("misspelled", "error")]
