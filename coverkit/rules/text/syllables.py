"""Rule text.syllables: every word can be Vietnamese, or is a name or a foreign word."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover
from coverkit.records import dataclass
from coverkit.rules.subject.ink import written
from coverkit.rules.subject.old_codes import known
from coverkit.typography.doubts import Doubt, doubtful_syllables
from coverkit.typography.vietnamese import nfc

_AROUND = 20


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        names: names and words of the unit's own that are left in peace.
    """

    names: tuple[str, ...] = ()


@rule(
    id="text.syllables",
    title=mark("Every word can be Vietnamese"),
    subject=Cover,
    severity=Severity.WARNING,
    why=mark(
        "“cảa” once stood for “của” on a province's own site. No Vietnamese word is spelled so; such slips are typing errors, "
        "and on a cover everybody sees them."
    ),
    remedy=mark("Correct the word; accept the finding if it is a name."),
    source=mark("House policy; spelling of the Vietnamese syllable"),
    options=Options,
    certainty="medium",
)
def check(cover: Cover, options: Options) -> Iterator[Outcome]:
    """Report each doubtful word once per text. A text in an old code is the matter of text.legacy-encoding."""
    told = known(cover)
    for one in written(cover):
        if told[one.id].encoding != "unicode":
            continue
        doubts = {doubt.word: doubt for doubt in reversed(doubtful_syllables(one.plain_text, options.names))}
        for doubt in reversed(doubts.values()):
            yield Problem(
                "impossible",
                _message(one.name, nfc(one.plain_text), doubt),
                element=one.id,
                box=one.used,
                measured=doubt.word,
                limit=doubt.suggestion,
            )


def _message(name: str, text: str, doubt: Doubt) -> str:
    names = {"name": name, "word": doubt.word, "place": _place(text, doubt), "meant": doubt.suggestion}
    if doubt.suggestion is None:
        return tr("{name}: “{word}” cannot be a Vietnamese word, in “{place}”.", **names)
    return tr("{name}: “{word}” cannot be a Vietnamese word, in “{place}”. Perhaps “{meant}” is meant.", **names)


def _place(text: str, doubt: Doubt) -> str:
    """Return the word with whole words around it."""
    start = text.rfind(" ", 0, max(0, doubt.start - _AROUND)) + 1 if doubt.start > _AROUND else 0
    end = text.find(" ", doubt.end + _AROUND)
    shown = text[start : end if end >= 0 else len(text)].replace("\n", " ")
    return ("… " if start else "") + shown + (" …" if end >= 0 else "")
