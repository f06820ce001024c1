"""What was read of a PDF. Plain data; no verdicts, and no library that could read one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType

from coverkit.facts.page import PageFacts
from coverkit.records import dataclass


@dataclass(frozen=True, slots=True)
class InfoEntry:
    """A value of the document information: `kind` is string, name, bool or another PDF type."""

    value: str
    kind: str


@dataclass(frozen=True, slots=True)
class XmpFacts:
    """The XMP packet of the document.

    Attributes:
        values: text by "{namespace}name"; of arrays and language alternatives the first (x-default) item.
        filtered: the stream has a filter, so scanners cannot find the packet.
        typed: the stream says Type Metadata, Subtype XML.
        error: why the packet could not be read, "" when it could.
    """

    values: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    filtered: bool = False
    typed: bool = True
    error: str = ""


@dataclass(frozen=True, slots=True)
class ProfileFacts:
    """An embedded ICC profile: hash of its decoded bytes, and what its header says (trimmed texts).

    `channels` is the stream's own /N. `error` says why it could not be read.
    """

    sha256: str
    size: int
    channels: int | None
    device_class: str
    colour_space: str
    connection_space: str
    version: str
    is_profile: bool
    tags: frozenset[str] = frozenset()
    error: str = ""


@dataclass(frozen=True, slots=True)
class IntentFacts:
    """An output intent; texts are "" when the key is missing."""

    subtype: str
    identifier: str
    condition: str
    registry: str
    info: str
    profile: ProfileFacts | None
    has_profile_reference: bool = False


@dataclass(frozen=True, slots=True)
class LayerFacts:
    """Optional content: names of layers, those off by default, further configurations."""

    names: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    configurations: int = 0
    has_automatic_states: bool = False
    unnamed_configuration: bool = False


@dataclass(frozen=True, slots=True)
class ObjectFacts:
    """What a walk over all objects of the file found; each list names object numbers.

    Attributes:
        filters: object numbers by name of filter.
        external: streams whose data lie in another file.
        actions: (object number, kind of action).
        newer: (object number, key, version of PDF that it came with), of keys that change what is printed.
        additional_actions: objects with an /AA.
        postscript, references, opi, alternates: XObjects of these kinds.
        printing_alternates: images with an alternate that is meant for print.
        embedded: embedded file streams.
        long_names: XObjects whose own name has more than 127 bytes.
        transparency_groups: pages and forms with a transparency group.
        complete: False when the walk stopped at its limit.
    """

    filters: Mapping[str, tuple[int, ...]] = field(default_factory=lambda: MappingProxyType({}))
    external: tuple[int, ...] = ()
    actions: tuple[tuple[int, str], ...] = ()
    newer: tuple[tuple[int, str, str], ...] = ()
    additional_actions: tuple[int, ...] = ()
    postscript: tuple[int, ...] = ()
    references: tuple[int, ...] = ()
    opi: tuple[int, ...] = ()
    alternates: tuple[int, ...] = ()
    printing_alternates: tuple[int, ...] = ()
    embedded: tuple[int, ...] = ()
    transparency_groups: tuple[int, ...] = ()
    long_names: tuple[int, ...] = ()
    count: int = 0
    complete: bool = True


@dataclass(frozen=True, slots=True)
class PdfFacts:
    """A PDF as it was read.

    Attributes:
        name: what messages call the file.
        size: of the file in bytes.
        header_version, catalog_version: "1.6"; "" when missing.
        encrypted: it is, and opened without a password.
        id: the two strings of the trailer's /ID, in hexadecimal; empty when missing or malformed.
        has_object_streams: it keeps objects in object streams.
        has_xref_stream: its cross-reference table is a stream.
        has_forms: an interactive form, other than one of signatures alone.
        viewer_boxes: ViewArea, ViewClip, PrintArea, PrintClip, where stated.
        page_count: of the file; `pages` may hold fewer when a limit was reached.
        damage: what the parser had to mend.
    """

    name: str
    size: int
    header_version: str
    catalog_version: str
    encrypted: bool
    id: tuple[str, ...]
    has_object_streams: bool
    has_xref_stream: bool
    info: Mapping[str, InfoEntry]
    xmp: XmpFacts | None
    intents: tuple[IntentFacts, ...]
    layers: LayerFacts | None
    has_javascript: bool
    has_open_action: bool
    has_forms: bool
    has_xfa: bool
    embedded_files: tuple[str, ...]
    has_alternate_presentations: bool
    viewer_boxes: Mapping[str, str]
    objects: ObjectFacts
    page_count: int
    pages: tuple[PageFacts, ...]
    damage: tuple[str, ...] = ()

    @property
    def version(self) -> str:
        """The version that counts: the catalog's where it is later than the header's."""
        return max(self.header_version, self.catalog_version, key=version_number)

    @property
    def intent(self) -> IntentFacts | None:
        """The first PDF/X output intent."""
        return next((intent for intent in self.intents if intent.subtype == "GTS_PDFX"), None)

    @property
    def unread(self) -> tuple[str, ...]:
        """Why something could not be read; then no rule may call the pages complete."""
        return tuple(reason for page in self.pages for reason in page.unread)


def version_number(version: str) -> tuple[int, int]:
    """Return "1.6" as (1, 6); (0, 0) for what is no version."""
    major, _, minor = version.partition(".")
    return (int(major), int(minor)) if major.isdigit() and minor.isdigit() else (0, 0)
