from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coverkit.typography import tcvn3, vni
from coverkit.typography.legacy import Encoding, Legacy, by_font_name, convert, recognise
from coverkit.typography.vietnamese import LETTERS
from tests.typography.samples import STACKED, THEME, WELCOME

ENCODERS = {"tcvn3": tcvn3.encode, "vni": vni.encode}
SENTENCES = (
    WELCOME,
    THEME,
    "Nông dân chuyển sang sản xuất xanh",
    "Hồ tiêu hữu cơ: chín bước cần nhớ",
    "Nước tưới mùa khô: tính đủ, dùng đúng",
    "Trung tâm Khuyến nông tỉnh Đắk Nông",
    "Những điều bà con hỏi nhiều nhất",
    "Giấy phép xuất bản bản tin số 12",
)
FOREIGN = (
    "L’été dernier, où êtes-vous allés ? « Là-bas, près du château. »",
    "Le thé est né à côté, c’est sûr : 25 °C, ½ tasse, 5 µm.",
    "Où est né le thé ?",
    "Voilà, déjà vu ! Ça va bientôt être prêt, à bientôt.",
    "naïve café résumé",
    "rôle",
    "Aún no hay dispositivos",
    "Aún",
    "Loïc Dupont",
    "25µm, CoverKit®, «Là»",
    "CoverKit® – the newsletter’s front cover © 2026 · all rights reserved",
    "Smörgåsbord für alle, señor, ça c’est très bien",
    "",
)
all_letters = st.text(alphabet=st.sampled_from(LETTERS), max_size=12)


@pytest.mark.parametrize(
    ("pasted", "reads", "code"),
    [
        ("Quy chÕ xuÊt b¶n b¶n tin", "Quy chế xuất bản bản tin", "tcvn3"),
        ("NghÞ ®Þnh", "Nghị định", "tcvn3"),
        ("thµnh phè", "thành phố", "tcvn3"),
        ("C¨n cø", "Căn cứ", "tcvn3"),
        ("Trung \u00ad¬ng", "Trung ương", "tcvn3"),
        ("Chöông 10: QUAÙ TRÌNH CHUAÅN BÒ TRÖÔÙC IN", "Chương 10: QUÁ TRÌNH CHUẨN BỊ TRƯỚC IN", "vni"),
        ("bieân soaïn: Cheá Quoác Long", "biên soạn: Chế Quốc Long", "vni"),
        ("Xin chaøo caùc baïn", "Xin chào các bạn", "vni"),
    ],
)
def test_pasted_texts_are_recognised_and_converted(pasted: str, reads: str, code: Legacy) -> None:
    known = recognise(pasted)
    assert (known.encoding, known.converted) == (code, reads)
    assert known.confidence >= 0.75
    assert convert(pasted, code) == reads


@pytest.mark.parametrize("code", ENCODERS)
@pytest.mark.parametrize("sentence", SENTENCES)
def test_what_is_encoded_is_recognised_and_reads_the_same(sentence: str, code: Legacy) -> None:
    pasted = ENCODERS[code](sentence)
    known = recognise(pasted)
    assert known.encoding == code
    assert known.converted.lower() == sentence.lower()
    assert known.confidence > 0.9


@pytest.mark.parametrize(
    "text",
    [
        *SENTENCES,
        STACKED,
        "không có cá",
        "cà phê",
        "Tiếng Hin-đi",
        "Ăn-đoa-râ",
        "Tíc-ríc-na (Ê-ri-tợ-rê-a)",
        "Ê Đê",
        "Pô Kô",
        "Xã Ea Yông",
        "Xã A Roàng",
        "déc.",
        "Rôle",
        *FOREIGN,
    ],
)
def test_vietnamese_in_unicode_and_other_languages_are_left_alone(text: str) -> None:
    known = recognise(text)
    assert known.encoding == "unicode"
    assert known.converted == text


@pytest.mark.parametrize(
    ("pasted", "reads"),
    [
        ("LÖnh INSERT DELAYED", "Lệnh INSERT DELAYED"),
        ("Bé söa ENUM/SET b¶ng", "Bộ sửa ENUM/SET bảng"),
        ("Tr¶ng cá", "Trảng cỏ"),
        ("H§ND tØnh", "HĐND tỉnh"),
        ("Löu theá naøy", "Lưu thế này"),
        ("HÑND tænh", "HĐND tỉnh"),
    ],
)
def test_shapes_of_no_other_language_and_initials(pasted: str, reads: str) -> None:
    assert recognise(pasted).converted == reads


@pytest.mark.parametrize(("pasted", "code"), [("Löu", "vni"), ("L­u", "tcvn3")])
def test_of_two_readings_the_usual_one_is_taken(pasted: str, code: Legacy) -> None:
    known = recognise(pasted)
    assert (known.encoding, known.converted) == (code, "Lưu")


@given(all_letters)
def test_vni_comes_back_as_it_was_but_for_pairs_that_are_codes(text: str) -> None:
    for letter in text:
        assert vni.decode(vni.encode(letter)) == letter


@given(all_letters)
def test_tcvn3_comes_back_as_it_was_but_for_capitals_with_tone(text: str) -> None:
    assert tcvn3.decode(tcvn3.encode(text)).lower() == text.lower()
    assert tcvn3.decode(tcvn3.encode(text.lower())) == text.lower()


@given(st.text(max_size=40))
def test_any_text_gets_an_answer(text: str) -> None:
    known = recognise(text)
    assert 0.0 <= known.confidence <= 1.0
    assert known.encoding != "unicode" or known.converted == text


def test_controls_and_other_signs_are_no_letters() -> None:
    kept = "\x01\x11 ABC 123 \u00b0\u00b1\u00b2\u00b3\u00b4 “–”"
    assert tcvn3.decode(kept) == kept


def test_a_lost_soft_hyphen_is_put_back_and_told() -> None:
    known = recognise("Trung ¬ng ®îc biÕt")
    assert known.converted == "Trung ương được biết"
    assert known.lost_letters == ("ương", "được")
    assert recognise("Trung \u00ad¬ng").lost_letters == ()


def test_words_of_a_capitals_font_become_capitals() -> None:
    assert convert("§¹I HéI §¶NG Bé ë TØNH", "tcvn3") == "ĐẠI HỘI ĐẢNG BỘ Ở TỈNH"
    assert convert("NghÞ QUYÕT", "tcvn3") == "Nghị QUYẾT"
    assert convert("§¹I HéI", "tcvn3", uppercase=False) == "ĐạI HộI"


def test_case_is_asked_for_where_nobody_can_know_it() -> None:
    known = recognise("®¹i héi ®¶ng bé")
    assert known.needs_case_question
    assert convert("®¹i héi ®¶ng bé", "tcvn3", uppercase=True) == "ĐẠI HỘI ĐẢNG BỘ"
    assert not recognise("§¹i héi ®¶ng bé").needs_case_question
    assert not recognise("ñaïi hoäi").needs_case_question


def test_letters_of_one_code_that_look_like_capitals_inside_a_word_speak_for_it() -> None:
    assert recognise("DÊu trang").converted == "Dấu trang"
    assert recognise("dÊu").encoding == "tcvn3"


def test_lower_case_marks_after_a_capital_base_are_read() -> None:
    assert convert("Aân caàn, ÑAÏI HOÄI, Ñaïi hoäi", "vni") == "Ân cần, ĐẠI HỘI, Đại hội"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        (".VnTime", "tcvn3"),
        (".VNTimeH", "tcvn3"),
        ("'.VnArial'", "tcvn3"),
        ("VNI-Times", "vni"),
        ("vni Helve", "vni"),
        ("Vnitalic", "unicode"),
        ("Be Vietnam Pro", "unicode"),
        ("", "unicode"),
    ],
)
def test_fonts_tell_the_code(name: str, code: Encoding) -> None:
    assert by_font_name(name) == code
