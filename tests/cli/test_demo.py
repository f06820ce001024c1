"""`coverkit demo`: from nothing to print-ready files."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.runner import run


def test_the_demo_makes_everything_and_passes(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "demo"
    ended = run("demo", "-o", folder, "--lang", "en")
    assert ended.code == 0, ended.out
    assert {path.suffix for path in folder.iterdir()} == {".cover", ".pdf", ".png", ".html", ".json"}
    for path in folder.iterdir():
        assert str(path) in ended.out
    report = json.loads((folder / "demo-report.json").read_text(encoding="utf-8"))
    assert report["status"] in ("pass", "note")
    assert "This campaign is a sample" in ended.out
    assert "…" in ended.err


def test_a_folder_that_cannot_be_made_is_5(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert run("demo", "-o", tmp_path / "file" / "demo").code == 5
