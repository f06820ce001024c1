"""Rule gwg.r0013: DeviceGray does not overprint."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Severity
from coverkit.checks.rule import rule
from coverkit.facts.file import FileSubject
from coverkit.i18n import mark, tr
from coverkit.rules.gwg.asking import Asked, Options, judged
from coverkit.rules.gwg.painted import filled_and_stroked
from coverkit.rules.gwg.telling import called, problem_at


@rule(
    id="gwg.r0013",
    title=mark("Nothing in DeviceGray overprints"),
    subject=FileSubject,
    severity=Severity.WARNING,
    why=mark("Machines read overprinting of DeviceGray differently: the proof shows one thing and the press prints another."),
    remedy=mark("Take overprinting off, or set the colour in CMYK with black alone; export again."),
    source=mark("GWG 2022, R0013"),
    options=Options,
    certainty="high",
)
def check(subject: FileSubject, options: Options) -> Iterator[Outcome]:
    """Look at elements in DeviceGray that lie over something."""
    yield from judged("r0013", subject, options, _breaches, of="overlap")


def _breaches(asked: Asked) -> Iterator[Outcome]:
    for one in filled_and_stroked(asked.pages):
        if one.way.overprints and one.way.is_grey and one.overlaps:
            message = tr("DeviceGray overprints, which is not reliable: {what}.", what=called(one.way.element))
            yield problem_at("grey-overprints", message, one.way, one.page)
