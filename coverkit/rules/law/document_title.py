"""Rule law.document-title: a tài liệu không kinh doanh shows its title and the licensed body."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover
from coverkit.rules.subject import masthead


@rule(
    id="law.document-title",
    title=mark("A tài liệu in book form shows its title and the body that publishes it"),
    subject=Cover,
    severity=Severity.ERROR,
    why=mark(
        "The publishing law wants the title and the name of the licensed body on the front cover of a document in book form."
    ),
    remedy=mark("Show the title and the body's name."),
    source=mark("Luật Xuất bản 19/2012/QH13, Điều 27 khoản 1"),
)
def check(cover: Cover, options: NoOptions) -> Iterator[Outcome]:
    """Look for both by their roles, else by the words of the unit's profile."""
    if cover.document.issue.kind != "tai-lieu":
        return
    if (cover.with_role("title") or masthead.name(cover)) is None:
        yield Problem("title-missing", tr("The title does not stand on the cover."))
    if masthead.body(cover) is None:
        yield Problem("body-missing", tr("The name of the publishing body does not stand on the cover."))
