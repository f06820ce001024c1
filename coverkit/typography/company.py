"""Lines of one text, told together: a text has one code, and lines that say little are read as the others are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from coverkit.typography.code_evidence import Legacy, is_initials, likelihood
from coverkit.typography.legacy import Recognition, convert, recognise
from coverkit.typography.syllables import is_possible

_WORD = re.compile(r"[A-Za-z\u00a1-\u00fe]+")
_CONFIDENCE = 0.6
"""How sure a line is that can be read both ways, but stands among lines of an old code."""


def recognise_together(lines: Sequence[str]) -> tuple[Recognition, ...]:
    """Tell for each line of one text what it is in; lines that say little by themselves ("Hái") go by the others.

    Lines with letters that no old code has speak for Unicode: where they are more than the lines of an old code, nothing
    goes by company.
    """
    alone = tuple(recognise(line) for line in lines)
    count: Counter[Legacy] = Counter(one.encoding for one in alone if one.encoding != "unicode")
    if not count:
        return alone
    ((most, lead),) = count.most_common(1)
    if sum(_is_unicode(line) for line in lines) > lead:
        return alone
    return tuple(_joined(line, one, most) for line, one in zip(lines, alone, strict=True))


def _joined(line: str, alone: Recognition, code: Legacy) -> Recognition:
    """Return a line as it reads in the code of the others, where that makes syllables and no rarer ones than before."""
    words = [word for word in _WORD.findall(line) if not word.isascii() and len(word) > 1]
    if alone.encoding == code or not words or _is_unicode(line):
        return alone
    read, before = [convert(word, code) for word in words], _words_of(alone, words)
    if not all(is_possible(word) or is_initials(word) for word in read) or likelihood(read) < likelihood(before):
        return alone
    asks = code == "tcvn3" and not any(char.isascii() and char.isupper() for char in line)
    return Recognition(code, _CONFIDENCE, convert(line, code), asks)


def _words_of(alone: Recognition, words: list[str]) -> list[str]:
    return words if alone.encoding == "unicode" else [convert(word, alone.encoding) for word in words]


def _is_unicode(line: str) -> bool:
    """Tell whether a line has a letter that no old code has; quotes and dashes come with every code."""
    return any(ord(char) > 0xFF and char.isalpha() for char in line)
