"""An opened cover: its file's content and the campaign, design, printer, fonts and pictures that it is made with."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from coverkit.campaigns import library as campaigns
from coverkit.campaigns.art import SealedArt, sealed_art
from coverkit.campaigns.campaign import Campaign
from coverkit.colour.pictures import PictureStore
from coverkit.colour.profile import OutputCondition, bundled_condition
from coverkit.errors import InputError
from coverkit.formats.printers import PrinterProfile, printer_profile
from coverkit.i18n import tr
from coverkit.layout.compose import Materials, compose, permissions
from coverkit.layout.cover import Cover
from coverkit.layout.design import Design, design, design_of
from coverkit.model.document import Document
from coverkit.model.locks import Permissions
from coverkit.model.storage.bundle import CoverFile
from coverkit.model.storage.files import load
from coverkit.records import dataclass, replace
from coverkit.typography.library import FontLibrary

if TYPE_CHECKING:
    from coverkit.render.pdf import PaintResources


@dataclass(frozen=True)
class Project:
    """A cover with everything it is made of. Frozen: an edit makes a new one and keeps the caches of pictures.

    Attributes:
        pictures: for the screen and for measuring ink.
        press_pictures: for the press file; apart, so that both can work at the same time.
    """

    file: CoverFile
    pictures: PictureStore
    press_pictures: PictureStore

    @classmethod
    def open(cls, path: Path) -> Project:
        """Open a `.cover` file.

        Raises:
            InputError: it is damaged, hostile, or newer than this program.
        """
        return cls.of(load(path))

    @classmethod
    def of(cls, file: CoverFile) -> Project:
        """Take up the content of a cover file."""
        data = {sha: asset.data for sha, asset in file.assets.items()}
        names = {sha: asset.name for sha, asset in file.assets.items()}
        return cls(file, PictureStore(data, names), PictureStore(data, names))

    def with_document(self, document: Document) -> Project:
        """Return the project with another document; decoded pictures stay at hand."""
        return replace(self, file=replace(self.file, document=document))

    def with_picture(self, data: bytes, name: str, sha256: str = "") -> tuple[Project, str]:
        """Return the project with a picture, already inspected, at hand, and its SHA-256; nothing shows it yet."""
        file, sha256 = self.file.with_picture(data, name, sha256)
        for store in (self.pictures, self.press_pictures):
            store.add(sha256, data, name)
        return replace(self, file=file), sha256

    def with_package(self, campaign: bytes | None) -> Project:
        """Return the project with another `.campaign` package in its file: the one that its document names."""
        return replace(self, file=replace(self.file, campaign=campaign))

    @property
    def document(self) -> Document:
        """What is edited."""
        return self.file.document

    @cached_property
    def campaign(self) -> Campaign | None:
        """The campaign that travels in the file, else the same version of those at hand.

        Raises:
            InputError: the campaign inside is damaged, or is not the one the document names.
        """
        wanted = self.document.campaign
        if wanted is None:
            return None
        if self.file.campaign is None:
            return campaigns.find(wanted.id, wanted.version)
        found = campaigns.from_zip(self.file.campaign, f"{wanted.id}.campaign")
        if (found.id, found.version, found.sha256) != (wanted.id, wanted.version, wanted.sha256 or found.sha256):
            raise InputError(
                tr("The campaign inside the cover is not the one that it names ({wanted}).", wanted=wanted.id),
                tr("Choose the campaign again: coverkit edit FILE --campaign ID."),
            )
        return found

    @cached_property
    def design(self) -> Design:
        """The design that travels in the file, if it is the one that the document names, else the one at hand of that name.

        Raises:
            UsageError: there is none of that name.
            InputError: it is wrong.
        """
        travels, wanted = self.file.design, self.document.design
        if travels is not None and hashlib.sha256(travels).hexdigest() == wanted.sha256:
            return design_of(travels, wanted.id)
        return design(wanted.id)

    @cached_property
    def printer(self) -> PrinterProfile:
        """The printer's profile."""
        return printer_profile(self.document.printer)

    @cached_property
    def condition(self) -> OutputCondition:
        """The printer's output condition."""
        return bundled_condition(self.printer.condition)

    @cached_property
    def library(self) -> FontLibrary:
        """The bundled fonts, and those that travel in the file."""
        bundled = FontLibrary.bundled()
        return bundled.with_fonts(self.file.fonts) if self.file.fonts else bundled

    @cached_property
    def permissions(self) -> Permissions:
        """Which locks are open, and within what."""
        return permissions(self.document, self._materials)

    @cached_property
    def _materials(self) -> Materials:
        return Materials(self.design, self.campaign, self.printer, self.condition, self.library, self.pictures.info)

    @cached_property
    def art(self) -> Mapping[str, SealedArt]:
        """The campaign's sealed art by the SHA-256 of its file; each piece is read when it is painted."""
        if self.campaign is None:
            return {}
        return _LazyArt(self.campaign)

    def for_printer(self, name: str) -> Project:
        """Return the project as another printer wants it."""
        if name == self.document.printer:
            return self
        return self.with_document(replace(self.document, printer=printer_profile(name).id))

    def packed(self) -> CoverFile:
        """Return what is saved: the file's content with the design and the campaign that it uses inside."""
        packed = replace(self.file, design=self.design.raw or None)
        if self.campaign is None or self.file.campaign is not None:
            return packed
        return replace(packed, campaign=campaigns.to_zip(self.campaign))

    def compose(self) -> Cover:
        """Compose the cover.

        Raises:
            InputError: a value is wrong.
            MissingError: a font or a picture is missing.
        """
        cover = compose(self.document, self._materials)
        newest = None if self.campaign is None else campaigns.newest_version(self.campaign.id)
        return replace(cover, newest_campaign_version=newest)

    def resources(self, press: bool = False) -> PaintResources:
        """Return what the painter looks things up in, for the screen or for the press."""
        from coverkit.render.pdf import PaintResources  # see `export.output`

        store = self.press_pictures if press else self.pictures
        return PaintResources(self.library, store, self.condition, self.art)


class _LazyArt(Mapping[str, SealedArt]):
    """Sealed art by SHA-256; reading a PDF takes a tenth of a second, so only what is painted is read."""

    def __init__(self, campaign: Campaign) -> None:
        self._campaign = campaign

    def __getitem__(self, sha256: str) -> SealedArt:
        entry = self._campaign.art_of(sha256)
        if entry is None:
            raise KeyError(sha256)
        return sealed_art(self._campaign.files[entry.file], f"{self._campaign.id}/{entry.file}")

    def __iter__(self) -> Iterator[str]:
        return iter(entry.sha256 for entry in self._campaign.art)

    def __len__(self) -> int:
        return len(self._campaign.art)
