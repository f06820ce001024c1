"""Rule text.tone-placement: one cover places tone marks in one way, khóa or khoá."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover, Placed
from coverkit.records import dataclass
from coverkit.rules.subject.ink import written
from coverkit.typography.tone import ToneStyle, tone_style


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        style: "old" (khóa, thủy) or "new" (khoá, thuỷ) where the campaign or the unit wants one; "" takes what the slogans
            show, and without them what the cover shows more often.
    """

    style: str = ""


@rule(
    id="text.tone-placement",
    title=mark("Tone marks are placed in one way"),
    subject=Cover,
    severity=Severity.NOTE,
    why=mark("“khóa” and “khoá” are both right, but side by side on one cover they look like a mistake."),
    remedy=mark("Write all such words in the same way; that of the official slogan is a safe choice."),
    source=mark("House policy; official lists of slogans mix both ways"),
    options=Options,
    certainty="medium",
)
def check(cover: Cover, options: Options) -> Iterator[Outcome]:
    """Report each text with words that are written in the other way than the rest of the cover."""
    texts = [(one, tone_style(one.plain_text)) for one in written(cover)]
    wanted = options.style if options.style in ("old", "new") else _usual(texts)
    likes = tuple(word for _, style in texts for word in (style.old if wanted == "old" else style.new))
    for one, style in texts:
        others = style.new if wanted == "old" else style.old
        if not others or not (likes or options.style):
            continue
        yield Problem(
            "mixed",
            tr(
                "{name} has {words}, its tone mark placed in the other way than {likes}.",
                name=one.name,
                words=_listed(others),
                likes=_listed(likes) if likes else tr("wanted"),
            ),
            element=one.id,
            box=one.used,
            measured=" ".join(others),
            limit=" ".join(dict.fromkeys(likes)) or None,
        )


def _usual(texts: list[tuple[Placed, ToneStyle]]) -> str:
    """Return the way of the slogans if they have one, else the more frequent one."""
    for chosen in ([style for one, style in texts if one.kind == "slogan"], [style for _, style in texts]):
        old, new = sum(len(style.old) for style in chosen), sum(len(style.new) for style in chosen)
        if old != new:
            return "old" if old > new else "new"
    return "old"


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(f"“{word}”" for word in dict.fromkeys(words))
