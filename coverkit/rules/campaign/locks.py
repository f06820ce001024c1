"""Rule campaign.locks: nothing that the campaign or the design keeps locked was changed behind the program's back."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover
from coverkit.model.edits import Edit, restore, violations
from coverkit.rules.subject.branding import name_of

_WHAT = {
    "place": mark("{name} was moved, turned or hidden, which is not allowed. {reason}."),
    "style": mark("The look of {name} was changed, which is not allowed. {reason}."),
    "content": mark("The content of {name} was changed, which is not allowed. {reason}."),
}


def _restored(cover: Cover, problem: Problem, options: NoOptions) -> Edit:
    """Take back whatever the document overrides against the locks."""
    return restore


@rule(
    id="campaign.locks",
    title=mark("What is locked is as the design and the campaign have it"),
    subject=Cover,
    severity=Severity.ERROR,
    why=mark(
        "The program lets nobody change what is locked. If it is changed all the same, "
        "the file was probably changed in another program, or it was made with another design."
    ),
    remedy=mark("Restore what is locked."),
    source=mark("The locks of the design and the campaign; house policy"),
    certainty="policy",
    fix=_restored,
    fixes=frozenset(_WHAT),
)
def check(cover: Cover, options: NoOptions) -> Iterator[Outcome]:
    """Compare the document with the locks."""
    boxes = {one.id: one.used or one.box for one in cover.placed}
    for broken in violations(cover.document, cover.permissions):
        reason = broken.reason.rstrip(". ") or tr("Locked by the design")
        yield Problem(
            broken.lock,
            tr(_WHAT[broken.lock], name=name_of(cover, broken.element), reason=reason),
            element=broken.element,
            box=boxes.get(broken.element),
        )
