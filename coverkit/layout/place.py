"""Work out where every slot stands. Slots may refer to one another; each is worked out when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from coverkit.campaigns.campaign import ArtEntry
from coverkit.elements.banner import Banner, choose_art
from coverkit.elements.context import EMPTY, Composed, Context
from coverkit.elements.kinds import ElementType, build
from coverkit.elements.picture import PictureFrame
from coverkit.elements.slogan import SloganText, slogan_text
from coverkit.elements.text import Text, fill_in
from coverkit.errors import InputError
from coverkit.geometry import Rect
from coverkit.i18n import tr
from coverkit.layout.design import Design, Slot
from coverkit.layout.expression import evaluate
from coverkit.model.document import Document, Element
from coverkit.model.values import PictureValue
from coverkit.records import dataclass, replace

_EDGES: Mapping[str, Callable[[Rect], float]] = {
    "left": lambda box: box.x,
    "top": lambda box: box.y,
    "width": lambda box: box.width,
    "height": lambda box: box.height,
    "right": lambda box: box.right,
    "bottom": lambda box: box.bottom,
}


@dataclass(frozen=True, slots=True)
class Standing:
    """A slot or element in its place, composed; `wanted` tells whether its condition held."""

    id: str
    kind: str
    slot: Slot | None
    element: Element | None
    box: Rect
    angle: float
    composed: Composed
    wanted: bool = True


class Placer:
    """Places the elements of one document in one design. Made anew for every composition."""

    def __init__(self, document: Document, design: Design, page: Mapping[str, float], context: Context) -> None:
        self._document = document
        self._design = design
        self._page = page
        self._context = context
        self._slots = {slot.id: slot for slot in design.slots}
        self._boxes: dict[str, Rect] = {}
        self._standing: dict[str, Standing] = {}
        self._lengths: dict[str, float] = {}
        self._asked: list[str] = []

    def all(self) -> tuple[Standing, ...]:
        """Return everything that stands on the page, in painting order: the design's slots, then a person's own elements."""
        slots = [self.slot(slot.id) for slot in self._design.slots]
        own = [self._own(element) for element in self._document.elements if element.kind]
        return (*slots, *own)

    def slot(self, slot_id: str) -> Standing:
        """Return a slot in its place."""
        if slot_id not in self._standing:
            slot = self._slots[slot_id]
            element = self._document.element(slot_id)
            box = self._box(slot)
            angle = self._value(slot.angle, slot) if element is None or element.angle is None else element.angle
            wanted = bool(self._value(slot.when, slot))
            shown = wanted and not (element is not None and element.hidden)
            composed = self._compose(slot_id, self._content(slot), box, angle) if shown else EMPTY
            self._standing[slot_id] = Standing(slot_id, slot.kind, slot, element, box, angle, composed, wanted)
        return self._standing[slot_id]

    def designed_box(self, slot_id: str) -> Rect:
        """Return where the design has a slot, wherever a person moved it."""
        slot = self._slots[slot_id]
        left, top, width, height = (self._value(text, slot) for text in slot.box)
        return Rect(left, top, width, height)

    def room(self, slot_id: str) -> Rect | None:
        """Return the box that the design gives an open slot to move in; None where it names none."""
        slot = self._slots[slot_id]
        if not slot.room:
            return None
        left, top, width, height = (self._value(text, slot) for text in slot.room)
        return Rect(left, top, width, height)

    def art_of(self, slot_id: str) -> ArtEntry | None:
        """Return the campaign's art that a banner's slot shows."""
        slot = self._slots[slot_id]
        element = self._document.element(slot_id)
        values = {**slot.fields, **({} if element is None else element.values)}
        shape = values.get("shape", 5.0)
        wanted = float(shape) if isinstance(shape, int | float) else 5.0
        return choose_art(self._context.campaign, str(values.get("art", "")), wanted)

    def _own(self, element: Element) -> Standing:
        if element.box is None:
            raise InputError(tr("Element “{id}” has no place.", id=element.id), tr("Give it a box in mm."))
        angle = element.angle or 0.0
        content = build(element.kind, element.values)
        composed = EMPTY if element.hidden else self._compose(element.id, content, element.box, angle)
        return Standing(element.id, element.kind, None, element, element.box, angle, composed)

    def _content(self, slot: Slot) -> ElementType:
        element = self._document.element(slot.id)
        return build(slot.kind, slot.fields, {} if element is None else element.values)

    def _compose(self, element_id: str, content: ElementType, box: Rect, angle: float) -> Composed:
        if box.width <= 0 or box.height <= 0:
            return EMPTY
        return content.compose(replace(self._context, element=element_id, box=box, angle=angle))

    def _box(self, slot: Slot) -> Rect:
        if slot.id not in self._boxes:
            element = self._document.element(slot.id)
            if element is not None and element.box is not None:
                self._boxes[slot.id] = element.box
            else:
                if slot.id in self._asked:
                    raise InputError(
                        tr(
                            "{name}: the places of {slots} refer to one another in a circle.",
                            name=self._design.id,
                            slots=", ".join(self._asked[self._asked.index(slot.id) :]),
                        ),
                        tr("Give one of them a place of its own."),
                    )
                self._asked.append(slot.id)
                self._boxes[slot.id] = self.designed_box(slot.id)
                self._asked.pop()
        return self._boxes[slot.id]

    def _value(self, text: str, slot: Slot) -> float:
        return evaluate(text, lambda name: self._look_up(name, slot), f"{self._design.id}/{slot.id}")

    def _look_up(self, name: str, slot: Slot) -> float:
        if name == "aspect":
            return self._aspect(slot)
        if name in self._page:
            return self._page[name]
        if name in self._design.lengths:
            if name not in self._lengths:
                self._lengths[name] = self._value(self._design.lengths[name], slot)
            return self._lengths[name]
        return self._of_slot(*name.split(".", 1))

    def _of_slot(self, slot_id: str, attribute: str = "") -> float:
        if slot_id not in self._slots:
            raise KeyError(slot_id)
        if attribute in _EDGES:
            return _EDGES[attribute](self._box(self._slots[slot_id]))
        if attribute == "aspect":
            return self._aspect(self._slots[slot_id])
        if attribute == "filled":
            return float(self._filled(self._slots[slot_id]))
        return self._of_ink(slot_id, attribute)

    def _of_ink(self, slot_id: str, attribute: str) -> float:
        """Return what the composed element tells: whether it shows, where its ink lies, its type size and first baseline."""
        standing = self.slot(slot_id)
        used = standing.composed.used
        match attribute:
            case "shown":
                return float(used is not None)
            case "start":
                return standing.box.bottom if used is None else used.y
            case "end":
                return standing.box.y if used is None else used.bottom
            case "ink_left":
                return standing.box.x if used is None else used.x
            case "ink_right":
                return standing.box.x if used is None else used.right
            case "size":
                text = standing.composed.text
                return 0.0 if text is None else text.size * 25.4 / 72
            case "first":
                text = standing.composed.text
                return standing.box.y if text is None or not text.lines else text.lines[0].baseline
            case _:
                raise KeyError(f"{slot_id}.{attribute}")

    def _filled(self, slot: Slot) -> bool:
        """Tell whether a slot has something to show, without composing it: so places may depend on it without a circle."""
        element, content = self._document.element(slot.id), self._content(slot)
        if element is not None and element.hidden:
            return False
        match content:
            case Text():
                return bool(fill_in(content.text, self._context.variables))
            case SloganText():
                return bool(slogan_text(content.slogan or self._context.slogan_default, self._context.campaign).strip())
            case PictureFrame():
                return isinstance(content.picture, PictureValue)
            case Banner():
                return choose_art(self._context.campaign, content.art, content.shape) is not None
            case _:
                return True

    def _aspect(self, slot: Slot) -> float:
        """Return the proportions of the banner that the slot will show; 1 for anything else."""
        if slot.kind != "banner":
            return 1.0
        entry = self.art_of(slot.id)
        return 1.0 if entry is None else entry.aspect
