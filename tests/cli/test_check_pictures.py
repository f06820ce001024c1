"""`coverkit check` of pictures of covers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image

from coverkit.app.pictures import render
from coverkit.app.sample import CAMPAIGN, sample_project
from coverkit.recognition import ocr
from tests.cli.runner import run


@pytest.fixture(autouse=True)
def no_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "program", lambda: None)


@pytest.fixture(scope="module")
def png(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("picture") / "bìa.png"
    path.write_bytes(render(sample_project(), 120))
    return path


@pytest.mark.parametrize(("ending", "mode"), [("png", "RGB"), ("tif", "L"), ("jpg", "CMYK")])
def test_a_picture_proves_what_is_seen_on_it(png: Path, tmp_path: Path, ending: str, mode: str) -> None:
    path = tmp_path / f"ảnh.{ending}"
    with Image.open(png) as image:
        image.convert(mode).save(path, dpi=(120, 120))
    ran = run("check", path, "--campaign", CAMPAIGN, "--issue-date", "2020-10-15", "--json")
    report = json.loads(ran.out)
    rules = {one["id"]: one for one in report["rules"]}
    assert ran.code == 0, ran.out
    assert report["subject"]["kind"] == "picture"
    assert report["subject"]["trim_mm"] == pytest.approx([190.0, 270.0], abs=0.3)
    assert rules["campaign.recognised-banner-present"]["status"] == "pass"
    assert rules["campaign.recognised-banner-size"]["status"] == "pass"
    assert rules["campaign.recognised-slogan-present"]["status"] == "not_checked"
    assert {one["status"] for name, one in rules.items() if name.split(".")[0] in ("press", "gwg")} == {"not_checked"}


def test_without_a_resolution_shares_are_judged_and_millimetres_are_not(png: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    with Image.open(png) as image:
        image.convert("RGB").save(path)
    report = json.loads(run("check", path, "--campaign", CAMPAIGN, "--json").out)
    rules = {one["id"]: one for one in report["rules"]}
    assert report["subject"]["trim_mm"] is None
    assert rules["campaign.recognised-banner-size"]["status"] == "not_checked"
    assert [one["code"] for one in report["findings"]] == ["no-date"]


def test_a_report_shows_the_picture(png: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    assert run("check", png, "--campaign", CAMPAIGN, "-o", out).code == 0
    assert "data:image/png" in out.read_text(encoding="utf-8")


def test_a_picture_needs_a_campaign(png: Path) -> None:
    ran = run("check", png)
    assert ran.code == 2
    assert "--campaign" in ran.err


def test_damaged_pictures_and_other_files_are_refused(png: Path, tmp_path: Path) -> None:
    broken, other = tmp_path / "a.png", tmp_path / "b.txt"
    broken.write_bytes(png.read_bytes()[:3000])
    other.write_text("không phải ảnh")
    assert run("check", broken, "--campaign", CAMPAIGN).code == 3
    ran = run("check", other, "--campaign", CAMPAIGN)
    assert ran.code == 3
    assert "picture" in ran.err


def test_the_issue_date_is_a_date(png: Path) -> None:
    assert run("check", png, "--campaign", CAMPAIGN, "--issue-date", "15/10/2020").code == 2
