"""What several press rules ask of a file's facts. No verdicts here: a rule decides, this only reads."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import NotChecked, Severity
from coverkit.facts.file import FileSubject
from coverkit.facts.marks import Mark
from coverkit.facts.press import PressSubject
from coverkit.i18n import tr


def marks(subject: FileSubject) -> Iterator[tuple[int, Mark]]:
    """Yield every mark with the number of its page."""
    for page in subject.pages:
        for mark in page.marks:
            yield page.number, mark


def incomplete(subject: FileSubject) -> Iterator[NotChecked]:
    """Say so when a part of the content could not be read: then silence is no pass."""
    reasons = subject.pdf.unread
    if reasons:
        detail = "; ".join(reasons[:3])
        yield NotChecked(tr("A part of the pages could not be read (technical detail: {reason}).", reason=detail))
    elif len(subject.pages) < subject.pdf.page_count:
        yield NotChecked(tr("A part of the pages was not read: there are too many of them."))


def is_own(subject: FileSubject) -> bool:
    """Tell whether CoverKit wrote the file: then more is asked of it than the standard asks."""
    return isinstance(subject, PressSubject)


def softened(subject: FileSubject) -> Severity | None:
    """Return the weight of what the standard may not demand in so many words: in other people's files a warning.

    The text of ISO 15930-7 could not be read. What only most conforming files do is the rule's own severity in files of
    CoverKit's, which do it without exception.
    """
    return None if is_own(subject) else Severity.WARNING
