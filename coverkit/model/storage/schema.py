"""The document as JSON-ready data, and back: explicit, versioned, strict. Knows no zip and no file.

Change the meaning of a key, or add one, and SCHEMA rises by one with a migration from the number before.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, assert_never, cast

from coverkit.datafile import Table
from coverkit.errors import InputError
from coverkit.geometry import Rect
from coverkit.i18n import tr
from coverkit.model.document import SLOT_KIND, Axis, Document, Element, Guide, Issue, Kind, PackageRef, PageFormat, Unit, Waiver
from coverkit.model.entrance import (
    MOST_GUIDES,
    cleaned,
    cleaned_number,
    cleaned_text,
    wanted,
    wanted_angle,
    wanted_box,
    wanted_id,
    wanted_place,
)
from coverkit.model.entrance import wanted_sha256 as _wanted_sha256
from coverkit.model.entrance import wanted_text as _wanted_text
from coverkit.model.values import Cmyk, PictureValue, Value

SCHEMA = 2
"""2 added what the unit's licence states and its drawn masthead; a document of 1 says nothing of them and is read as it is."""
_KINDS = ("ban-tin", "tai-lieu")
_MOST = {"elements": 500, "values": 200, "answers": 500, "waivers": 500, "guides": MOST_GUIDES}
_UNIT_TEXTS = (
    "name",
    "short_name",
    "parent",
    "publication",
    "address",
    "licence_number",
    "responsible",
    "printer",
    "periodicity",
    "licence_format",
    "licence_printer",
    "licence_periodicity",
    "licence_masthead",
    "masthead_outline",
)
_LATER_UNIT_TEXTS = ("masthead_words",)
"""Left out where they say nothing: documents from before them keep their bytes."""
_UNIT_COUNTS = ("print_run", "pages", "licence_pages", "licence_print_run")


def newer(file: str) -> InputError:
    """Return the error for a file of a schema that this program does not know."""
    return InputError(
        tr("{file} was made with a newer CoverKit.", file=file),
        tr("Install the newest version of CoverKit, then open it again."),
    )


def encode(document: Document) -> dict[str, Any]:
    """Return a document as data of dictionaries, lists, texts, numbers and truth values."""
    return {
        "schema": SCHEMA,
        "design": _encode_package(document.design),
        "format": {
            "id": document.format.id,
            "width": cleaned_number(document.format.width),
            "height": cleaned_number(document.format.height),
        },
        "issue": {
            "date": document.issue.date.isoformat(),
            "number": cleaned_text(document.issue.number),
            "kind": document.issue.kind,
        },
        "unit": _encode_unit(document.unit),
        **({"campaign": _encode_package(document.campaign)} if document.campaign else {}),
        "printer": document.printer,
        "elements": [_encode_element(element) for element in document.elements],
        "answers": dict(document.answers),
        "waivers": [_encode_waiver(waiver) for waiver in document.waivers],
        # Left out where there are none: a document without guides is the same bytes as before there were any.
        **({"guides": [_encode_guide(guide) for guide in document.guides]} if document.guides else {}),
    }


def decode(data: object, file: str) -> Document:
    """Return the document in data that `encode` made.

    Raises:
        InputError: a newer schema, an unknown key, or a value that cannot be; the message names the place in the document.
    """
    if not isinstance(data, dict):
        raise InputError(tr("{file} holds no document.", file=file), tr("Open a file that CoverKit saved."))
    table = Table(data, file)
    schema = table.integer("schema")
    if schema > SCHEMA:
        raise newer(file)
    if schema < 1:
        raise table.wrong("schema", tr("a number from {least}", least=1))
    document = Document(
        design=_package(table.table("design")),
        format=_format(table),
        issue=_issue(table.table("issue")),
        unit=_unit(table.table("unit", optional=True)),
        campaign=_package(table.table("campaign")) if table.has("campaign") else None,
        printer=_id(table, "printer"),
        elements=_elements(table),
        answers=_answers(table.table("answers", optional=True)),
        waivers=tuple(_waiver(one) for one in _few(table, "waivers")),
        guides=tuple(_guide(one) for one in _few(table, "guides")) if table.has("guides") else (),
    )
    table.finish()
    return document


def _encode_package(package: PackageRef) -> dict[str, Any]:
    return {"id": package.id, "version": package.version, **({"sha256": package.sha256} if package.sha256 else {})}


def _encode_unit(unit: Unit) -> dict[str, Any]:
    texts = {key: cleaned_text(getattr(unit, key)) for key in _UNIT_TEXTS}
    texts |= {key: text for key in _LATER_UNIT_TEXTS if (text := cleaned_text(getattr(unit, key)))}
    date = {"licence_date": unit.licence_date.isoformat()} if unit.licence_date else {}
    return {**texts, **date, **{key: getattr(unit, key) for key in _UNIT_COUNTS}}


def _encode_element(element: Element) -> dict[str, Any]:
    found: dict[str, Any] = {"id": element.id, "values": {key: _encode_value(value) for key, value in element.values.items()}}
    if element.kind != SLOT_KIND:
        found["kind"] = element.kind
    if (box := element.box) is not None:
        sides = {"x": box.x, "y": box.y, "width": box.width, "height": box.height}
        found["box"] = {key: cleaned_number(number) for key, number in sides.items()}
    if element.angle is not None:
        found["angle"] = cleaned_number(element.angle)
    if element.hidden:
        found["hidden"] = True
    return found


def _encode_value(value: Value) -> Any:
    value = cleaned(value)
    match value:
        case str() | bool():
            return value
        case Cmyk():
            return {"cmyk": [value.c, value.m, value.y, value.k]}
        case PictureValue():
            crop = {"focus": [value.focus_x, value.focus_y], "zoom": value.zoom}
            return {"picture": {"sha256": value.sha256, "name": value.name, **crop}}
        case float() | int():
            return value
        case _:
            assert_never(value)


def _encode_waiver(waiver: Waiver) -> dict[str, Any]:
    texts = {"reason": cleaned_text(waiver.reason), "by": cleaned_text(waiver.by)}
    return {"rule": waiver.rule, "code": waiver.code, **texts, "date": waiver.date.isoformat()}


def _encode_guide(guide: Guide) -> dict[str, Any]:
    return {"axis": guide.axis, "at": cleaned_number(guide.at)}


def _package(table: Table) -> PackageRef:
    sha256 = _checked(table, "sha256", _wanted_sha256) if table.has("sha256") else ""
    found = PackageRef(_id(table, "id"), _count(table, "version"), sha256)
    table.finish()
    return found


def _format(parent: Table) -> PageFormat:
    table = parent.table("format")
    found = PageFormat(_id(table, "id"), table.number("width"), table.number("height"))
    if wrong := wanted_box(Rect(0, 0, found.width, found.height)):
        raise parent.wrong("format", wrong)
    table.finish()
    return found


def _issue(table: Table) -> Issue:
    kind = cast("Kind", table.text("kind", choices=_KINDS))
    found = Issue(_date(table, "date"), _text(table, "number", ""), kind)
    table.finish()
    return found


def _unit(table: Table) -> Unit:
    values: dict[str, Any] = {key: _text(table, key, "") for key in (*_UNIT_TEXTS, *_LATER_UNIT_TEXTS)}
    values |= {key: _count(table, key, 0) for key in _UNIT_COUNTS}
    found = Unit(**values, licence_date=_date(table, "licence_date") if table.has("licence_date") else None)
    table.finish()
    return found


def _elements(table: Table) -> tuple[Element, ...]:
    elements = tuple(_element(one) for one in _few(table, "elements"))
    if len({element.id for element in elements}) < len(elements):
        raise table.wrong("elements", tr("an id of its own for every element"))
    return elements


def _element(table: Table) -> Element:
    found = Element(
        id=_id(table, "id"),
        kind=_id(table, "kind") if table.has("kind") else SLOT_KIND,
        values=_values(table.table("values", optional=True)),
        box=_box(table) if table.has("box") else None,
        angle=_angle(table) if table.has("angle") else None,
        hidden=table.flag("hidden", False),
    )
    table.finish()
    return found


def _values(table: Table) -> Mapping[str, Value]:
    return MappingProxyType({key: _value(table, key) for key in _keys(table, "values")})


def _value(table: Table, key: str) -> Value:
    value = _raw_value(table, key)
    if wrong := wanted(value):
        raise table.wrong(key, wrong)
    return value


def _raw_value(table: Table, key: str) -> Value:
    match table.raw(key):
        case str() | bool() as value:
            return cleaned(value)
        case float() | int():
            return table.number(key)
        case {"cmyk": _}:
            inner = table.table(key)
            found: Value = Cmyk(*inner.numbers("cmyk", 4))
        case {"picture": _}:
            inner = table.table(key)
            found = _picture(inner.table("picture"))
        case _:
            raise table.wrong(key, tr("a text, a number, true or false, a colour or a picture"))
    inner.finish()
    return found


def _picture(table: Table) -> PictureValue:
    focus_x, focus_y = table.numbers("focus", 2)
    found = PictureValue(table.text("sha256"), _text(table, "name"), focus_x, focus_y, table.number("zoom"))
    table.finish()
    return found


def _box(parent: Table) -> Rect:
    table = parent.table("box")
    found = Rect(table.number("x"), table.number("y"), table.number("width"), table.number("height"))
    if wrong := wanted_box(found):
        raise parent.wrong("box", wrong)
    table.finish()
    return found


def _angle(table: Table) -> float:
    angle = table.number("angle")
    if wrong := wanted_angle(angle):
        raise table.wrong("angle", wrong)
    return angle


def _answers(table: Table) -> Mapping[str, bool]:
    return MappingProxyType({key: table.flag(key) for key in _keys(table, "answers")})


def _waiver(table: Table) -> Waiver:
    found = Waiver(_id(table, "rule"), _id(table, "code"), _text(table, "reason"), _text(table, "by"), _date(table, "date"))
    table.finish()
    return found


def _guide(table: Table) -> Guide:
    found = Guide(cast("Axis", table.text("axis", choices=("x", "y"))), table.number("at"))
    if wrong := wanted_place(found.at):
        raise table.wrong("at", wrong)
    table.finish()
    return found


def _few(table: Table, key: str) -> tuple[Table, ...]:
    found = table.tables(key)
    if len(found) > _MOST[key]:
        raise table.wrong(key, tr("at most {count}", count=_MOST[key]))
    return found


def _keys(table: Table, kind: str) -> tuple[str, ...]:
    keys = table.keys()
    for number, key in enumerate(keys):
        if wrong := wanted_id(key):
            raise table.wrong(key, wrong)
        if number == _MOST[kind]:
            raise table.wrong(key, tr("at most {count}", count=_MOST[kind]))
    return keys


def _checked(table: Table, key: str, wanted_instead: Callable[[str], str], default: str | None = None) -> str:
    text = cleaned_text(table.text(key, default))
    if wrong := wanted_instead(text):
        raise table.wrong(key, wrong)
    return text


def _id(table: Table, key: str) -> str:
    return _checked(table, key, wanted_id)


def _text(table: Table, key: str, default: str | None = None) -> str:
    return _checked(table, key, _wanted_text, default)


def _count(table: Table, key: str, default: int | None = None) -> int:
    count = table.integer(key, default)
    if count < 0:
        raise table.wrong(key, tr("a number from {least}", least=0))
    return count


def _date(table: Table, key: str) -> dt.date:
    text = table.text(key)
    try:
        date = dt.date.fromisoformat(text)
    except ValueError:
        date = None
    if date is None or date.isoformat() != text:
        raise table.wrong(key, tr("a date like 2020-10-02"))
    return date
