"""Find campaigns: the shipped folders, a folder or a `.campaign` file of somebody else, the one inside a cover."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from coverkit.campaigns.campaign import Campaign
from coverkit.campaigns.reader import read
from coverkit.errors import InputError, UsageError
from coverkit.i18n import tr
from coverkit.resources import assets

_MOST_FILES = 200
_MOST_BYTES = 120_000_000
_SUFFIXES = {".toml", ".pdf", ".png", ".json", ".md", ".txt"}


def shipped_ids() -> tuple[str, ...]:
    """Return the ids of the campaigns that came with the program."""
    folder = assets() / "templates" / "campaigns"
    return tuple(sorted(path.parent.name for path in folder.glob("*/campaign.toml")))


def shipped(campaign_id: str) -> Campaign:
    """Return a campaign that came with the program.

    Raises:
        UsageError: there is none of that id.
    """
    if campaign_id not in shipped_ids():
        raise UsageError(
            tr("There is no campaign “{name}”.", name=campaign_id), tr("Known: {known}.", known=", ".join(shipped_ids()))
        )
    return _load_folder(assets() / "templates" / "campaigns" / campaign_id)


def load(where: str) -> Campaign:
    """Return a campaign by id, or from a `.campaign` file or a folder.

    Raises:
        UsageError: no such campaign or file.
        InputError: the package is damaged, hostile or wrong.
    """
    path = Path(where)
    if path.is_dir() and (path / "campaign.toml").is_file():
        return read(_folder_files(path), path.name)
    if path.is_file():
        return from_zip(path.read_bytes(), path.name)
    return shipped(where)


@lru_cache(maxsize=8)
def from_zip(data: bytes, name: str) -> Campaign:
    """Return the campaign in the bytes of a `.campaign` file."""
    return read(_zip_files(data, name), name)


def to_zip(campaign: Campaign) -> bytes:
    """Return a campaign as the bytes of a `.campaign` file; the same campaign gives the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(campaign.files):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, campaign.files[name])
    return buffer.getvalue()


@lru_cache(maxsize=16)
def _load_folder(folder: Path) -> Campaign:
    return read(_folder_files(folder), folder.name)


def _folder_files(folder: Path) -> Mapping[str, bytes]:
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix.lower() in _SUFFIXES]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def _zip_files(data: bytes, name: str) -> Mapping[str, bytes]:
    remedy = tr("Ask the issuer of the campaign for a correct package.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if len(entries) > _MOST_FILES or sum(entry.file_size for entry in entries) > _MOST_BYTES:
                raise InputError(tr("{name} is too large for a campaign.", name=name), remedy)
            files: dict[str, bytes] = {}
            for entry in entries:
                if not _decent(entry) or entry.filename in files:
                    raise InputError(
                        tr("{name} holds a file that no campaign has: {file}", name=name, file=entry.filename), remedy
                    )
                with archive.open(entry) as stream:
                    files[entry.filename] = stream.read(_MOST_BYTES)
            return files
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise InputError(tr("{name} is damaged: the package cannot be read.", name=name), remedy) from error


def _decent(entry: zipfile.ZipInfo) -> bool:
    parts = entry.filename.split("/")
    symlink = (entry.external_attr >> 28) == 0xA
    plain = unicodedata.is_normalized("NFC", entry.filename) and "\\" not in entry.filename and ":" not in entry.filename
    return plain and not symlink and all(part not in ("", ".", "..") for part in parts) and Path(parts[-1]).suffix in _SUFFIXES
