"""The command line at work on real covers: new, edit, check, render."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from coverkit.app import pictures, pipeline
from coverkit.app.project import Project
from coverkit.app.sample import CAMPAIGN, sample_folder
from coverkit.checks.finding import Outcome, Severity
from coverkit.checks.rule import NoOptions, Rule
from coverkit.cli.commands.render import VIEWS
from coverkit.layout.cover import Cover
from tests.cli.runner import program, run

SETUP = ("--campaign", CAMPAIGN, "--issue-date", "2020-10-15", "--number", "10")


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cli") / "thang-10.cover"
    samples = sample_folder()
    photograph = samples / "doi-che-suong-som.jpg"
    ended = run(
        *("new", "-o", path, *SETUP, "--unit", samples / "unit.toml", "--set", "headline=Mùa xanh\\ntrên cao nguyên"),
        *(
            "--set",
            "subhead=Nông dân Đắk Nông chuyển sang sản xuất xanh",
            "--picture",
            f"hero={photograph}",
        ),
    )
    assert (ended.code, ended.out) == (0, f"{path}\n"), ended.err
    return path


@pytest.fixture
def cover(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made, tmp_path / made.name))


def checked(path: Path, *arguments: str | Path) -> tuple[int, Any]:
    ended = run("check", path, "--json", *arguments)
    return ended.code, json.loads(ended.out)


def test_new_puts_texts_and_pictures_where_they_belong(made: Path) -> None:
    document = Project.open(made).document
    headline = document.element("headline")
    assert headline is not None
    assert headline.values["text"] == "Mùa xanh\ntrên cao nguyên"
    assert document.unit.publication == "Khuyến nông Đắk Nông"
    assert (document.issue.number, document.issue.date.isoformat()) == ("10", "2020-10-15")
    assert len(document.pictures()) == 1


def test_a_good_cover_is_0_and_json_is_all_there_is(made: Path) -> None:
    ended = program("check", str(made), "--json", LANG="vi_VN.UTF-8")
    document = json.loads(ended.out)
    assert (ended.code, ended.err) == (0, "")
    assert document["status"] in ("pass", "note")
    assert document["subject"]["kind"] == "cover"
    assert document["subject"]["trim_mm"] == [190.0, 270.0]
    assert document["profile"] == "offset-coated"
    assert document["campaign"]["id"] == CAMPAIGN
    types: dict[str, tuple[type, ...]] = {
        **dict.fromkeys(("rule", "code", "severity", "status", "message", "remedy", "source", "element", "unit"), (str,)),
        **{"page": (int,), "box_mm": (list, type(None)), "fixable": (bool,)},
        **dict.fromkeys(("measured", "limit"), (int, float, str, type(None))),
    }
    for finding in document["findings"]:
        assert finding.keys() == types.keys()
        assert all(isinstance(finding[name], kinds) for name, kinds in types.items())


def test_the_campaigns_period_is_a_warning(cover: Path) -> None:
    assert run("edit", cover, "--issue-date", "2021-06-01").code == 0
    code, document = checked(cover)
    assert code == 0
    assert "campaign.issue-date" in {one["rule"] for one in document["findings"] if one["severity"] == "warning"}
    assert checked(cover, "--fail-on", "warning")[0] == 1


def test_notes_count_where_they_are_asked_to(cover: Path) -> None:
    code, document = checked(cover, "--fail-on", "note")
    assert code == (1 if document["status"] == "note" else 0)


def test_errors_are_1_and_every_report_says_so(cover: Path, tmp_path: Path) -> None:
    assert run("edit", cover, "--format", "a4").code == 0
    reports = [tmp_path / f"report.{ending}" for ending in ("html", "json", "txt")]
    for path in reports:
        ended = run("check", cover, "-o", path)
        assert ended.code == 1
        assert "[law.newsletter-size/too-large]" in ended.out
        assert "law.newsletter-size" in path.read_text(encoding="utf-8")
    html = reports[0].read_text(encoding="utf-8")
    assert "data:image/png;base64," in html
    assert '<div class="mark' in html
    assert json.loads(reports[1].read_text(encoding="utf-8"))["counts"]["error"] >= 1


def test_an_accepted_finding_stands_in_the_report_with_reason_and_name(cover: Path) -> None:
    accepting = ("--waive", "law.newsletter-size/too-large=Giấy phép cho khổ A4", "--by", "Lê Thị Bình")
    assert run("edit", cover, "--format", "a4", *accepting).code == 0
    code, document = checked(cover)
    waived = [one for one in document["findings"] if one["status"] == "waived"]
    assert [one["rule"] for one in waived] == ["law.newsletter-size"]
    rule = next(one for one in document["rules"] if one["id"] == "law.newsletter-size")
    assert "Giấy phép cho khổ A4 (Lê Thị Bình" in rule["reason"]
    assert code == (1 if document["counts"]["error"] else 0)


def test_an_answer_stands_in_the_report_and_is_taken_back(cover: Path) -> None:
    def told() -> tuple[str, str]:
        rule = next(one for one in checked(cover)[1]["rules"] if one["id"] == "symbols.map")
        return rule["status"], rule["reason"]

    assert told()[0] == "not_checked"
    assert run("edit", cover, "--answer", "map-of-vietnam=no").code == 0
    status, reason = told()
    assert (status, reason[:16], reason[-16:]) == ("pass", "Answered no to: ", "(map-of-vietnam)")
    assert run("edit", cover, "--answer", "map-of-vietnam=yes").code == 0
    assert told()[0] == "warning"
    assert run("edit", cover, "--answer", "map-of-vietnam=none").code == 0
    assert told()[0] == "not_checked"


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (("map-of-vietnam=perhaps",), "perhaps"),
        (("map-of-mars=no",), "map-of-mars"),
        (("national-emblem=no", "national-emblem=yes"), "twice"),
    ],
)
def test_answers_that_are_none_are_refused(cover: Path, answers: tuple[str, ...], said: str) -> None:
    before = cover.read_bytes()
    ended = run("edit", cover, *(part for one in answers for part in ("--answer", one)))
    assert ended.code == 2
    assert said in ended.err
    assert cover.read_bytes() == before


def test_a_rule_that_breaks_is_6_and_never_a_pass(cover: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(subject: Any, options: Any) -> Iterator[Outcome]:
        raise ZeroDivisionError

    broken = Rule("law.broken", "t", Cover, Severity.NOTE, "w", "r", "s", NoOptions, breaks, "high")
    monkeypatch.setattr(pipeline, "rules", lambda: (broken,))
    code, document = checked(cover)
    assert (code, document["status"], document["counts"]["crash"]) == (6, "crash", 1)


def test_edit_keeps_the_first_file_where_another_is_named(cover: Path, tmp_path: Path) -> None:
    before = cover.read_bytes()
    other = tmp_path / "other.cover"
    assert run("edit", cover, "-o", other, "--set", "headline=Khác").code == 0
    assert cover.read_bytes() == before
    element = Project.open(other).document.element("headline")
    assert element is not None
    assert element.values["text"] == "Khác"


def test_an_edit_that_changes_nothing_gives_the_same_bytes(cover: Path) -> None:
    before = cover.read_bytes()
    assert run("edit", cover).code == 0
    assert cover.read_bytes() == before


def test_locked_things_stay_locked_and_the_file_as_it_was(cover: Path) -> None:
    before = cover.read_bytes()
    ended = run("edit", cover, "--place", "banner=10,10,50,10", "--set", "headline=Mới")
    assert ended.code == 2
    assert "1011/STTTT-TTBCXB" in ended.err
    assert cover.read_bytes() == before


def test_texts_come_from_files_too(cover: Path, tmp_path: Path) -> None:
    text = tmp_path / "tit.txt"
    text.write_bytes("\ufeffDòng một\r\nDòng hai\r\n".encode())
    assert run("edit", cover, "--set", f"headline=@{text}").code == 0
    element = Project.open(cover).document.element("headline")
    assert element is not None
    assert element.values["text"] == "Dòng một\nDòng hai"
    assert run("edit", cover, "--set", "headline=@@nhà").code == 0
    assert run("edit", cover, "--set", f"headline=@{tmp_path / 'none.txt'}").code == 3
    text.write_bytes(b"\xff\xfe\x00")
    assert run("edit", cover, "--set", f"headline=@{text}").code == 3


def test_a_text_of_ones_own_is_added_and_removed(cover: Path) -> None:
    assert run("edit", cover, "--add-text", "note=Đặt mua", "--place", "note=20,100,60,12").code == 0
    assert Project.open(cover).document.element("note") is not None
    assert run("edit", cover, "--remove", "note").code == 0
    assert Project.open(cover).document.element("note") is None


def test_new_does_not_replace_a_file_unasked(cover: Path) -> None:
    before = cover.read_bytes()
    assert run("new", "-o", cover).code == 2
    assert cover.read_bytes() == before
    assert run("new", "-o", cover, "--force").code == 0
    assert cover.read_bytes() != before


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_is_a_picture(view: str, made: Path, tmp_path: Path) -> None:
    out = tmp_path / "page.png"
    assert run("render", made, "-o", out, "--dpi", "36", "--view", view).code == 0
    with Image.open(out) as image:
        wanted = (round(190 / 25.4 * 36), round(270 / 25.4 * 36))
        assert all(size >= least - 1 for size, least in zip(image.size, wanted, strict=True))


def test_a_picture_takes_a_png_name_a_resolution_and_a_printer(made: Path, tmp_path: Path) -> None:
    assert run("render", made, "-o", tmp_path / "page.jpg").code == 2
    assert run("render", made, "-o", tmp_path / "page.png", "--dpi", "5000").code == 2
    assert run("render", made, "-o", tmp_path / "page.png", "--dpi", "nan").code == 2
    assert list(tmp_path.iterdir()) == []
    assert run("render", made, "-o", tmp_path / "page.png", "--dpi", "20", "--printer", "digital").code == 0


def test_a_cover_is_checked_against_another_campaign_and_printer(made: Path) -> None:
    code, document = checked(made, "--campaign", "none", "--profile", "digital")
    assert (document["campaign"], document["profile"]) == (None, "digital")
    assert code == (1 if document["counts"]["error"] else 0)
    assert Project.open(made).document.printer == "offset-coated"


def test_the_views_are_those_of_the_program() -> None:
    assert pictures.VIEWS == VIEWS


def test_what_cannot_be_written_is_5(made: Path, tmp_path: Path) -> None:
    for arguments in (
        ("render", made, "-o", tmp_path / "nowhere" / "a.png"),
        ("export", made, "-o", tmp_path / "nowhere" / "a.pdf"),
        ("check", made, "-o", tmp_path / "nowhere" / "a.html"),
        ("edit", made, "-o", tmp_path / "nowhere" / "a.cover"),
    ):
        ended = run(*arguments)
        assert (ended.code, ended.out) == (5, ""), ended.err
        assert str(tmp_path / "nowhere") in ended.err


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"%PDF-1.6\n", b"\x00" * 5000, "chữ".encode() * 400, None])
def test_garbage_is_3_and_one_sentence(content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "file.cover"
    if content is not None:
        path.write_bytes(content)
    for arguments in (("check", path), ("check", path, "--json"), ("export", path, "-o", tmp_path / "a.pdf"), ("edit", path)):
        ended = run(*arguments)
        assert (ended.code, ended.out) == (3, ""), ended.err
        assert "file.cover" in ended.err
        assert "Traceback" not in ended.err
    assert not (tmp_path / "a.pdf").exists()


def test_a_damaged_cover_never_crashes(cover: Path) -> None:
    data, dice = cover.read_bytes(), random.Random(7)
    for _ in range(25):
        damaged = bytearray(data)
        for _ in range(3):
            damaged[dice.randrange(len(damaged))] ^= 1 << dice.randrange(8)
        cover.write_bytes(damaged[: dice.choice((len(damaged), len(damaged) // 2))])
        ended = run("render", cover, "-o", cover.with_suffix(".png"), "--dpi", "10")
        assert ended.code in (0, 3), ended.err
