"""Reviews beside a file: nothing said is lost, nothing said before is changed, a decision belongs to its bytes."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from coverkit.app.covers import save
from coverkit.app.decisions import Entry, EntryKind, add, decision, entries, review_file
from coverkit.app.examining import examine
from coverkit.app.sample import sample_project
from coverkit.errors import InputError, UsageError
from coverkit.geometry import Rect
from coverkit.report.html_report import html_report
from coverkit.report.json_report import json_report
from coverkit.report.text_report import text_report

NOW = dt.datetime(2020, 10, 15, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=7)))
OLD, NEW = "0" * 64, "1" * 64


def entry(kind: EntryKind, sha256: str = OLD, text: str = "Băng-rôn bị che", by: str = "Nguyễn Thị Lan") -> Entry:
    return Entry(kind, sha256, text, by, NOW, 1, Rect(1.5, 2, 30, 4), 3, errors=1)


def test_what_was_said_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "bìa.pdf"
    first = add(file, entry("comment"))
    both = add(file, entry("returned"))
    assert both[:1] == first
    assert entries(file) == both
    assert (both[1].kind, both[1].box, both[1].time) == ("returned", Rect(1.5, 2, 30, 4), NOW)


def test_a_decision_is_about_its_bytes_and_the_newest_counts(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    add(file, entry("returned"))
    add(file, entry("comment", NEW))
    said = add(file, entry("approved", NEW, ""))
    assert decision(said, OLD) == said[0]
    assert decision(said, NEW) == said[2]
    assert decision(said, "2" * 64) is None


def test_a_signature_is_checked_and_survives_what_is_said_later(tmp_path: Path) -> None:
    file, key = tmp_path / "a.pdf", Ed25519PrivateKey.generate()
    add(file, entry("approved"), key)
    said = add(file, entry("comment"))
    assert [one.signature for one in said] == ["valid", "none"]
    target = review_file(file)
    target.write_text(target.read_text("utf-8").replace("Lan", "Hoa", 1), "utf-8")
    assert entries(file)[0].signature == "invalid"


def test_nameless_and_wordless_entries_are_refused(tmp_path: Path) -> None:
    for wrong in (entry("approved", by=" "), entry("returned", text=""), entry("comment", text=" ")):
        with pytest.raises(UsageError):
            add(tmp_path / "a.pdf", wrong)
    assert not review_file(tmp_path / "a.pdf").exists()


@pytest.mark.parametrize("raw", [b"", b"[]", b'{"schema": 2, "entries": []}', b'{"schema": 1, "entries": [{"kind": "x"}]}'])
def test_a_damaged_review_is_left_alone(tmp_path: Path, raw: bytes) -> None:
    file = tmp_path / "a.pdf"
    review_file(file).write_bytes(raw)
    with pytest.raises(InputError, match=r"review|kind|damaged"):
        add(file, entry("comment"))
    assert review_file(file).read_bytes() == raw


def test_reports_name_the_decision_about_these_bytes(tmp_path: Path) -> None:
    cover = tmp_path / "bìa.cover"
    save(sample_project(), cover)
    before = examine(cover, timed=False).report
    assert before.decision is None
    add(cover, entry("returned", before.subject.sha256, "Sai khẩu hiệu"))
    report = examine(cover, timed=False).report
    assert report.decision is not None
    for told in (text_report(report), html_report(report), json_report(report)):
        assert "Sai khẩu hiệu" in told
        assert "Nguyễn Thị Lan" in told
