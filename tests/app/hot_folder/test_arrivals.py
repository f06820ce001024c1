"""When a file has arrived whole: sizes that rest, ends that fit, and an end to patience."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from coverkit.app.hot_folder.arrivals import Arrivals, is_arrival, is_complete
from coverkit.errors import InputError

WHOLE = b"%PDF-1.6\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n"


def named(ready: list[Path]) -> list[str]:
    return [path.name for path in ready]


def test_a_file_is_ready_when_it_rested(tmp_path: Path) -> None:
    arrivals = Arrivals(tmp_path, settle=2, patience=60)
    (tmp_path / "a.pdf").write_bytes(WHOLE)
    assert (arrivals.look(0), arrivals.waiting) == ([], ("a.pdf",))
    assert arrivals.look(1.9) == []
    assert (named(arrivals.look(2)), arrivals.waiting) == (["a.pdf"], ())


def test_a_file_that_grows_or_is_written_over_begins_anew(tmp_path: Path) -> None:
    arrivals = Arrivals(tmp_path, settle=2, patience=60)
    path = tmp_path / "a.pdf"
    path.write_bytes(WHOLE)
    arrivals.look(0)
    path.write_bytes(WHOLE + b"%%EOF")
    assert arrivals.look(2) == []
    os.utime(path, (1, 1))
    assert arrivals.look(4) == []
    assert named(arrivals.look(6)) == ["a.pdf"]


@pytest.mark.parametrize("content", [WHOLE[:-8], WHOLE[:40] + bytes(5000), b"PK\x03\x04 half a cover", b""])
def test_half_a_file_waits_until_patience_ends(content: bytes, tmp_path: Path) -> None:
    arrivals = Arrivals(tmp_path, settle=2, patience=60)
    (tmp_path / "a.pdf").write_bytes(content)
    assert [bool(arrivals.look(now)) for now in (0, 2, 59.9, 60)] == [False, False, False, True]


def test_what_vanishes_is_forgotten(tmp_path: Path) -> None:
    arrivals = Arrivals(tmp_path, settle=2, patience=60)
    path = tmp_path / "a.pdf"
    path.write_bytes(WHOLE)
    arrivals.look(0)
    path.unlink()
    assert arrivals.look(2) == []
    path.write_bytes(WHOLE)
    assert arrivals.look(4) == []


def test_a_thousand_are_ready_at_once_and_in_order(tmp_path: Path) -> None:
    arrivals = Arrivals(tmp_path, settle=2, patience=60)
    for number in range(1000):
        (tmp_path / f"{number:03d}.pdf").write_bytes(WHOLE)
    arrivals.look(0)
    assert named(arrivals.look(2)) == [f"{number:03d}.pdf" for number in range(1000)]


@pytest.mark.parametrize(
    "name", [".a.pdf", "a.pdf.part", "a.pdf~", "~$a.pdf", "A.PDF.CRDOWNLOAD", "Thumbs.db", "a.check.json", "a.tmp"]
)
def test_what_is_hidden_or_unfinished_is_no_arrival(name: str, tmp_path: Path) -> None:
    assert not is_arrival(name)
    (tmp_path / name).write_bytes(WHOLE)
    (tmp_path / "folder.pdf").mkdir()
    arrivals = Arrivals(tmp_path, settle=0, patience=0)
    assert (arrivals.look(0), arrivals.waiting) == ([], ())


def test_ends(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"junk\n" + WHOLE + b"\n" * 1500)
    assert is_complete(path)
    path.write_bytes(b"PK\x03\x04" + bytes(100_000) + b"PK\x05\x06" + bytes(18))
    assert is_complete(path)
    path.write_bytes(b"neither")
    assert is_complete(path)
    assert not is_complete(tmp_path / "none")


def test_a_folder_that_goes_away_is_told(tmp_path: Path) -> None:
    arrivals = Arrivals(tmp_path / "in", settle=0, patience=0)
    with pytest.raises(InputError, match="in"):
        arrivals.look(0)
