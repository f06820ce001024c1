"""The JSON Schemas are those of the code, hold for every shipped file, and refuse what the readers refuse."""

from __future__ import annotations

import copy
import datetime as dt
import json
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from coverkit.app.sample import sample_project
from coverkit.app.units import read_unit
from coverkit.artwork.inking import read_inks
from coverkit.campaigns import reader
from coverkit.campaigns.issuers import issuer_bytes, parse_issuer
from coverkit.errors import InputError
from coverkit.formats import gwg, pages, printers
from coverkit.layout.design import parse_design
from coverkit.model.storage import schema as document
from coverkit.resources import assets
from coverkit.typography import library
from tests.campaigns.samples import ISSUER, PLAIN
from tools.schemas import FOLDER, TITLES, _everything, schemas, text_of

TEMPLATES = assets() / "templates"
SMALL = b"""
schema = 1
id = "small"
version = 1
name_vi = "a"
name_en = "a"
about_vi = "a"
about_en = "a"
colours = { red = [0, 100, 90, 0] }
lengths = { m = "0.05 * W" }
[styles.body]
family = "Lora"
size = [8, 12]
weight = 700
colour = "black"
valign = "top"
[[slot]]
id = "body"
kind = "text"
box = ["m", 10, "W - 2 * m", 20]
angle = 3
when = "1"
open = ["content"]
required = true
role = "body"
set = { text = "a", style = "body", size_min = 8 }
"""
CHANGED = b"""
[rules."layout.safe-area"]
reason = "a"
options = { margin_mm = 6 }
severities = { close = "off" }
"""


def shipped() -> Iterator[tuple[str, Path]]:
    """Return every data file that comes with the program, with its schema's name."""
    for name in ("campaign", "slogans"):
        yield from ((name, path) for path in sorted((TEMPLATES / "campaigns").glob(f"*/{name}.toml")))
    yield from (("design", path) for path in sorted((TEMPLATES / "designs").glob("*/design.toml")))
    yield from (("page-format", path) for path in sorted(pages._FOLDER.glob("*.toml")))
    yield from (("printer-profile", path) for path in sorted(printers._FOLDER.glob("*.toml")))
    yield from (("gwg-variant", path) for path in sorted(gwg._FOLDER.glob("*.toml")))
    yield from (("family", path) for path in sorted((assets() / "fonts").glob("*/family.toml")))
    yield "unit", assets() / "samples" / "unit.toml"
    yield "inks", assets() / "samples" / "inks.toml"


def validator(name: str) -> Draft202012Validator:
    schema = json.loads((FOLDER / f"{name}.schema.json").read_text(encoding="utf-8"))
    return Draft202012Validator(schema, format_checker=FormatChecker(["date"]))


def plain(value: object) -> Any:
    """Return TOML's data as JSON has it: dates as texts."""
    match value:
        case dict():
            return {key: plain(item) for key, item in value.items()}
        case list():
            return [plain(item) for item in value]
        case dt.date():
            return value.isoformat()
        case _:
            return value


def test_the_schemas_are_those_of_the_code() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {f"{name}.schema.json" for name in TITLES}, "run make schemas"
    for name, schema in schemas().items():
        Draft202012Validator.check_schema(schema)
        assert (FOLDER / f"{name}.schema.json").read_text(encoding="utf-8") == text_of(schema), "run make schemas"


@pytest.mark.parametrize(
    ("name", "path"), tuple(shipped()), ids=lambda value: value.parent.name if isinstance(value, Path) else value
)
def test_shipped_files_are_valid(name: str, path: Path) -> None:
    validator(name).validate(plain(tomllib.loads(path.read_text(encoding="utf-8"))))


def test_covers_are_valid() -> None:
    validator("document").validate(document.encode(sample_project().document))
    validator("document").validate(document.encode(_everything()))


Reading = Callable[[dict[str, Any], pytest.MonkeyPatch], object]


def _toml(read: Callable[[], object]) -> Reading:
    def reading(data: dict[str, Any], patch: pytest.MonkeyPatch) -> object:
        patch.setattr("coverkit.datafile.tomllib.loads", lambda _: data)
        return read()

    return reading


def _of_campaign(data: dict[str, Any], patch: pytest.MonkeyPatch) -> object:
    slogans = tomllib.loads(PLAIN["slogans.toml"].decode())
    texts = iter((data, slogans))
    patch.setattr("coverkit.datafile.tomllib.loads", lambda _: next(texts))
    return reader.read(PLAIN, "sample")


SAMPLES: dict[str, tuple[bytes, Reading]] = {
    "campaign": (PLAIN["campaign.toml"] + CHANGED, _of_campaign),
    "slogans": (PLAIN["slogans.toml"], _toml(lambda: reader._slogans(PLAIN, "sample"))),
    "design": (SMALL, _toml(lambda: parse_design(SMALL, "small"))),
    "page-format": ((pages._FOLDER / "a4.toml").read_bytes(), _toml(lambda: pages._read(pages._FOLDER / "a4.toml"))),
    "printer-profile": (
        (printers._FOLDER / "uncoated.toml").read_bytes(),
        _toml(lambda: printers._read(printers._FOLDER / "uncoated.toml")),
    ),
    "gwg-variant": (
        (gwg._FOLDER / "Newspaper.toml").read_bytes(),
        _toml(lambda: gwg._read(b"", "Newspaper")),
    ),
    "unit": (
        (assets() / "samples" / "unit.toml").read_bytes(),
        _toml(lambda: read_unit(assets() / "samples" / "unit.toml")),
    ),
    "issuer": (issuer_bytes(ISSUER), _toml(lambda: parse_issuer(issuer_bytes(ISSUER), "a.toml"))),
    "family": (
        (assets() / "fonts" / "Anton" / "family.toml").read_bytes(),
        _toml(lambda: library._family(assets() / "fonts" / "Anton" / "family.toml")),
    ),
    "inks": (
        (assets() / "samples" / "inks.toml").read_bytes(),
        _toml(lambda: read_inks(assets() / "samples" / "inks.toml")),
    ),
}
WRONG: tuple[Any, ...] = (None, True, -1, 0, 1.5, 700, "", "a", "À b", [], ["a"], [1, 2], {}, {"a": 1})
BEYOND_A_SCHEMA = {("design", "colour"), ("campaign", "file"), ("slogans", "id")}
"""What only the reader can tell: a colour of that design, a file that is there, an id given twice."""


def places(data: Any, way: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Return the way to every value in data."""
    items: Any = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        yield (*way, key)
        yield from places(value, (*way, key))


def mistakes(data: dict[str, Any]) -> Iterator[tuple[str, tuple[str | int, ...], dict[str, Any]]]:
    """Return data with one value changed, taken out, or misspelt, at every place in turn."""
    for way in places(data):
        for value in WRONG:
            changed, inner = _copy(data, way)
            inner[way[-1]] = value
            yield repr(value), way, changed
        if isinstance(way[-1], str):
            changed, inner = _copy(data, way)
            inner[f"{way[-1]}x"] = inner.pop(way[-1])
            yield "misspelt", way, changed


def _copy(data: dict[str, Any], way: tuple[str | int, ...]) -> tuple[dict[str, Any], Any]:
    changed = copy.deepcopy(data)
    inner: Any = changed
    for step in way[:-1]:
        inner = inner[step]
    return changed, inner


def reads(reading: Reading, data: dict[str, Any]) -> bool:
    with pytest.MonkeyPatch.context() as patch:
        try:
            reading(data, patch)
        except InputError:
            return False
    return True


@pytest.mark.parametrize("name", SAMPLES)
def test_schema_and_reader_refuse_the_same_mistakes(name: str) -> None:
    raw, reading = SAMPLES[name]
    data = tomllib.loads(raw.decode())
    assert reads(reading, data)
    judge, refused = validator(name), 0
    for what, way, changed in mistakes(data):
        good, valid = reads(reading, changed), judge.is_valid(plain(changed))
        assert good == valid or (valid and (name, way[-1]) in BEYOND_A_SCHEMA), (what, way, "read" if good else "refused")
        refused += not valid
    assert refused > 40


def test_schema_and_reader_refuse_the_same_documents() -> None:
    data = document.encode(_everything())
    judge = validator("document")
    for what, way, changed in mistakes(data):
        good = reads(lambda one, _: document.decode(one, "document.json"), changed)
        assert good == judge.is_valid(plain(changed)), (what, way, "read" if good else "refused")
