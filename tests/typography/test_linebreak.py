from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coverkit.typography.linebreak import break_lines, narrowest, paragraphs, without_orphan, word_count, words
from tests.typography.samples import texts


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("khổ 190 mm là đủ", ["190 mm"]),
        ("kỷ niệm 130 năm Ngày sinh", ["130 năm"]),
        ("KỶ NIỆM 130 NĂM NGÀY SINH", ["130 NĂM"]),
        ("trong 15 tháng qua", ["15 tháng"]),
        ("Đại hội lần thứ XII, nhiệm kỳ", ["lần thứ XII,"]),
        ("ĐẢNG BỘ TỈNH LẦN THỨ XII", ["LẦN THỨ XII"]),
        ("lần thứ nhất của tỉnh", ["lần thứ nhất"]),
        ("nhiệm kỳ 2020 – 2025!", ["nhiệm kỳ 2020 – 2025!"]),
        ("nhiệm kỳ 2020 - 2025 !", ["nhiệm kỳ 2020 - 2025 !"]),
        ("NHIỆM KỲ 2020 — 2025", ["NHIỆM KỲ 2020 — 2025"]),
        ("Ban Chấp hành khóa XIV đã họp", ["khóa XIV"]),
        ("Số 10 ra ngày", ["Số 10"]),
        ("Số 10 - Tháng 10/2020", ["Số 10 -", "Tháng 10/2020"]),
        ("ngày 15 tháng 10 năm 2020", ["ngày 15", "tháng 10", "năm 2020"]),
        ("Tp. Gia Nghĩa", ["Tp. Gia Nghĩa"]),
        ("tại TP. Gia Nghĩa đã", ["TP. Gia Nghĩa"]),
        ("TP. GIA NGHĨA", ["TP. GIA"]),
        ("quang vinh muôn năm !", ["năm !"]),
        ("Đoàn kết – Dân chủ", ["kết –"]),
        ("xem ( trang 5 )", ["( trang 5 )"]),
        ("hơn 5 tỷ đồng cho", ["5 tỷ đồng"]),
        ("Đại hội XIII của Đảng", ["hội XIII"]),
        ("từ 15 – 17 tháng 10", ["15 – 17", "tháng 10"]),
        ("tăng 7,5 % so với", ["7,5 %"]),
        ("ông\u00a0Ba đi", ["ông\u00a0Ba"]),
    ],
)
def test_what_belongs_together_stays_in_one_piece(text: str, together: list[str]) -> None:
    pieces = words(text)
    assert [piece for piece in together if piece not in pieces] == []


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("năm 2020 tỉnh Đắk Nông", ("năm 2020", "tỉnh", "Đắk", "Nông")),
        ("xong năm 2020. Về sau", ("xong", "năm 2020.", "Về", "sau")),
        ("Nghị quyết 12 Đại hội", ("Nghị", "quyết", "12", "Đại", "hội")),
        ("Dân chủ – Kỷ cương", ("Dân", "chủ –", "Kỷ", "cương")),
        ("  hai   ba\tbốn ", ("hai", "ba", "bốn")),
        ("", ()),
    ],
)
def test_what_may_part_parts(text: str, pieces: tuple[str, ...]) -> None:
    assert words(text) == pieces


def test_compounds_and_names_stay_together_while_they_can() -> None:
    assert words("Chào mừng Đại hội tỉnh Đắk Nông", "compounds") == ("Chào mừng", "Đại hội", "tỉnh", "Đắk Nông")
    assert words("CHÀO MỪNG ĐẠI HỘI", "compounds") == ("CHÀO MỪNG", "ĐẠI HỘI")
    assert words("ngày 15 tháng 10", "loose") == ("ngày", "15", "tháng", "10")


@given(texts, st.sampled_from(["compounds", "bound", "loose"]))
def test_pieces_join_to_the_text(text: str, strength: str) -> None:
    match strength:
        case "compounds":
            pieces = words(text, "compounds")
        case "bound":
            pieces = words(text, "bound")
        case _:
            pieces = words(text, "loose")
    assert " ".join(pieces) == " ".join(text.split())


def test_paragraphs() -> None:
    assert paragraphs("một\r\n hai  ba \n\nbốn\n") == ("một", "hai ba", "", "bốn")


def test_the_last_line_keeps_two_words() -> None:
    assert without_orphan(("một", "hai", "ba", "bốn")) == ("một", "hai", "ba bốn")
    assert without_orphan(("một", "hai", "ba", "bốn", "!")) == ("một", "hai", "ba bốn !")
    assert without_orphan(("một", "hai", "ba")) == ("một", "hai", "ba")
    assert without_orphan(("một", "hai", "ba bốn")) == ("một", "hai", "ba bốn")
    assert word_count("2020 – 2025 !") == 2


@given(st.lists(st.floats(0.1, 9), min_size=1, max_size=9), st.integers(1, 5))
def test_narrowest_is_as_narrow_as_any_break(widths: list[float], lines: int) -> None:
    starts = narrowest(widths, 0.5, lines)
    assert len(starts) <= lines
    assert starts[0] == 0
    best = _brute(widths, 0.5, lines)
    assert max(_line_widths(widths, 0.5, starts)) <= best + 1e-9


def _brute(widths: list[float], space: float, lines: int) -> float:
    if lines == 1 or len(widths) == 1:
        return sum(widths) + space * (len(widths) - 1)
    options = [
        max(sum(widths[:cut]) + space * (cut - 1), _brute(widths[cut:], space, lines - 1)) for cut in range(1, len(widths))
    ]
    return min([*options, _brute(widths, space, 1)])


def _line_widths(widths: list[float], space: float, starts: tuple[int, ...]) -> list[float]:
    ends = (*starts[1:], len(widths))
    return [sum(widths[start:end]) + space * (end - start - 1) for start, end in zip(starts, ends, strict=True)]


def _pieces(count: int) -> list[str]:
    return ["x"] * count


def test_balanced_lines_are_alike_and_filled_lines_are_full() -> None:
    widths = [1.0] * 10
    assert break_lines(_pieces(10), widths, 0.0, 7.0, balance=True) == (0, 5)
    assert break_lines(_pieces(10), widths, 0.0, 7.0, balance=False) == (0, 7)


def test_least_raggedness_looks_at_the_whole_paragraph() -> None:
    widths = [3.0, 2.0, 2.0, 5.0]
    greedy_first_lines = (0, 2, 3)
    assert break_lines(_pieces(4), widths, 1.0, 6.0, balance=False) == (0, 1, 3)
    assert break_lines(_pieces(4), widths, 1.0, 6.0, balance=False) != greedy_first_lines


def test_breaks_prefer_points_and_avoid_weak_ends() -> None:
    widths = [1.0] * 6
    assert break_lines(["a", "b", "c,", "d", "e", "f"], widths, 0.0, 4.0, balance=True) == (0, 3)
    assert break_lines(["a", "b", "c", "d,", "e", "f"], widths, 0.0, 4.0, balance=True) == (0, 4)
    assert break_lines(["a", "b", "và", "d", "e", "f"], widths, 0.0, 5.5, balance=True) != (0, 3)


def test_counts_that_cannot_be_kept() -> None:
    assert break_lines(["a"], [5.0], 1.0, 4.0, balance=True) is None
    assert break_lines(["a", "b"], [3.0, 3.0], 1.0, 4.0, balance=True, lines=1) is None
    assert break_lines(["a", "b"], [3.0, 3.0], 1.0, 4.0, balance=True, lines=3) is None
    assert break_lines([], [], 1.0, 4.0, balance=True) == ()


@given(st.lists(st.floats(0.1, 4), min_size=1, max_size=20), st.floats(4, 12), st.booleans())
def test_lines_are_never_too_wide(widths: list[float], limit: float, balance: bool) -> None:
    starts = break_lines(_pieces(len(widths)), widths, 0.5, limit, balance)
    assert starts is not None
    assert max(_line_widths(widths, 0.5, starts)) <= limit + 1e-9
