"""Rule gwg.r0029: colours that are bound late say what they mean."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Severity
from coverkit.checks.rule import rule
from coverkit.facts.file import FileSubject
from coverkit.i18n import mark
from coverkit.rules.gwg.asking import Asked, Options, judged
from coverkit.rules.gwg.spaces import Binding, unbound

_VAGUE = frozenset(("DeviceRGB", "CalGray", "ICCBased gray"))
_BINDING = Binding(images=_VAGUE, others=_VAGUE | {"CalRGB", "ICCBased CMYK"}, alternates=_VAGUE)


@rule(
    id="gwg.r0029",
    title=mark("Colours are inks of the press, or have a profile"),
    subject=FileSubject,
    severity=Severity.ERROR,
    why=mark("Colours in plain RGB and profiled greys are converted by each machine in its own way."),
    remedy=mark("Give RGB colours and pictures a profile, set greys in CMYK, and export again."),
    source=mark("GWG 2022, R0029"),
    options=Options,
    certainty="high",
)
def check(subject: FileSubject, options: Options) -> Iterator[Outcome]:
    """Look at the spaces of all page elements, and at what named inks stand for."""
    yield from judged("r0029", subject, options, _breaches)


def _breaches(asked: Asked) -> Iterator[Outcome]:
    yield from unbound(asked, _BINDING)
