"""A cover opened on another computer looks the same: the design that it was made with travels inside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from coverkit.app.covers import Changes, new_cover, save
from coverkit.app.project import Project
from coverkit.app.sample import ISSUE_DATE
from coverkit.layout.design import design
from coverkit.resources import assets

SHIPPED = assets() / "templates" / "designs" / "toi-gian" / "design.toml"


def test_a_design_of_ones_own_travels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = tmp_path / "mine" / "designs" / "cua-toi"
    mine.mkdir(parents=True)
    (mine / "design.toml").write_bytes(SHIPPED.read_bytes().replace(b'id = "toi-gian"', b'id = "cua-toi"', 1))
    monkeypatch.setenv("COVERKIT_CONFIG", str(tmp_path / "mine"))
    made = new_cover(Changes(design="cua-toi", texts={"headline": "Chào"}), ISSUE_DATE)
    save(made, tmp_path / "a.cover")
    monkeypatch.setenv("COVERKIT_CONFIG", str(tmp_path / "another computer"))
    opened = Project.open(tmp_path / "a.cover")
    assert opened.compose().scene == made.compose().scene
    save(opened, tmp_path / "b.cover")
    assert (tmp_path / "b.cover").read_bytes() == (tmp_path / "a.cover").read_bytes()


def test_a_design_that_is_not_the_one_named_is_not_used(tmp_path: Path) -> None:
    made = new_cover(Changes(design="toi-gian"), ISSUE_DATE)
    save(made, tmp_path / "a.cover")
    opened = Project.open(tmp_path / "a.cover")
    other = new_cover(Changes(design="chu-lon"), ISSUE_DATE)
    assert opened.with_document(other.document).design == design("chu-lon")
