"""Small pictures: made once for what they show, made anew when it changes, never too many."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from coverkit.app import covers, sample, thumbnails
from coverkit.app.thumbnails import Look
from coverkit.campaigns import library
from coverkit.errors import InputError
from coverkit.resources import cache_folder

LOOK = Look("le-hoi", "dak-nong-dai-hoi-xii-2020@1", "a5", sample.unit(), dt.date(2020, 10, 15), "10")


def test_a_look_is_drawn_once_in_its_format() -> None:
    path = thumbnails.of_look(LOOK)
    with Image.open(path) as picture:
        assert picture.height == pytest.approx(thumbnails.HEIGHT, abs=2)
        assert picture.width / picture.height == pytest.approx(148 / 210, abs=0.01)
    before = path.read_bytes()
    path.write_bytes(b"seen")
    assert thumbnails.of_look(LOOK).read_bytes() == b"seen"
    path.unlink()
    assert thumbnails.of_look(LOOK).read_bytes() == before


@pytest.mark.parametrize(
    "other",
    [
        replace(LOOK, design="trang-trong"),
        replace(LOOK, campaign=""),
        replace(LOOK, unit=replace(sample.unit(), publication="Tên khác")),
        replace(LOOK, texts=(("headline", "Tít khác"),)),
        replace(LOOK, pictures=(("hero", sample.sample_folder() / "nui-hoang-hon.jpg"),)),
    ],
    ids=["design", "campaign", "unit", "text", "picture"],
)
def test_whatever_changes_gives_another_picture(other: Look) -> None:
    assert thumbnails.of_look(other).read_bytes() != thumbnails.of_look(LOOK).read_bytes()


def test_a_saved_cover_s_picture_follows_the_file(tmp_path: Path) -> None:
    path = tmp_path / "so-10.cover"
    project = sample.sample_project()
    covers.save(project, path)
    thumbnails.keep_file(path, project)
    kept = thumbnails.cached_file(path)
    assert kept is not None
    assert kept.is_file(), "saving keeps it fresh"
    first = kept.read_bytes()
    assert thumbnails.of_file(path) == kept
    covers.save(sample.sample_project("le-hoi"), path)
    assert thumbnails.of_file(path).read_bytes() != first


def test_a_cover_that_is_gone_has_no_picture(tmp_path: Path) -> None:
    assert thumbnails.cached_file(tmp_path / "gone.cover") is None
    with pytest.raises(InputError, match=r"gone\.cover"):
        thumbnails.of_file(tmp_path / "gone.cover")


def test_what_is_no_picture_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "anh.jpg"
    path.write_bytes(b"no picture at all")
    with pytest.raises(InputError, match=r"anh\.jpg"):
        thumbnails.reduced(path)


def test_a_campaign_is_shown_by_its_widest_banner() -> None:
    path = thumbnails.of_campaign(library.find("bau-cu-2016"))
    assert path is not None
    with Image.open(path) as picture:
        assert picture.width / picture.height == pytest.approx(5, abs=0.1)


def test_what_was_not_looked_at_for_longest_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    old = [thumbnails.of_look(replace(LOOK, number=str(number))) for number in range(3)]
    for age, path in enumerate(old):
        os.utime(path, (1_000_000 - age, 1_000_000 - age))
    present = sum(1 for one in cache_folder().iterdir() if one.is_file())
    monkeypatch.setattr(thumbnails, "_MOST", present - 1)
    fresh = thumbnails.of_look(replace(LOOK, number="99"))
    assert [path.exists() for path in old] == [True, False, False]
    assert fresh.exists()
