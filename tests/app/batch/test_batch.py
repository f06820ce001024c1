"""Batches from end to end: rows that change a base, wrong cells, covers with errors, and what is delivered when."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from coverkit.app.batch.making import BatchSetup
from coverkit.app.batch.plan import RowPlan
from coverkit.app.batch.reading import read_table
from coverkit.app.batch.running import read_batch
from coverkit.app.covers import save
from coverkit.app.project import Project
from coverkit.app.sample import sample_folder, sample_project, unit
from coverkit.app.units import read_unit, save_unit
from coverkit.errors import InputError, OutputError
from coverkit.model.values import PictureValue
from coverkit.preflight.inspect import inspect
from tests.app.batch.sheets import Value, xlsx
from tests.cli.runner import run

UNIT = (
    (sample_folder() / "unit.toml")
    .read_text(encoding="utf-8")
    .replace("Trung tâm Khuyến nông tỉnh Đắk Nông", "Chi cục Kiểm lâm")
)
A_LOT = "Một tít dài không thể đặt vừa trên bìa " * 20


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("base") / "demo.cover"
    save(sample_project(), path)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "unit.toml").write_text(UNIT, encoding="utf-8")
    (tmp_path / "anh.jpg").write_bytes((sample_folder() / "nui-hoang-hon.jpg").read_bytes())
    return tmp_path


def rows_of(folder: Path, base: Path, text: str) -> tuple[RowPlan, ...]:
    (folder / "t.csv").write_text(text, encoding="utf-8")
    return read_batch(read_table(folder / "t.csv"), folder, BatchSetup(base, folder), folder / "out").rows


def delivered(out: Path) -> set[str]:
    return {path.name for path in out.iterdir()}


def test_what_columns_mean(folder: Path, base: Path) -> None:
    heading = "Tệp;SỐ;Ngày phát hành;loại;unit;unit.pages;Tên bản tin;Tít chính;subhead;ảnh bìa;slogan"
    (row,) = rows_of(folder, base, f"{heading}\nbia 1.pdf;07;1/9/2020;Bản tin;unit.toml;40;Rừng xanh;a\\nb;c;anh.jpg;d\n")
    assert (row.row, row.stem, row.number, row.date, row.kind) == (2, "bia 1", "07", dt.date(2020, 9, 1), "ban-tin")
    assert row.texts == {"headline": "a\nb", "subhead": "c", "slogan": "d"}
    assert row.pictures == {"hero": folder / "anh.jpg"}
    assert row.unit is not None
    assert (row.unit.name, row.unit.publication, row.unit.pages) == ("Chi cục Kiểm lâm", "Rừng xanh", 40)


def test_a_unit_may_be_named_as_it_is_kept(folder: Path, base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COVERKIT_CONFIG", str(folder / "own"))
    kept = save_unit(read_unit(folder / "unit.toml"))
    (row,) = rows_of(folder, base, f"unit\n{kept.id}\n")
    assert row.unit == kept.unit
    with pytest.raises(InputError, match="none-such"):
        rows_of(folder, base, "unit\nnone-such\n")


def test_empty_cells_leave_the_base_as_it_is(folder: Path, base: Path) -> None:
    first, second = rows_of(folder, base, "number;headline;unit.name\n1;;\n;x;Y\n")
    assert (first.stem, first.number, first.texts, first.unit) == ("demo-2", "1", {}, None)
    assert (second.number, second.texts) == (None, {"headline": "x"})
    # A field of the unit alone changes the base's own unit.
    assert second.unit is not None
    assert (second.unit.name, second.unit.address) == ("Y", unit().address)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("number;colour\n1;2\n", r"column B \(“colour”\) is not known"),
        ("number;name\n1;2\n", r"column B \(“name”\) names a part that the design fills itself"),
        ("number;Số\n1;2\n", r"column A \(“number”\) and column B \(“Số”\) mean the same"),
        ("date\n31/02/2020\n", r"row 2, column A \(“date”\): “31/02/2020” is no date"),
        ("date\n15/10/20\n", "“15/10/20” is no date"),
        ("number;hero\n1;none.jpg\n", r"row 2, column B \(“hero”\): there is no file"),
        ("unit\nanh.jpg\n", r"row 2, column A \(“unit”\)"),
        ("kind;number\nbook;1\n", "neither ban-tin nor tai-lieu"),
        ("file\na/b\n", "“a/b” cannot be the name of a file"),
        ("file\n..\n", "cannot be the name"),
        ("file\nx\nX.pdf\n", "row 3: the file “X” is already that of row 2"),
        ("unit.pages\nmany\n", "“many” is no whole number"),
    ],
)
def test_wrong_columns_and_cells_are_named(text: str, words: str, folder: Path, base: Path) -> None:
    with pytest.raises(InputError, match=words):
        rows_of(folder, base, text)


def test_all_wrong_cells_are_told_at_once(folder: Path, base: Path) -> None:
    with pytest.raises(InputError) as caught:
        rows_of(folder, base, "date;hero\n" + "never;none.jpg\n" * 15)
    lines = caught.value.message.splitlines()
    assert len(lines) == 22
    assert "row 2, column A" in lines[1]
    assert "and 10 more" in lines[-1]


def test_covers_are_made_with_what_their_rows_say(folder: Path, base: Path) -> None:
    table: list[list[Value]] = [
        ["file", "number", "date", "headline", "hero", "unit"],
        ["mot", 11, dt.date(2020, 10, 20), "Cà phê được giá", "anh.jpg", "unit.toml"],
    ]
    (folder / "t.xlsx").write_bytes(xlsx({"a": [*table, ["hai", "12"]]}))
    out = folder / "out"
    ended = run("batch", folder / "t.xlsx", "--base", base, "-o", out, "--covers", "--json")
    document = json.loads(ended.out)
    assert (ended.code, document["status"], document["counts"]) == (0, "done", {"rows": 2, "written": 2})
    names = {f"{stem}{ending}" for stem in ("mot", "hai") for ending in (".pdf", ".check.json", ".cover")}
    assert delivered(out) == {*names, "batch.json"}
    assert json.loads((out / "batch.json").read_text(encoding="utf-8")) == document
    assert set(document["rows"][0]["files"]) == {"mot.pdf", "mot.check.json", "mot.cover"}
    project = Project.open(out / "mot.cover")
    assert (project.document.issue.number, project.document.issue.date) == ("11", dt.date(2020, 10, 20))
    assert project.document.unit.name == "Chi cục Kiểm lâm"
    hero = project.document.element("hero")
    assert hero is not None
    assert isinstance(hero.values["picture"], PictureValue)
    assert hero.values["picture"].name == "anh.jpg"
    texts = " ".join(mark.text for page in inspect(out / "mot.pdf").pages for mark in page.texts)
    assert "Cà phê" in texts
    assert run("verify", out / "mot.pdf").code == 0
    # The second row changed the number alone, and was made as one exported by itself would be.
    alone = folder / "alone.cover"
    assert run("edit", base, "-o", alone, "--number", "12").code == 0
    assert run("export", alone, "-o", folder / "hai.pdf").code == 0
    assert (folder / "hai.pdf").read_bytes() == (out / "hai.pdf").read_bytes()


@pytest.mark.parametrize(
    ("how", "files", "states"),
    [
        ("fail", set(), ["not-delivered", "refused", "not-made", "not-made"]),
        ("skip", {"a", "d"}, ["written", "refused", "broke", "written"]),
        ("keep", {"a", "b", "d"}, ["written", "kept", "broke", "written"]),
    ],
)
def test_covers_with_errors(how: str, files: set[str], states: list[str], folder: Path, base: Path) -> None:
    (folder / "bad.jpg").write_bytes(b"no picture")
    (folder / "t.csv").write_text(f"file;headline;hero\na;;\nb;{A_LOT};\nc;;bad.jpg\nd;;\n", encoding="utf-8")
    ended = run("batch", folder / "t.csv", "--base", base, "-o", folder / "out", "--on-problem", how, "--json")
    document = json.loads(ended.out)
    assert (ended.code, document["status"]) == (1, "problems")
    assert [row["state"] for row in document["rows"]] == states
    assert delivered(folder / "out") == {
        "batch.json",
        *(f"{one}{ending}" for one in files for ending in (".pdf", ".check.json")),
    }
    assert document["rows"][1]["errors"][0]["rule"].startswith(("text.", "layout."))
    if how != "fail":
        assert "bad.jpg" in document["rows"][2]["message"]
    if how == "keep":
        assert b"not-passed" in (folder / "out" / "b.pdf").read_bytes()


def test_processes_make_the_same_files(folder: Path, base: Path) -> None:
    (folder / "t.csv").write_text("file;number\na;1\nb;2\nc;3\n", encoding="utf-8")
    for out, jobs in (("one", "1"), ("two", "2")):
        ended = run("batch", folder / "t.csv", "--base", base, "-o", folder / out, "--jobs", jobs)
        assert ended.code == 0, ended.err
        assert "row 4, c: written" in ended.out
    for name in ("a.pdf", "b.pdf", "c.pdf"):
        assert (folder / "one" / name).read_bytes() == (folder / "two" / name).read_bytes()


def test_what_a_killed_batch_left_is_taken_away(folder: Path, base: Path) -> None:
    left = folder / "out" / ".batch-left" / "2"
    left.mkdir(parents=True)
    (left / "half.pdf").write_bytes(b"half")
    (folder / "t.csv").write_text("file;number\na;1\n", encoding="utf-8")
    assert run("batch", folder / "t.csv", "--base", base, "-o", folder / "out").code == 0
    assert delivered(folder / "out") == {"a.pdf", "a.check.json", "batch.json"}


def test_usage_and_places(folder: Path, base: Path) -> None:
    (folder / "t.csv").write_text("number\n1\n", encoding="utf-8")
    assert run("batch", folder / "t.csv", "--base", base, "-o", folder / "out", "--jobs", "0").code == 2
    assert run("batch", folder / "t.csv", "--base", base, "-o", folder / "out", "--as", "docx").code == 2
    assert run("batch", folder / "t.csv", "--base", folder / "none.cover", "-o", folder / "out").code == 3
    assert not (folder / "out").exists()
    batch = read_batch(read_table(folder / "t.csv"), folder, BatchSetup(base, folder), folder / "anh.jpg" / "out")
    with pytest.raises(OutputError):
        list(batch.run())
