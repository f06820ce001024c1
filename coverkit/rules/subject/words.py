"""Reading Vietnamese texts: dates, Roman numerals, terms of office, the ordinal of a congress, official names."""

from __future__ import annotations

import datetime as dt
import re

from coverkit.records import dataclass
from coverkit.typography.vietnamese import is_roman, nfc

_SPELLED = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE)
_SHORT = re.compile(r"(?<!\d)(\d{1,2})\s*[/.\-–]\s*(\d{1,2})\s*[/.\-–]\s*(\d{4})(?!\d)")
_MONTH = re.compile(r"tháng\s+\d{1,2}(?:\s*[/\-–]\s*\d{4}|\s+năm\s+\d{4})?|năm\s+\d{4}", re.IGNORECASE)
_CONGRESS = re.compile(r"đại hội\b([^.;:!?]{0,120}?)\blần thứ\s+([\w]+)([^.;:!?]{0,40})", re.IGNORECASE)
_TERM = re.compile(r"nhiệm k[ỳì]\s+(\d{4})\s*[-‐‑‒–—]\s*(\d{4})", re.IGNORECASE)
_SCOPES = (
    ("toàn quốc", "nation"),
    ("tỉnh", "province"),
    ("thành phố", "town"),
    ("thị xã", "town"),
    ("huyện", "district"),
    ("quận", "district"),
    ("phường", "commune"),
    ("thị trấn", "commune"),
    ("xã(?! hội)", "commune"),
    ("chi bộ", "cell"),
)
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


OTHER = "other"
"""The scope of a congress of unions, farmers, emulation …: their numbers are their own."""


@dataclass(frozen=True, slots=True)
class Congress:
    """A congress as a text names it.

    Attributes:
        scope: whose it is: `nation`, `province` …, `OTHER` for one that is not the Party's, "" where the text does not say.
        written: the ordinal as written.
        number: its value; None for what is no numeral.
    """

    scope: str
    written: str
    number: int | None


def dates_in(text: str) -> tuple[dt.date, ...]:
    """Return the full dates that a text states; days that no calendar has are left out."""
    found = []
    for pattern in (_SPELLED, _SHORT):
        for match in pattern.finditer(nfc(text)):
            day, month, year = (int(part) for part in match.groups())
            try:
                found.append(dt.date(year, month, day))
            except ValueError:
                continue
    return tuple(found)


def without_dates(text: str) -> str:
    """Return the text without dates, so that their numbers are not taken for something else."""
    for pattern in (_SPELLED, _SHORT, _MONTH):
        text = pattern.sub(" ", nfc(text))
    return text


def congresses_in(text: str) -> tuple[Congress, ...]:
    """Return the congresses that a text names with their ordinal."""
    found = []
    for match in _CONGRESS.finditer(_flat(text)):
        before, written, after = match.groups()
        found.append(Congress(_scope(before, after), written, _number(written)))
    return tuple(found)


def terms_in(text: str) -> tuple[tuple[int, int], ...]:
    """Return the terms of office ("nhiệm kỳ 2020 – 2025") that a text states."""
    return tuple((int(match[1]), int(match[2])) for match in _TERM.finditer(_flat(text)))


def roman(word: str) -> int | None:
    """Return the value of a Roman numeral in capitals, or None when it is none."""
    if not is_roman(word):
        return None
    values = [_VALUES[letter] for letter in word]
    following = [*values[1:], 0]
    return sum(-value if value < later else value for value, later in zip(values, following, strict=True))


def _number(written: str) -> int | None:
    return int(written) if written.isdigit() else roman(written.upper())


def _scope(before: str, after: str) -> str:
    around = before.casefold()
    if re.search(r"\bcủa đảng\b(?!\s+bộ)", after.casefold()):
        return "nation"
    if "đảng" not in around:
        if re.sub(r"\b(?:đại biểu|toàn quốc|tỉnh)\b", "", around).strip(" ,"):
            return OTHER
        return "nation" if "toàn quốc" in around else ""
    return next((scope for word, scope in _SCOPES if re.search(rf"\b{word}\b", around)), "")


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", nfc(text))
