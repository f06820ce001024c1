"""What is selected, in words, for those who cannot see the page."""

from __future__ import annotations

from coverkit.i18n import number, tr
from coverkit.layout.cover import Cover


def describe(cover: Cover, selection: tuple[str, ...]) -> str:
    """Return what is selected, and where, in words."""
    chosen = [one for one in cover.placed if one.id in selection]
    if not chosen:
        return tr("Nothing is selected. Tab goes through the elements.")
    if len(chosen) > 1:
        return tr("{count} elements are selected.", count=len(chosen))
    one = chosen[0]
    box = one.box
    words = tr(
        "{name}: {width} × {height} mm, {x} mm from the left, {y} mm from the top.",
        name=one.name,
        width=number(box.width, 1),
        height=number(box.height, 1),
        x=number(box.x, 1),
        y=number(box.y, 1),
    )
    locks = cover.permissions.of(one.id)
    return words if locks.place_open else f"{words} {tr('Its place is locked.')} {locks.reason}"
