"""Rule text.nfc: stored texts are composed Unicode without compatibility letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover
from coverkit.model.edits import Edit
from coverkit.rules.subject.branding import name_of
from coverkit.rules.subject.mending import retyped
from coverkit.typography.vietnamese import is_nfc, nfc

_COMPATIBILITY = re.compile("[\ufb00-\ufb06\u2160-\u2188\u2126\u212a\u212b]")
"""Ligatures and numerals in one code point (ﬁ, Ⅻ), and letters that stand for units."""


def _composed(cover: Cover, problem: Problem, options: NoOptions) -> Edit | None:
    """Compose the letters, or write compatibility letters one by one."""

    def change(text: str) -> str:
        if problem.code == "decomposed":
            return nfc(text)
        return _COMPATIBILITY.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)

    owner = name_of(cover, problem.element) if problem.element else tr("the unit and the issue")
    return retyped(cover, problem.element, change, tr("Compose the letters of {name}", name=owner))


@rule(
    id="text.nfc",
    title=mark("Texts are stored in composed Unicode (NFC)"),
    subject=Cover,
    severity=Severity.NOTE,
    why=mark(
        "The letter ệ can be stored as one character or as a letter with marks. Both look alike, but searching, comparing "
        "with the official slogan and copying out of the PDF only work well with the first."
    ),
    remedy=mark("Type the text again, or let the program compose it."),
    source=mark("Unicode Standard Annex 15; TCVN 6909:2001"),
    fix=_composed,
    fixes=frozenset({"decomposed", "compatibility"}),
)
def check(cover: Cover, options: NoOptions) -> Iterator[Outcome]:
    """Look at every text of the document and of the unit's profile."""
    for element, where, text in _texts(cover):
        if not is_nfc(text):
            yield Problem(
                "decomposed",
                tr("{where} holds letters that are stored as letter and mark: “{text}”.", where=where, text=text),
                element=element,
                measured=text,
            )
        if found := _COMPATIBILITY.findall(text):
            yield Problem(
                "compatibility",
                tr(
                    "{where} holds {letters}: write the letters one by one.",
                    where=where,
                    letters=", ".join(dict.fromkeys(found)),
                ),
                element=element,
                measured="".join(found),
            )


def _texts(cover: Cover) -> Iterator[tuple[str, str, str]]:
    for element in cover.document.elements:
        for value in element.values.values():
            if isinstance(value, str):
                yield element.id, name_of(cover, element.id), value
    for owner, where in ((cover.document.unit, tr("The unit's profile")), (cover.document.issue, tr("The issue's data"))):
        for field in fields(owner):
            value = getattr(owner, field.name)
            if isinstance(value, str):
                yield "", where, value
