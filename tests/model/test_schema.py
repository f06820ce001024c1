"""The document as data: nothing is lost on the way, and nothing wrong comes in."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given

from coverkit.errors import CoverKitError, InputError
from coverkit.geometry import Rect
from coverkit.model.document import Document, Element, Guide, PageFormat
from coverkit.model.storage import strict_json
from coverkit.model.storage.schema import SCHEMA, decode, encode
from coverkit.model.values import Value
from tests.model.samples import DOCUMENT, decomposed, documents

Break = Callable[[dict[str, Any]], object]


@given(documents)
def test_round_trip(document: Document) -> None:
    raw = strict_json.dump(encode(document))
    again = decode(strict_json.parse(raw, "a.cover"), "a.cover")
    assert again == document
    pairs = zip(document.elements, again.elements, strict=True)
    assert all(type(two.values[key]) is type(value) for one, two in pairs for key, value in one.values.items())
    assert strict_json.dump(encode(again)) == raw


def test_equal_documents_are_equal_bytes_whatever_the_order_of_their_parts() -> None:
    values: dict[str, Value] = {"text": "A", "size": -0.0, "bold": True}
    one = replace(DOCUMENT, elements=(Element("headline", values=MappingProxyType(values)),))
    turned: dict[str, Value] = {"bold": True, "size": 0.0, "text": "A"}
    two = replace(
        DOCUMENT, elements=(Element("headline", values=MappingProxyType(turned)),), format=PageFormat("ban-tin", 190, 270)
    )
    assert one == two
    assert strict_json.dump(encode(one)) == strict_json.dump(encode(two))


def test_a_document_without_guides_is_the_bytes_it_was_before_there_were_any() -> None:
    assert "guides" not in encode(DOCUMENT)
    guided = replace(DOCUMENT, guides=(Guide("x", 95.0),))
    assert encode(guided) == {**encode(DOCUMENT), "guides": [{"axis": "x", "at": 95.0}]}


def test_texts_are_stored_and_read_in_nfc() -> None:
    text = "Đại hội Đảng bộ lần thứ XII"
    document = replace(DOCUMENT, unit=replace(DOCUMENT.unit, name=decomposed(text)))
    data = encode(document)
    assert data["unit"]["name"] == text
    data["elements"][0]["values"]["text"] = decomposed(text)
    assert decode(data, "a.cover").elements[0].values["text"] == text


def _set(path: str, value: object) -> Break:
    def change(data: dict[str, Any]) -> None:
        *parents, last = path.split("/")
        node: Any = data
        for part in parents:
            node = node[int(part) if part.isdigit() else part]
        node[last] = value

    return change


WRONG: dict[str, tuple[Break, str]] = {
    "schema is text": (_set("schema", "1"), "schema"),
    "schema 0": (_set("schema", 0), "schema"),
    "unknown key": (_set("colour", 1), "colour"),
    "unknown key inside": (_set("unit/fax", ""), "unit.fax"),
    "unknown key in an element": (_set("elements/2/rotation", 1), "elements[2].rotation"),
    "missing": (lambda data: data.pop("issue"), "issue"),
    "width is text": (_set("elements/2/box/width", "5"), "elements[2].box.width"),
    "width is true": (_set("elements/2/box/width", True), "elements[2].box.width"),
    "width is NaN": (_set("elements/2/box/width", float("nan")), "elements[2].box.width"),
    "width is negative": (_set("elements/2/box/width", -1), "elements[2].box"),
    "x is endless": (_set("elements/2/box/x", float("-inf")), "elements[2].box"),
    "page of nothing": (_set("format/height", 0), "format"),
    "angle": (_set("elements/2/angle", 1e6), "elements[2].angle"),
    "id": (_set("elements/0/id", "Head line"), "elements[0].id"),
    "long id": (_set("elements/0/id", "a" * 65), "elements[0].id"),
    "id twice": (_set("elements/0/id", "photo"), "elements"),
    "empty kind": (_set("elements/2/kind", ""), "elements[2].kind"),
    "field name": (_set("elements/0/values/Ink", 1), "elements[0].values.Ink"),
    "list as value": (_set("elements/0/values/text", ["A"]), "elements[0].values.text"),
    "null as value": (_set("elements/0/values/text", None), "elements[0].values.text"),
    "unknown tag": (_set("elements/0/values/ink", {"rgb": [1, 1, 1]}), "elements[0].values.ink"),
    "two tags": (_set("elements/0/values/ink", {"cmyk": [0, 0, 0, 1], "spot": "x"}), "elements[0].values.ink.spot"),
    "three inks": (_set("elements/0/values/ink", {"cmyk": [0, 0, 1]}), "elements[0].values.ink.cmyk"),
    "too much ink": (_set("elements/0/values/ink", {"cmyk": [0, 0, 0, 1.2]}), "elements[0].values.ink"),
    "number is endless": (_set("elements/0/values/size", float("inf")), "elements[0].values.size"),
    "picture hash": (_set("elements/1/values/picture/picture/sha256", "../x"), "elements[1].values.picture"),
    "picture zoom": (_set("elements/1/values/picture/picture/zoom", 0.5), "elements[1].values.picture"),
    "picture path": (_set("elements/1/values/picture/picture/path", "x"), "elements[1].values.picture.picture.path"),
    "long text": (_set("elements/0/values/text", "x" * 20_001), "elements[0].values.text"),
    "control character": (_set("unit/name", "a\0b"), "unit.name"),
    "surrogate": (_set("unit/name", "a\udc00b"), "unit.name"),
    "kind": (_set("issue/kind", "bao"), "issue.kind"),
    "date": (_set("issue/date", "2020-13-01"), "issue.date"),
    "date of another form": (_set("issue/date", "20201002"), "issue.date"),
    "negative run": (_set("unit/print_run", -1), "unit.print_run"),
    "half a page": (_set("unit/pages", 1.5), "unit.pages"),
    "answer": (_set("answers/law.symbols", 1), "answers.law.symbols"),
    "waiver": (_set("waivers/0/date", None), "waivers[0].date"),
    "package hash": (_set("design/sha256", "abc"), "design.sha256"),
    "hidden": (_set("elements/0/hidden", "no"), "elements[0].hidden"),
    "elements is a table": (_set("elements", {}), "elements"),
    "guide's axis": (_set("guides", [{"axis": "z", "at": 1}]), "guides[0].axis"),
    "guide far away": (_set("guides", [{"axis": "x", "at": 1e9}]), "guides[0].at"),
    "guide with a colour": (_set("guides", [{"axis": "x", "at": 1, "colour": 1}]), "guides[0].colour"),
    "too many guides": (_set("guides", [{"axis": "x", "at": 1}] * 201), "guides"),
    "too many": (_set("waivers", [{}] * 501), "waivers"),
    "too many answers": (_set("answers", {f"a{number}": True for number in range(501)}), "answers.a500"),
}


@pytest.mark.parametrize("name", WRONG)
def test_errors_name_the_place(name: str) -> None:
    change, place = WRONG[name]
    data = copy.deepcopy(encode(DOCUMENT))
    change(data)
    with pytest.raises(InputError) as caught:
        decode(data, "so-9.cover")
    assert "so-9.cover" in caught.value.message
    assert f"“{place}”" in caught.value.message
    assert caught.value.remedy


def test_a_newer_schema_is_told_from_damage() -> None:
    with pytest.raises(InputError, match="newer CoverKit"):
        decode({"schema": SCHEMA + 1, "whatever": 1}, "a.cover")
    with pytest.raises(InputError, match="no document"):
        decode([], "a.cover")


@pytest.mark.parametrize(
    "raw",
    [
        b"\xff{}",
        b"\xef\xbb\xbf{}",
        b"{",
        b'{"a": NaN}',
        b'{"a": -Infinity}',
        b'{"a": 1e999}',
        b'{"a": 1234567890123456}',
        b'{"a": 1, "a": 2}',
        b'{"\\ud800": 1}',
        b'{"' + b"k" * 201 + b'": 1}',
        b"[" * 33 + b"]" * 33,
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"[" + b"[]," * 300_000 + b"[]]",
        b" " * 8_000_001,
    ],
    ids=lambda raw: repr(raw[:12]),
)
def test_json_that_python_would_take_is_refused(raw: bytes) -> None:
    with pytest.raises(InputError, match=r"a\.cover") as caught:
        strict_json.parse(raw, "a.cover")
    assert caught.value.remedy


def test_json_up_to_the_bounds_is_read() -> None:
    raw = b"[" * 32 + b"1" + b"]" * 32
    assert strict_json.dump(strict_json.parse(raw, "a"))
    assert strict_json.parse('{"ữ": -1.5}'.encode(), "a") == {"ữ": -1.5}


def test_every_json_that_is_cut_off_is_refused_and_never_crashes() -> None:
    raw = strict_json.dump(encode(DOCUMENT)).rstrip()
    for end in range(0, len(raw), 7):
        with pytest.raises(CoverKitError):
            decode(strict_json.parse(raw[:end], "a.cover"), "a.cover")


def test_a_document_of_many_boxes_keeps_every_digit() -> None:
    box = Rect(0.1 + 0.2, 1 / 3, 1e-9, 9999.999999999998)
    document = replace(DOCUMENT, elements=(Element("note-1", "text", box=box),))
    again = decode(strict_json.parse(strict_json.dump(encode(document)), "a"), "a")
    assert again.elements[0].box == box
