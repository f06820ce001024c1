"""The lists: tables for people, one JSON document for programs, in both languages."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from pathlib import Path
from typing import Any, get_args

import pytest

from coverkit.app.sample import CAMPAIGN
from coverkit.campaigns.library import load
from coverkit.campaigns.seal import SEAL_FILE, seal_bytes
from coverkit.cli import words
from coverkit.elements.kinds import kinds
from coverkit.model.locks import Lock
from coverkit.resources import assets
from coverkit.rules.subject.questions import QUESTIONS
from tests.cli.runner import run

LISTS = (
    ("designs", ("designs",), {"id", "version", "name", "about", "sha256", "slots"}),
    ("formats", ("formats",), {"id", "name", "trim_mm", "note"}),
    ("fonts", ("fonts",), {"family", "group", "faces"}),
    ("rules", ("rules",), {"id", "severity", "title", "why", "remedy", "source", "certainty", "options"}),
    ("profiles", ("profiles",), {"id", "name", "standard", "condition", "bleed_mm", "ink_limit_percent"}),
    ("campaigns", ("campaigns", "list"), {"id", "version", "title", "standing", "dispatch", "sha256", "seal", "origin"}),
)


@pytest.mark.parametrize(("name", "arguments", "keys"), LISTS)
@pytest.mark.parametrize("language", ["en", "vi"])
def test_a_list_is_a_table_and_a_document(name: str, arguments: tuple[str, ...], keys: set[str], language: str) -> None:
    table = run(*arguments, "--lang", language)
    document = json.loads(run(*arguments, "--json", "--lang", language).out)
    assert (table.code, table.err) == (0, "")
    assert list(document) == ["schema", name]
    assert document["schema"] == 1
    entries = document[name]
    assert all(keys <= entry.keys() for entry in entries)
    lines = table.out.splitlines()
    assert len(lines) == len(entries) + 2
    first = "family" if name == "fonts" else "id"
    assert all(line.startswith(str(entry[first])) for line, entry in zip(lines[2:], entries, strict=True))


def test_one_design_shows_its_open_slots() -> None:
    text = run("designs", "cao-nguyen").out
    assert "headline" in text
    entry: Any = json.loads(run("designs", "cao-nguyen", "--json").out)["designs"]
    assert [one["id"] for one in entry] == ["cao-nguyen"]
    assert next(slot for slot in entry[0]["slots"] if slot["id"] == "banner")["open"] == []


def test_words_of_data_are_words_for_people() -> None:
    assert set(words.KINDS) == set(kinds())
    assert set(words.LOCKS) == set(get_args(Lock))


def test_one_rule_is_explained() -> None:
    text = run("rules", "law.newsletter-size").out
    for part in ("Why: ", "Remedy: ", "Source: ", "Option "):
        assert part in text
    assert [one["id"] for one in json.loads(run("rules", "law.newsletter-size", "--json").out)["rules"]] == [
        "law.newsletter-size"
    ]


def test_the_rules_of_the_ghent_workgroup_are_told_with_the_limits_of_each_variant() -> None:
    listed = run("rules", "--gwg").out
    assert "gwg.r0009" in listed
    assert "warning under 10 pt: Newspaper" in listed
    assert "law." not in listed
    assert "Variant MagazineAds, WebCMYK: warning above 305 % over 15 mm" in run("rules", "gwg.r0026").out
    (entry,) = json.loads(run("rules", "gwg.r0026", "--json").out)["rules"]
    assert entry["variants"]["Newspaper"] == {"severity": "warning", "percent": 245.0, "square_mm": 15.0}
    assert "DigitalPrint" not in entry["variants"]


def test_the_questions_are_listed_with_their_ids() -> None:
    ended = run("rules", "--questions")
    assert ended.code == 0
    assert {line for line in ended.out.splitlines() if not line.startswith(" ")} == set(QUESTIONS)
    assert ended.out.count("Why: ") == len(QUESTIONS)


def test_a_campaign_shows_what_it_orders() -> None:
    text = run("campaigns", "show", CAMPAIGN).out
    for part in ("1011/STTTT-TTBCXB", "01/10/2020", "Slogans", "SHA-256"):
        assert part in text
    entry = json.loads(run("campaigns", "show", CAMPAIGN, "--json").out)["campaigns"][0]
    assert entry["standing"] == "sample"
    assert entry["slogans"]


def test_verify_finds_one_changed_byte(tmp_path: Path) -> None:
    folder = tmp_path / CAMPAIGN
    shutil.copytree(assets() / "templates" / "campaigns" / CAMPAIGN, folder)
    seal(folder)
    assert run("campaigns", "verify", folder).code == 0
    entry = json.loads(run("campaigns", "verify", folder, "--json").out)["campaigns"][0]
    assert (entry["unchanged"], entry["seal"]) == (True, "unsigned")
    file = next(path for path in sorted(folder.rglob("*")) if path.suffix == ".toml" and path.name != "campaign.toml")
    file.write_bytes(file.read_bytes() + b"\n")
    ended = run("campaigns", "verify", folder)
    assert ended.code == 1
    assert file.name in ended.out
    (folder / SEAL_FILE).unlink()
    assert run("campaigns", "verify", folder).code == 1


def seal(folder: Path) -> None:
    """Write a seal without a signature over the files that make up a campaign."""
    one = load(str(folder))
    (folder / SEAL_FILE).write_bytes(seal_bytes(one.files, one.id, one.version, dt.date(2020, 10, 2), None))


def test_garbage_is_no_campaign(tmp_path: Path) -> None:
    path = tmp_path / "x.campaign"
    path.write_bytes(b"PK\x03\x04 nothing")
    for action in ("show", "verify"):
        ended = run("campaigns", action, path)
        assert (ended.code, ended.out) == (3, "")
