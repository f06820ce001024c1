"""Rule text.names-exact: the names of the country, the Party and the province are spelled right."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover
from coverkit.records import dataclass
from coverkit.rules.subject.ink import written
from coverkit.typography.vietnamese import nfc, tone_normalised

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        names: long official names; a run of as many words that differs in at most a quarter of them is a mistake.
        places: short names; words with the same letters but other marks (Đăk, Đắc) are a mistake.
    """

    names: tuple[str, ...] = ("Cộng hòa xã hội chủ nghĩa Việt Nam", "Đảng Cộng sản Việt Nam")
    places: tuple[str, ...] = ("Đắk Nông",)


@rule(
    id="text.names-exact",
    title=mark("Country, Party and province are named rightly"),
    subject=Cover,
    severity=Severity.ERROR,
    why=mark(
        "A panel in Hà Nội once gave the country's name wrongly, and the province's name is often misspelt in several ways. "
        "These are the names that must always be right."
    ),
    remedy=mark("Write the name as shown."),
    source=mark("Nghị quyết 351/2017/UBTVQH14, Điều 4 (the country's name); house policy"),
    options=Options,
)
def check(cover: Cover, options: Options) -> Iterator[Outcome]:
    """Look for runs of words that are nearly, but not quite, one of the names."""
    for one in written(cover):
        words = tuple(_WORD.findall(nfc(one.plain_text)))
        for wrong, right in (*_near_names(words, options.names), *_near_places(words, options.places)):
            yield Problem(
                "misspelled",
                tr("{name}: “{wrong}” should be “{right}”.", name=one.name, wrong=wrong, right=right),
                element=one.id,
                box=one.used,
                measured=wrong,
                limit=right,
            )


def _near_names(words: tuple[str, ...], names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    has = _forms(words)
    for name in names:
        wanted = _forms(_WORD.findall(nfc(name)))
        for at in range(len(words)):
            count = _mistaken(has[at : at + len(wanted)], wanted)
            if count:
                yield " ".join(words[at : at + count]), name


def _mistaken(found: tuple[str, ...], wanted: tuple[str, ...]) -> int:
    """Return how many of the words, from the first on, are meant to be the name and are not; 0 for none."""
    if not found or found[0] != wanted[0] or found == wanted:
        return 0
    if len(found) == len(wanted) and _is_slip(found, wanted):
        return len(found)
    shorter = range(len(wanted) - 1, max(6, len(wanted) - 2) - 1, -1)
    return next((count for count in shorter if count <= len(found) and _leaves_out(found[:count], wanted)), 0)


def _is_slip(found: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Tell whether words are meant to be the name: few differ, and if only one may, it is nearly the same word."""
    differing = [(one, other) for one, other in zip(found, wanted, strict=True) if one != other]
    allowed = max(1, len(wanted) // 4)
    if len(differing) > allowed:
        return False
    if len(differing) > 1:
        return True
    one, other = differing[0]
    return difflib.SequenceMatcher(None, _bare(one), _bare(other), autojunk=False).ratio() >= 0.6


def _leaves_out(found: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Tell whether words are the name with some words left out between its first and its last."""
    rest = iter(wanted)
    return found[-1] == wanted[-1] and all(word in rest for word in found)


def _near_places(words: tuple[str, ...], places: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for place in places:
        wanted = _forms(_WORD.findall(nfc(place)))
        bare = tuple(_sound(word) for word in wanted)
        has = _forms(words)
        for at in range(len(words) - len(wanted) + 1):
            found = has[at : at + len(wanted)]
            written = " ".join(words[at : at + len(wanted)])
            if found != wanted and not written.isascii() and tuple(_sound(word) for word in found) == bare:
                yield written, place


def _forms(words: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return tuple(tone_normalised(word).casefold() for word in words)


def _sound(word: str) -> str:
    """Return a word without marks, its final c written k."""
    plain = _bare(word)
    return plain[:-1] + "k" if plain.endswith("c") else plain


def _bare(word: str) -> str:
    plain = unicodedata.normalize("NFD", word.replace("đ", "d").replace("ð", "d"))
    return "".join(char for char in plain if not unicodedata.combining(char))
