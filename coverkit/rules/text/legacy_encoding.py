"""Rule text.legacy-encoding: no text is still in the codes of old Vietnamese fonts."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover
from coverkit.records import dataclass
from coverkit.rules.subject.ink import written
from coverkit.rules.subject.old_codes import known
from coverkit.typography.legacy import Recognition

_FONTS = {"tcvn3": mark("TCVN3 (.Vn fonts)"), "vni": mark("VNI (VNI- fonts)")}


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        least_confidence: suspicions below it are not told; 0 to 1.
    """

    least_confidence: float = 0.5


@rule(
    id="text.legacy-encoding",
    title=mark("No text is in the codes of old Vietnamese fonts"),
    subject=Cover,
    severity=Severity.ERROR,
    why=mark(
        "Text that was typed in .VnTime or VNI-Times looks right only in those fonts. In every other font “Quy chế” becomes "
        "“Quy chÕ”, and the whole line is unreadable."
    ),
    remedy=mark("Convert the text to Unicode, compare the result with the original, and paste it again."),
    source=mark("House policy; TCVN 6909:2001 (Unicode), TCVN 5712 (TCVN3)"),
    options=Options,
)
def check(cover: Cover, options: Options) -> Iterator[Outcome]:
    """Tell each text that reads as Vietnamese only after conversion, by itself or with its neighbours."""
    told = known(cover)
    for one in written(cover):
        found = told[one.id]
        if found.encoding == "unicode" or found.confidence < options.least_confidence:
            continue
        yield Problem(
            found.encoding,
            tr(
                "{name} seems to be in {code}, {confidence:.0%} sure. Converted it reads: “{converted}”.",
                name=one.name,
                code=tr(_FONTS[found.encoding]),
                confidence=found.confidence,
                converted=found.converted,
            ),
            element=one.id,
            box=one.used,
            measured=round(found.confidence, 2),
            limit=options.least_confidence,
            remedy=_remedy(found),
        )


def _remedy(found: Recognition) -> str:
    """Return what to do, with the converted text; more where letters or letter case were lost."""
    replace = tr("Replace the text by: “{converted}”.", converted=found.converted)
    if found.lost_letters:
        return f"{replace} " + tr(
            "The letter ư was lost in: {words}. Compare with the original.", words=", ".join(found.lost_letters)
        )
    if found.needs_case_question:
        return f"{replace} " + tr("If it was in a font of capitals (name ending in H), write it in capitals.")
    return replace
