"""`coverkit check --trim` and `--kind`: what a PDF cannot say of itself is said beside it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image

from coverkit.app.covers import save
from coverkit.app.sample import CAMPAIGN, sample_project
from tests.cli.runner import run
from tests.preflight.files import TRIM, built


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "bìa.pdf"
    path.write_bytes(built())
    return path


def _found(pdf: Path, *words: str) -> dict[str, str]:
    ran = run("check", pdf, "--ink", "off", "--json", *words)
    return {one["id"]: one["status"] for one in json.loads(ran.out)["rules"]}


def test_the_size_that_was_ordered(pdf: Path) -> None:
    assert _found(pdf, "--trim", f"{TRIM[0]:g}x{TRIM[1]:g}")["printer.trim"] == "pass"
    assert _found(pdf, "--trim", "210 × 297")["printer.trim"] == "error"
    assert "printer.trim" not in _found(pdf)


@pytest.mark.parametrize("wrong", ["210", "a4", "0x5", "210x-1", "infx5", "210x297x3"])
def test_what_is_no_size_is_a_usage_error(pdf: Path, wrong: str) -> None:
    ran = run("check", pdf, "--trim", wrong)
    assert ran.code == 2
    assert wrong in ran.err


def test_the_kind_is_asked_for_where_a_campaign_is(pdf: Path) -> None:
    # The shipped sample is for every kind, and nothing of it stands here.
    assert _found(pdf, "--kind", "tai-lieu", "--campaign", CAMPAIGN)["campaign.recognised-kind"] == "pass"
    assert run("check", pdf, "--kind", "sách").code == 2


def test_a_cover_says_both_itself(tmp_path: Path) -> None:
    cover = tmp_path / "a.cover"
    save(sample_project(), cover)
    for words in (("--trim", "190x270"), ("--kind", "ban-tin")):
        ran = run("check", cover, *words)
        assert ran.code == 2
        assert "--trim" in ran.err


def test_a_picture_is_cut_nowhere(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.new("RGB", (300, 400), "white").save(path)
    ran = run("check", path, "--campaign", CAMPAIGN, "--trim", "190x270")
    assert ran.code == 2
    assert "--trim" in ran.err
