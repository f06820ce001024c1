"""Rule text.look-alikes: letters are Vietnamese letters, not others that look like them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover
from coverkit.rules.subject.ink import written
from coverkit.typography.vietnamese import nfc

_WORD = re.compile(r"[^\W\d_]+")
_ETH = re.compile("[ÐðƉ]")
_WIDE = re.compile("[\uff01-\uff5e]")
_MESSAGES = {
    "eth": mark("{name}: “{word}” has {chars}; the Vietnamese letter is Đ đ (U+0110, U+0111)."),
    "foreign-letter": mark("{name}: “{word}” mixes in {chars}, of another alphabet."),
    "full-width": mark("{name}: “{word}” holds wide East Asian letters: {chars}."),
}


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
