"""The whole watch: sorting, reports, restarts after `kill -9`, one program per folder."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pikepdf
import pytest

from coverkit import i18n
from coverkit.app.hot_folder.checking import CheckSetup
from coverkit.app.hot_folder.watching import Watch, WatchOptions
from coverkit.app.pipeline import ExportRequest, export, write_files
from coverkit.app.presence import Presence
from coverkit.app.sample import sample_project
from coverkit.errors import InputError, UsageError
from tests.cli.runner import ROOT, run

QUICK = WatchOptions(CheckSetup(pictures=False), every=0.1, settle=0.1, patience=0.5, seconds=60)


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A press file that passes, with its proof beside it."""
    i18n.activate("en")
    return write_files(export(sample_project(), ExportRequest()), tmp_path_factory.mktemp("press") / "good.pdf")[0]


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


def tiny(number: int) -> bytes:
    """A small page that no printer takes."""
    return (
        b"%%PDF-1.6\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
        b"2 0 obj\n<< /Type /Pages /Count 1 /Kids [3 0 R] >>\nendobj\n"
        b"3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 %d] >>\nendobj\n"
        b"trailer\n<< /Root 1 0 R /Size 4 >>\nstartxref\n0\n%%%%EOF\n" % (200 + number)
    )


def sorted_into(outbox: Path) -> dict[str, set[str]]:
    """Return the files in each folder, without reports and proofs."""
    return {
        verdict: {path.name for path in (outbox / verdict).iterdir() if not path.name.endswith((".json", ".html"))}
        for verdict in ("passed", "warnings", "failed")
    }


def test_files_are_sorted_with_their_reports(press: Path, inbox: Path, tmp_path: Path) -> None:
    proof = press.with_name("good.check.json")
    (inbox / "good.pdf").write_bytes(press.read_bytes())
    (inbox / "good.check.json").write_bytes(proof.read_bytes())
    with pikepdf.open(press) as pdf:
        pdf.trailer.Info.Author = pikepdf.String("Ai đó")
        pdf.save(inbox / "changed.pdf")
    (inbox / "changed.check.json").write_bytes(proof.read_bytes())
    (inbox / "bản tin.txt").write_text("không phải PDF")
    (inbox / "half.pdf").write_bytes(press.read_bytes()[:9000])
    ended = run("watch", inbox, tmp_path / "out", "--once", "--settle", "0.1", "--json")
    document = json.loads(ended.out)
    assert ended.code == 1
    assert sorted_into(tmp_path / "out") == {
        "passed": {"good.pdf"},
        "warnings": set(),
        "failed": {"changed.pdf", "bản tin.txt"},
    }
    assert {one["name"]: one["verdict"] for one in document["files"]} == {
        "good.pdf": "passed",
        "changed.pdf": "failed",
        "bản tin.txt": "failed",
    }
    assert document["waiting"] == ["half.pdf"]
    assert [path.name for path in inbox.iterdir()] == ["half.pdf"]
    passed, failed = tmp_path / "out" / "passed", tmp_path / "out" / "failed"
    report = json.loads((passed / "good.report.json").read_text(encoding="utf-8"))
    assert (report["subject"]["path"], report["verification"]["state"]) == ("good.pdf", "unchanged")
    assert "data:image/png;base64," in (passed / "good.report.html").read_text(encoding="utf-8")
    assert (passed / "good.check.json").is_file()
    changed = json.loads((failed / "changed.report.json").read_text(encoding="utf-8"))
    assert [one["part"] for one in changed["verification"]["changes"]] == ["metadata"]
    assert "file.unchanged" in {one["rule"] for one in changed["findings"]}
    unreadable = json.loads((failed / "bản tin.report.json").read_text(encoding="utf-8"))
    (finding,) = unreadable["findings"]
    assert (finding["rule"], finding["code"]) == ("file.readable", "unreadable")
    assert ".working" not in finding["message"]
    assert "The file can be read and checked" in (failed / "bản tin.report.html").read_text(encoding="utf-8")
    journal = (tmp_path / "out" / "journal.jsonl").read_text(encoding="utf-8").splitlines()
    assert {json.loads(line)["name"] for line in journal} == {"good.pdf", "changed.pdf", "bản tin.txt"}
    # What never became whole is taken as it is when patience ends, and is damaged.
    assert run("watch", inbox, tmp_path / "out", "--once", "--settle", "0.2", "--patience", "0.1").code == 1
    assert "half.pdf" in sorted_into(tmp_path / "out")["failed"]


def test_nothing_is_lost_or_doubled_when_it_is_killed(inbox: Path, tmp_path: Path) -> None:
    for number in range(60):
        (inbox / f"{number:02d}.pdf").write_bytes(tiny(number))
    outbox = tmp_path / "out"
    command = [
        sys.executable,
        "main.py",
        "watch",
        str(inbox),
        str(outbox),
        "--no-pictures",
        "--ink",
        "off",
        "--settle",
        "0.1",
        "--every",
        "0.1",
    ]
    for target in (5, 20):
        watching = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until(lambda target=target: len(list(outbox.glob("failed/*.pdf"))) >= target)
        watching.kill()
        watching.wait()
    assert list(inbox.iterdir())
    found = list(Watch(inbox, outbox, QUICK).run(once=True))
    assert found
    assert list(inbox.iterdir()) == []
    assert sorted_into(outbox)["failed"] == {f"{number:02d}.pdf" for number in range(60)}
    for number in range(60):
        assert (outbox / "failed" / f"{number:02d}.pdf").read_bytes() == tiny(number)
        report = json.loads((outbox / "failed" / f"{number:02d}.report.json").read_text(encoding="utf-8"))
        assert report["subject"]["path"] == f"{number:02d}.pdf"
    assert [path.name for path in (outbox / ".working").iterdir()] == ["lock"]


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_cleanly_when_asked(ending: signal.Signals, inbox: Path, tmp_path: Path) -> None:
    outbox = tmp_path / "out"
    command = [
        sys.executable,
        "main.py",
        "--lang",
        "en",
        "watch",
        str(inbox),
        str(outbox),
        "--json",
        "--settle",
        "0.1",
        "--every",
        "0.1",
    ]
    watching = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    (inbox / "a.pdf").write_bytes(tiny(0))
    assert watching.stdout is not None
    # The line comes at once, not when the program ends.
    assert json.loads(watching.stdout.readline())["name"] == "a.pdf"
    watching.send_signal(ending)
    _, told = watching.communicate()
    assert watching.returncode == 0, told.decode()
    assert "Files sorted: 1." in told.decode()
    assert "Traceback" not in told.decode()


def test_files_that_come_later_are_sorted_too(inbox: Path, tmp_path: Path) -> None:
    watch = Watch(inbox, tmp_path / "out", QUICK)
    late = threading.Timer(0.3, lambda: (inbox / "late.pdf").write_bytes(tiny(1)))
    late.start()
    for one in watch.run():
        assert one.name == "late.pdf"
        watch.stop()
    late.join()
    assert sorted_into(tmp_path / "out")["failed"] == {"late.pdf"}


def test_a_folder_that_is_gone_for_a_while_is_waited_for(inbox: Path, tmp_path: Path) -> None:
    told: list[str] = []
    watch = Watch(inbox, tmp_path / "out", QUICK, told.append)
    away = inbox.rename(tmp_path / "away")

    def back() -> None:
        until(lambda: told)
        (away / "late.pdf").write_bytes(tiny(1))
        away.rename(inbox)

    network = threading.Thread(target=back)
    network.start()
    for one in watch.run():
        assert one.name == "late.pdf"
        watch.stop()
    network.join()
    assert len(told) == 1
    assert str(inbox) in told[0]
    inbox.rename(away)
    with pytest.raises(InputError):
        list(watch_of(inbox, tmp_path).run(once=True))


def watch_of(inbox: Path, folder: Path) -> Watch:
    """Return a watch whose folder went away after it was made."""
    inbox.mkdir()
    watch = Watch(inbox, folder / "out", QUICK)
    inbox.rmdir()
    return watch


def test_two_programs_do_not_sort_into_one_folder(inbox: Path, tmp_path: Path) -> None:
    watch = Watch(inbox, tmp_path / "out", QUICK)
    working = tmp_path / "out" / ".working"
    working.mkdir(parents=True)
    other = Presence(working / "lock")
    with pytest.raises(UsageError, match="Another program"):
        list(watch.run(once=True))
    other.leave()
    assert list(watch.run(once=True)) == []


def test_folders_that_cannot_be_are_refused(inbox: Path, tmp_path: Path) -> None:
    for arrives, sorts in ((inbox, inbox), (tmp_path / "none", tmp_path), (inbox, tmp_path)):
        (tmp_path / "passed").mkdir(exist_ok=True)
        if sorts == tmp_path and arrives == inbox:
            arrives = tmp_path / "passed"
        assert run("watch", arrives, sorts, "--once").code == 2
    (inbox / "a.pdf").write_bytes(tiny(0))
    ended = run("watch", inbox, tmp_path / "out", "--once", "--settle", "0.1", "--profile", "none-such")
    assert ended.code == 2
    assert "none-such" in ended.err


def until(condition: object) -> None:
    assert callable(condition)
    while not condition():
        time.sleep(0.02)


def test_a_file_that_is_written_to_while_it_is_checked_is_checked_again(inbox: Path, tmp_path: Path) -> None:
    """A copy that pauses just behind an end mark looks whole; what its writer adds later must not be missed."""
    watch = Watch(inbox, tmp_path / "out", QUICK)
    watching = watch.run()
    found = []
    with (inbox / "lớn.pdf").open("wb") as stream:
        stream.write(tiny(1))
        stream.flush()

        def go_on() -> None:
            while not list((tmp_path / "out").glob(".working/*/lớn.pdf")):
                time.sleep(0.005)
            stream.write(b"\n" + tiny(2))
            stream.flush()

        writer = threading.Thread(target=go_on)
        writer.start()
        found.append(next(watching))
        writer.join()
    watch.stop()
    assert not list(watching)
    assert found[0].path.read_bytes().endswith(tiny(2))
    report = json.loads(found[0].path.with_name("lớn.report.json").read_text(encoding="utf-8"))
    assert report["subject"]["sha256"] == hashlib.sha256(found[0].path.read_bytes()).hexdigest()
    assert not list(inbox.iterdir())
