"""Rule law.verbatim-without-authors: a book that reprints Party documents or laws word for word names no author in front."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover
from coverkit.records import dataclass
from coverkit.rules.subject.authors import NAMES, author_texts
from coverkit.rules.subject.questions import VERBATIM, answer, answered, unanswered


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        names: roles and ids of the texts that name authors, compilers, editors or translators.
        since: issues from this day fall under the circular.
    """

    names: tuple[str, ...] = NAMES
    since: dt.date = dt.date(2020, 4, 1)


@rule(
    id="law.verbatim-without-authors",
    title=mark("A reprint of Party documents or laws, word for word, names no author on the front cover"),
    subject=Cover,
    severity=Severity.WARNING,
    why=mark(
        "A circular of 2020 wants no author, translator or compiler on the front cover of such a book. "
        "Whether the text is a reprint, a person answers."
    ),
    remedy=mark("Take the name off the front cover."),
    source=mark("Thông tư 01/2020/TT-BTTTT (in force from 01/04/2020), as the press reports it"),
    options=Options,
    certainty="medium",
)
def check(cover: Cover, options: Options) -> Iterator[Outcome]:
    """Look for such texts; without any there is nothing to ask."""
    issue = cover.document.issue
    if issue.kind != "tai-lieu" or issue.date < options.since:
        return
    named = tuple(author_texts(cover, options.names))
    if not named:
        return
    verbatim = answer(cover, VERBATIM)
    if verbatim is None:
        yield unanswered(cover, VERBATIM)
        return
    yield answered(cover, VERBATIM)
    for one in named if verbatim else ():
        yield Problem(
            "named",
            tr("By the answer given, the text is a reprint word for word; {name} names an author.", name=one.name),
            element=one.id,
            box=one.used,
        )
