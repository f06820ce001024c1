"""What people call elements: their names in the design, else their type and number. Messages, panels and reports agree."""

from __future__ import annotations

import re

from coverkit.i18n import mark, tr

_KINDS = {
    "banner": mark("Official banner"),
    "line": mark("Line"),
    "panel": mark("Colour field"),
    "picture": mark("Picture"),
    "shape": mark("Ornament"),
    "slogan": mark("Slogan"),
    "text": mark("Text"),
}


def kind_word(kind: str) -> str:
    """Return what an element type is called."""
    return tr(_KINDS.get(kind, kind))


def element_name(element_id: str, kind: str, designed: str = "") -> str:
    """Return what an element is called.

    Args:
        element_id: its id.
        kind: its element type.
        designed: its name in the design; "" for a free element, the id where the designer gave it no other name.
    """
    if designed not in ("", element_id):
        return designed
    own = re.fullmatch(r"([a-z]+)-(\d+)", element_id)
    if own is not None:
        return tr("{kind} {number}", kind=kind_word(kind), number=own[2])
    return tr("{kind} ({id})", kind=kind_word(kind), id=element_id)
