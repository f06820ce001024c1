from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coverkit.typography.doubts import Doubt, doubtful_syllables
from tests.typography.samples import STACKED, THEME, WELCOME


def _words(text: str, *names: str) -> list[str]:
    return [doubt.word for doubt in doubtful_syllables(text, names)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nâng cao năng lực lãnh đạo cảa Đảng bộ", ["cảa"]),
        ("NHIÊT LIỆT CHÀO MỪNG", ["NHIÊT"]),
        ("Hòan thành tòan diện", ["Hòan", "tòan"]),
        ("chính trị-xã hộii", ["hộii"]),
        ("nhândân và côngnghiệp", ["nhândân", "côngnghiệp"]),
        ("nhiệtj liệt, chàof mừng", ["nhiệtj", "chàof"]),
        ("Trung ơng Đảng", ["ơng"]),
        ("Kông nghệ mới, kông phải", ["kông"]),
        ("bộ́ phận", ["bộ́"]),
        ("cảa", ["cảa"]),
        ("sau đ áp dụng, tối đq", ["đ", "đq"]),
        ("đ ược giao quyền, Một chứng từ đ được gửi", ["đ", "đ"]),
        ("CÁnC TỘeI PHẠM, PHgẦN THỨ SÁU", ["CÁnC", "TỘeI", "PHgẦN"]),
    ],
)
def test_slips_are_doubted(text: str, words: list[str]) -> None:
    assert _words(text) == words


@pytest.mark.parametrize(
    "text",
    [
        WELCOME,
        THEME,
        STACKED,
        "Huyện Krông Nô, Đắk R'Lấp, Đắk R’lấp, Cư Jút, Đắk Mil, Tuy Đức, Đắk Song, Đắk Glong, Gia Nghĩa, Quảng Phú",
        "ĐẮK R'LẤP, KRÔNG NÔ, ĐẮK G'LONG, BUÔN MA THUỘT, ĐẮK LẮK, KON TUM, PLEIKU",
        "Người M'Nông, M’Nông, Ê Đê, Êđê, Xơ Đăng, Gia Rai, Hmông, H’Mông, Khmer, Mạ, K'Ho, Cơ Ho, Xtiêng, Brâu",
        "Buôn Đôn, Krông Pắc, Krông Bông, Krông Ana, Cư M'gar, M'Drắk, Ea Súp, sông Srêpốk, hồ Lắk, thác Đray Nur, Drây Sáp",
        "UBND, HĐND, ĐBQH, BCHTƯ, BTGTƯ, ĐTN, CĐ, QĐ-UBND, NĐ-CP, CV 1011/STTTT-TTBCXB, TƯ, đ/c, ĐT: 0261",
        "lần thứ XII, khóa XIV, thế kỷ XXI, 130 năm, 50.000đ, 30ha, A4, 12h30, 1 đ, Nguyễn Đ. Hùng, Đ/c Hùng, đ.c, đt",
        "đ) Đối với người lần đầu phạm tội; điểm đ khoản 1; các điểm c, d, đ và e; điểm đ ở trên; mục đ, d đ",
        "Bắc Kạn, Phú Quới, Nếnh, Dữu Lâu, Huổi Luông, A Roàng, Pô Kô, Ea Yông, Đăk Rơ Ông",
        "V.I. Lênin, C. Mác, Ph. Ăngghen, Mát-xcơ-va, Pa-ri, Oa-sinh-tơn, Xta-lin-grát, Mátxcơva, Niu Oóc",
        "cà-phê, ki-lô-mét, xi-măng, bê-tông, ôtô, mô-đun, axít, nitơ, vắc-xin, internet, video, café, résumé, bôxít",
        "Website: www.đaknông.vn, https://đắk.vn/cảa, thư: cảa@đắk.vn, dien@khuyennong.vn",
        "CoverKit, iPhone, ĐắkNông, York, Köln, Škoda, São Paulo, Москва, señor",
        "L’été dernier, où êtes-vous allés ? Près du château de Fontainebleau.",
        "Newsletter of the agricultural extension centre",
        "Hoàng tử Chak’kso và công chúa Ney'yks trở về",
        "",
    ],
)
def test_names_abbreviations_and_foreign_words_are_left_in_peace(text: str) -> None:
    assert _words(text) == []


def test_a_doubt_tells_its_place_and_what_may_be_meant() -> None:
    text = "vươn lên cảa các dân tộc"
    assert doubtful_syllables(text) == (Doubt("cảa", 9, 12, "của"),)
    assert doubtful_syllables(unicodedata.normalize("NFD", text)) == (Doubt("cảa", 9, 12, "của"),)


def test_own_names_are_left_in_peace() -> None:
    assert _words("nhà máy tôkaa ở đây") == ["tôkaa"]
    assert _words("nhà máy tôkaa ở đây", "Nhà máy Tôkaa") == []


@given(st.text(max_size=60))
def test_places_hold_the_words(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    for doubt in doubtful_syllables(text):
        assert doubt.word == composed[doubt.start : doubt.end].translate(
            dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060"))
        )
