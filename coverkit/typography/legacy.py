"""Text in the codes from before Unicode, TCVN3 (ABC) and VNI: recognised by its letters or its font, and converted.

Must see the text as it was pasted: the soft hyphen (U+00AD) is the letter ư in TCVN3, so nothing may drop it before.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from typing import Literal

from coverkit.records import dataclass
from coverkit.typography import tcvn3, vni
from coverkit.typography.names import is_named
from coverkit.typography.suggestions import common_syllables
from coverkit.typography.syllables import is_possible

Encoding = Literal["unicode", "tcvn3", "vni"]
Legacy = Literal["tcvn3", "vni"]

_DECODERS: dict[Legacy, Callable[[str], str]] = {"tcvn3": tcvn3.decode, "vni": vni.decode}
_CODES: dict[Legacy, Callable[[str], bool]] = {"tcvn3": tcvn3.is_code, "vni": vni.is_code}
_WORD = re.compile(r"[A-Za-z\u00a1-\u00fe\u0100-\u01ff\u1e00-\u1eff]+")
_LAST_CODE = 0xFE
_FONT = re.compile(r"\W*(?:(?P<tcvn3>\.vn[a-z])|(?P<vni>vni[- ]))", re.IGNORECASE)
_CASE_BREAK = re.compile("[a-z\u00df-\u00fe][\u00c0-\u00de]")
_FRENCH = frozenset({"où", "tôt", "thaï", "rôle", "déc", "gît"})
"""Everyday French that happens to read as a syllable in an old code."""


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


@dataclass(frozen=True, slots=True)
class _Tally:
    """How the words of a text fare when it is decoded.

    Attributes:
        mended: words that become possible syllables.
        broken: possible syllables that no longer are.
        neither: words that the code changes, impossible before and after.
        common: mended words that are common ones.
        unicode: possible syllables with letters that no old code has.
        foreign: words of plain letters that cannot be Vietnamese.
        different: how many different words are mended.
    """

    mended: int = 0
    broken: int = 0
    neither: int = 0
    common: int = 0
    unicode: int = 0
    foreign: int = 0
    different: int = 0

    @property
    def gain(self) -> float:
        """How much better the decoded text reads."""
        return float(self.mended + self.common / 2 - self.broken - self.neither / 2 - self.unicode)

    @property
    def is_convincing(self) -> bool:
        """Enough is mended; a single word that is not even common says little among words of another language."""
        enough = self.mended > 2 * (self.broken + self.unicode) + self.neither
        return enough and (self.different > 1 or self.common > 0 or self.foreign <= self.mended)


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
    decoded = _DECODERS[encoding](text)
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
    tallies: dict[Legacy, _Tally] = {encoding: _tally(text, encoding) for encoding in _DECODERS}
    best = max(tallies, key=lambda encoding: tallies[encoding].gain)
    other = next(tally for encoding, tally in tallies.items() if encoding != best)
    tally = tallies[best]
    if tally.gain <= 0.0 or not tally.is_convincing:
        return Recognition("unicode", _confidence(1.0, max(0.0, -tally.gain)), text)
    converted = convert(text, best)
    lost: tuple[str, ...] = ()
    if best == "tcvn3" and "\u00ad" not in text:
        converted, lost = _with_lost_letters(converted)
    share = tally.mended / (tally.mended + tally.broken + tally.neither)
    return Recognition(best, _confidence(share, tally.gain - max(other.gain, 0.0)), converted, _asks_case(text, best), lost)


def _confidence(share: float, margin: float) -> float:
    """Return a share of words, less sure the fewer words there are: half sure without any, 97 % with five."""
    return round(share * (1.0 - math.pow(0.5, 1.0 + margin)), 3)


def _tally(text: str, encoding: Legacy) -> _Tally:
    words = [(word, _kind(word, encoding)) for word in _WORD.findall(text)]
    kinds = Counter(kind for _, kind in words)
    return _Tally(
        kinds["mended"] + kinds["common"],
        kinds["broken"],
        kinds["neither"],
        kinds["common"],
        kinds["unicode"],
        kinds["foreign"],
        len({word for word, kind in words if kind in ("mended", "common")}),
    )


def _kind(word: str, encoding: Legacy) -> str:
    """Return how a word fares when it is decoded; "" where that tells nothing, as of signs that stand alone (« ® ½)."""
    if any(ord(char) > _LAST_CODE for char in word):
        return "unicode" if is_possible(word) else ""
    if word.isascii():
        return "" if len(word) == 1 or is_possible(word) else "foreign"
    if len(word) == 1 or not any(_CODES[encoding](char) for char in word) or word.lower() in _FRENCH:
        return ""
    before, after = _reads_as_it_is(word, encoding), _reads(word, encoding)
    if before == after:
        return "" if before else "neither"
    if before:
        return "broken"
    return "common" if _DECODERS[encoding](word).lower() in common_syllables() else "mended"


def _reads_as_it_is(word: str, encoding: Legacy) -> bool:
    """Tell whether a word is Vietnamese before it is decoded. Capitals inside it speak for TCVN3 (DÊu is dấu)."""
    odd = encoding == "tcvn3" and not (word.islower() or word.isupper() or word.istitle())
    return not odd and (is_possible(word) or is_named(word))


def _reads(word: str, encoding: Legacy) -> bool:
    """Tell whether a word becomes a syllable. In VNI small letters have small marks; in TCVN3 codes look like any letter."""
    if encoding == "vni" and _CASE_BREAK.search(word):
        return False
    decoded = _DECODERS[encoding](word)
    named = decoded[0].isupper() and is_named(decoded)
    return is_possible(decoded) or named or (encoding == "tcvn3" and _put_back(decoded) is not None)


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
    decoded = _DECODERS[encoding](text)
    return encoding == "tcvn3" and not any(char.isupper() for char in decoded)


def _with_lost_letters(decoded: str) -> tuple[str, tuple[str, ...]]:
    """Return decoded TCVN3 with each ư put back that got lost as a soft hyphen before an ơ, and the words it was put into."""
    lost: list[str] = []

    def mended(match: re.Match[str]) -> str:
        put_back = _put_back(match[0])
        if put_back is None:
            return match[0]
        lost.append(put_back)
        return put_back

    return re.sub(r"[^\W\d_]+", mended, decoded), tuple(lost)


def _put_back(word: str) -> str | None:
    """Return a word such as ơng or đợc with the ư that is missing before its ơ."""
    at = next((at for at, char in enumerate(word.lower()) if char in "ơờớởỡợ"), -1)
    if at < 0 or (at and word[at - 1].lower() == "ư") or is_possible(word):
        return None
    found = word[:at] + "ư" + word[at:]
    return found if is_possible(found) else None
