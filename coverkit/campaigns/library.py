"""Find campaigns: those that came with the program, those that were imported, a folder or a file, the one inside a cover."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Literal

from coverkit.campaigns import installed
from coverkit.campaigns.art import sealed_art
from coverkit.campaigns.art_rules import require_sealed_art
from coverkit.campaigns.campaign import Campaign
from coverkit.campaigns.package import folder_files, read_file, zip_bytes, zip_files
from coverkit.campaigns.reader import is_campaign_id, read
from coverkit.campaigns.seal import SEAL_FILE
from coverkit.datafile import Table
from coverkit.errors import InputError, UsageError
from coverkit.i18n import tr
from coverkit.records import dataclass
from coverkit.resources import assets, read_bytes, user_folder

Origin = Literal["shipped", "installed"]


@dataclass(frozen=True, slots=True)
class Known:
    """A version of a campaign that is at hand, not yet read."""

    id: str
    version: int
    origin: Origin
    folder: Path


def shipped_ids() -> tuple[str, ...]:
    """Return the ids of the campaigns that came with the program."""
    folder = assets() / "templates" / "campaigns"
    return tuple(sorted(path.parent.name for path in folder.glob("*/campaign.toml")))


def known() -> tuple[Known, ...]:
    """Return every version of every campaign that is at hand, by id and version."""
    came = [_shipped(one) for one in shipped_ids()]
    taken = {(one.id, one.version) for one in came}
    own = [Known(one, version, "installed", installed.folder_of(one, version)) for one, version in installed.installed()]
    return tuple(
        sorted((*came, *(one for one in own if (one.id, one.version) not in taken)), key=lambda one: (one.id, one.version))
    )


def newest_version(campaign_id: str) -> int | None:
    """Return the newest version of a campaign that is at hand, or None; quick, since no campaign is read."""
    came = (_shipped(campaign_id).version,) if _is_shipped(campaign_id) else ()
    return max((*came, *installed.versions(campaign_id)), default=None)


def find(campaign_id: str, version: int | None = None) -> Campaign:
    """Return a campaign that is at hand: the version wanted, else the newest.

    Raises:
        UsageError: there is none.
        InputError: an imported one was damaged or changed so that it cannot be read.
    """
    found = [one for one in known() if one.id == campaign_id]
    if not found:
        names = dict.fromkeys(one.id for one in known())
        raise UsageError(tr("There is no campaign “{name}”.", name=campaign_id), tr("Known: {known}.", known=", ".join(names)))
    chosen = [one for one in found if version in (None, one.version)]
    if not chosen:
        raise UsageError(
            tr("There is no version {version} of the campaign “{name}”.", version=version, name=campaign_id),
            tr("Known: {known}.", known=", ".join(str(one.version) for one in found)),
        )
    return open_known(chosen[-1])


def shipped(campaign_id: str) -> Campaign:
    """Return the newest version of a campaign that is at hand; raises as `find` does."""
    return find(campaign_id)


def open_known(one: Known) -> Campaign:
    """Read a version of a campaign.

    Raises:
        InputError: it cannot be read, or is not what its folder is called.
    """
    if one.origin == "shipped":
        return _load_folder(one.folder, user_folder())
    campaign = read(folder_files(one.folder), f"{one.id}@{one.version}")
    if (campaign.id, campaign.version) != (one.id, one.version):
        raise InputError(
            tr("{folder} holds another campaign than it should.", folder=one.folder),
            tr("Remove it and import the campaign again."),
        )
    return campaign


def load(where: str) -> Campaign:
    """Return a campaign by id (`ID@2` for its version 2), or from a `.campaign` file or a folder.

    Raises:
        UsageError: no such campaign or file.
        InputError: the package is damaged, hostile or wrong.
    """
    path = Path(where)
    if path.is_dir() and (path / "campaign.toml").is_file():
        return read(folder_files(path), path.name)
    if path.is_file():
        return from_zip(read_file(path), path.name)
    name, _, version = where.partition("@")
    return find(name, int(version)) if version.isascii() and version.isdigit() and len(version) < 7 else find(where)


def from_zip(data: bytes, name: str) -> Campaign:
    """Return the campaign in the bytes of a `.campaign` file."""
    return _from_zip(data, name, user_folder())


def to_zip(campaign: Campaign) -> bytes:
    """Return a campaign as the bytes of a `.campaign` file; the same campaign gives the same bytes."""
    return zip_bytes(campaign.files)


def forget() -> None:
    """Forget what was read: seals are judged anew after an issuer is trusted."""
    _load_folder.cache_clear()
    _from_zip.cache_clear()


def require_art(campaign: Campaign) -> None:
    """Make sure that all of a campaign's art is sealed art.

    Raises:
        InputError: naming the first file that is not.
    """
    for entry in campaign.art:
        name = f"{campaign.id}/{entry.file}"
        require_sealed_art(sealed_art(campaign.files[entry.file], name), name)


def install(campaign: Campaign) -> Known:
    """Import a campaign beside its other versions.

    Raises:
        InputError: its seal is broken, its art is not sealed art, or another campaign of this id and version is at hand.
        OutputError: the person's own folder cannot be written.
    """
    remedy = tr("Ask the issuer of the campaign for a correct package.")
    if campaign.seal == "invalid":
        raise InputError(tr("{name} does not agree with its seal. {note}", name=campaign.id, note=campaign.seal_note), remedy)
    require_art(campaign)
    present = next((one for one in known() if (one.id, one.version) == (campaign.id, campaign.version)), None)
    if present is not None:
        other = open_known(present)
        if other.sha256 != campaign.sha256:
            raise InputError(
                tr("Another campaign “{name}”, version {version}, is at hand.", name=campaign.id, version=campaign.version),
                tr("Ask the issuer for a package with a higher version, or remove the one that is there."),
            )
        if other.files.get(SEAL_FILE) == campaign.files.get(SEAL_FILE) or present.origin == "shipped":
            return present
    folder = installed.install(campaign.id, campaign.version, campaign.files)
    return Known(campaign.id, campaign.version, "installed", folder)


def _is_shipped(campaign_id: str) -> bool:
    """Look for one campaign alone: this is asked at every frame of a drag."""
    return is_campaign_id(campaign_id) and (_shipped_folder(campaign_id) / "campaign.toml").is_file()


def _shipped_folder(campaign_id: str) -> Path:
    return assets() / "templates" / "campaigns" / campaign_id


@lru_cache(maxsize=64)
def _shipped(campaign_id: str) -> Known:
    folder = _shipped_folder(campaign_id)
    table = Table.parse(read_bytes(folder / "campaign.toml"), f"{campaign_id}/campaign.toml")
    return Known(campaign_id, table.integer("version"), "shipped", folder)


@lru_cache(maxsize=16)
def _load_folder(folder: Path, _trusted: Path) -> Campaign:
    return read(folder_files(folder), folder.name)


@lru_cache(maxsize=4)
def _from_zip(data: bytes, name: str, _trusted: Path) -> Campaign:
    return read(zip_files(data, name), name)
