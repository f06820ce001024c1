"""Unsaved covers survive: kept, found again, never taken from a program that lives, whole after `kill -9`."""

from __future__ import annotations

import datetime as dt
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from coverkit.app import covers, recovery
from coverkit.app.presence import Presence, is_held
from coverkit.app.project import Project
from coverkit.app.recovery import Keeper, left_over
from coverkit.app.sample import sample_folder, sample_project
from coverkit.errors import OutputError
from coverkit.model import edits
from coverkit.records import replace

ROOT = Path(__file__).resolve().parents[2]
TIME = dt.datetime(2020, 10, 15, 8, 30)
KILLS = int(os.environ.get("COVERKIT_KILLS", "4"))
"""How many programs are killed; 200 are asked for where there is time: COVERKIT_KILLS=200."""


@pytest.fixture(scope="module")
def project() -> Project:
    return sample_project()


def _numbered(project: Project, number: str) -> Project:
    issue = replace(project.document.issue, number=number)
    return project.with_document(edits.set_issue(project.document, issue).document)


def test_what_a_dead_program_left_is_found_with_name_time_and_content(project: Project, tmp_path: Path) -> None:
    keeper = Keeper(tmp_path)
    keeper.keep(project, "Khuyến nông số 10", tmp_path / "so-10.cover", TIME)
    keeper.keep(_numbered(project, "77"), "Khuyến nông số 77", tmp_path / "so-10.cover", TIME)
    assert left_over(tmp_path) == (), "this program still has it"
    _die(keeper)
    (left,) = left_over(tmp_path)
    assert (left.name, left.path, left.time) == ("Khuyến nông số 77", tmp_path / "so-10.cover", TIME)
    found = left.open()
    assert found.document == _numbered(project, "77").document
    assert found.compose().scene == _numbered(project, "77").compose().scene
    left.discard()
    assert left_over(tmp_path) == ()
    assert not left.folder.exists()


def test_a_change_of_the_text_alone_writes_no_pictures_again(project: Project, tmp_path: Path) -> None:
    keeper = Keeper(tmp_path)
    keeper.keep(project, "a", None, TIME)
    assert keeper.folder is not None
    (base,) = keeper.folder.glob("base-*")
    before = base.stat().st_mtime_ns
    keeper.keep(_numbered(project, "5"), "a", None, TIME)
    assert [one.stat().st_mtime_ns for one in keeper.folder.glob("base-*")] == [before]
    other = covers.with_picture(project, "hero", (sample_folder() / "nui-hoang-hon.jpg").read_bytes(), "n.jpg")
    keeper.keep(other, "a", None, TIME)
    assert [one.name for one in keeper.folder.glob("base-*")] == ["base-2.cover"]
    _die(keeper)
    assert left_over(tmp_path)[0].open().document == other.document


def test_a_cover_that_was_closed_leaves_nothing(project: Project, tmp_path: Path) -> None:
    keeper = Keeper(tmp_path)
    keeper.keep(project, "a", None, TIME)
    keeper.drop()
    assert list(tmp_path.iterdir()) == []
    keeper.drop()
    keeper.keep(project, "a", None, TIME)
    assert keeper.folder is not None
    keeper.drop()


def test_a_damaged_state_still_offers_the_cover(project: Project, tmp_path: Path) -> None:
    keeper = Keeper(tmp_path)
    keeper.keep(project, "a", None, TIME)
    folder = keeper.folder
    assert folder is not None
    _die(keeper)
    (folder / recovery.STATE).write_bytes(b"{ half")
    (left,) = left_over(tmp_path)
    assert left.open().document == project.document


def test_a_folder_that_cannot_be_written_is_said(project: Project, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where the folder should be")
    with pytest.raises(OutputError, match="taken"):
        Keeper(tmp_path / "taken").keep(project, "a", None, TIME)


def test_a_lock_is_held_until_it_is_left(tmp_path: Path) -> None:
    presence = Presence(tmp_path / "lock")
    assert is_held(tmp_path / "lock")
    presence.leave()
    assert not is_held(tmp_path / "lock")
    assert not is_held(tmp_path / "none")


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX")
def test_after_kill_9_at_any_moment_old_or_new_is_whole(tmp_path: Path) -> None:
    chance = random.Random(20201015)
    file = tmp_path / "saved.cover"
    for _ in range(KILLS):
        with subprocess.Popen(
            [sys.executable, "-m", "tests.app.recovery_job", str(tmp_path / "kept"), str(file)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
        ) as job:
            assert job.stdout is not None
            assert job.stdout.readline() == b"ready\n"
            assert left_over(tmp_path / "kept") == (), "a program that lives keeps its own"
            time.sleep(chance.uniform(0.0, 0.25))
            job.kill()
        saved = Project.open(file)
        (left,) = left_over(tmp_path / "kept")
        kept = left.open()
        assert left.name == f"cover {kept.document.issue.number}"
        assert 0 <= int(kept.document.issue.number) - int(saved.document.issue.number) <= 1
        kept.packed().used_assets("kept")
        left.discard()
    # What was being written when a program died stays behind under names that nothing opens; nothing else does.
    assert {one.name for one in tmp_path.iterdir() if not one.name.startswith(".")} == {"kept", "saved.cover"}


def _die(keeper: Keeper) -> None:
    """Let go of the lock as the system does when a program is killed."""
    assert keeper._presence is not None
    keeper._presence.leave()
