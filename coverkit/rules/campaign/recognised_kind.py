"""Rule campaign.recognised-kind: the campaign found in a finished file is meant for this kind of publication."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import NotChecked, Outcome, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.facts.sight import SightSubject
from coverkit.i18n import mark, tr
from coverkit.rules.subject.kinds import NAMES, not_meant
from coverkit.rules.subject.sighted import banners


@rule(
    id="campaign.recognised-kind",
    title=mark("The campaign that was found is meant for this kind of publication"),
    subject=SightSubject,
    severity=Severity.WARNING,
    why=mark(
        "A dispatch names the publications it is for. On another kind nobody ordered the banner, "
        "and other laws may forbid more than the title on the cover."
    ),
    remedy=mark("Take the campaign off this cover, or say with --kind what kind of publication it is."),
    source=mark("The campaign's dispatch"),
    certainty="medium",
)
def check(subject: SightSubject, options: NoOptions) -> Iterator[Outcome]:
    """Compare the kind with the campaign's, where its branding was found; a cover with the words BẢN TIN is a bản tin."""
    if not (banners(subject) or subject.slogans) or set(NAMES) <= set(subject.campaign.kinds):
        return
    if subject.kind:
        yield from not_meant(subject.campaign, subject.kind)
    else:
        yield NotChecked(tr("Nothing in the file says what kind of publication it is; say it with --kind."))
