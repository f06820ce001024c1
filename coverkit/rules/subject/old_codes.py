"""In which code each text of a cover is. A cover is judged as a whole: what says little by itself goes by its neighbours."""

from __future__ import annotations

from coverkit.layout.cover import Cover, Placed
from coverkit.rules.subject import masthead
from coverkit.rules.subject.ink import written
from coverkit.typography.company import recognise_together
from coverkit.typography.legacy import Recognition, recognise


def known(cover: Cover, one: Placed) -> Recognition:
    """Return what a text is in: all of it, or else the first of its lines that is in an old code, told with its neighbours."""
    lines = one.plain_text.splitlines()
    alone = [recognise(one.plain_text), *recognise_together(lines)]
    by_itself = next((found for found in alone if found.encoding != "unicode"), None)
    return by_itself or _among_others(cover, one, lines) or alone[0]


def is_legacy(cover: Cover, one: Placed) -> bool:
    """Tell whether a text may be in the codes of an old font: then its letters are not what they seem."""
    return known(cover, one).encoding != "unicode"


def _among_others(cover: Cover, one: Placed, lines: list[str]) -> Recognition | None:
    """Read a text with the others of this issue; what campaign and masthead say comes from elsewhere and was not pasted."""
    own = _own(cover)
    if all(text.id != one.id for text in own):
        return None
    others = [line for text in own if text.id != one.id for line in text.plain_text.splitlines()]
    together = recognise_together((*lines, *others))
    return next((found for found in together[: len(lines)] if found.encoding != "unicode"), None)


def _own(cover: Cover) -> list[Placed]:
    parts = (masthead.label(cover), masthead.name(cover), masthead.body(cover), masthead.date(cover))
    elsewhere = {part.id for part in parts if part is not None}
    return [text for text in written(cover) if not text.official and text.id not in elsewhere]
