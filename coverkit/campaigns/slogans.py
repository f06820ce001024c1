"""Compare a text on a cover with the campaign's slogans.

What differs only in spaces, dashes, the final " !", date separators, letter case or the place of a tone mark (khóa, khoá)
is written differently, and right. A word that differs is wrong. A text that was replaced is wrong and names its successor.
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
from functools import lru_cache
from typing import Literal

from coverkit.campaigns.campaign import Campaign, Slogan
from coverkit.records import dataclass
from coverkit.typography.vietnamese import nfc, tone_normalised

MatchKind = Literal["exact", "variant", "replaced", "different", "unknown"]

_DASHES = re.compile(r"\s*[-‐‑‒–—―]\s*")
_DATE = re.compile(r"(?<=\d)[-/.](?=\d{1,2}[-/.]\d{4})|(?<=\d)[-/.](?=\d{4}\b)")
_SPACES = re.compile(r"\s+")
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'"})
_NEAR = 0.6


@dataclass(frozen=True, slots=True)
class SloganMatch:
    """What a text is to the campaign.

    Attributes:
        slogan: the slogan meant; for a replaced text, its successor; None when the text is like none.
        marked: the text with what differs in brackets: "[cảa → của]".
    """

    kind: MatchKind
    slogan: Slogan | None
    marked: str = ""


@lru_cache(maxsize=512)
def canonical(text: str) -> str:
    """Return the form in which slogans are compared."""
    text = nfc(text).translate(_QUOTES)
    text = _DASHES.sub("-", text)
    text = _DATE.sub("/", text)
    text = _SPACES.sub(" ", text).strip().rstrip("!.").strip()
    return tone_normalised(text).casefold()


def compare(text: str, campaign: Campaign, day: dt.date | None = None) -> SloganMatch:
    """Find the slogan that a text is, or is meant to be.

    Args:
        text: as it stands on the cover.
        campaign: whose slogans.
        day: the issue date. A text that another replaces may still be a slogan of its own with its own days: in an issue of
            those days it is right, in any other, and without a date, it is replaced.
    """
    form = canonical(text)
    usable = [slogan for slogan in campaign.slogans if not _superseded(slogan, campaign, day)]
    for slogan in usable:
        if form == canonical(slogan.text):
            written_alike = _SPACES.sub(" ", nfc(text)).strip() in (slogan.text, slogan.text.upper())
            return SloganMatch("exact" if written_alike else "variant", slogan)
    for slogan in campaign.slogans:
        if any(form == canonical(old) for old in slogan.replaces):
            return SloganMatch("replaced", slogan, marked_difference(text, slogan.text))
    nearest = max(usable, key=lambda slogan: _likeness(form, slogan.text), default=None)
    if nearest is None or _likeness(form, nearest.text) < _NEAR:
        return SloganMatch("unknown", None)
    return SloganMatch("different", nearest, marked_difference(text, nearest.text))


def _superseded(slogan: Slogan, campaign: Campaign, day: dt.date | None) -> bool:
    if day is not None and slogan.valid.holds(day):
        return False
    form = canonical(slogan.text)
    return any(form == canonical(old) for one in campaign.slogans for old in one.replaces)


def marked_difference(text: str, wanted: str) -> str:
    """Return the text, word by word, with "[is → should be]" wherever the words differ."""
    has, wants = nfc(text).split(), nfc(wanted).split()
    matcher = difflib.SequenceMatcher(
        None, [canonical(word) for word in has], [canonical(word) for word in wants], autojunk=False
    )
    parts: list[str] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            parts += has[i1:i2]
        else:
            parts.append(f"[{' '.join(has[i1:i2]) or '∅'} → {' '.join(wants[j1:j2]) or '∅'}]")
    return " ".join(parts)


@lru_cache(maxsize=512)
def _likeness(form: str, slogan_text: str) -> float:
    return difflib.SequenceMatcher(None, form, canonical(slogan_text), autojunk=False).ratio()
