"""`kill -9` in the middle of an export: press file, proof and report are whole, and a pair that does not match is named."""

from __future__ import annotations

import hashlib
import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from coverkit import i18n
from coverkit.app.pipeline import ExportRequest, export, write_files
from coverkit.app.proofs.telling import verification_text
from coverkit.app.proofs.verifying import verify
from coverkit.app.sample import sample_project
from coverkit.errors import OutputError
from tests.app.test_recovery import KILLS, ROOT

posix = pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX")
NAMES = {"bia.pdf", "bia.check.json", "bia.report.json"}


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    i18n.activate("en")
    yield
    i18n.activate("en")


@posix
def test_after_kill_9_while_exporting_all_is_whole_and_a_wrong_pair_is_named(tmp_path: Path) -> None:
    chance = random.Random(1011)
    file = tmp_path / "bia.pdf"
    states: dict[str, int] = {}
    for _ in range(max(2, KILLS // 2)):
        with subprocess.Popen(
            [sys.executable, "-m", "tests.app.export_job", str(file)], cwd=ROOT, stdout=subprocess.PIPE, text=True
        ) as job:
            assert job.stdout is not None
            pairs = [tuple(job.stdout.readline().split()) for _ in range(2)]
            assert job.stdout.readline() == "ready\n"
            time.sleep(chance.uniform(0.0, 0.1))
            job.kill()
        state = _told(file, pairs)
        states[state] = states.get(state, 0) + 1
        about = json.loads(file.with_suffix(".report.json").read_bytes())["subject"]["sha256"]
        assert about in {pair[0] for pair in pairs}, "the report is whole, and says of which file it is"
    assert {one.name for one in tmp_path.iterdir() if not one.name.startswith(".")} == NAMES
    print(f"kills while exporting: {states}")  # noqa: T201 - told with -s


@posix
def test_killed_after_each_step_the_pair_is_the_old_one_the_new_one_or_named(tmp_path: Path) -> None:
    said = subprocess.run(
        [sys.executable, "-m", "tests.app.export_job", str(tmp_path / "bia.pdf"), "3"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    pairs = [tuple(line.split()) for line in said.stdout.splitlines()]
    files = [tmp_path / str(step) / "bia.pdf" for step in range(3)]
    assert [_told(one, pairs) for one in files] == ["unchanged", "other-file", "unchanged"]
    assert [_digest(one) for one in files] == [pairs[0][0], pairs[1][0], pairs[1][0]]
    found = verify(files[1])
    assert "different exports" in found.reason
    assert "2020-10-15 08:30" in found.reason
    assert not found.is_clean()
    assert found.reason in verification_text(found)
    files[1].with_suffix(".check.json").unlink()
    assert verify(files[1]).state == "no-proof"


def test_what_cannot_be_written_leaves_the_old_pair(tmp_path: Path) -> None:
    """A folder where the proof should go, or a wish to stop: neither file is replaced, nothing else stays behind."""
    file = tmp_path / "bia.pdf"
    made = export(sample_project(), ExportRequest(), "bia")
    (tmp_path / "bia.check.json").mkdir()
    file.write_bytes(b"old")
    with pytest.raises(OutputError, match=r"bia\.check\.json"):
        write_files(made, file)
    (tmp_path / "bia.check.json").rmdir()
    with pytest.raises(InterruptedError):
        write_files(made, file, _stop)
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("bia.pdf", b"old")]


def _stop() -> None:
    raise InterruptedError


def _told(file: Path, pairs: list[tuple[str, ...]]) -> str:
    """Hold a press file and its proof to what was to be written, and return what `verify` says of the two."""
    proof = hashlib.sha256(file.with_suffix(".check.json").read_bytes()).hexdigest()
    assert _digest(file) in {pair[0] for pair in pairs}
    assert proof in {pair[1] for pair in pairs}
    found = verify(file)
    assert found.state == ("unchanged" if (_digest(file), proof) in pairs else "other-file")
    return found.state


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
