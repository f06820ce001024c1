"""Rule campaign.recognised-banner-present: the campaign's banner is found on the front cover of a finished file."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import NotChecked, Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.facts.sight import SightSubject
from coverkit.i18n import mark, tr
from coverkit.rules.subject.branding import required
from coverkit.rules.subject.sighted import LEAST, SURE, banners, binds, front, name_of, placed


@rule(
    id="campaign.recognised-banner-present",
    title=mark("The campaign's banner is found on the front cover"),
    subject=SightSubject,
    severity=Severity.ERROR,
    why=mark(
        "The dispatch orders the banner on the front cover. In another program's file it is looked for by its sealed drawing, "
        "which proves it, and by how it looks, which finds it as pixels, on a scan and in a photograph too."
    ),
    remedy=mark("Place the campaign's own art on the front cover; its pieces come with the campaign."),
    source=mark("The campaign's dispatch; for the first campaign Công văn 1011/STTTT-TTBCXB (02/10/2020)"),
)
def check(subject: SightSubject, options: NoOptions) -> Iterator[Outcome]:
    """Count what was found on the front cover; say what is no proof of the official drawing, or not quite sure."""
    wanted, found = required(subject.campaign, "banner") if binds(subject) else 0, banners(subject)
    if len(found) < wanted:
        if subject.art_reason:
            yield NotChecked(subject.art_reason)
        else:
            yield _missing(subject, wanted, len(found))
    for one in found:
        if one.confidence < SURE:
            yield placed(
                one,
                Problem(
                    "unsure",
                    tr("{name} is probably the campaign's, but not surely.", name=name_of(one)),
                    measured=round(one.confidence, 3),
                    limit=SURE,
                    severity=Severity.WARNING,
                    remedy=tr("Compare it with the campaign's art by eye."),
                ),
            )
        elif one.manner == "looking" and not subject.page(one.page).scan:
            yield placed(
                one,
                Problem(
                    "not-sealed",
                    tr("{name} looks like the campaign's art, but its sealed drawing is not in the file.", name=name_of(one)),
                    measured=round(one.confidence, 3),
                    severity=Severity.NOTE,
                    remedy=tr("Place the campaign's PDF itself, so that anyone can prove that nothing of it was changed."),
                ),
            )


def _missing(subject: SightSubject, wanted: int, found: int) -> Problem:
    elsewhere = sorted({one.page for one in subject.art if one.page != front(subject) and one.confidence >= LEAST})
    if elsewhere:
        return Problem(
            "elsewhere",
            tr("The banner stands on page {pages}, not on the front cover.", pages=", ".join(map(str, elsewhere))),
            page=elsewhere[0],
        )
    return Problem(
        "missing",
        tr(
            "Banners that {dispatch} orders on the front cover: {wanted}; found: {found}.",
            dispatch=subject.campaign.dispatch.number,
            wanted=wanted,
            found=found,
        ),
        page=front(subject),
        measured=float(found),
        limit=float(wanted),
    )
