"""What may enter a document: cleaning and bounds of texts, ids and values, the same for edits and for files.

Knows no document, no lock and no file. `cleaned…` never fails; `wanted…` says what should have come instead.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import math
import re
import unicodedata
from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar, assert_never

from coverkit.geometry import Rect
from coverkit.i18n import mark, number, tr
from coverkit.model.values import Cmyk, PictureValue, Value

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

LONGEST_TEXT = 20_000
LONGEST_ID = 64
FARTHEST = 10_000.0
"""Mm from the trim's corner beyond which nothing can be meant."""
GREATEST_ZOOM = 1000.0
MOST_GUIDES = 200

_ID = re.compile(rf"[a-z0-9._-]{{1,{LONGEST_ID}}}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

_TYPES: dict[type, str] = {
    str: mark("a text"),
    float: mark("a number"),
    int: mark("a whole number"),
    bool: mark("yes or no"),
    Cmyk: mark("an ink"),
    PictureValue: mark("a picture"),
    tuple: mark("a list of texts"),
    dt.date: mark("a date like 2020-10-02"),
}

Record = TypeVar("Record", bound="DataclassInstance")


def cleaned_text(text: str) -> str:
    """Return a text in NFC, with every kind of line end (Word's too) as a line feed."""
    return unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", text))


def cleaned_number(number: float) -> float:
    """Return a number as float, with one zero only, so that equal documents are equal files."""
    return float(number) + 0.0


def cleaned(value: Value) -> Value:
    """Return a value as documents hold it."""
    match value:
        case str():
            return cleaned_text(value)
        case bool():
            return value
        case Cmyk() | PictureValue():
            return cleaned_record(value)
        case float() | int():
            return cleaned_number(value)
        case _:
            assert_never(value)


def cleaned_record(record: Record) -> Record:
    """Return a record with all its texts and fractions cleaned."""
    fresh: dict[str, object] = {}
    for field in dataclasses.fields(record):
        match getattr(record, field.name):
            case str() as text:
                fresh[field.name] = cleaned_text(text)
            case float() as number:
                fresh[field.name] = cleaned_number(number)
            case int() as number if field.type == "float":
                fresh[field.name] = cleaned_number(number)
    return dataclasses.replace(record, **fresh)


def wanted_text(text: str) -> str:
    """Return what is wanted instead of a cleaned text; nothing where it is good."""
    if len(text) > LONGEST_TEXT:
        return tr("a text of at most {count} characters", count=LONGEST_TEXT)
    if found := _UNSAFE.search(text):
        return tr("a text without the control character {code}", code=f"U+{ord(found.group()):04X}")
    return ""


def wanted_id(text: str) -> str:
    """Return what is wanted instead of an id; nothing where it is good."""
    if _ID.fullmatch(text):
        return ""
    return tr("1 to {count} characters: unaccented lower-case letters, digits, dots, hyphens or underscores", count=LONGEST_ID)


def wanted_sha256(text: str) -> str:
    """Return what is wanted instead of a SHA-256; nothing where it is good."""
    return "" if _SHA256.fullmatch(text) else tr("a SHA-256 in 64 hexadecimal digits")


def wanted(value: Value) -> str:
    """Return what is wanted instead of a cleaned value; nothing where it is good."""
    match value:
        case str():
            return wanted_text(value)
        case bool():
            return ""
        case Cmyk():
            good = all(0 <= part <= 1 for part in (value.c, value.m, value.y, value.k))
            return "" if good else tr("four inks from 0 to 1")
        case PictureValue():
            return wanted_sha256(value.sha256) or wanted_text(value.name) or _wanted_crop(value)
        case float() | int():
            return "" if math.isfinite(value) else tr("a number")
        case _:
            assert_never(value)


def _wanted_crop(value: PictureValue) -> str:
    if not (0 <= value.focus_x <= 1 and 0 <= value.focus_y <= 1):
        return tr("a focus from 0 to 1")
    return "" if 1 <= value.zoom <= GREATEST_ZOOM else tr("a zoom from 1 to {most}", most=number(GREATEST_ZOOM))


def wanted_box(box: Rect) -> str:
    """Return what is wanted instead of a box in mm; nothing where it is good."""
    if not (0 < box.width <= FARTHEST and 0 < box.height <= FARTHEST):
        return tr("a width and height above 0 and up to {most} mm", most=number(FARTHEST))
    good = abs(box.x) <= FARTHEST and abs(box.y) <= FARTHEST
    return "" if good else tr("a place within {most} mm of the page", most=number(FARTHEST))


def wanted_place(place: float) -> str:
    """Return what is wanted instead of a place along one axis in mm; nothing where it is good."""
    return "" if abs(place) <= FARTHEST else tr("a place within {most} mm of the page", most=number(FARTHEST))


def wanted_types(types: Iterable[type]) -> str:
    """Return what is wanted of a value that has to be of one of these types, in words."""
    first, *others = (tr(_TYPES[one]) for one in types)
    for other in others:
        first = tr("{first} or {other}", first=first, other=other)
    return first


def wanted_angle(angle: float) -> str:
    """Return what is wanted instead of an angle; nothing where it is good."""
    return "" if -360 <= angle <= 360 else tr("an angle in degrees")
