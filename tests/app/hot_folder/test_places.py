"""How files move: names that clash, disks that differ, and stops at every step."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from coverkit.app.hot_folder.places import Claimed, Places
from coverkit.errors import OutputError


@pytest.fixture
def places(tmp_path: Path) -> Places:
    (tmp_path / "in").mkdir()
    found = Places(tmp_path / "in", tmp_path / "out")
    found.make()
    return found


def arrived(places: Places, name: str, content: bytes = b"pdf") -> Path:
    path = places.inbox / name
    path.write_bytes(content)
    return path


def claimed(places: Places, name: str, content: bytes = b"pdf") -> Claimed:
    found = places.claim(arrived(places, name, content))
    assert found is not None
    return found


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_file_goes_through_with_its_proof_and_reports(places: Places, tmp_path: Path) -> None:
    arrived(places, "a.check.json", b"proof")
    one = claimed(places, "a.pdf")
    assert list(places.inbox.iterdir()) == []
    assert one.proof is not None
    one.report(".report.json").write_bytes(b"{}")
    one.report(".report.html").write_bytes(b"<p>")
    assert places.deliver(one, "passed") == tmp_path / "out" / "passed" / "a.pdf"
    files = {"a.pdf": b"pdf", "a.check.json": b"proof", "a.report.json": b"{}", "a.report.html": b"<p>"}
    assert tree(tmp_path / "out") == {f"passed/{name}": data for name, data in files.items()}


def test_a_proof_goes_with_a_pdf_alone(places: Places) -> None:
    proof = arrived(places, "a.check.json", b"proof")
    assert claimed(places, "a.cover").proof is None
    assert proof.is_file()


def test_names_that_clash_get_numbers(places: Places) -> None:
    delivered = [places.deliver(claimed(places, name, name.encode()), "failed").name for name in ("a.pdf", "a.pdf", "A.pdf")]
    assert delivered == ["a.pdf", "a-2.pdf", "A-3.pdf"]
    # Their reports would have the same name.
    assert places.deliver(claimed(places, "a.cover"), "failed").name == "a-4.cover"
    assert places.deliver(claimed(places, "a.pdf"), "passed").name == "a.pdf"
    assert places.deliver(claimed(places, "none"), "passed").name == "none"


def test_reports_whose_file_never_followed_are_written_over(places: Places, tmp_path: Path) -> None:
    orphan = tmp_path / "out" / "passed" / "a.report.json"
    orphan.write_bytes(b"old")
    one = claimed(places, "a.pdf")
    one.report(".report.json").write_bytes(b"new")
    assert places.deliver(one, "passed").name == "a.pdf"
    assert orphan.read_bytes() == b"new"


def test_what_was_in_hand_is_taken_up_again(places: Places, tmp_path: Path) -> None:
    arrived(places, "a.check.json", b"proof")
    one = claimed(places, "a.pdf")
    one.report(".report.html").write_bytes(b"half")
    restarted = Places(tmp_path / "in", tmp_path / "out")
    assert list(restarted.left_over()) == [one]
    # A new claim does not land in the old one's folder.
    assert claimed(restarted, "b.pdf").folder != one.folder


def test_a_folder_that_lost_its_file_is_taken_away_and_its_proof_given_back(places: Places) -> None:
    arrived(places, "a.check.json", b"proof")
    one = claimed(places, "a.pdf")
    one.path.unlink()
    assert list(places.left_over()) == []
    assert (places.inbox / "a.check.json").read_bytes() == b"proof"
    assert not one.folder.exists()


def test_a_file_that_is_gone_is_no_claim(places: Places) -> None:
    assert places.claim(places.inbox / "a.pdf") is None
    assert not [one for one in places.lock.parent.iterdir() if one.is_dir()]


@pytest.fixture
def other_disk(places: Places, monkeypatch: pytest.MonkeyPatch) -> Places:
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.parent == places.inbox:
            raise OSError(errno.EXDEV, "another disk")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    return places


def test_between_disks_it_is_copied(other_disk: Places) -> None:
    one = claimed(other_disk, "a.pdf", b"content")
    assert (one.path.read_bytes(), list(other_disk.inbox.iterdir())) == (b"content", [])


def test_a_copy_between_disks_that_was_stopped_is_whole_or_made_again(places: Places) -> None:
    before, after = (places.lock.parent / name for name in ("000007", "000008"))
    for folder, name in ((before, "a.pdf"), (after, "b.pdf")):
        folder.mkdir()
        (folder / f"{name}.copied").write_bytes(b"copy")
    arrived(places, "a.pdf", b"first")
    assert [one.path for one in places.left_over()] == [after / "b.pdf"]
    assert not before.exists()
    assert (places.inbox / "a.pdf").read_bytes() == b"first"


def test_a_full_disk_is_told_and_the_file_stays(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    one = claimed(places, "a.pdf")

    def full(self: Path, target: Path) -> Path:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OutputError, match="no room left"):
        places.deliver(one, "passed")
    assert one.path.is_file()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError):
        Places(tmp_path, tmp_path / "file").make()
