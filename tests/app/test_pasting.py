"""Pasted text line by line: what it is in, how it reads, what only a person can say."""

from __future__ import annotations

import pytest

from coverkit.app.pasting import examine
from coverkit.typography import tcvn3, vni

REPORT = (
    "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh",
    "Phát huy sức mạnh đại đoàn kết toàn dân tộc",
    "Hỏi",
    "",
    "Số 10",
    "xây dựng nông thôn mới ở cơ sở",
)


@pytest.mark.parametrize(("code", "encode"), [("tcvn3", tcvn3.encode), ("vni", vni.encode)])
def test_every_line_is_told_and_reads_as_it_was_meant(code: str, encode: object) -> None:
    assert callable(encode)
    pasted = examine("\r\n".join(encode(line) for line in REPORT))
    assert pasted.is_legacy
    assert tuple(line.after for line in pasted.lines) == REPORT
    assert [line.encoding for line in pasted.lines] == [code, code, code, "unicode", code, code]
    assert pasted.converted() == "\n".join(REPORT)
    assert pasted.lines[0].confidence > 0.9 > max(pasted.lines[2].confidence, pasted.lines[4].confidence)


def test_unicode_stays_and_is_composed() -> None:
    pasted = examine("\n".join((*REPORT, "không có gì", "Đa\u0301")))
    assert not pasted.is_legacy
    assert pasted.lines[-1].after == "Đá"
    assert pasted.converted().startswith("\n".join(REPORT))


def test_a_short_line_of_unicode_among_old_ones_is_left_alone() -> None:
    pasted = examine("\n".join((tcvn3.encode(REPORT[0]), "không", "café")))
    assert [line.encoding for line in pasted.lines] == ["tcvn3", "unicode", "unicode"]


def test_the_soft_hyphen_is_a_letter_and_a_lost_one_is_told() -> None:
    kept, lost = examine("Trung \u00ad¬ng §¶ng").lines[0], examine("Trung ¬ng §¶ng").lines[0]
    assert kept.after == lost.after == "Trung ương Đảng"
    assert (kept.lost_letters, lost.lost_letters) == ((), ("ương",))


def test_capitals_are_asked_for_and_given() -> None:
    pasted = examine("thµnh phè\nNghÞ ®Þnh")
    assert pasted.questions == (0,)
    assert pasted.converted(pasted.questions) == "THÀNH PHỐ\nNghị định"


@pytest.mark.parametrize(
    ("fonts", "wanted"),
    [((".VnTimeH",), "HỎI"), ((".VnTime",), "hỏi"), (("Arial", ".VnArialH"), "HỎI"), ((".VnTime", ".VnTimeH"), "hỏi")],
)
def test_the_names_of_fonts_decide_where_they_came_along(fonts: tuple[str, ...], wanted: str) -> None:
    (line,) = examine("hái", fonts).lines
    assert (line.after, line.encoding) == (wanted, "tcvn3")
    assert line.asks_capitals == (len(set(fonts) & {".VnTime", ".VnTimeH"}) == 2)


def test_fonts_of_both_codes_say_nothing_and_unicode_wins_over_a_name() -> None:
    assert examine("hái", (".VnTime", "VNI-Times")).lines[0].encoding == "unicode"
    assert examine("Hỏi đáp", (".VnTime",)).lines[0].after == "Hỏi đáp"


def test_a_person_may_know_better() -> None:
    assert examine("hái", source="tcvn3").converted() == "hỏi"
    assert examine("hái", source="vni").lines[0].encoding == "vni"
