"""Rule images.mode: tells what will happen to a picture whose kind makes a surprise likely. It forbids nothing."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.colour.pictures import PictureInfo
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover
from coverkit.records import dataclass
from coverkit.rules.subject.branding import name_of
from coverkit.scene.operations import Picture

_MESSAGES = {
    "alpha": mark("{name} has transparent parts; they are printed as white."),
    "cmyk-profile": mark("{name} was separated for “{profile}”; its inks are converted for this press."),
    "cmyk-plain": mark("{name} is in CMYK without a profile; its inks are printed as they are."),
    "few-tones": mark("{name} has only {bits} bit per sample; tones may break into steps."),
    "assumed-srgb": mark("{name} has no colour profile; it is taken for sRGB."),
}


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        tell_assumed: also tell which pictures are taken for sRGB; most are.
    """

    tell_assumed: bool = False


@rule(
    id="images.mode",
    title=mark("Pictures are of a kind that prints as expected"),
    subject=Cover,
    severity=Severity.NOTE,
    why=mark(
        "RGB photos are converted to the inks of the press and need no care. "
        "Transparent pictures, pictures that were separated already and pictures of few tones may look unlike what you expect."
    ),
    remedy=mark("Look at the preview; if the picture looks wrong, use the original RGB photo."),
    source=mark("House policy"),
    options=Options,
    certainty="policy",
)
def check(cover: Cover, options: Options) -> Iterator[Outcome]:
    """Look at the kind of each placed picture."""
    seen: set[tuple[str, str]] = set()
    for operation in cover.scene.operations:
        if not isinstance(operation, Picture) or (operation.source, operation.sha256) in seen:
            continue
        seen.add((operation.source, operation.sha256))
        info = cover.pictures.get(operation.sha256)
        for code in _codes(info, options) if info is not None else ():
            assert info is not None
            yield Problem(
                code,
                tr(_MESSAGES[code], name=name_of(cover, operation.source), profile=info.profile_name, bits=info.bits),
                element=operation.source,
                box=operation.bounds,
                measured=info.mode,
            )


def _codes(info: PictureInfo, options: Options) -> Iterator[str]:
    if info.has_alpha:
        yield "alpha"
    if info.mode == "cmyk":
        yield "cmyk-profile" if info.has_profile else "cmyk-plain"
    if info.bits < 8:
        yield "few-tones"
    if info.mode == "rgb" and not info.has_profile and options.tell_assumed:
        yield "assumed-srgb"
