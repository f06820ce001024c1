"""Which characters the bytes of a CSV file mean. Programs do not say; what cannot be told is refused, never guessed on."""

from __future__ import annotations

import codecs
import re

from coverkit.errors import InputError, UsageError
from coverkit.i18n import tr
from coverkit.typography.syllables import is_possible
from coverkit.typography.vietnamese import nfc

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 4096
_HALF_EMPTY = 0.3
_LIKELY = 0.7
"""Share of the words with marks that can be Vietnamese, from which on a text is taken for one."""


def decode(raw: bytes, name: str, encoding: str = "") -> tuple[str, str]:
    """Return the text of a CSV file in NFC, and the encoding.

    UTF-8 and UTF-16 are told for certain. Else the bytes are read as Windows-1258, the Vietnamese code page of Excel's plain
    "CSV", and this is believed only when the words come out Vietnamese.

    Args:
        raw: the bytes.
        name: what messages call the file.
        encoding: what the person says it is; "" to find out.

    Raises:
        UsageError: there is no such encoding.
        InputError: the bytes are not of that encoding, or of none that can be told.
    """
    if encoding:
        return _as_told(raw, name, encoding), encoding
    for mark, found in _MARKS:
        if raw.startswith(mark):
            return _as_told(raw, name, found), found.removesuffix("-sig")
    if found := _unmarked_utf16(raw):
        return _as_told(raw, name, found), found
    try:
        return nfc(raw.decode("utf-8")), "utf-8"
    except UnicodeDecodeError:
        pass
    try:
        text = nfc(raw.decode("cp1258"))
    except UnicodeDecodeError:
        text = ""
    if not text or not _is_vietnamese(text):
        raise InputError(
            tr(
                "It cannot be told how the characters of {name} are written: neither UTF-8 nor UTF-16, and not Windows-1258.",
                name=name,
            ),
            tr("Save it in Excel as “CSV UTF-8”, or as .xlsx, or name its encoding with --encoding."),
        )
    return text, "cp1258"


def _as_told(raw: bytes, name: str, encoding: str) -> str:
    try:
        return nfc(raw.decode(encoding).removeprefix("\ufeff"))
    except LookupError as error:
        raise UsageError(
            tr("There is no encoding “{name}”.", name=encoding), tr("Usual ones: utf-8, utf-16, cp1258.")
        ) from error
    except UnicodeError as error:
        raise InputError(
            tr("{name} is not written in {encoding}.", name=name, encoding=encoding),
            tr("Save it in Excel as “CSV UTF-8”, or as .xlsx, or name its encoding with --encoding."),
        ) from error


def _unmarked_utf16(raw: bytes) -> str:
    """Tell UTF-16 without its mark by the empty halves of its characters."""
    sample = raw[:_SAMPLE]
    if len(sample) < 2:
        return ""
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = sample[offset::2]
        if half.count(0) >= _HALF_EMPTY * len(half) and not sample[1 - offset :: 2].count(0):
            return encoding
    return ""


def _is_vietnamese(text: str) -> bool:
    marked = [word for word in _WORD.findall(text) if not word.isascii()]
    return bool(marked) and sum(is_possible(word) for word in marked) >= _LIKELY * len(marked)
