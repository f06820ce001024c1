"""Tables as programs save them: separators, encodings, quotation marks, spreadsheets; and what is refused."""

from __future__ import annotations

import datetime as dt
import unicodedata
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coverkit.app.batch.decoding import decode
from coverkit.app.batch.reading import read_table
from coverkit.app.batch.table import MOST_COLUMNS, MOST_ROWS, Row, Table, column_letters
from coverkit.errors import InputError, UsageError
from tests.app.batch.sheets import Value, xlsx

TEXT = "Số;Tít chính\n11;Mùa xanh trên cao nguyên\n12;Được mùa hồ tiêu\n"
ROWS = (Row(2, ("11", "Mùa xanh trên cao nguyên")), Row(3, ("12", "Được mùa hồ tiêu")))


def read(folder: Path, data: bytes, name: str = "t.csv", **options: str) -> Table:
    path = folder / name
    path.write_bytes(data)
    return read_table(path, **options)


def cp1258(text: str) -> bytes:
    """Write a text as Vietnamese Windows does: letters with circumflex, horn or breve whole, tones as marks of their own."""
    marks = "\u0300\u0301\u0303\u0309\u0323"
    parted = []
    for char in unicodedata.normalize("NFC", text):
        pieces = unicodedata.normalize("NFD", char)
        tone = "".join(one for one in pieces if one in marks)
        parted.append(unicodedata.normalize("NFC", "".join(one for one in pieces if one not in marks)) + tone)
    return "".join(parted).encode("cp1258")


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_separators_are_told_by_the_heading(separator: str, tmp_path: Path) -> None:
    table = read(tmp_path, TEXT.replace(";", separator).encode())
    assert (table.heading, table.rows, table.encoding) == (("Số", "Tít chính"), ROWS, "utf-8")


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode("utf-8-sig"), "utf-8"),
        (TEXT.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (cp1258(TEXT), "cp1258"),
        (unicodedata.normalize("NFD", TEXT).encode(), "utf-8"),
    ],
)
def test_encodings_are_found_out(data: bytes, encoding: str, tmp_path: Path) -> None:
    table = read(tmp_path, data)
    assert (table.rows, table.encoding) == (ROWS, encoding)


@pytest.mark.parametrize(
    "data",
    [
        "Größe;Maß\nfünf;süß übermäßig\n".encode("latin-1"),
        b"a;b\n\xff\xfe\xfd;\xd2\n",
        "Số;Tên\n11;Trần\n".encode("cp932", "replace")[:-1] + b"\x81",
    ],
)
def test_what_cannot_be_told_is_refused_and_not_guessed_on(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"neither UTF-8"):
        read(tmp_path, data)


def test_a_person_may_name_the_encoding(tmp_path: Path) -> None:
    assert read(tmp_path, "a;b\nfünf;süß\n".encode("latin-1"), encoding="latin-1").rows == (Row(2, ("fünf", "süß")),)
    with pytest.raises(InputError, match="utf-8"):
        read(tmp_path, cp1258(TEXT), encoding="utf-8")
    with pytest.raises(UsageError, match="klingon"):
        read(tmp_path, TEXT.encode(), encoding="klingon")


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1))
def test_utf8_is_always_told(text: str) -> None:
    raw = ("é" + text).encode()
    assert decode(raw, "t.csv") == (unicodedata.normalize("NFC", "é" + text), "utf-8")


def test_quotation_marks_hold_separators_and_lines(tmp_path: Path) -> None:
    table = read(tmp_path, b'\n"a;1",b\n"mot, hai","ba ""bon""\nnam"\n\n  , \nx\n')
    assert (table.heading, table.heading_row) == (("a;1", "b"), 2)
    assert table.rows == (Row(3, ("mot, hai", 'ba "bon"\nnam')), Row(6, ("x", "")))


def test_the_line_in_which_excel_names_the_separator_is_no_heading(tmp_path: Path) -> None:
    assert read(tmp_path, b"sep=,\r\na,b;c\r\n1,2\r\n").heading == ("a", "b;c")


def test_spreadsheets(tmp_path: Path) -> None:
    rows: list[list[Value]] = [
        ["Số", "Ngày", "headline", None],
        [11, dt.date(2020, 10, 15), "Mùa\nxanh", None],
        [],
        ["12a", None, 1.5],
    ]
    data = xlsx({"Một": rows, "Hai": [["a"], ["b"]]})
    table = read(tmp_path, data, "t.xlsx")
    assert (table.heading, table.encoding) == (("Số", "Ngày", "headline"), "")
    assert table.rows == (Row(2, ("11", dt.date(2020, 10, 15), "Mùa\nxanh")), Row(4, ("12a", "", "1.5")))
    assert read(tmp_path, data, "t.xlsx", sheet="Hai").rows == (Row(2, ("b",)),)
    with pytest.raises(UsageError, match="Ba"):
        read(tmp_path, data, "t.xlsx", sheet="Ba")


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x03\x04" + bytes(200), xlsx({"a": [["a"], ["b"]]})[:-40]])
def test_a_damaged_spreadsheet_is_told(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"t\.xlsx"):
        read(tmp_path, data, "t.xlsx")


def test_a_spreadsheet_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "t.xlsx", "w", zipfile.ZIP_DEFLATED) as archive, archive.open("a", "w") as stream:
        for _ in range(310):
            stream.write(bytes(1_000_000))
    with pytest.raises(InputError, match="too large"):
        read_table(tmp_path / "t.xlsx")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "holds no table"),
        (b"a;b\n", "holds no table"),
        (b"a;b\n1;2;3\n", "row 2, column C"),
        (b"a;;b\n1;2;3\n", "row 2, column B"),
        (b'a;b\n"1;2\n', "row 2: the quotation"),
        (b'a;b\n"1"x;2\n', "row 2: the quotation"),
        (b"a;b\n1;" + b"x" * 100_001, "row 2, column B"),
        (b"a\n" + b"1\n" * (MOST_ROWS + 1), "too large"),
        (b";".join([b"a"] * (MOST_COLUMNS + 1)) + b"\n1\n", "too large"),
    ],
)
def test_what_is_no_table_is_told_with_its_place(data: bytes, words: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=words):
        read(tmp_path, data)


def test_files_that_are_no_tables(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no table"):
        read(tmp_path, b"a", "t.docx")
    with pytest.raises(InputError, match="cannot be read"):
        read_table(tmp_path / "none.csv")


def test_letters_of_columns() -> None:
    assert [column_letters(index) for index in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]
