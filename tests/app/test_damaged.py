"""Odd, damaged and hostile PDFs: each ends with findings or a clear refusal, in little time and memory, and none passes."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus" / "damaged"
BOMBS = sorted((CORPUS / "bombs").glob("*.pdf"))
FILES = [*sorted((CORPUS / "files").glob("*.pdf")), *BOMBS]
MEGABYTES = 500
pytestmark = [
    pytest.mark.skipif(not FILES, reason="the corpus of damaged files is not beside the project"),
    pytest.mark.skipif(sys.platform == "win32", reason="processes are limited by what POSIX offers"),
]


@cache
def _told() -> dict[str, dict[str, object]]:
    run = subprocess.run(
        [sys.executable, "-m", "tests.app.limited", *map(str, FILES)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    lines = [json.loads(line) for line in run.stdout.splitlines()]
    return {str(one["file"]): one for one in lines}


def test_every_file_was_checked() -> None:
    assert len(BOMBS) == 2
    assert sorted(_told()) == sorted(file.name for file in FILES)


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
