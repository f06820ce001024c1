"""Texts, fonts and strategies that the typography tests share."""

from __future__ import annotations

from hypothesis import strategies as st

from coverkit.typography.library import FontLibrary
from coverkit.typography.vietnamese import LETTERS

LIBRARY = FontLibrary.bundled()
FACE_KEYS = tuple(info.key for family in LIBRARY.families() for info in family.faces)
FAMILIES = tuple(family.name for family in LIBRARY.families())

WELCOME = "Nhiệt liệt chào mừng Đại hội đại biểu Đảng bộ tỉnh Đắk Nông lần thứ XII, nhiệm kỳ 2020 – 2025!"
STACKED = "ĐẠI HỘI ĐẢNG BỘ\nỆ Ỗ Ặ Ữ Ể Ậ Ộ Ự"
THEME = (
    "Nâng cao năng lực lãnh đạo của Đảng bộ; xây dựng hệ thống chính trị trong sạch, vững mạnh; phát huy ý chí, khát vọng"
    " vươn lên của các dân tộc"
)

_SAMPLE = (
    "Đảng bộ tỉnh Đắk Nông ĐẠI HỘI lần thứ XII nhiệm kỳ 2020 – 2025 ngày 15 tháng 10 năm khóa nghiêng Quyết thắng; ỆỖẶỮ"
    " Nguyễn 190 mm và của những người, AV To. fi ! TP. Gia Nghĩa"
)

syllables = st.one_of(st.sampled_from(_SAMPLE.split()), st.text(alphabet=st.sampled_from(LETTERS), min_size=1, max_size=7))
texts = st.lists(syllables, min_size=2, max_size=30).map(" ".join).filter(lambda text: 8 <= len(text) <= 150)
"""Vietnamese text of 8 to 150 characters."""

paragraph_texts = st.lists(texts, min_size=1, max_size=3).map("\n".join)
