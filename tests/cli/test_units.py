"""`coverkit units` and `--unit NAME`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from coverkit.errors import ExitCode
from coverkit.resources import assets
from tests.cli.runner import run

SAMPLE = assets() / "samples" / "unit.toml"


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COVERKIT_CONFIG", str(tmp_path / "own"))


def test_the_way_of_a_profile(tmp_path: Path) -> None:
    ran = run("units", "save", SAMPLE)
    assert (ran.code, ran.err) == (0, "Use it with --unit trung-tam-khuyen-nong.\n")
    assert "trung-tam-khuyen-nong" in run("units", "list").out
    (entry,) = json.loads(run("units", "list", "--json").out)["units"]
    assert (entry["id"], entry["print_run"], entry["licence_date"]) == ("trung-tam-khuyen-nong", 500, "2020-01-15")
    shown = run("units", "show", "trung-tam-khuyen-nong").out
    assert "Khuyến nông Đắk Nông" in shown
    assert "Licensed size         19 x 27 cm" in shown
    assert json.loads(run("units", "show", SAMPLE, "--json").out)["unit"]["pages"] == 32
    cover = tmp_path / "a.cover"
    assert run("new", "-o", cover, "--unit", "trung-tam-khuyen-nong").code == 0
    assert run("units", "remove", "trung-tam-khuyen-nong").code == 0
    assert run("new", "-o", cover, "--unit", "trung-tam-khuyen-nong").code == ExitCode.USAGE
    assert run("units", "remove", "trung-tam-khuyen-nong").code == ExitCode.USAGE


def test_a_broken_profile_is_told(tmp_path: Path) -> None:
    path = tmp_path / "u.toml"
    path.write_text("name = 3\n", encoding="utf-8")
    ran = run("units", "save", path)
    assert ran.code == ExitCode.INPUT
    assert "u.toml" in ran.err
