"""Which neighbouring words of Vietnamese stay on one line.

Two strengths: `bound` never parts ("130 năm", "lần thứ XII", "TP. Gia Nghĩa"); `belongs` parts only where nothing else
fits ("Đắk Nông", "chào mừng").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from coverkit.typography.vietnamese import is_roman


def _words_of(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NUMBER = re.compile(r"[+±]?\d[\d.,/:–-]*[%‰]?")
_DASH = re.compile(r"[-‐‑‒–—―/×x]")
_POINTS = re.compile(r"[!?:;.,…%‰)\]»”’\"]+")
_OPENING = re.compile(r"[(\[«“‘\"]+")
_LABELS = _words_of(
    "ngày tháng năm số khóa khoá thứ lần kỳ kì quý quí tuần tập đợt điều khoản chương mục phần trang bìa lớp quyển kỷ hội"
)
_ABBREVIATIONS = _words_of(
    "tp. tx. tt. h. p. q. t. x. ts. ths. pgs. gs. bs. ks. cn. đ/c tp tx nxb stt. st. số: ngày: no. mr. mrs. ms."
)
_PLACES = _words_of("tp. tx. tt. h. p. q. t. x. tp tx")
_PAIRS = frozenset({("lần", "thứ"), ("nhiệm", "kỳ"), ("nhiệm", "kì"), ("thế", "kỷ")})
_AMOUNTS = _words_of("nghìn ngàn triệu tỷ tỉ")

_COMPOUND_LIST = (
    "đại hội;đại biểu;đảng bộ;đảng viên;đảng ủy;đảng uỷ;chi bộ;chào mừng;nhiệt liệt;thành công;bản tin;nội bộ;nông thôn;"
    "thông tin;truyền thông;tuyên giáo;tuyên truyền;kỷ niệm;thành lập;giải phóng;cách mạng;cộng sản;dân tộc;đoàn kết;"
    "đồng bào;đồng chí;nhân dân;ủy ban;uỷ ban;hội đồng;mặt trận;tổ quốc;thanh niên;phụ nữ;nông dân;công đoàn;cựu chiến;"
    "chiến binh;chính trị;kinh tế;xã hội;văn hóa;văn hoá;giáo dục;đào tạo;y tế;quốc phòng;an ninh;phát triển;bền vững;"
    "đổi mới;sáng tạo;kỷ cương;hành động;dân chủ;lãnh đạo;xây dựng;vững mạnh;trong sạch;thi đua;yêu nước;quang vinh;"
    "muôn năm;độc lập;tự do;hạnh phúc;việt nam;đắk nông;hồ chí;chí minh;trung ương;tỉnh ủy;tỉnh uỷ;thành phố;toàn quốc;"
    "toàn tỉnh;cơ quan;đơn vị;tổ chức;nghị quyết;chỉ thị;quyết định;công tác;năng lực;hệ thống;tiềm năng;lợi thế;"
    "khát vọng;ý chí;học tập;làm theo;tư tưởng;đạo đức;phong cách;chuyển đổi;nâng cao;phấn đấu;quyết tâm;tài liệu;"
    "sinh hoạt;công nghệ;khoa học;môi trường;du lịch;thể thao;nông nghiệp;công nghiệp;lâm nghiệp;xuất bản;ấn phẩm;"
    "cao nguyên;tây nguyên;khuyến nông;cà phê;hồ tiêu;kinh nghiệm;thời vụ;hữu cơ;sản xuất;thị trường;gia nghĩa;đắk mil;krông nô"
)
_COMPOUNDS = frozenset(tuple(pair.split()) for pair in _COMPOUND_LIST.split(";"))
"""Common words of two syllables in the language of campaigns and bulletins."""


def bound(words: Sequence[str], at: int, shouted: bool) -> bool:
    """Tell whether the words before and after the gap at `at` (index of the later one) must stay together.

    Args:
        words: the words of one paragraph.
        at: index of the word after the gap, 1 to the last.
        shouted: the text is all capitals, so case tells nothing.
    """
    before, after = words[at - 1], words[at]
    if _POINTS.fullmatch(after) or _DASH.fullmatch(after) or _OPENING.fullmatch(before):
        return True
    left, right = _plain(before), _plain(after)
    if before.casefold() in _ABBREVIATIONS or (left, right) in _PAIRS or left == "thứ":
        return not _closes(before) or before.casefold() in _ABBREVIATIONS
    if not shouted and at >= 2 and words[at - 2].casefold() in _PLACES and before[0].isupper() and after[0].isupper():
        return not _closes(before)
    if _DASH.fullmatch(before):
        return at >= 2 and _is_count(words[at - 2]) and _is_count(after)
    return _number_stays(words, at, shouted)


def belongs(before: str, after: str, starts: bool) -> bool:
    """Tell whether two words make one compound or name that should rather not be parted.

    Args:
        before: the word before the gap.
        after: the word after it.
        starts: `before` begins a sentence, so its capital tells nothing.
    """
    if _closes(before):
        return False
    if (_plain(before), _plain(after)) in _COMPOUNDS:
        return True
    name = not starts and before.istitle() and _bare(after).istitle()
    return name and len(before) > 1


def _number_stays(words: Sequence[str], at: int, shouted: bool) -> bool:
    before, after = words[at - 1], words[at]
    if _closes(before):
        return False
    left = _plain(before)
    if _is_count(after):
        return left in _LABELS or _NUMBER.fullmatch(before) is not None or (len(_bare(after)) > 1 and is_roman(_bare(after)))
    if _NUMBER.fullmatch(before) is None:
        return left in _AMOUNTS and at >= 2 and _NUMBER.fullmatch(words[at - 2]) is not None
    if _labelled(words, at - 1) or (_plain(after) in _LABELS and at + 1 < len(words) and _is_count(words[at + 1])):
        return False
    return shouted or not after[0].isupper()


def _labelled(words: Sequence[str], number: int) -> bool:
    if number >= 2 and _DASH.fullmatch(words[number - 1]):
        return _labelled(words, number - 2)
    return number >= 1 and _plain(words[number - 1]) in _LABELS and not _closes(words[number - 1])


def _is_count(word: str) -> bool:
    bare = _bare(word)
    return _NUMBER.fullmatch(bare) is not None or is_roman(bare)


def _closes(word: str) -> bool:
    return word[-1] in ".,;!?…)" or (word[-1] == ":" and len(word) > 1)


def _bare(word: str) -> str:
    return word.strip('(“"«‘').rstrip('.,;:!?…)”"»’')


def _plain(word: str) -> str:
    return _bare(word).casefold()
