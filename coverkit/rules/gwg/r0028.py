"""Rule gwg.r0028: all colours but those of profiled pictures are bound when the file is made."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Severity
from coverkit.checks.rule import rule
from coverkit.facts.file import FileSubject
from coverkit.i18n import mark
from coverkit.rules.gwg.asking import Asked, Options, judged
from coverkit.rules.gwg.spaces import Binding, unbound

_GREY_OR_CMYK = frozenset(("DeviceRGB", "CalGray", "ICCBased gray", "ICCBased CMYK"))
_BINDING = Binding(
    images=_GREY_OR_CMYK,
    others=_GREY_OR_CMYK | {"CalRGB", "Lab", "ICCBased", "ICCBased RGB"},
    alternates=_GREY_OR_CMYK,
)


@rule(
    id="gwg.r0028",
    title=mark("Colours are inks of the press, but for pictures with a profile"),
    subject=FileSubject,
    severity=Severity.ERROR,
    why=mark(
        "Pictures with a profile of their own may be converted late. Type and shapes may not: grey type would turn into "
        "four inks, and colours would shift."
    ),
    remedy=mark("Convert type and shapes to CMYK, give RGB pictures a profile, and export again."),
    source=mark("GWG 2022, R0028"),
    options=Options,
    certainty="high",
)
def check(subject: FileSubject, options: Options) -> Iterator[Outcome]:
    """Look at the spaces of all page elements, and at what named inks stand for."""
    yield from judged("r0028", subject, options, _breaches)


def _breaches(asked: Asked) -> Iterator[Outcome]:
    yield from unbound(asked, _BINDING)
