"""Rule law.masthead-licensed: the publication's name stands on the cover as it was licensed."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import NotChecked, Outcome, Problem, Remark, Severity
from coverkit.checks.rule import rule
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover, Placed
from coverkit.records import dataclass
from coverkit.rules.subject import masthead
from coverkit.rules.subject.ink import shown_text
from coverkit.rules.subject.masthead_words import Difference, Kind, difference
from coverkit.typography.vietnamese import nfc

_MESSAGES: dict[Kind, str] = {
    "letter-case": mark("The masthead says “{shown}”; licensed was “{wanted}”: capitals and small letters differ."),
    "tone-placement": mark(
        "The masthead says “{shown}”; licensed was “{wanted}”: the tone stands on another letter ({words})."
    ),
    "signs": mark("The masthead says “{shown}”; licensed was “{wanted}”: signs or spaces differ."),
    "marks": mark("The masthead says “{shown}”; licensed was “{wanted}”: marks differ ({words})."),
    "order": mark("The masthead says “{shown}”; licensed was “{wanted}”: the words stand in another order."),
    "abbreviated": mark(
        "The masthead says “{shown}”; licensed was “{wanted}”: words are abbreviated, or written out ({words})."
    ),
    "added": mark("The masthead says “{shown}”; licensed was “{wanted}”: words were added ({words})."),
    "left-out": mark("The masthead says “{shown}”; licensed was “{wanted}”: words are missing ({words})."),
    "differs": mark("The masthead says “{shown}”; licensed was “{wanted}”: other words ({words})."),
}
_OF_SPELLING: frozenset[Kind] = frozenset({"tone-placement", "signs"})
"""The same name in another spelling: worth a note."""


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        case_counts: capitals and small letters must be as licensed, too.
    """

    case_counts: bool = False


@rule(
    id="law.masthead-licensed",
    title=mark("The masthead says what was licensed"),
    subject=Cover,
    severity=Severity.WARNING,
    why=mark(
        "The masthead of a bản tin (măng-sét) is part of the licence's dossier; another wording needs the licensing body's "
        "consent. CoverKit compares its words and says in which way they differ: another place of the tone, other signs or "
        "spaces are a note; marks, order, abbreviations and words a warning. Letter case, typeface, drawing and proportions "
        "are not judged: compare them by eye with the licensed masthead."
    ),
    remedy=mark("Write the name as it was licensed, or correct the licensed masthead in the unit's profile."),
    source=mark("What provinces ask for in the licence's dossier: the masthead of the first page"),
    options=Options,
    certainty="medium",
)
def check(cover: Cover, options: Options) -> Iterator[Outcome]:
    """Compare the words of the publication's name with those of the licence."""
    wanted = cover.document.unit.licence_masthead
    if cover.document.issue.kind != "ban-tin":
        return
    if not wanted.strip():
        yield NotChecked(tr("The unit's profile does not say how the masthead was licensed."))
        return
    name = masthead.name(cover)
    if name is None:
        yield Problem("differs", tr("The licensed masthead “{wanted}” is not on the cover.", wanted=wanted), limit=wanted)
        return
    if name.text is None:
        yield Remark(
            tr("The masthead is a drawing: compare it with the licensed one. CoverKit compares the name in the profile.")
        )
    found = _least(cover, name, wanted)
    if found is not None and (found[1].kind != "letter-case" or options.case_counts):
        yield _problem(name, *found, wanted)


def _least(cover: Cover, name: Placed, wanted: str) -> tuple[str, Difference] | None:
    """Return what the masthead says and how it differs; “Bản tin” counts where the licence has it, on its own label, too."""
    shown = nfc(" ".join((shown_text(name) or name.plain_text).split()))
    licensed_with, said_with = _has_label(wanted), _has_label(shown)
    if licensed_with and not said_with and masthead.label(cover) is not None:
        shown = f"{masthead.LABEL} {shown}"
    elif said_with and not licensed_with:
        shown = shown[len(masthead.LABEL) :].strip()
    found = difference(shown, wanted)
    return None if found is None else (shown, found)


def _has_label(text: str) -> bool:
    return nfc(text).upper().startswith(masthead.LABEL)


def _problem(name: Placed, shown: str, found: Difference, wanted: str) -> Problem:
    return Problem(
        found.kind,
        tr(_MESSAGES[found.kind], shown=shown, wanted=wanted, words=_pair(found)),
        element=name.id,
        box=name.used,
        measured=shown,
        limit=wanted,
        severity=Severity.NOTE if found.kind in _OF_SPELLING else None,
    )


def _pair(found: Difference) -> str:
    return " ≠ ".join(f"“{words}”" for words in (found.shown, found.wanted) if words)
