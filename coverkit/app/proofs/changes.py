"""What was changed in a file since it was checked, named part by part."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Literal

from coverkit.app.proofs.data import Proof, ProvenArt
from coverkit.errors import InputError
from coverkit.facts.page import PageFacts
from coverkit.facts.parts import FileParts, PageParts
from coverkit.geometry import MM, Rect
from coverkit.i18n import number, tr
from coverkit.preflight.parts import file_parts
from coverkit.records import dataclass

Part = Literal[
    "unreadable",
    "appended",
    "metadata",
    "boxes",
    "content",
    "art",
    "pictures",
    "fonts",
    "forms",
    "drawing",
    "annotations",
    "page",
    "pages",
    "intent",
    "structure",
    "packing",
]
_ORIGINS = ("TrimBox", "CropBox", "MediaBox")
_LETTER = (0.0, 0.0, 612.0, 792.0)
_TOLERANCE = 0.05
"""Points by which art may lie elsewhere, as in press.official-art."""


@dataclass(frozen=True, slots=True)
class Change:
    """A part that is not as it was checked; page 0 is the file as a whole."""

    part: Part
    message: str
    page: int = 0


def changes(data: bytes, proof: Proof, pages: Sequence[PageFacts] | None) -> tuple[Change, ...]:
    """Return what was changed in a file, in a fixed order; nothing when its bytes are those that were checked.

    Args:
        data: the file's bytes.
        proof: of its check.
        pages: what was read of its pages, to tell where its art is painted; None when it cannot be read.
    """
    if len(data) == proof.size and hashlib.sha256(data).hexdigest() == proof.sha256:
        return ()
    found = list(_appended(data, proof))
    try:
        parts = file_parts(data)
    except InputError:
        pages = None
    if pages is None:
        return (*found, Change("unreadable", tr("The file can no longer be read.")))
    found += _of_file(proof.parts, parts)
    for index, (before, after) in enumerate(zip(proof.parts.pages, parts.pages, strict=False), 1):
        art = [one for one in proof.art if one.page == index]
        found += _of_page(before, after, index, {one.form for one in art})
        found += _of_art(art, before, after, pages[index - 1] if index <= len(pages) else None)
    if not found:
        found.append(
            Change("packing", tr("Only how the file is packed was changed: it was saved anew, or bytes nobody reads."))
        )
    return tuple(found)


def _appended(data: bytes, proof: Proof) -> Iterator[Change]:
    more = len(data) - proof.size
    if more > 0 and hashlib.sha256(memoryview(data)[: proof.size]).hexdigest() == proof.sha256:
        yield Change("appended", tr("{count} bytes were appended to the file as it was checked.", count=more))


def _of_file(before: FileParts, after: FileParts) -> Iterator[Change]:
    if before.metadata != after.metadata:
        yield Change("metadata", tr("The document information or the XMP metadata were changed."))
    if before.intent != after.intent:
        yield Change("intent", tr("The output intent or its ICC profile was changed."))
    if before.structure != after.structure:
        yield Change(
            "structure", tr("Entries of the document as a whole were changed, such as actions, layers or the language.")
        )
    if len(before.pages) != len(after.pages):
        message = tr("The file has {found} pages instead of {wanted}.", found=len(after.pages), wanted=len(before.pages))
        yield Change("pages", message)


def _of_page(before: PageParts, after: PageParts, page: int, art: set[str]) -> Iterator[Change]:
    if before.boxes != after.boxes:
        yield Change("boxes", tr("Page boxes were changed: {changes}.", changes=_boxes(before, after)), page)
    if before.content != after.content:
        yield Change("content", tr("What the page paints was changed: texts, shapes, places."), page)
    if names := _differing(before.pictures, after.pictures):
        yield Change("pictures", tr("Pictures were changed: {names}.", names=names), page)
    if names := _differing(before.fonts, after.fonts):
        yield Change("fonts", tr("Fonts were changed: {names}.", names=names), page)
    if names := _differing(before.forms, after.forms, art):
        yield Change("forms", tr("Drawings that the page uses were changed: {names}.", names=names), page)
    yield from _of_entries(before, after, page)


def _of_entries(before: PageParts, after: PageParts, page: int) -> Iterator[Change]:
    if before.drawing != after.drawing:
        yield Change("drawing", tr("Colours, graphics states or gradients that the page uses were changed."), page)
    if before.annotations != after.annotations:
        yield Change("annotations", tr("Annotations were changed: comments, stamps, form fields."), page)
    if before.other != after.other:
        yield Change("page", tr("Other entries of the page were changed."), page)


def _of_art(art: Sequence[ProvenArt], before: PageParts, after: PageParts, facts: PageFacts | None) -> Iterator[Change]:
    for one in art:
        if one.form not in after.forms:
            yield Change("art", tr("The official art “{name}” is no longer in the file.", name=one.name), one.page)
        elif after.forms[one.form] != before.forms.get(one.form):
            yield Change("art", tr("The official art “{name}” was changed or replaced.", name=one.name), one.page)
        elif facts is None or not _is_painted(one, before, after, facts):
            yield Change("art", tr("The official art “{name}” is no longer painted in its place.", name=one.name), one.page)


def _is_painted(art: ProvenArt, before: PageParts, after: PageParts, facts: PageFacts) -> bool:
    """Tell whether art is painted where it was on the page itself: places are told from the trim, which may have moved."""
    place = _on_page(art.box, before)
    found = (_on_page(form.box, after) for form in facts.forms if form.sha256 == art.sha256)
    return any(max(abs(one - other) for one, other in zip(place, box, strict=True)) <= _TOLERANCE for box in found)


def _on_page(box: Rect, page: PageParts) -> tuple[float, float, float, float]:
    """Return left, bottom, right and top in points of the page's own space; the box is in mm from the trim's top left."""
    origin = next((page.boxes[name] for name in _ORIGINS if len(page.boxes.get(name, ())) == 4), _LETTER)
    scale = MM / (page.boxes.get("UserUnit") or (1.0,))[0]
    left, top = min(origin[0], origin[2]), max(origin[1], origin[3])
    return left + box.x * scale, top - box.bottom * scale, left + box.right * scale, top - box.y * scale


def _differing(before: Mapping[str, str], after: Mapping[str, str], known: Collection[str] = ()) -> str:
    """Return the names of what differs, but for those that are told elsewhere."""
    names = (before.keys() | after.keys()) - set(known)
    return ", ".join(sorted(name for name in names if before.get(name) != after.get(name)))


def _boxes(before: PageParts, after: PageParts) -> str:
    told = []
    for name in sorted(before.boxes.keys() | after.boxes.keys()):
        old, new = before.boxes.get(name), after.boxes.get(name)
        if old != new:
            told.append(f"{name} {_edges(old)} → {_edges(new)}")
    return "; ".join(told)


def _edges(edges: tuple[float, ...] | None) -> str:
    return "–" if edges is None else " ".join(number(edge) for edge in edges)
