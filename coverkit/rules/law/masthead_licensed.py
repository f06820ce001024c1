"""Rule law.masthead-licensed: the publication's name stands on the cover as it was licensed."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import NotChecked, Outcome, Problem, Remark, Severity
from coverkit.checks.rule import rule
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover
from coverkit.records import dataclass
from coverkit.rules.subject import masthead
from coverkit.rules.subject.ink import shown_text
from coverkit.typography.vietnamese import tone_normalised


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
        "consent. Its drawing is compared by eye: CoverKit compares its words."
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
    if name is not None and name.text is None:
        yield Remark(tr("The masthead is drawn as the unit's profile has it; its words are not read."))
        return
    shown = "" if name is None else shown_text(name)
    if _form(shown, options) == _form(wanted, options):
        return
    yield Problem(
        "differs",
        tr("The masthead says “{shown}”; licensed was “{wanted}”.", shown=" ".join(shown.split()), wanted=wanted)
        if name is not None
        else tr("The licensed masthead “{wanted}” is not on the cover.", wanted=wanted),
        element="" if name is None else name.id,
        box=None if name is None else name.used,
        measured=shown,
        limit=wanted,
    )


def _form(text: str, options: Options) -> str:
    words = " ".join(tone_normalised(text).split())
    return words if options.case_counts else words.casefold()
