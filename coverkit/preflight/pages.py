"""Pages: boxes, groups, annotations, and the walk over what they paint."""

from __future__ import annotations

from collections.abc import Sequence

from coverkit.facts.page import AnnotationFacts, Box, PageFacts
from coverkit.geometry import MM
from coverkit.preflight import values
from coverkit.preflight.appearances import walk_appearances
from coverkit.preflight.canvas import PageRecord
from coverkit.preflight.fonts import Font
from coverkit.preflight.glyphs import compared
from coverkit.preflight.groups import group
from coverkit.preflight.layers import Layers
from coverkit.preflight.limits import MAX_PAGES, Budget
from coverkit.preflight.values import Matrix
from coverkit.preflight.walk import walk
from coverkit.records import replace

_HIDDEN, _PRINT = 2, 4
_DEEPEST_TREE = 64
_LETTER = Box(0.0, 0.0, 612.0, 792.0)


def page_facts(natives: Sequence[object], root: object) -> tuple[PageFacts, ...]:
    """Return the pages of a document, up to the limits."""
    budget, layers = Budget(len(natives)), Layers(root)
    fonts: dict[tuple[int, int], Font] = {}
    numbered = enumerate(natives[:MAX_PAGES], 1)
    return tuple(_page(native, number, PageRecord(budget, fonts, layers)) for number, native in numbered)


def _page(native: object, number: int, record: PageRecord) -> PageFacts:
    media, crop = _box(native, "/MediaBox", True), _box(native, "/CropBox", True)
    bleed, trim, art = (_box(native, key, False) for key in ("/BleedBox", "/TrimBox", "/ArtBox"))
    unit = values.number(values.get(native, "/UserUnit"))
    resources, _ = inheritable(native, "/Resources")
    origin = trim or crop or media or _LETTER
    base = _base(origin, unit or 1.0)
    walk(native, resources, base, record)
    annotations = values.items(values.get(native, "/Annots"))
    walk_appearances((one for one in annotations if _prints(one)), base, record)
    turned, _ = inheritable(native, "/Rotate")
    return PageFacts(
        number=number,
        media=media,
        crop=crop,
        bleed=bleed,
        trim=trim,
        art=art,
        rotate=values.integer(turned) or 0,
        user_unit=unit or 1.0,
        has_user_unit=values.get(native, "/UserUnit") is not None,
        group=group(native, resources),
        annotations=tuple(map(_annotation, annotations)),
        has_actions=values.get(native, "/AA") is not None,
        has_alternate_presentation=values.get(native, "/PresSteps") is not None,
        has_thumbnail=values.get(native, "/Thumb") is not None,
        marks=tuple(record.marks),
        parts=tuple(record.parts),
        fonts=tuple(replace(compared(used.font, used.codes), shown=used.shown) for used in record.used_fonts.values()),
        states=tuple(record.states.values()),
        masks=tuple(record.masks.values()),
        rendering_intents=tuple(record.intents),
        unknown_operators=tuple(record.unknown),
        large_numbers=tuple(record.large_numbers),
        long_names=tuple(record.long_names),
        deepest_nesting=record.deepest,
        operators=record.operators,
        unread=tuple(record.unread),
    )


def _base(origin: Box, unit: float) -> Matrix:
    scale = unit / MM
    return scale, 0.0, 0.0, -scale, -origin.left * scale, origin.top * scale


def inheritable(native: object, key: str) -> tuple[object, bool]:
    """Return a value of the page or of a node above it, and whether it is inherited."""
    node, depth = native, 0
    while node is not None and depth < _DEEPEST_TREE:
        value = values.get(node, key)
        if value is not None:
            return value, depth > 0
        node, depth = values.get(node, "/Parent"), depth + 1
    return None, False


def _box(native: object, key: str, inherits: bool) -> Box | None:
    value, inherited = inheritable(native, key) if inherits else (values.get(native, key), False)
    return _rectangle(value, inherited)


def _rectangle(value: object, inherited: bool = False) -> Box | None:
    edges = values.numbers(value)
    if len(edges) != 4:
        return None
    (left, right), (bottom, top) = sorted(edges[::2]), sorted(edges[1::2])
    return Box(left, bottom, right, top, inherited)


def _annotation(native: object) -> AnnotationFacts:
    flags = values.integer(values.get(native, "/F")) or 0
    return AnnotationFacts(
        subtype=values.name(values.get(native, "/Subtype")),
        rect=_rectangle(values.get(native, "/Rect")) or Box(0.0, 0.0, 0.0, 0.0),
        has_action=values.get(native, "/A") is not None or values.get(native, "/AA") is not None,
        hidden=bool(flags & _HIDDEN),
        prints=_prints(native),
    )


def _prints(annotation: object) -> bool:
    """Tell whether an annotation is printed: its flags say so, and it is no window that only opens on a screen."""
    flags = values.integer(values.get(annotation, "/F")) or 0
    return flags & (_HIDDEN | _PRINT) == _PRINT and values.name(values.get(annotation, "/Subtype")) != "Popup"
