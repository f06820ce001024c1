"""In which code each text of a cover is. A cover is judged as a whole: what says little by itself goes by its neighbours."""

from __future__ import annotations

from collections.abc import Sequence

from coverkit.layout.cover import Cover, Placed
from coverkit.rules.subject import masthead
from coverkit.rules.subject.ink import written
from coverkit.typography.company import recognise_together
from coverkit.typography.legacy import Recognition, recognise


def known(cover: Cover) -> dict[str, Recognition]:
    """Return what each text is in, by its element: all of it, or the first of its lines that is in an old code."""
    texts = {one.id: one.plain_text for one in written(cover)}
    alone = {element: _alone(text) for element, text in texts.items()}
    if all(found.encoding == "unicode" for found in alone.values()):
        return alone
    return {**alone, **_together(cover, alone)}


def is_legacy(cover: Cover, one: Placed) -> bool:
    """Tell whether a text may be in the codes of an old font: then its letters are not what they seem."""
    return known(cover)[one.id].encoding != "unicode"


def _alone(text: str) -> Recognition:
    whole = recognise(text)
    return whole if whole.encoding != "unicode" else _first(recognise_together(text.splitlines())) or whole


def _together(cover: Cover, alone: dict[str, Recognition]) -> dict[str, Recognition]:
    """Read what says nothing alone with the other texts of this issue; campaign and masthead come from elsewhere."""
    parts = (masthead.label(cover), masthead.name(cover), masthead.body(cover), masthead.date(cover))
    elsewhere = {part.id for part in parts if part is not None}
    own = [one for one in written(cover) if not one.official and one.id not in elsewhere]
    told = iter(recognise_together([line for one in own for line in one.plain_text.splitlines()]))
    lines = {one.id: [next(told) for _ in one.plain_text.splitlines()] for one in own}
    found = {element: _first(of) for element, of in lines.items() if alone[element].encoding == "unicode"}
    return {element: one for element, one in found.items() if one is not None}


def _first(lines: Sequence[Recognition]) -> Recognition | None:
    return next((one for one in lines if one.encoding != "unicode"), None)
