"""Unit profiles: kept apart from covers, by short names; what a file says comes back as it was."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coverkit.app.units import find_unit, kept_units, read_unit, remove_unit, save_unit, unit_text, units_folder
from coverkit.datafile import Table
from coverkit.errors import InputError, UsageError
from coverkit.model.document import Unit
from coverkit.model.storage.schema import decode, encode
from coverkit.typography.vietnamese import nfc
from tests.model.samples import DOCUMENT

UNIT = Unit(
    name="Trung tâm Khuyến nông tỉnh Đắk Nông",
    short_name="TTKN Đắk Nông",
    parent="Sở Nông nghiệp",
    publication="Khuyến nông “Đắk Nông”",
    licence_number="12/GP-XBBT",
    licence_date=dt.date(2020, 1, 15),
    print_run=500,
    pages=32,
    licence_format="19 x 27 cm",
    licence_pages=32,
    licence_print_run=500,
    licence_printer="Công ty In Gia Nghĩa",
    licence_periodicity="Hằng quý",
    licence_masthead="KHUYẾN NÔNG ĐẮK NÔNG",
)


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COVERKIT_CONFIG", str(tmp_path / "riêng"))
    return tmp_path


def test_a_profile_is_kept_found_and_removed() -> None:
    kept = save_unit(UNIT)
    assert kept.id == "ttkn-dak-nong"
    assert [one.unit for one in kept_units()] == [UNIT]
    assert find_unit("ttkn-dak-nong") == find_unit(str(kept.path)) == UNIT
    assert remove_unit("ttkn-dak-nong") == kept.path
    assert kept_units() == ()


def test_another_unit_is_not_written_over_unawares() -> None:
    save_unit(UNIT, "don-vi")
    assert save_unit(UNIT, "don-vi").unit == UNIT
    other = Unit(name="Đơn vị khác")
    with pytest.raises(UsageError, match="don-vi"):
        save_unit(other, "don-vi")
    assert save_unit(other, "don-vi", replace=True).unit == find_unit("don-vi") == other


@pytest.mark.parametrize("name", ["../x", "Đơn vị", "a/b", ".ẩn", "a b"])
def test_a_short_name_is_plain_and_stays_in_the_folder(name: str) -> None:
    with pytest.raises(UsageError):
        save_unit(UNIT, name)
    with pytest.raises(UsageError):
        remove_unit(name)
    assert not units_folder().exists()


def test_what_is_unknown_is_told_with_what_is_kept() -> None:
    save_unit(UNIT)
    with pytest.raises(UsageError) as caught:
        find_unit("khac")
    assert "ttkn-dak-nong" in caught.value.remedy
    with pytest.raises(InputError):
        find_unit("khong-co.toml")


texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=40)


@given(texts, texts, st.integers(0, 10**6), st.none() | st.dates())
def test_whatever_a_profile_says_comes_back(name: str, masthead: str, run: int, day: dt.date | None) -> None:
    unit = Unit(name=name or "x", licence_masthead=masthead, licence_print_run=run, licence_date=day)
    table = Table.parse(unit_text(unit).encode("utf-8"), "u.toml")
    assert table.text("name") == nfc(unit.name)
    assert table.text("licence_masthead", "") == nfc(masthead)
    assert (table.integer("licence_print_run", 0), table.optional_date("licence_date")) == (run, day)


def test_covers_of_the_first_schema_are_still_read() -> None:
    data = encode(DOCUMENT)
    old = {**data, "schema": 1, "unit": {key: value for key, value in data["unit"].items() if not key.startswith("licence_f")}}
    for key in (
        "licence_pages",
        "licence_print_run",
        "licence_printer",
        "licence_periodicity",
        "licence_masthead",
        "masthead_outline",
    ):
        old["unit"].pop(key)
    assert decode(old, "cũ.cover").unit.licence_format == ""
    assert decode(old, "cũ.cover").elements == DOCUMENT.elements


def test_a_wrong_key_is_named(own: Path) -> None:
    path = own / "u.toml"
    path.write_text('name = "a"\nlicence_size = "A4"\n', encoding="utf-8")
    with pytest.raises(InputError, match="licence_size"):
        read_unit(path)
