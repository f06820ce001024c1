"""Rule law.recognised-codes: QR codes on the front page of a finished file are pointed at, since they may sell."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import NotChecked, Outcome, Severity
from coverkit.checks.rule import rule
from coverkit.facts.codes import CodesSubject
from coverkit.i18n import mark, tr
from coverkit.records import dataclass
from coverkit.rules.subject.codes import OFFICES, SHOPS, code_problems


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        shops: domains where one buys: a code that leads there is a warning.
        offices: domains of the state and the Party: a code that leads there is no matter.
    """

    shops: tuple[str, ...] = SHOPS
    offices: tuple[str, ...] = OFFICES


@rule(
    id="law.recognised-codes",
    title=mark("No QR code on the front page of a file leads to a shop"),
    subject=CodesSubject,
    severity=Severity.WARNING,
    why=mark(
        "The press law of 2016 allows no advertising in a bản tin. A finished file does not say what it is, and a code's text "
        "only says where it leads; whether that is advertising, a person decides."
    ),
    remedy=mark("If the file is a bản tin, look where the code leads; take it off if it advertises."),
    source=mark("Luật Báo chí 103/2016/QH13, Điều 34 khoản 1; from 01/07/2026 to be confirmed (Luật Báo chí 126/2025/QH15)"),
    options=Options,
    certainty="medium",
)
def check(subject: CodesSubject, options: Options) -> Iterator[Outcome]:
    """Report each code by what its text says."""
    if subject.reason:
        yield NotChecked(subject.reason)
    for code in subject.codes:
        yield from code_problems(code, tr("The front page"), options.shops, options.offices)
