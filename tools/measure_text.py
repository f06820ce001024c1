"""Measure the analysis of Vietnamese text on texts that nobody tuned to. Prints a table; see decisions/0003-vietnamese-text.md.

    python -m tools.measure_text --vietnamese FILE … --foreign FILE … --words FILE

Files are plain UTF-8, one paragraph a line. Only lines with a letter that no other language has count as Vietnamese. Words are
a list of known syllables, one a line, that judges which of the injected typing errors are no words.
"""

from __future__ import annotations

import argparse
import random
import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

from coverkit.typography import tcvn3, vni
from coverkit.typography.company import recognise_together
from coverkit.typography.doubts import doubtful_syllables
from coverkit.typography.legacy import Legacy, Recognition, convert, recognise
from coverkit.typography.syllables import is_possible, is_vowel
from coverkit.typography.vietnamese import MARKED, lower, nfc, tone_normalised

_WORD = re.compile(r"[^\W\d_]+")
_ONLY_VIETNAMESE = frozenset(char for char in MARKED if ord(char) > 0xFF)
_CODES: dict[Legacy, Callable[[str], str]] = {"tcvn3": tcvn3.encode, "vni": vni.encode}
_NEIGHBOURS = dict(zip("qwertyuiopasdfghjklzxcvbnm", "wertyuiopoqazsxdcfgvhbjnkmlxzcvbnm", strict=False))
_BARE = {"đ": "d", "Đ": "D"}
_TONES = "\u0300\u0301\u0309\u0303\u0323"
_ERRORS = 20_000
_BLOCKS = (3, 5)
"""As many lines as a heading with its text has, and a short paragraph."""


def main() -> None:
    """Print every measure for which files are given."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    asked.add_argument("--vietnamese", nargs="*", type=Path, default=[])
    asked.add_argument("--foreign", nargs="*", type=Path, default=[])
    asked.add_argument("--words", type=Path)
    asked.add_argument("--show", type=int, default=10, help="print so many of the failures")
    args = asked.parse_args()
    lines = [line for path in args.vietnamese for line in _lines(path) if _ONLY_VIETNAMESE & set(line)]
    _legacy(lines, args.show)
    _false_alarms("Unicode Vietnamese", lines, args.show)
    for path in args.foreign:
        _false_alarms(path.name, [line for line in _lines(path) if not _ONLY_VIETNAMESE & set(line)], args.show)
    _syllables(lines, args.show)
    if args.words:
        _errors(lines, {tone_normalised(word).lower() for word in _lines(args.words)}, args.show)


def _lines(path: Path) -> list[str]:
    return [nfc(line.strip()) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _show(name: str, wrong: list[str], count: int, limit: int) -> None:
    print(f"{name}: {len(wrong)} of {count} ({len(wrong) / max(1, count):.4%})")
    for one in wrong[:limit]:
        print("    ", one[:150])


def _legacy(lines: list[str], show: int) -> None:
    """Encode lines and recognise them; lines with signs that the old fonts have no place for are left out."""
    fit = [line for line in lines if not any(0xA0 <= ord(char) < 0x100 and char not in MARKED for char in line)]
    marked = {line: sum(bool(set(word) & set(MARKED)) for word in _WORD.findall(line)) for line in fit}
    chosen = [line for line in fit if marked[line]]
    for code, encode in _CODES.items():
        missed = [line for line in chosen if recognise(encode(line)).encoding != code]
        _show(f"{code} not recognised alone, lines of one or more words with marks", missed, len(chosen), show)
        for least, most in ((1, 1), (2, 2), (3, 10_000)):
            few = sum(least <= marked[line] <= most for line in chosen)
            _show(
                f"  of {least} such words{' or more' * (most > 2)}", [x for x in missed if least <= marked[x] <= most], few, 0
            )
        decidable = [line for line in missed if _is_odd(encode(line))]
        _show("  of these, lines that are no Vietnamese as they were pasted", decidable, len(chosen), show)
        for size in _BLOCKS:
            blocks = [chosen[at : at + size] for at in range(0, len(chosen), size)]
            told = [(line, one) for block in blocks for line, one in _pairs(block, encode)]
            missed = [line for line, one in told if one.encoding != code]
            _show(f"{code} not recognised, {size} lines of one text together", missed, len(chosen), show)
        changed = [line for line in fit if lower(convert(encode(line), code)) != lower(line)]
        _show(f"{code} not the same after conversion", changed, len(fit), show)


def _pairs(block: list[str], encode: Callable[[str], str]) -> Iterator[tuple[str, Recognition]]:
    return zip(block, recognise_together([encode(line) for line in block]), strict=True)


def _is_odd(pasted: str) -> bool:
    """Tell whether a pasted line has a word that is no syllable; else it is a line of Unicode too (Hỏi in TCVN3 is Hái)."""
    return any(not word.isascii() and not is_possible(word) for word in re.findall(r"[A-Za-z\u00a1-\u00fe]+", pasted))


def _false_alarms(name: str, lines: list[str], show: int) -> None:
    found = [
        f"{known.encoding} {known.confidence}: {line}" for line in lines if (known := recognise(line)).encoding != "unicode"
    ]
    _show(f"{name}: taken for an old code", found, len(lines), show)


def _syllables(lines: list[str], show: int) -> None:
    count = sum(is_possible(word) for line in lines for word in _WORD.findall(line))
    doubts = [doubt for line in lines for doubt in doubtful_syllables(line)]
    _show("doubted, per syllable", [f"{doubt.word} → {doubt.suggestion}" for doubt in doubts], count, show)


def _errors(lines: list[str], known: set[str], show: int) -> None:
    """Put one typing error into words; those that make no known word and keep a mark must be doubted where they stand."""
    chance = random.Random(12)
    missed, count = [], 0
    for line, wrong, at in _mistyped(lines, chance):
        if tone_normalised(wrong).lower() in known or wrong.isascii():
            continue
        count += 1
        if not any(doubt.start <= at < doubt.end for doubt in doubtful_syllables(line)):
            missed.append(f"{wrong}   ({'possible syllable' if is_possible(wrong) else 'left in peace'}) {line}")
    _show("typing errors that are no known word, missed", missed, count, show)
    impossible = [one for one in missed if "peace" in one]
    possible = len(missed) - len(impossible)
    _show("of these, errors that the model calls impossible, missed", impossible, count - possible, show)


def _mistyped(lines: list[str], chance: random.Random) -> Iterator[tuple[str, str, int]]:
    """Yield lines with one word mistyped, the word, and where it stands."""
    for _ in range(_ERRORS):
        line = chance.choice(lines)
        words = [word for word in _WORD.finditer(line) if not word[0].isascii() and is_possible(word[0])]
        if not words:
            continue
        word = chance.choice(words)
        wrong = nfc(_mistype(word[0], chance))
        if wrong != word[0]:
            yield nfc(line[: word.start()] + wrong + line[word.end() :]), wrong, word.start()


def _mistype(word: str, chance: random.Random) -> str:
    """Return a word with one slip: a letter left out, doubled, swapped, changed, added; a mark lost, added, left as a key."""
    at = chance.randrange(len(word))
    letter, rest = word[at], word[at + 1 :]
    match chance.randrange(8):
        case 0:
            return word[:at] + rest
        case 1:
            return word[:at] + letter + letter + rest
        case 2:
            return word[:at] + rest[:1] + letter + rest[1:]
        case 3:
            return word[:at] + _NEIGHBOURS.get(letter, letter) + rest
        case 4:
            return word[:at] + _BARE.get(letter, unicodedata.normalize("NFD", letter)[0]) + rest
        case 5:
            return word + chance.choice("sfrxjw")
        case 6:
            vowels = [place for place, char in enumerate(word) if is_vowel(char.lower())]
            place = chance.choice(vowels)
            return word[: place + 1] + chance.choice(_TONES) + word[place + 1 :]
        case _:
            return word[:at] + chance.choice("aeioutnhg") + letter + rest


if __name__ == "__main__":
    main()
