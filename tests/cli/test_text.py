"""`coverkit text`: the preview, the conversion, the question of capitals, and files that are no Unicode."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from coverkit.errors import ExitCode
from tests.cli.runner import run

OLD = "Quy chÕ xuÊt b¶n\nthµnh phè\nTrung \u00ad¬ng\nplain\n"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "cũ.txt"
    path.write_text(OLD, encoding="utf-8")
    return path


def test_the_preview_shows_each_line_before_and_after(old: Path) -> None:
    ran = run("text", old)
    assert ran.code == 0
    lines = [line.split(maxsplit=3) for line in ran.out.splitlines()]
    assert lines[0][:2] == ["1", "TCVN3"]
    assert "→ Quy chế xuất bản" in " ".join(ran.out.split())
    assert "Trung ·¬ng" in ran.out
    assert "--capitals: 2" in ran.err


def test_it_converts_with_the_capitals_that_a_person_names(old: Path) -> None:
    assert run("text", old, "--convert", "--capitals", "all").out == "Quy chế xuất bản\nTHÀNH PHỐ\nTrung ương\nplain\n"
    ran = run("text", old, "--convert", "--capitals", "1-2,4")
    assert (ran.out, ran.err) == ("QUY CHẾ XUẤT BẢN\nTHÀNH PHỐ\nTrung ương\nPLAIN\n", "")


def test_json_has_all_of_it(old: Path) -> None:
    document = json.loads(run("text", old, "--json").out)
    assert document["schema"] == 1
    assert document["text"] == "Quy chế xuất bản\nthành phố\nTrung ương\nplain"
    first, second, *_ = document["lines"]
    assert (first["line"], first["encoding"], first["after"]) == (1, "tcvn3", "Quy chế xuất bản")
    assert first["confidence"] > 0.9
    assert second["asks_capitals"]


@pytest.mark.parametrize(
    "data", [OLD.encode("cp1252"), OLD.encode("utf-16"), b"\xef\xbb\xbf" + OLD.encode(), OLD.replace("\n", "\r\n").encode()]
)
def test_files_of_old_programs_are_read(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert run("text", path, "--convert", "--capitals", "2").out.splitlines()[:3] == [
        "Quy chế xuất bản",
        "THÀNH PHỐ",
        "Trung ương",
    ]


@pytest.mark.parametrize("lines", ["0", "9", "2-1", "x", "1-"])
def test_lines_that_are_not_there_are_refused(old: Path, lines: str) -> None:
    ran = run("text", old, "--capitals", lines)
    assert ran.code == ExitCode.USAGE
    assert "4 lines" in ran.err


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(b"\x80\x00\x01")
    assert run("text", path).code == run("text", tmp_path / "none.txt").code == ExitCode.INPUT
