"""What differs on Windows, with a simulated one: names, languages, files that are held, programs, no console."""

from __future__ import annotations

import ctypes
import locale
import shutil
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from coverkit import external, i18n, program
from coverkit.errors import MissingError, OutputError
from coverkit.model.storage import patience
from coverkit.model.storage.archive import is_device_name, is_plain_name
from coverkit.model.storage.atomic import atomic_write

VIETNAMESE, ENGLISH = 0x042A, 0x0409


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")


class Held:
    """A target that other programs hold for the first few attempts to replace it."""

    def __init__(self, attempts: int, monkeypatch: pytest.MonkeyPatch) -> None:
        self.left, self.asked = attempts, 0
        self._replace = Path.replace
        monkeypatch.setattr(Path, "replace", lambda path, target: self._refuse(path, target))
        monkeypatch.setattr(time, "sleep", lambda _: None)

    def _refuse(self, path: Path, target: Path) -> Path:
        self.asked += 1
        if self.left > 0:
            self.left -= 1
            raise PermissionError(13, "in use")
        return self._replace(path, target)


@pytest.mark.usefixtures("windows")
def test_a_file_that_is_held_for_a_moment_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "bìa.pdf"
    path.write_bytes(b"old")
    held = Held(3, monkeypatch)
    atomic_write(path, b"new")
    assert (path.read_bytes(), held.asked) == (b"new", 4)


@pytest.mark.usefixtures("windows")
def test_a_file_that_stays_open_elsewhere_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "bìa.pdf"
    path.write_bytes(b"old")
    Held(100, monkeypatch)
    with pytest.raises(OutputError, match="open in another program"):
        atomic_write(path, b"new")
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["bìa.pdf"]


def test_elsewhere_nobody_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = Held(100, monkeypatch)
    with pytest.raises(PermissionError):
        patience.put_in_place(tmp_path / "a", tmp_path / "b")
    assert held.asked == 1


@pytest.mark.parametrize("name", ["con", "NUL", "Aux.pdf", "com1", "LPT9.tar.gz", "prn."])
def test_names_of_devices_are_no_names_of_files(name: str) -> None:
    assert is_device_name(name)
    assert not is_plain_name(f"art/{name}")


@pytest.mark.parametrize("name", ["con-dao", "auxiliary", "nultien", "com", "com10", "bản tin số 10"])
def test_names_that_only_begin_so_are(name: str) -> None:
    assert not is_device_name(name)


@pytest.mark.usefixtures("windows")
@pytest.mark.parametrize(
    ("ui", "formats", "wanted"),
    [(VIETNAMESE, VIETNAMESE, "vi"), (ENGLISH, VIETNAMESE, "vi"), (VIETNAMESE, ENGLISH, "vi"), (ENGLISH, ENGLISH, "en")],
)
def test_the_language_of_windows_is_heard(ui: int, formats: int, wanted: str, monkeypatch: pytest.MonkeyPatch) -> None:
    kernel = SimpleNamespace(GetUserDefaultUILanguage=lambda: ui, GetUserDefaultLCID=lambda: formats)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    monkeypatch.setattr(locale, "getlocale", lambda: (None, None))
    for name in ("COVERKIT_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    assert i18n.system_language() == wanted


def test_installed_programs_are_found_off_the_search_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for version in ("gs10.02.1", "gs10.04.0"):
        (tmp_path / "gs" / version / "bin").mkdir(parents=True)
        (tmp_path / "gs" / version / "bin" / "gswin64c.exe").write_bytes(b"")
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setenv("ProgramW6432", str(tmp_path))
    for name in ("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    asked = (("gs", "gswin64c"), ("gs/gs*/bin/gswin64c.exe",))
    assert external.find_program(*asked) is None
    monkeypatch.setattr(sys, "platform", "win32")
    found = external.find_program(*asked)
    assert found is not None
    assert Path(found).parts[-3] == "gs10.04.0"
    assert external.quietly()


def test_without_a_console_the_reason_stands_in_a_message_box(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[tuple[object, ...]] = []

    def refuse() -> None:
        raise MissingError("No window.", "Install it.")

    monkeypatch.setattr(program, "begin_window", refuse)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setattr(sys, "argv", ["coverkit-window"])
    user = SimpleNamespace(MessageBoxW=lambda *words: shown.append(words))
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(user32=user), raising=False)
    with pytest.raises(SystemExit) as ended:
        program.window_entry()
    assert ended.value.code == 4
    assert "No window." in str(shown[0][1])


def test_the_starter_has_the_line_ends_that_windows_wants() -> None:
    raw = (Path(__file__).resolve().parents[1] / "CoverKit.cmd").read_bytes()
    assert raw.count(b"\n") == raw.count(b"\r\n") > 10
