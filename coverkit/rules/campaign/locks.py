"""Rule campaign.locks: nothing that the campaign or the design keeps locked was changed behind the program's back."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover
from coverkit.model.edits import violations
from coverkit.rules.subject.branding import name_of

_WHAT = {
    "place": mark("{name} was moved, turned or hidden, though its place is closed ({reason})."),
    "style": mark("The look of {name} was changed, though it is closed ({reason})."),
    "content": mark("The content of {name} was changed, though it is closed ({reason})."),
}


@rule(
    id="campaign.locks",
    title=mark("What is locked is as the design and the campaign have it"),
    subject=Cover,
    severity=Severity.ERROR,
    why=mark(
        "The program lets nobody change what is locked. If it is changed all the same, the file was edited by other means, "
        "or it was made with another design."
    ),
    remedy=mark("Restore what is locked."),
    source=mark("The locks of the design and the campaign; house policy"),
    certainty="policy",
)
def check(cover: Cover, options: NoOptions) -> Iterator[Outcome]:
    """Compare the document with the locks."""
    boxes = {one.id: one.used or one.box for one in cover.placed}
    for broken in violations(cover.document, cover.permissions):
        yield Problem(
            broken.lock,
            tr(_WHAT[broken.lock], name=name_of(cover, broken.element), reason=broken.reason or tr("locked by the design")),
            element=broken.element,
            box=boxes.get(broken.element),
        )
