"""Designs of a person's own: found beside the shipped ones, never in their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from coverkit.errors import InputError, UsageError
from coverkit.layout.design import design, own_design_ids
from tests.cli.runner import run
from tests.layout.samples import HEAD

SLOT = '[[slot]]\nid = "body"\nkind = "text"\nbox = [0, 0, 10, 10]\n'


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COVERKIT_CONFIG", str(tmp_path))
    return tmp_path / "designs"


def put(folder: Path, name: str, text: str = HEAD.replace("@", "") + SLOT) -> None:
    (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / name / "design.toml").write_text(text, encoding="utf-8")


def test_a_design_is_found_and_read_anew_when_it_changes(own: Path) -> None:
    with pytest.raises(UsageError, match="small"):
        design("small")
    put(own, "small")
    assert own_design_ids() == ("small",)
    assert design("small").slots[0].id == "body"
    put(own, "small", HEAD.replace("@", "") + SLOT.replace("body", "other"))
    assert design("small").slots[0].id == "other"
    assert "small" in run("designs").out


def test_a_shipped_design_wins(own: Path) -> None:
    put(own, "toi-gian")
    assert own_design_ids() == ()
    assert design("toi-gian").id == "toi-gian"


@pytest.mark.parametrize("name", ["../small", "..", "", "small/../small"])
def test_only_names_of_folders_are_designs(own: Path, name: str) -> None:
    put(own, "small")
    with pytest.raises(UsageError):
        design(name)


def test_a_folder_bears_the_design_s_id(own: Path) -> None:
    put(own, "other")
    with pytest.raises(InputError, match="other"):
        design("other")


def test_a_broken_design_hides_no_other(own: Path) -> None:
    put(own, "broken", "schema = 1")
    put(own, "small")
    ran = run("designs")
    assert (ran.code, "small" in ran.out, "toi-gian" in ran.out) == (0, True, True)
    assert "colours" in ran.err
