"""Rule campaign.slogan-current: no slogan is used that was corrected since."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.i18n import mark
from coverkit.layout.cover import Cover
from coverkit.model.edits import Edit
from coverkit.records import replace
from coverkit.rules.subject.branding import slogans
from coverkit.rules.subject.mending import chosen_slogan
from coverkit.rules.subject.wordings import replaced


def _successor(cover: Cover, problem: Problem, options: NoOptions) -> Edit | None:
    """Choose the slogan that replaces the text."""
    said = next((one for one in slogans(cover) if one.placed.id == problem.element), None)
    if said is None or said.match.slogan is None:
        return None
    return chosen_slogan(cover, said.placed, said.match.slogan.id)


@rule(
    id="campaign.slogan-current",
    title=mark("No slogan was replaced by a corrected one"),
    subject=Cover,
    severity=Severity.ERROR,
    why=mark(
        "Issuers correct their lists while a campaign runs: in 2016 one election slogan was changed two months after it was "
        "sent out. The old text stays in older files and is copied on."
    ),
    remedy=mark("Use the corrected slogan."),
    source=mark("The campaign's list of slogans; as in Công văn 137-CV/BTGTW (14/3/2016)"),
    fix=_successor,
    fixes=frozenset({"replaced"}),
)
def check(cover: Cover, options: NoOptions) -> Iterator[Outcome]:
    """Report texts that the campaign says were replaced, and by which."""
    for said in slogans(cover):
        for problem in replaced(said.placed.name, said.placed.plain_text, said.match):
            yield replace(problem, element=said.placed.id, box=said.placed.used)
