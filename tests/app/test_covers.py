"""Covers begun, changed, saved and opened again; also where the campaign is not installed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from coverkit.app.covers import Changes, change_cover, new_cover, save
from coverkit.app.file_check import check_file
from coverkit.app.pipeline import ExportRequest, check_cover, export, write_files
from coverkit.app.project import Project
from coverkit.app.sample import CAMPAIGN, PHOTOGRAPH, sample_folder, sample_project
from coverkit.app.units import read_unit
from coverkit.campaigns import library
from coverkit.checks.finding import Severity, Status
from coverkit.errors import CoverKitError, InputError, LockedError, UsageError
from coverkit.geometry import Rect
from coverkit.layout.design import design_ids
from coverkit.model.document import Element, Waiver
from coverkit.model.values import PictureValue
from tests.app.shelf import DESIGNS, Shelf

TODAY = dt.date(2020, 10, 20)


def _text(project: Project, slot: str) -> str:
    return next(one.plain_text for one in project.compose().placed if one.id == slot)


def test_a_new_cover_has_defaults_and_todays_date() -> None:
    document = new_cover(Changes(), TODAY).document
    assert (document.design.id, document.format.id, document.printer) == ("cao-nguyen", "ban-tin-190x270", "offset-coated")
    assert (document.issue.date, document.campaign) == (TODAY, None)


def test_what_is_set_stands_on_the_cover() -> None:
    project = new_cover(
        Changes(
            campaign=CAMPAIGN,
            unit=read_unit(sample_folder() / "unit.toml"),
            number="12",
            texts={"headline": "Mùa cà phê chín"},
            pictures={"hero": sample_folder() / PHOTOGRAPH},
        ),
        TODAY,
    )
    assert _text(project, "headline") == "Mùa cà phê chín"
    assert _text(project, "date") == "Ngày 20 tháng 10 năm 2020"
    assert _text(project, "issue") == "Số 12"
    assert _text(project, "name") == project.document.unit.publication
    hero = project.document.element("hero")
    assert hero is not None
    value = hero.values["picture"]
    assert isinstance(value, PictureValue)
    assert project.file.assets[value.sha256].data == (sample_folder() / PHOTOGRAPH).read_bytes()


def test_a_slogan_may_be_given_by_id_or_by_its_text(shelf: Shelf) -> None:
    by_id = change_cover(shelf.project(), Changes(texts={"slogan": "phuong-cham"}))
    typed = "ĐOÀN KẾT - DÂN CHỦ - KỶ CƯƠNG - HÀNH ĐỘNG - PHÁT TRIỂN"
    by_text = change_cover(shelf.project(), Changes(texts={"slogan": typed}))
    assert by_id.document == by_text.document
    assert _text(by_id, "slogan") == "Đoàn kết – Dân chủ – Kỷ cương – Hành động – Phát triển"


def test_changes_change_only_what_they_name(shelf: Shelf) -> None:
    before = shelf.project().document
    after = change_cover(shelf.project(), Changes(number="11")).document
    assert after.issue.number == "11"
    assert (after.elements, after.unit, after.issue.date) == (before.elements, before.unit, before.issue.date)
    assert change_cover(shelf.project(), Changes()).document == before


def test_texts_stay_when_the_design_changes(shelf: Shelf) -> None:
    for design in DESIGNS:
        changed = change_cover(shelf.project(), Changes(design=design))
        assert _text(changed, "headline") == _text(shelf.project(), "headline")
        assert check_cover(changed).result.status in (Status.PASS, Status.NOTE)


def test_elements_of_ones_own_come_and_go(shelf: Shelf) -> None:
    note = Element("note", "text", {"text": "Lưu hành nội bộ", "style": "meta"}, Rect(20, 120, 60, 8))
    with_note = change_cover(shelf.project(), Changes(added=(note,)))
    assert _text(with_note, "note") == "Lưu hành nội bộ"
    moved = change_cover(with_note, Changes(places={"note": Rect(30, 130, 60, 8)}, hidden=("note",)))
    element = moved.document.element("note")
    assert element is not None
    assert (element.box, element.hidden) == (Rect(30, 130, 60, 8), True)
    assert change_cover(moved, Changes(removed=("note",))).document == shelf.project().document


def test_a_waiver_lets_a_cover_through_and_is_told(shelf: Shelf) -> None:
    large = change_cover(shelf.project(), Changes(format="a4", pictures={"hero": sample_folder() / PHOTOGRAPH}))
    assert check_cover(large).result.status is Status.ERROR
    waiver = Waiver("law.newsletter-size", "too-large", "Giấy phép ghi khổ A4", "Nguyễn Văn A", TODAY)
    waived = check_cover(change_cover(large, Changes(waivers=(waiver,)))).result
    assert waived.status is not Status.ERROR
    (finding,) = (one for one in waived.findings if one.rule == "law.newsletter-size")
    assert (finding.status, finding.waiver) == ("waived", "Giấy phép ghi khổ A4 (Nguyễn Văn A, 20/10/2020)")


@pytest.mark.parametrize(
    ("changes", "error", "words"),
    [
        ({"design": "x"}, UsageError, "cao-nguyen"),
        ({"format": "x"}, UsageError, "ban-tin-190x270"),
        ({"format": "10x10"}, UsageError, "60"),
        ({"printer": "x"}, UsageError, "offset-coated"),
        ({"campaign": "x"}, UsageError, CAMPAIGN),
        ({"texts": {"nowhere": "x"}}, UsageError, "headline"),
        ({"texts": {"hero": "x"}}, UsageError, "--picture"),
        ({"texts": {"banner": "x"}}, LockedError, "1011"),
        ({"texts": {"name": "x"}}, LockedError, "Highland"),
        ({"pictures": {"headline": Path("x.jpg")}}, UsageError, "--set"),
        ({"pictures": {"hero": Path("nowhere.jpg")}}, InputError, "nowhere.jpg"),
        ({"pictures": {"hero": Path(__file__)}}, InputError, "test_covers.py"),
        ({"places": {"banner": Rect(0, 0, 50, 10)}}, LockedError, "1011"),
        ({"hidden": ("banner",)}, LockedError, "1011"),
        ({"removed": ("headline",)}, UsageError, "headline"),
        ({"added": (Element("headline", "text", {}, Rect(0, 0, 9, 9)),)}, UsageError, "headline"),
        ({"waivers": (Waiver("law.pages", "x", " ", "A", TODAY),)}, UsageError, "law.pages"),
    ],
    ids=lambda value: str(value)[:40] if isinstance(value, dict) else "",
)
def test_what_cannot_be_is_refused_with_words_that_help(
    changes: dict[str, Any], error: type[CoverKitError], words: str, shelf: Shelf
) -> None:
    with pytest.raises(CoverKitError) as refused:
        change_cover(shelf.project(), Changes(**changes))
    assert type(refused.value) is error
    assert words in f"{refused.value.message} {refused.value.remedy}"
    assert refused.value.remedy


def test_a_style_that_the_design_lacks_is_named(shelf: Shelf) -> None:
    note = Element("note", "text", {"text": "x", "style": "no-such-style"}, Rect(20, 120, 60, 8))
    with pytest.raises(InputError, match="no-such-style"):
        change_cover(shelf.project(), Changes(added=(note,))).compose()


@pytest.mark.parametrize("design", DESIGNS)
def test_saved_opened_and_saved_again_it_is_the_same_file(design: str, shelf: Shelf, tmp_path: Path) -> None:
    first, second = tmp_path / "một.cover", tmp_path / "hai.cover"
    save(shelf.project(design), first)
    opened = Project.open(first)
    save(opened, second)
    assert first.read_bytes() == second.read_bytes()
    assert opened.document == shelf.project(design).document
    exported = export(opened, ExportRequest("pdf-x4"))
    assert exported.files[0].data == shelf.press(design).data


def test_a_cover_that_only_names_its_campaign_is_saved_with_it(shelf: Shelf, tmp_path: Path) -> None:
    whole = shelf.project().file
    save(Project.of(replace(whole, campaign=None)), tmp_path / "cover.cover")
    assert Project.open(tmp_path / "cover.cover").file.campaign == whole.campaign


def test_the_campaign_travels_in_the_cover(shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(shelf.project(), tmp_path / "cover.cover")
    monkeypatch.setattr(library, "shipped_ids", lambda: ())  # as on a computer whose program came without campaigns
    with pytest.raises(UsageError):
        library.shipped(CAMPAIGN)
    opened = Project.open(tmp_path / "cover.cover")
    assert opened.campaign is not None
    assert opened.campaign.id == CAMPAIGN
    exported = export(opened, ExportRequest("pdf-x4"))
    assert exported.result.status is Status.NOTE
    path, _ = write_files(exported, tmp_path / "cover.pdf")
    assert path.read_bytes() == exported.files[0].data
    # The finished file's art is still proven by its record, and by the campaign where it is at hand.
    assert check_file(path).result.status in (Status.PASS, Status.NOTE)
    assert check_file(path, campaign=opened.campaign).result.status in (Status.PASS, Status.NOTE)


@pytest.mark.parametrize("design_id", design_ids())
def test_a_cover_without_a_campaign_is_a_cover_too(design_id: str) -> None:
    project = change_cover(sample_project(design_id), Changes(campaign="none"))
    checked = check_cover(project)
    assert [finding.rule for finding in checked.result.findings if finding.severity is Severity.ERROR] == []
    assert not any(one.official for one in checked.cover.placed if one.used is not None)
