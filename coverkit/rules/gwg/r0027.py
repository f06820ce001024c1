"""Rule gwg.r0027: all colours are bound to the press when the file is made."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Severity
from coverkit.checks.rule import rule
from coverkit.facts.file import FileSubject
from coverkit.i18n import mark
from coverkit.rules.gwg.asking import Asked, Options, judged
from coverkit.rules.gwg.spaces import Binding, unbound

_NONE = frozenset(("DeviceRGB", "CalRGB", "CalGray", "ICCBased", "ICCBased gray", "ICCBased RGB", "ICCBased CMYK"))
_BINDING = Binding(images=_NONE | {"Lab"}, others=_NONE | {"Lab"}, alternates=_NONE)


@rule(
    id="gwg.r0027",
    title=mark("Colours are inks of the press"),
    subject=FileSubject,
    severity=Severity.ERROR,
    why=mark(
        "Profiled and RGB colours are converted by the printer's machine, in its own way: grey type turns into four "
        "inks, and colours shift."
    ),
    remedy=mark("Convert all colours to CMYK, or to spot colours that stand for CMYK, and export again."),
    source=mark("GWG 2022, R0027"),
    options=Options,
    certainty="high",
)
def check(subject: FileSubject, options: Options) -> Iterator[Outcome]:
    """Look at the spaces of all page elements, and at what named inks stand for."""
    yield from judged("r0027", subject, options, _breaches)


def _breaches(asked: Asked) -> Iterator[Outcome]:
    yield from unbound(asked, _BINDING)
