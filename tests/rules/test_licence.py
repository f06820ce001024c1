"""law.licence-kept and law.masthead-licensed: an issue against what its licence states."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from coverkit.checks.finding import Status
from coverkit.layout.cover import Cover
from coverkit.model.document import Unit
from coverkit.rules.law.licence_kept import licensed_sizes
from tests.rules.covers import UNIT, codes, cover, masthead, only, result, text

LICENCE, MASTHEAD = "law.licence-kept", "law.masthead-licensed"
LICENSED = replace(
    UNIT,
    licence_format="19 x 27 cm",
    licence_pages=32,
    licence_print_run=500,
    licence_printer="công ty in Gia Nghĩa",
    licence_periodicity="hằng quý",
    licence_masthead="KHUYẾN NÔNG ĐẮK NÔNG",
)


def of(unit: Unit = LICENSED, **changes: Any) -> Cover:
    return cover(*masthead(), unit=unit, **changes)


@pytest.mark.parametrize(
    ("unit", "size", "code"),
    [
        (LICENSED, {"width": 210.0, "height": 297.0}, "size"),
        (replace(LICENSED, pages=36), {}, "pages"),
        (replace(LICENSED, print_run=800), {}, "print-run"),
        (replace(LICENSED, printer="Công ty In khác"), {}, "printer"),
        (replace(LICENSED, periodicity="Hằng tháng"), {}, "periodicity"),
    ],
)
def test_licence_kept_fires_for_what_departs_from_it(unit: Unit, size: dict[str, float], code: str) -> None:
    assert codes(LICENCE, of(unit, **size)) == [(code, "warning")]


def test_licence_kept_stays_quiet_where_all_agrees_and_is_not_checked_where_nothing_is_stated() -> None:
    assert result(LICENCE, of()).status is Status.PASS
    assert result(LICENCE, of(UNIT)).status is Status.NOT_CHECKED
    assert result(LICENCE, of(UNIT, kind="tai-lieu")).status is Status.PASS
    assert result(LICENCE, of(replace(LICENSED, licence_format="khổ nhỏ"))).status is Status.NOT_CHECKED


def test_licence_kept_option_sets_the_tolerance() -> None:
    assert codes(LICENCE, of(width=187.0)) == [("size", "warning")]
    assert codes(LICENCE, of(width=187.0), tolerance_mm=5.0) == []


@pytest.mark.parametrize(
    ("stated", "sizes"),
    [
        ("19 x 27 cm", ((190.0, 270.0),)),
        ("19cm x 27cm", ((190.0, 270.0),)),
        ("19×27", ((190.0, 270.0),)),
        ("190x270", ((190.0, 270.0),)),
        ("20,5 x 29,5 cm", ((205.0, 295.0),)),
        ("190 x 270 mm, A4", ((190.0, 270.0), (210.0, 297.0))),
        ("khổ nhỏ", ()),
    ],
)
def test_sizes_are_read_as_licences_write_them(stated: str, sizes: tuple[tuple[float, float], ...]) -> None:
    assert licensed_sizes(stated) == sizes


def test_masthead_licensed_fires_for_other_words() -> None:
    problem = only(MASTHEAD, of(replace(LICENSED, licence_masthead="Khuyến nông Lâm Đồng")))
    assert (problem.code, problem.element, problem.limit) == ("differs", "name", "Khuyến nông Lâm Đồng")
    assert codes(MASTHEAD, cover(text("headline", "Mùa"), unit=replace(LICENSED, publication="X"))) == [("differs", "warning")]


def test_masthead_licensed_stays_quiet_for_the_licensed_words() -> None:
    assert result(MASTHEAD, of()).status is Status.PASS
    assert result(MASTHEAD, of(UNIT)).status is Status.NOT_CHECKED
    assert result(MASTHEAD, of(kind="tai-lieu")).status is Status.PASS


def test_masthead_licensed_option_minds_the_letter_case() -> None:
    assert codes(MASTHEAD, of(), case_counts=True) == [("letter-case", "warning")]


@pytest.mark.parametrize(
    ("licensed", "code", "severity", "words"),
    [
        ("Khuyến nông – Đắk Nông", "signs", "note", ""),
        ("Khuyến nông Đăk Nông", "marks", "warning", "“đắk” ≠ “đăk”"),
        ("Đắk Nông khuyến nông", "order", "warning", ""),
        ("KN Đắk Nông", "abbreviated", "warning", "“khuyến nông” ≠ “kn”"),
        ("Khuyến nông tỉnh Đắk Nông", "left-out", "warning", "“tỉnh”"),
        ("Đắk Nông", "added", "warning", "“khuyến nông”"),
        ("Khuyến ngư Đắk Nông", "differs", "warning", "“nông” ≠ “ngư”"),
    ],
)
def test_masthead_licensed_names_the_kind_of_difference(licensed: str, code: str, severity: str, words: str) -> None:
    subject = of(replace(LICENSED, licence_masthead=licensed))
    assert codes(MASTHEAD, subject) == [(code, severity)]
    assert words in only(MASTHEAD, subject).message


def test_masthead_licensed_takes_the_label_with_the_name_where_the_licence_has_both() -> None:
    assert codes(MASTHEAD, of(replace(LICENSED, licence_masthead="Bản tin Khuyến nông Đắk Nông"))) == []
    assert codes(MASTHEAD, of(replace(LICENSED, licence_masthead="Bản tin Khuyến nông"))) == [("added", "warning")]
    both = cover(text("name", "BẢN TIN KHUYẾN NÔNG ĐẮK NÔNG", 20.0, 20.0), unit=LICENSED)
    assert codes(MASTHEAD, both) == []
