"""Text in the codes from before Unicode, TCVN3 (ABC) and VNI: recognised by its letters or its font, and converted.

Must see the text as it was pasted: the soft hyphen (U+00AD) is the letter ư in TCVN3, so nothing may drop it before.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import Literal

from coverkit.records import dataclass
from coverkit.typography import tcvn3, vni
from coverkit.typography.code_evidence import DECODERS, WORD, Legacy, Tally, likelihood, put_back, tally

__all__ = ["Encoding", "Legacy", "Recognition", "by_font_name", "convert", "recognise"]

Encoding = Literal["unicode", "tcvn3", "vni"]

_FONT = re.compile(r"\W*(?:(?P<tcvn3>\.vn[a-z])|(?P<vni>vni[- ]))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Recognition:
    """What a text seems to be written in.

    Attributes:
        encoding: "unicode" also for text that is not Vietnamese.
        confidence: 0 to 1.
        converted: the text as it reads after conversion, letters that were lost in it put back; the text itself for Unicode.
        needs_case_question: nobody can tell whether the text was shown in capitals: TCVN3 has no capitals with tones.
        lost_letters: words in which the letter ư (U+00AD) was lost on the way and was put back; the text should be compared.
    """

    encoding: Encoding
    confidence: float
    converted: str
    needs_case_question: bool = False
    lost_letters: tuple[str, ...] = ()


def by_font_name(name: str) -> Encoding:
    """Tell the code of a font by its name: .VnTime, .VNTimeH, VNI-Times. A convention with exceptions."""
    match = _FONT.match(name)
    if match is None:
        return "unicode"
    return "tcvn3" if match["tcvn3"] else "vni"


def convert(text: str, encoding: Legacy, uppercase: bool | None = None) -> str:
    """Return a pasted text in Unicode.

    Args:
        text: as it was pasted, soft hyphens included.
        encoding: the code it is in.
        uppercase: True for text from a font of capitals (.VnTimeH), False to leave the case as it is; None decides: words
            whose plain letters are all capitals become capitals throughout.
    """
    decoded = DECODERS[encoding](text)
    if uppercase:
        return decoded.upper()
    return decoded if uppercase is False or encoding == "vni" else _evened(decoded)


@lru_cache(maxsize=256)
def recognise(text: str) -> Recognition:
    """Tell whether a text is in one of the old codes: decoded, its words must be Vietnamese syllables, and before not.

    Letters that occur in all three (à, ê, ó …) never decide: what can be Vietnamese as it stands counts against a conversion.
    """
    if not any(tcvn3.is_code(char) or vni.is_code(char) for char in text):
        return Recognition("unicode", 1.0, text)
    tallies: dict[Legacy, Tally] = {code: tally(text, code) for code in DECODERS}
    best = max(tallies, key=lambda code: (tallies[code].gain, _usual(text, code)))
    other = next(one for code, one in tallies.items() if code != best)
    found = tallies[best]
    if found.gain <= 0.0 or not found.is_convincing:
        return Recognition("unicode", _confidence(1.0, max(0.0, -found.gain)), text)
    converted = convert(text, best)
    lost: tuple[str, ...] = ()
    if best == "tcvn3" and "\u00ad" not in text:
        converted, lost = _with_lost_letters(converted)
    share = found.mended / (found.mended + found.broken + found.neither)
    return Recognition(best, _confidence(share, found.gain - max(other.gain, 0.0)), converted, _asks_case(text, best), lost)


def _usual(text: str, code: Legacy) -> float:
    return likelihood([DECODERS[code](word) for word in WORD.findall(text)])


def _confidence(share: float, margin: float) -> float:
    """Return a share of words, less sure the fewer words there are: half sure without any, 97 % with five."""
    return round(share * (1.0 - math.pow(0.5, 1.0 + margin)), 3)


def _evened(text: str) -> str:
    """Return decoded TCVN3 with words such as HộI in capitals throughout, and those between them."""
    plain = [char for char in text if char.isascii() and char.isalpha()]
    if len(plain) > 1 and all(char.isupper() for char in plain):
        return text.upper()
    return re.sub(r"[^\W\d_]+", lambda match: _capitals(match[0]), text)


def _capitals(word: str) -> str:
    """Return a word in capitals if all its plain letters, at least two, are capitals."""
    plain = [char for char in word if char.isascii()]
    return word.upper() if len(plain) > 1 and all(char.isupper() for char in plain) else word


def _asks_case(text: str, encoding: Legacy) -> bool:
    decoded = DECODERS[encoding](text)
    return encoding == "tcvn3" and not any(char.isupper() for char in decoded)


def _with_lost_letters(decoded: str) -> tuple[str, tuple[str, ...]]:
    """Return decoded TCVN3 with each ư put back that got lost as a soft hyphen before an ơ, and the words it was put into."""
    lost: list[str] = []

    def mended(match: re.Match[str]) -> str:
        whole = put_back(match[0])
        if whole is None:
            return match[0]
        lost.append(whole)
        return whole

    return re.sub(r"[^\W\d_]+", mended, decoded), tuple(lost)
