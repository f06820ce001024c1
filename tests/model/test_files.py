"""Saving and loading on a real disk: whole or not at all, whatever goes wrong."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

from coverkit.errors import InputError, OutputError
from coverkit.model.storage import atomic
from coverkit.model.storage.atomic import atomic_write, replacing
from coverkit.model.storage.container import write_bytes
from coverkit.model.storage.files import load, save
from tests.model.samples import COVER, DOCUMENT

posix = pytest.mark.skipif(os.name != "posix", reason="modes and links of POSIX")
not_root = pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() == 0, reason="root may write everywhere")
OTHER = replace(COVER, document=replace(DOCUMENT, printer="newsprint"))


def test_saved_and_loaded(tmp_path: Path) -> None:
    path = tmp_path / "Bản tin số 9.cover"
    save(path, COVER)
    assert path.read_bytes() == write_bytes(COVER)
    assert load(path) == COVER
    save(path, OTHER)
    assert load(path) == OTHER
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EIO])
@pytest.mark.parametrize("function", ["write", "fsync"])
def test_a_save_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, function: str, code: int
) -> None:
    path = tmp_path / "a.cover"
    save(path, COVER)
    fonts = replace(OTHER, fonts=MappingProxyType({"a.ttf": bytes(3 << 20)}))
    real, calls = getattr(os, function), iter(range(10**6))

    def fails_later(*arguments: object) -> object:
        if function == "fsync" or next(calls) >= 2:
            raise OSError(code, os.strerror(code))
        return real(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr(os, function, fails_later)
        with pytest.raises(OutputError, match=r"a\.cover") as caught:
            save(path, fonts)
    assert caught.value.remedy
    assert load(path) == COVER
    assert list(tmp_path.iterdir()) == [path]
    save(path, fonts)
    assert load(path) == fonts


def test_a_full_disk_is_called_full(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    path = tmp_path / "a.pdf"
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, hard))
    try:
        with pytest.raises(OutputError, match="no room left"):
            atomic_write(path, bytes(3 << 20))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("failure", [KeyboardInterrupt, InputError, ZeroDivisionError])
def test_an_interrupted_write_leaves_nothing_behind(tmp_path: Path, failure: type[BaseException]) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")

    def pieces() -> Iterator[bytes]:
        yield bytes(2 << 20)
        raise failure("stop")

    with pytest.raises(failure):
        atomic_write(path, pieces())
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_nothing_is_written_when_the_cover_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        save(tmp_path / "a.cover", replace(COVER, assets=MappingProxyType({})))
    assert list(tmp_path.iterdir()) == []


def test_writes_come_in_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []
    real = os.write

    def counted(descriptor: int, data: memoryview) -> int:
        sizes.append(len(data))
        return real(descriptor, data[: len(data) - len(data) // 3])

    data = os.urandom(5 << 20)
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", counted)
        atomic_write(tmp_path / "a.bin", data)
    assert (tmp_path / "a.bin").read_bytes() == data
    assert max(sizes) <= atomic.CHUNK
    assert len(sizes) > 5


def test_a_stream_can_go_back(tmp_path: Path) -> None:
    with replacing(tmp_path / "a.bin") as stream:
        stream.write(b"0123456789")
        stream.seek(3)
        stream.write(b"xx")
        assert stream.tell() == 5
        assert not (tmp_path / "a.bin").exists()
    assert (tmp_path / "a.bin").read_bytes() == b"012xx56789"


@posix
def test_the_mode_is_kept_and_a_link_followed(tmp_path: Path) -> None:
    path, link = tmp_path / "a.cover", tmp_path / "link.cover"
    atomic_write(path, b"old")
    umask = os.umask(0)
    os.umask(umask)
    assert stat.S_IMODE(path.stat().st_mode) == 0o666 & ~umask
    path.chmod(0o640)
    link.symlink_to("a.cover")
    atomic_write(link, b"new")
    assert link.is_symlink()
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@posix
def test_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"")
    os.mkfifo(tmp_path / "pipe")
    for name, words in {
        "folder": "there is a folder of that name",
        "missing/a.cover": "there is no such folder",
        "file/a.cover": "there is no such folder",
        "pipe": "it is protected",
        "x" * 300: "cannot be written",
    }.items():
        with pytest.raises(OutputError, match=words) as caught:
            save(tmp_path / name, COVER)
        assert caught.value.remedy
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder", "pipe"]


def test_a_protected_file_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.cover"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    with pytest.raises(OutputError, match="it is protected"):
        save(path, COVER)
    assert path.read_bytes() == b"old"


@posix
@not_root
def test_protected_files_and_folders(tmp_path: Path) -> None:
    path = tmp_path / "a.cover"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(OutputError, match="it is protected"):
        save(path, COVER)
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(OutputError, match="it is protected"):
            save(tmp_path / "b.cover", COVER)
    finally:
        tmp_path.chmod(0o755)
    assert path.read_bytes() == b"old"


def test_long_names_leave_room_for_the_temporary_one(tmp_path: Path) -> None:
    path = tmp_path / ("Ệ" * 80 + ".cover")
    save(path, COVER)
    assert load(path) == COVER


def test_a_leftover_of_a_crash_is_no_obstacle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atomic, "_numbers", iter((1, 2)))
    leftover = tmp_path / f".a.bin.tmp-{os.getpid()}-1"
    leftover.write_bytes(b"somebody's")
    atomic_write(tmp_path / "a.bin", b"new")
    assert (tmp_path / "a.bin").read_bytes() == b"new"
    assert leftover.read_bytes() == b"somebody's"


def test_what_cannot_be_loaded(tmp_path: Path) -> None:
    (tmp_path / "text.cover").write_text("hello", encoding="utf-8")
    for name, words in {"missing.cover": "cannot be read", ".": "is not a file", "text.cover": "is not a cover file"}.items():
        with pytest.raises(InputError, match=words) as caught:
            load(tmp_path / name)
        assert caught.value.remedy
