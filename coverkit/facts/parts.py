"""Digests of a PDF's parts: what tells, when two files differ, what of them differs. Plain data.

A digest is the SHA-256 of a part as a reader sees it: references are followed, the order of keys, the numbers of objects and
the packing of streams do not count. So a file that was only saved anew has the same parts.
"""

from __future__ import annotations

from collections.abc import Mapping

from coverkit.records import dataclass

BOXES = ("MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox")


@dataclass(frozen=True, slots=True)
class PageParts:
    """The parts of one page; all texts are digests, "" where there is none.

    Attributes:
        boxes: the page's boxes in points as they count for it, Rotate and UserUnit among them.
        content: its content streams, one after the other.
        forms: form XObjects by resource name; sealed art is one of these.
        pictures: image XObjects by resource name.
        fonts: fonts by resource name, their programs included.
        drawing: all other resources: colour spaces, graphics states, patterns, shadings, layers.
        annotations: with their appearances.
        other: every other entry of the page.
    """

    boxes: Mapping[str, tuple[float, ...]]
    content: str
    forms: Mapping[str, str]
    pictures: Mapping[str, str]
    fonts: Mapping[str, str]
    drawing: str
    annotations: str
    other: str


@dataclass(frozen=True, slots=True)
class FileParts:
    """The parts of a file.

    Attributes:
        metadata: document information, XMP, the file's identifier.
        intent: the output intents with their profiles.
        structure: every other entry of the catalog and the trailer.
    """

    metadata: str
    intent: str
    structure: str
    pages: tuple[PageParts, ...]
