"""The guides, in both languages: what they tell people to do works, and does what they say it does."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from coverkit import i18n
from coverkit.app.sample import CAMPAIGN
from coverkit.campaigns.library import forget, shipped, shipped_ids
from coverkit.formats.pages import named_formats
from coverkit.resources import assets
from tests.guides.walk import GUIDES, Walk, blocks
from tests.layout.samples import WORDS
from tests.layout.test_matrix import complaints, matrix_cover
from tests.layout.test_shipped_designs import assert_apart, assert_banner_good, assert_picture_seen, assert_texts_whole

NAMES = ("publish-a-campaign", "make-a-design", "many-covers")


@pytest.fixture
def walk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Walk]:
    samples = assets() / "samples"
    for source, name in (
        (samples / "unit.toml", "unit.toml"),
        (samples / "doi-che-suong-som.jpg", "anh.jpg"),
        (assets() / "templates" / "campaigns" / CAMPAIGN / "art" / "band.pdf", "band.pdf"),
    ):
        shutil.copyfile(source, tmp_path / name)
    monkeypatch.setenv("COVERKIT_CONFIG", str(tmp_path / "coverkit"))
    i18n.activate("en")
    forget()
    yield Walk(tmp_path, monkeypatch)
    forget()
    i18n.activate("en")


def test_publish_a_campaign(walk: Walk) -> None:
    walk.follow("publish-a-campaign.md")
    unknown, *trusted = walk.said("campaigns verify")
    assert "not known" in unknown
    assert len(trusted) == 3
    assert all("valid" in said for said in trusted)
    before, older, newer = walk.said("check bia.cover")
    assert ["campaign.newest" in said for said in (before, older, newer)] == [False, True, False]
    assert ["version 2;" in said for said in (before, older, newer)] == [False, False, True]
    for package in ("chuyen-doi-so-2026-v1.campaign", "chuyen-doi-so-2026-v2.campaign"):
        assert (walk.folder / package).is_file()


def test_make_a_design(walk: Walk) -> None:
    walk.follow("make-a-design.md")
    assert "First steps" in next(walk.said("designs"))
    assert "Locked" in next(ran.err for line, ran in walk.done if line.startswith("edit"))
    assert (walk.folder / "thu.png").stat().st_size > 10_000


def test_the_design_of_the_guide_passes_the_matrix(walk: Walk) -> None:
    walk.follow("make-a-design.md")
    for page in (one.page.id for one in named_formats()):
        for campaign in (shipped(one) for one in shipped_ids()):
            for length in WORDS:
                found = matrix_cover("lam-quen", page, campaign, length)
                assert not complaints(found), (page, campaign.id, length)
                assert_texts_whole(found)
                assert_apart(found)
                assert_banner_good(found)
                assert_picture_seen(found, 0.13)


def test_many_covers(walk: Walk) -> None:
    walk.follow("many-covers.md")
    unsigned, stranger, trusted = walk.said("verify")
    assert "does not know" in unsigned
    assert "does not know" in stranger
    assert "Signed by Trung tâm Khuyến nông tỉnh Đắk Nông" in trusted
    sorted_into = {path.name: path.parent.name for path in walk.folder.glob("nhan/*/*.pdf")}
    assert sorted_into == {"so-10.pdf": "passed", "so-11.pdf": "failed"}


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_tell_the_same_steps(name: str) -> None:
    english, vietnamese = blocks(f"{name}.md"), blocks(f"{name}.vi.md")
    assert len(english) > 4
    assert english == vietnamese


@pytest.mark.parametrize("path", sorted(GUIDES.glob("*.md")), ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8"))
    assert targets
    assert all((path.parent / target).exists() for target in targets), targets
