"""The digests of a file's parts, see `facts.parts`. Reads objects only; nothing that is painted is walked."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pikepdf

from coverkit.errors import InputError
from coverkit.facts.parts import BOXES, FileParts, PageParts
from coverkit.i18n import tr
from coverkit.preflight import limits, values
from coverkit.preflight.graph import Digests
from coverkit.preflight.page_tree import leaves
from coverkit.preflight.pages import inheritable

_INHERITED = ("MediaBox", "CropBox")
_OF_PAGE = frozenset(
    (*(f"/{name}" for name in BOXES), "/Rotate", "/UserUnit", "/Contents", "/Resources", "/Annots", "/Parent", "/Type")
)
_OF_CATALOG = frozenset(("/Pages", "/Metadata", "/OutputIntents"))
_OF_TRAILER = frozenset(
    ("/Root", "/Info", "/ID", "/Size", "/Prev", "/XRefStm", "/Type", "/W", "/Index", "/Length", "/Filter", "/DecodeParms")
)
_SHELVES = ("/XObject", "/Font")


def file_parts(data: bytes, name: str = "PDF") -> FileParts:
    """Return the digests of a file's parts.

    Raises:
        InputError: the file is damaged beyond reading, or protected.
    """
    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True, inherit_page_attributes=False) as pdf:
            return parts_of(pdf)
    except (pikepdf.PasswordError, *values.DAMAGE, RecursionError, MemoryError) as error:
        raise InputError(
            tr("{name} is no PDF, or is damaged (technical detail: {reason}).", name=name, reason=type(error).__name__),
            tr("Export or send the file again."),
        ) from error


def parts_of(pdf: pikepdf.Pdf) -> FileParts:
    """Return the digests of the parts of an open file; what pikepdf raises on damage is the caller's to mend."""
    digests = Digests(pdf)
    root: object = pdf.Root
    trailer: object = pdf.trailer
    pages = leaves(root).pages
    # The second string of the identifier is another one whenever a program saves the file.
    identifier = values.items(values.get(trailer, "/ID"))[:1]
    described = values.get(trailer, "/Info"), values.get(root, "/Metadata"), *identifier
    metadata = [digests.of(one) for one in described]
    structure = [digests.of(root, _OF_CATALOG), digests.of(trailer, _OF_TRAILER), str(pdf.is_encrypted)]
    return FileParts(
        metadata=" ".join(metadata),
        intent=digests.of(values.get(root, "/OutputIntents")),
        structure=" ".join(structure),
        pages=tuple(_page(page, digests) for page in pages[: limits.MAX_PAGES]),
    )


def _page(page: object, digests: Digests) -> PageParts:
    resources, _ = inheritable(page, "/Resources")
    forms: dict[str, str] = {}
    pictures: dict[str, str] = {}
    for name, thing in values.entries(values.get(resources, "/XObject")):
        shelf = pictures if values.name(values.get(thing, "/Subtype")) == "Image" else forms
        shelf[name[1:]] = digests.of(thing)
    return PageParts(
        boxes=_boxes(page),
        content=digests.content(values.get(page, "/Contents")),
        forms=forms,
        pictures=pictures,
        fonts={name[1:]: digests.of(font) for name, font in values.entries(values.get(resources, "/Font"))},
        drawing=digests.of(resources, _SHELVES),
        annotations=digests.of(values.get(page, "/Annots")),
        other=digests.of(page, _OF_PAGE),
    )


def _boxes(page: object) -> Mapping[str, tuple[float, ...]]:
    """Return the boxes and numbers that say how a page lies on the paper; what is no number is left out."""
    found: dict[str, tuple[float, ...]] = {}
    for name in BOXES:
        value = inheritable(page, f"/{name}")[0] if name in _INHERITED else values.get(page, f"/{name}")
        if value is not None:
            found[name] = tuple(round(one, 4) for one in values.numbers(value))
    for name in ("Rotate", "UserUnit"):
        number = values.number(inheritable(page, f"/{name}")[0])
        if number is not None:
            found[name] = (number,)
    return found
