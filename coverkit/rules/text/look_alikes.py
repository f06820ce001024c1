"""Rule text.look-alikes: letters are Vietnamese letters, not others that look like them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover
from coverkit.model.edits import Edit
from coverkit.rules.subject.ink import written
from coverkit.rules.subject.mending import placed, retyped
from coverkit.rules.subject.old_codes import is_legacy
from coverkit.typography.names import is_named
from coverkit.typography.syllables import is_possible, is_vowel
from coverkit.typography.vietnamese import nfc

_WORD = re.compile(r"[^\W\d_]+")
_ETH = re.compile("[ÐðƉ]")
_D = str.maketrans("ÐðƉ", "ĐđĐ")
_WIDE = re.compile("[\uff01-\uff5e]")
_MESSAGES = {
    "eth": mark("{name}: “{word}” has {chars}; the Vietnamese letter is Đ đ (U+0110, U+0111)."),
    "foreign-letter": mark("{name}: “{word}” mixes in {chars}, of another alphabet."),
    "full-width": mark("{name}: “{word}” holds wide East Asian letters: {chars}."),
}


def _with_d(cover: Cover, problem: Problem, options: NoOptions) -> Edit | None:
    """Write Đ for Ð where that makes a Vietnamese word: Icelandic names keep their letter, old encodings are no letters."""
    one, word = placed(cover, problem.element), str(problem.measured)
    mended = word.translate(_D)
    if one is None or is_legacy(cover, one) or not _is_vietnamese(mended):
        return None
    whole = re.compile(rf"(?<![^\W\d_]){re.escape(word)}(?![^\W\d_])")

    def change(text: str) -> str:
        return whole.sub(mended, nfc(text)) if whole.search(nfc(text)) else text

    return retyped(cover, one.id, change, tr("Write “{word}” in {name}", word=mended, name=one.name))


def _is_vietnamese(word: str) -> bool:
    abbreviation = word.isupper() and not any(is_vowel(char) for char in word.lower())
    return is_possible(word) or is_named(word) or abbreviation


@rule(
    id="text.look-alikes",
    title=mark("Letters are Vietnamese letters, not look-alikes"),
    subject=Cover,
    severity=Severity.WARNING,
    why=mark(
        "The Icelandic Ð looks like Đ in capitals and quite unlike đ in small letters; Cyrillic А looks like Latin A. "
        "Such words are not found by searching and do not agree with the official text."
    ),
    remedy=mark("Type the word again with a Vietnamese keyboard."),
    source=mark("House policy; Unicode"),
    fix=_with_d,
    fixes=frozenset({"eth"}),
)
def check(cover: Cover, options: NoOptions) -> Iterator[Outcome]:
    """Look at each word: Icelandic letters, letters of another alphabet in a Latin word, wide letters."""
    for one in written(cover):
        for code, word, chars in _found(nfc(one.plain_text)):
            yield Problem(
                code,
                tr(_MESSAGES[code], name=one.name, word=word, chars=", ".join(f"{char} (U+{ord(char):04X})" for char in chars)),
                element=one.id,
                box=one.used,
                measured=word,
                severity=Severity.NOTE if code == "eth" else None,
            )


def _found(text: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for word in text.split():
        if wide := _WIDE.findall(word):
            yield "full-width", word, _each(wide)
    for match in _WORD.finditer(text):
        word = match[0]
        if word.isascii():
            continue
        if eth := _ETH.findall(word):
            yield "eth", word, _each(eth)
        foreign = [char for char in word if not char.isascii() and _alphabet(char) in ("CYRILLIC", "GREEK")]
        if (foreign and len(foreign) < len(word)) or _all_look_latin(word, foreign):
            yield "foreign-letter", word, _each(foreign)


def _alphabet(char: str) -> str:
    return unicodedata.name(char, "").split(" ")[0]


def _all_look_latin(word: str, foreign: list[str]) -> bool:
    """Tell whether a whole word, such as a numeral in Cyrillic ХХ, is made of letters that look Latin."""
    return bool(foreign) and all(char in "АВЕКМНОРСТХІЈЅасеорхуіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧ" for char in word)


def _each(chars: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chars))
