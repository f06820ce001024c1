"""What elements hold, as the canvas needs it: the text as written, how it is set, the picture, the effective resolution."""

from __future__ import annotations

from coverkit.colour.pictures import effective_ppi
from coverkit.elements.context import TextStyle
from coverkit.gui.canvas.text_map import Empty
from coverkit.layout.compose import REFERENCE
from coverkit.layout.cover import Cover, Placed
from coverkit.model.values import PictureValue, Value
from coverkit.scene.operations import Picture


def value_of(cover: Cover, element_id: str, name: str) -> Value | None:
    """Return a field of an element: a person's, else the design's; None where neither set it."""
    element, slot = cover.document.element(element_id), cover.design.slot(element_id)
    if element is not None and name in element.values:
        return element.values[name]
    return slot.fields.get(name) if slot is not None else None


def written_text(cover: Cover, element_id: str) -> str:
    """Return the text of a text element as it is written, names in braces and all."""
    value = value_of(cover, element_id, "text")
    return value if isinstance(value, str) else ""


def picture_of(cover: Cover, element_id: str) -> PictureValue | None:
    """Return the picture of a frame."""
    value = value_of(cover, element_id, "picture")
    return value if isinstance(value, PictureValue) else None


def ppi_of(cover: Cover, element_id: str) -> float | None:
    """Return the effective resolution of a frame's picture in pixels per inch; None where there is none."""
    operation = next((one for one in cover.scene.of(element_id) if isinstance(one, Picture)), None)
    if operation is None or operation.sha256 not in cover.pictures:
        return None
    return effective_ppi(cover.pictures[operation.sha256], operation)


def style_of(cover: Cover, element_id: str) -> TextStyle | None:
    """Return the style that a text element is set in; None where the design has none."""
    styles = cover.design.styles
    name = value_of(cover, element_id, "style")
    if isinstance(name, str) and name in styles:
        return styles[name]
    return styles.get("subhead") or next(reversed(list(styles.values())), None)


def takes_lines(cover: Cover, element_id: str) -> bool:
    """Tell whether a text may have several lines."""
    style = style_of(cover, element_id)
    return style is None or style.spec.max_lines != 1


def as_empty(cover: Cover, placed: Placed) -> Empty:
    """Return how a text element stands while nothing is written."""
    style = style_of(cover, placed.id)
    if style is None:
        return Empty()
    page = cover.document.format
    scale = min(page.width / REFERENCE[0], page.height / REFERENCE[1])
    by_height = 0.7 * placed.box.height * 72 / 25.4
    return Empty(style.spec.align, max(6.0, min(style.spec.size_max * scale, by_height)))
