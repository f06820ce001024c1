"""Lines of one text told together: what says little by itself goes by the others, and Unicode stays."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coverkit.typography import tcvn3, vni
from coverkit.typography.company import recognise_together
from coverkit.typography.legacy import recognise

TEXT = ("Những điều bà con hỏi nhiều nhất", "Số trang", "Từ 2020", "Rộng", "Lưu", "HĐND tỉnh", "Hỏi", "Vị trí")
CODES = [("tcvn3", tcvn3.encode), ("vni", vni.encode)]


@pytest.mark.parametrize(("code", "encode"), CODES)
def test_short_lines_go_by_the_line_that_is_sure(code: str, encode: Callable[[str], str]) -> None:
    found = recognise_together([encode(line) for line in TEXT])
    assert [one.encoding for one in found] == [code] * len(TEXT)
    assert tuple(one.converted for one in found) == TEXT


@pytest.mark.parametrize(("code", "encode"), CODES)
def test_lines_that_say_nothing_are_unicode_among_themselves(code: str, encode: Callable[[str], str]) -> None:
    assert recognise(encode("Số trang")).encoding == "unicode"
    assert [one.encoding for one in recognise_together([encode("Số trang"), encode("Tham số")])] == ["unicode"] * 2


def test_a_line_that_reads_better_as_it_is_stays() -> None:
    sure, *others = recognise_together([tcvn3.encode(TEXT[0]), "không", "café", "Đắk Nông", "1 000"])
    assert sure.encoding == "tcvn3"
    assert {one.encoding for one in others} == {"unicode"}


def test_nothing_goes_by_company_among_more_lines_of_unicode() -> None:
    pasted = [tcvn3.encode(TEXT[0]), tcvn3.encode("Số trang"), "Đắk Nông", "Nước tưới mùa khô"]
    assert [one.encoding for one in recognise_together(pasted)] == ["tcvn3", "unicode", "unicode", "unicode"]


def test_quotes_and_dashes_are_no_letters_of_unicode() -> None:
    pasted = [f"“{tcvn3.encode(TEXT[0])}” – …", f"– {tcvn3.encode('Số trang')}…"]
    assert [one.encoding for one in recognise_together(pasted)] == ["tcvn3", "tcvn3"]


def test_a_line_of_the_other_code_is_read_like_the_others() -> None:
    pasted = [vni.encode(TEXT[0]), vni.encode("Giấy phép xuất bản bản tin"), tcvn3.encode("Đại hội Đảng bộ tỉnh")]
    assert [one.encoding for one in recognise_together(pasted)] == ["vni", "vni", "tcvn3"]
