"""Words of data as people read them in tables: kinds of elements and locks. Documents for programs keep the data's own."""

from __future__ import annotations

from collections.abc import Iterable

from coverkit.i18n import mark, tr

KINDS = {
    "banner": mark("banner"),
    "line": mark("line"),
    "panel": mark("panel"),
    "picture": mark("picture"),
    "shape": mark("shape"),
    "slogan": mark("slogan"),
    "text": mark("text"),
}
LOCKS = {"place": mark("place"), "style": mark("style"), "content": mark("content")}


def kind(name: str) -> str:
    """Return what a kind of element is called; its own name where it is not known here."""
    return tr(KINDS.get(name, name))


def locks(names: Iterable[str]) -> str:
    """Return what locks are called, in one line."""
    return ", ".join(tr(LOCKS.get(name, name)) for name in names)
