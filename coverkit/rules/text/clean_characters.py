"""Rule text.clean-characters: no damaged, private or invisible characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover
from coverkit.model.edits import Edit
from coverkit.records import dataclass
from coverkit.rules.subject.ink import written
from coverkit.rules.subject.mending import placed, retyped
from coverkit.rules.subject.old_codes import is_legacy
from coverkit.typography.syllables import is_possible
from coverkit.typography.vietnamese import nfc

_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_NBSP = "\u00a0"
_SOFT_HYPHEN = "\u00ad"
_HIDDEN = re.compile(f"[{''.join(sorted(_INVISIBLE))}]+")
_WORD = re.compile(rf"[\w{''.join(sorted(_INVISIBLE))}]+")

_MESSAGES = {
    "damaged": mark("{name} holds {chars}: the place of a letter that was lost when the text was converted."),
    "private-use": mark("{name} holds {chars}: characters that only one font knows."),
    "lone-mark": mark("{name} holds {chars}: a mark without its letter."),
    "uncomposed-mark": mark("{name} holds {chars} on a letter that has no form with it; look how it prints."),
    "invisible": mark("{name} holds invisible characters: {chars}."),
}
_SEVERE = frozenset({"damaged", "private-use", "lone-mark"})


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        tell_nbsp: report no-break spaces too; they are often meant.
    """

    tell_nbsp: bool = False


def _without_invisible(cover: Cover, problem: Problem, options: Options) -> Edit | None:
    """Drop what nobody sees, but nothing that may be a letter of an old encoding: in TCVN3 the soft hyphen is ư."""
    one = placed(cover, problem.element)
    if one is None or is_legacy(cover, one) or any(_may_be_meant(word) for word in _WORD.findall(nfc(one.plain_text))):
        return None
    return retyped(
        cover,
        one.id,
        lambda text: "".join(char for char in text if char not in _INVISIBLE),
        tr("Drop invisible characters from {name}", name=one.name),
    )


def _may_be_meant(word: str) -> bool:
    """Tell whether a word without its invisible characters would be another, or two words run together."""
    parts = [part for part in _HIDDEN.split(word) if part]
    run_together = len(parts) > 1 and all(is_possible(part) for part in parts) and not is_possible("".join(parts))
    return run_together or (_SOFT_HYPHEN in word and is_possible(word.replace(_SOFT_HYPHEN, "ư")))


@rule(
    id="text.clean-characters",
    title=mark("Texts hold no damaged or invisible characters"),
    subject=Cover,
    severity=Severity.ERROR,
    why=mark(
        "Text that was pasted from old fonts or PDFs may bring characters that nobody sees on the screen. "
        "Some are letters that were lost; others break words, searching and the comparison with the official slogan."
    ),
    remedy=mark("Type the words that hold these characters again."),
    source=mark("House policy; Unicode"),
    options=Options,
    fix=_without_invisible,
    fixes=frozenset({"invisible"}),
)
def check(cover: Cover, options: Options) -> Iterator[Outcome]:
    """Sort the strange characters of each text that is shown."""
    for one in written(cover):
        found: dict[str, list[str]] = {}
        for code, char in _strange(nfc(one.plain_text), options.tell_nbsp):
            found.setdefault(code, []).append(f"U+{ord(char):04X}")
        for code, chars in found.items():
            yield Problem(
                code,
                tr(_MESSAGES[code], name=one.name, chars=", ".join(dict.fromkeys(chars))),
                element=one.id,
                box=one.used,
                measured=" ".join(chars),
                severity=None if code in _SEVERE else Severity.NOTE,
            )


def _strange(text: str, tell_nbsp: bool) -> Iterator[tuple[str, str]]:
    before = " "
    for char in text:
        category = unicodedata.category(char)
        if char == "\ufffd" or category == "Cn":
            yield "damaged", char
        elif category == "Co":
            yield "private-use", char
        elif category in ("Mn", "Me"):
            yield ("uncomposed-mark" if before.isalpha() else "lone-mark"), char
        elif char in _INVISIBLE or (category == "Cc" and char not in "\n\t") or (tell_nbsp and char == _NBSP):
            yield "invisible", char
        before = char
