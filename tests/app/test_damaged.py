"""Odd, damaged and hostile PDFs: each ends with findings or a clear refusal, in little time and memory, and none passes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from coverkit.preflight import limits
from coverkit.preflight.inspect import inspect
from tests.app import hostile, mutants
from tests.preflight.files import built

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus" / "damaged"
BOMBS = sorted((CORPUS / "bombs").glob("*.pdf"))
FILES = [*sorted((CORPUS / "files").glob("*.pdf")), *BOMBS]
MEGABYTES = 500
MUTANTS = int(os.environ.get("COVERKIT_MUTANTS", "100"))
"""How many files are broken by chance; 300 take half a minute."""
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are limited by what POSIX offers")
NEEDS_CORPUS = pytest.mark.skipif(not FILES, reason="the corpus of damaged files is not beside the project")


def _checked(files: list[Path]) -> dict[str, dict[str, object]]:
    run = subprocess.run(
        [sys.executable, "-m", "tests.app.limited", *map(str, files)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    lines = [json.loads(line) for line in run.stdout.splitlines()]
    return {str(one["file"]): one for one in lines}


@cache
def _told() -> dict[str, dict[str, object]]:
    return _checked(FILES)


@NEEDS_CORPUS
def test_every_file_was_checked() -> None:
    assert len(BOMBS) == 2
    assert sorted(_told()) == sorted(file.name for file in FILES)


@NEEDS_CORPUS
@pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem)
def test_it_ends_with_findings_or_a_refusal_within_its_limits(file: Path) -> None:
    told = _told()[file.name]
    assert told["outcome"] in ("refused", "error"), told
    assert isinstance(told["megabytes"], int)
    assert told["megabytes"] <= MEGABYTES
    if told["outcome"] == "refused":
        assert file.name in str(told["message"])
        assert told["remedy"]
    else:
        assert told["message"] == ""
        assert isinstance(told["findings"], int)
        assert told["findings"] > 0


def test_endless_files_end_within_the_limits(tmp_path: Path) -> None:
    made = [tmp_path / name for name in hostile.files()]
    for path, data in zip(made, hostile.files().values(), strict=True):
        path.write_bytes(data)
    told = _checked(made)
    assert sorted(told) == sorted(path.name for path in made)
    assert {name: one["outcome"] for name, one in told.items() if one["outcome"] in ("killed", "broke", "crash")} == {}
    assert {name: one["message"] for name, one in told.items() if one["message"]} == {}
    assert told["pages.pdf"]["outcome"] == "error"


def test_forms_without_an_end_are_given_up_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_SECONDS", 0.2)
    (page,) = inspect(built(hostile.forms, b"/A Do")).pages
    assert any("limit" in reason for reason in page.unread)


def test_files_that_were_broken_by_chance_end_with_a_report_or_a_refusal(tmp_path: Path) -> None:
    made = []
    for name, data in mutants.mutants(MUTANTS):
        (tmp_path / name).write_bytes(data)
        made.append(tmp_path / name)
    told = _checked(made)
    assert len(told) == MUTANTS
    assert {name: one for name, one in told.items() if one["outcome"] in ("killed", "broke", "crash")} == {}
    assert {name for name, one in told.items() if one["outcome"] == "refused" and not one["remedy"]} == set()
    assert all(isinstance(one["megabytes"], int) and one["megabytes"] <= MEGABYTES for one in told.values())
    # Both ends occur, or nothing was tried.
    assert min(sum(one["outcome"] == end for one in told.values()) for end in ("refused", "error")) > 5
