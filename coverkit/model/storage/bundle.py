"""What a `.cover` file holds, in memory. Knows neither zip nor file."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType

from coverkit.errors import InputError
from coverkit.i18n import tr
from coverkit.model.document import Document
from coverkit.records import dataclass, replace

_EXTENSIONS = (
    (b"\xff\xd8\xff", "jpg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"II*\0", "tif"),
    (b"MM\0*", "tif"),
    (b"II+\0", "tif"),
    (b"MM\0+", "tif"),
)


@dataclass(frozen=True, slots=True)
class Asset:
    """A picture's original bytes, never re-encoded, and the name of the file it came from."""

    data: bytes = field(repr=False)
    name: str

    @property
    def extension(self) -> str:
        """The file extension that the content asks for; `bin` for what is no known picture."""
        if self.data[:4] == b"RIFF" and self.data[8:12] == b"WEBP":
            return "webp"
        return next((extension for magic, extension in _EXTENSIONS if self.data.startswith(magic)), "bin")


def _nothing() -> Mapping[str, Asset]:
    return MappingProxyType({})


def _no_fonts() -> Mapping[str, bytes]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class CoverFile:
    """A cover with all that it needs on another computer.

    Attributes:
        document: what people decided.
        assets: the pictures, by the SHA-256 of their bytes; those that the document does not use are not saved.
        fonts: font files that may travel, by file name.
        campaign: the `.campaign` package that is used.
        thumbnail: a small PNG for file managers.
        design: the `design.toml` that it was made with.
    """

    document: Document
    assets: Mapping[str, Asset] = field(default_factory=_nothing)
    fonts: Mapping[str, bytes] = field(default_factory=_no_fonts)
    campaign: bytes | None = field(default=None, repr=False)
    thumbnail: bytes | None = field(default=None, repr=False)
    design: bytes | None = field(default=None, repr=False)

    def with_picture(self, data: bytes, name: str, sha256: str = "") -> tuple[CoverFile, str]:
        """Return the cover with a picture added, and the picture's SHA-256; of a path only the last part is kept.

        Args:
            data: the picture.
            name: its file's name.
            sha256: of the data, where a thread that read it has worked it out already.
        """
        name = name.replace("\\", "/").rsplit("/", 1)[-1]
        sha256 = sha256 or hashlib.sha256(data).hexdigest()
        return replace(self, assets=MappingProxyType({**self.assets, sha256: Asset(data, name)})), sha256

    def used_assets(self, name: str) -> Mapping[str, Asset]:
        """Return the pictures that the document uses, in the order of their hashes.

        Raises:
            InputError: one of them is not there; the message calls the file `name`.
        """
        missing = [sha256 for sha256 in self.document.pictures() if sha256 not in self.assets]
        if missing:
            raise InputError(
                tr("{file} uses a picture that is not in it: {sha256}.", file=name, sha256=missing[0]),
                tr("Put the picture into the cover again, or open an older copy."),
            )
        return MappingProxyType({sha256: self.assets[sha256] for sha256 in self.document.pictures()})
