"""The painter: scenes become one PDF, under a policy that says what inks and pictures become.

What it draws is the same under every policy; only colour operators, the data of pictures and the black that overprints
differ. `Finish` adds what a print-ready file needs beside its pages.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field

from coverkit.campaigns.art import SealedArt
from coverkit.colour.pictures import PictureStore
from coverkit.colour.profile import OutputCondition
from coverkit.records import dataclass
from coverkit.render.pdf_fonts import Faces, PlacedFont, place_fonts
from coverkit.render.pdf_inks import Inks, Policy
from coverkit.render.pdf_objects import Book, Ref, Value, text_string
from coverkit.render.pdf_page import PagePainter, Stock
from coverkit.render.pdf_pictures import Detail, ImageShelf
from coverkit.render.pdf_shapes import Sheet
from coverkit.scene.operations import GlyphRun, Operation
from coverkit.scene.scene import Scene

__all__ = ["Finish", "Intent", "PaintOptions", "PaintResources", "Policy", "paint"]


@dataclass(frozen=True, slots=True)
class PaintResources:
    """What a scene refers to.

    Attributes:
        faces: the font library.
        pictures: the pictures, by the SHA-256 of their files.
        condition: the press.
        art: sealed art by the SHA-256 of its file.
    """

    faces: Faces
    pictures: PictureStore
    condition: OutputCondition
    art: Mapping[str, SealedArt] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PaintOptions:
    """How to paint.

    Attributes:
        detail: how much of each picture is taken.
        art_px_per_mm: draw art as pixels, kept from page to page, for bitmaps of this resolution; never on the press.
        outlines: text becomes outlines; where a font has PostScript outlines or may not be embedded, it always does.
        margin: mm of sheet around the bleed, for marks.
        trimmed: the page ends at the trim; else the bleed and the margin are part of it.
        strip: mm of paper added below a trimmed page.
        marks: operations outside the page's picture (in the margin or on the strip); painted last.
        compress: make the file small.
    """

    detail: Detail = field(default_factory=Detail)
    art_px_per_mm: float | None = None
    outlines: bool = False
    margin: float = 0.0
    trimmed: bool = False
    strip: float = 0.0
    marks: tuple[Operation, ...] = ()
    compress: bool = False


@dataclass(frozen=True, slots=True)
class Intent:
    """A PDF/X output intent: the condition's registered name and words, and its profile deflated."""

    identifier: str
    registry: str
    info: str
    profile: bytes
    channels: int


@dataclass(frozen=True, slots=True)
class Finish:
    """What a print-ready file has beside its pages.

    Attributes:
        version: the PDF version, such as (1, 6).
        info: the document information; `Trapped` is added, false as nothing here is trapped.
        intent: the output intent.
        metadata: makes the XMP packet, given the identity of the content (a hash in hexadecimal).
        language: the language of the text, such as "vi".
    """

    version: tuple[int, int]
    info: Mapping[str, str]
    intent: Intent | None = None
    metadata: Callable[[str], bytes] | None = None
    language: str = ""


def paint(
    pages: Scene | Sequence[Scene],
    policy: Policy,
    resources: PaintResources,
    options: PaintOptions | None = None,
    finish: Finish | None = None,
) -> bytes:
    """Paint scenes as the pages of one PDF; the same input gives the same bytes.

    Args:
        pages: one scene or several.
        policy: what inks and pictures become.
        resources: fonts, pictures, art and the press.
        options: how to paint; the marks are painted on every page.
        finish: what makes the file print-ready; left out for files that only become a bitmap.

    Raises:
        MissingError: a font, picture or art that a scene names is not there.
        InputError: a picture is damaged.
        ValueError: the scene holds what cannot be printed, such as an overprinting mixture.
    """
    scenes = [pages] if isinstance(pages, Scene) else list(pages)
    options = options or PaintOptions()
    book = Book(finish.version if finish else (1, 6))
    inks = Inks(policy, resources.condition)
    shelf = ImageShelf(book, resources.pictures, inks, options.detail, options.compress)
    fonts = _fonts(book, scenes, options, resources)
    stock = Stock(book, inks, resources.faces, fonts, shelf, resources.art, options.art_px_per_mm, compress=options.compress)
    tree, tree_entries = book.reserve()
    fingerprint = hashlib.sha256()
    kids: list[Value] = []
    for scene in scenes:
        page, content = _page(stock, scene, tree, options)
        fingerprint.update(content)
        kids.append(page)
    programs = sorted(font.face.sha256 for font in fonts.values())
    for part in (policy.value, resources.condition.sha256, *shelf.keys, *sorted(stock.placed), *programs):
        fingerprint.update(part.encode())
    book.fill(tree_entries, {"/Type": "/Pages", "/Count": len(kids), "/Kids": kids})
    return _finished(book, tree, finish, fingerprint.hexdigest())


def _fonts(book: Book, scenes: Sequence[Scene], options: PaintOptions, resources: PaintResources) -> dict[str, PlacedFont]:
    operations = [operation for scene in scenes for operation in scene.operations]
    runs = [one for one in (*operations, *options.marks) if isinstance(one, GlyphRun)]
    faces = {key: resources.faces.by_key(key) for key in {run.face for run in runs}}
    kept = {key for key, face in faces.items() if face.is_truetype and face.embeddable and not options.outlines}
    return place_fonts(book, [run for run in runs if run.face in kept], resources.faces)


def _page(stock: Stock, scene: Scene, tree: Ref, options: PaintOptions) -> tuple[Ref, bytes]:
    """Add a page; returns it and its content."""
    sheet = Sheet.trimmed(scene, options.strip) if options.trimmed else Sheet.around(scene, options.margin)
    painter = PagePainter(stock, sheet)
    if options.trimmed:
        painter.clip()
    for operation in scene.operations:
        painter.paint(operation)
    if options.trimmed:
        painter.unclip()
    for operation in options.marks:
        painter.paint(operation)
    content = painter.content()
    stream = stock.book.packed({}, content, options.compress)
    page = stock.book.add(
        {
            "/Type": "/Page",
            "/Parent": tree,
            "/MediaBox": sheet.box(sheet.media),
            "/BleedBox": sheet.box(sheet.bleed),
            "/TrimBox": sheet.box(sheet.trim),
            "/Resources": painter.resources(),
            "/Contents": stream,
        }
    )
    return page, content


def _finished(book: Book, tree: Ref, finish: Finish | None, content: str) -> bytes:
    root: dict[str, Value] = {"/Type": "/Catalog", "/Pages": tree}
    if finish is None:
        return book.assemble(book.add(root), None, bytes.fromhex(content)[:16])
    metadata = b""
    if finish.intent:
        root["/OutputIntents"] = [_intent(book, finish.intent)]
    if finish.metadata:
        metadata = finish.metadata(content)
        root["/Metadata"] = book.stream({"/Type": "/Metadata", "/Subtype": "/XML"}, metadata)
    if finish.language:
        root["/Lang"] = finish.language.encode("ascii")
    info: dict[str, Value] = {f"/{key}": text_string(value) for key, value in finish.info.items()}
    info["/Trapped"] = "/False"
    identity = hashlib.sha256(content.encode() + metadata + repr(sorted(finish.info.items())).encode()).digest()[:16]
    return book.assemble(book.add(root), book.add(info), identity)


def _intent(book: Book, intent: Intent) -> Ref:
    entries: dict[str, Value] = {
        "/Type": "/OutputIntent",
        "/S": "/GTS_PDFX",
        "/OutputConditionIdentifier": text_string(intent.identifier),
        "/Info": text_string(intent.info),
        "/DestOutputProfile": book.stream({"/N": intent.channels, "/Filter": "/FlateDecode"}, intent.profile),
    }
    if intent.registry:
        entries["/RegistryName"] = text_string(intent.registry)
    return book.add(entries)
