"""Issuers' work on campaigns: make a key, seal a folder, write the package that is sent out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from coverkit.campaigns import issuers
from coverkit.campaigns.campaign import Campaign
from coverkit.campaigns.library import require_art
from coverkit.campaigns.package import folder_files, zip_bytes
from coverkit.campaigns.reader import read
from coverkit.campaigns.seal import SEAL_FILE, seal_bytes
from coverkit.errors import InputError, OutputError, UsageError
from coverkit.i18n import tr
from coverkit.model.storage.atomic import atomic_write
from coverkit.records import dataclass

ISSUER_ENDING = ".issuer.toml"
PACKAGE_ENDING = ".campaign"


@dataclass(frozen=True, slots=True)
class Sealed:
    """A campaign as it was sealed, and the package that was written."""

    campaign: Campaign
    package: Path


@dataclass(frozen=True, slots=True)
class NewKey:
    """The files of a new key: the private one stays with the issuer, the other goes to all."""

    private: Path
    public: Path
    key: str


def make_key(path: Path, name: str, first: dt.date, last: dt.date | None, ending: str = ISSUER_ENDING) -> NewKey:
    """Make a private key file and, beside it, the issuer's (or signer's) file that others trust.

    Args:
        path: the private key's file; it must not exist.
        name: the issuer, as people know it.
        first: the first day on which the key seals.
        last: the last one; None for no end.
        ending: of the file that others trust.

    Raises:
        UsageError: no name, or the last day lies before the first.
        OutputError: a file cannot be written, or is there already.
    """
    if not name.strip() or (last is not None and last < first):
        raise UsageError(
            tr("A key needs its issuer's name, and a last day that is not before the first."),
            tr("Correct --name, --from or --to."),
        )
    public = path.with_name(path.stem + ending)
    if public.exists():
        raise OutputError(tr("{path} is there already; a key is never written over.", path=public), tr("Choose another name."))
    pem = issuers.new_private_key()
    issuer = issuers.issuer_of(pem, name.strip(), first, last)
    # What is written is read once more: nobody shall hold a key whose public half nobody can use.
    raw = issuers.issuer_bytes(issuer)
    issuers.parse_issuer(raw, public.name)
    issuers.write_private_key(path, pem)
    atomic_write(public, raw)
    return NewKey(path, public, issuer.key)


def seal_folder(folder: Path, key: Path, day: dt.date, out: Path | None = None) -> Sealed:
    """Seal a campaign's folder and write its package.

    Args:
        folder: the campaign; its `seal.json` is written anew.
        key: the issuer's private key file.
        day: the day of sealing, which stands in the seal.
        out: the package; beside the folder, named by the campaign's id, if none is given.

    Raises:
        UsageError: the folder holds no campaign, or the package would lie inside it.
        InputError: the campaign cannot be read, its art is not sealed art, or the key is none.
        OutputError: seal or package cannot be written.
    """
    if not (folder / "campaign.toml").is_file():
        raise UsageError(
            tr("{path} is not the folder of a campaign.", path=folder), tr("Name a folder that holds campaign.toml.")
        )
    files = {name: data for name, data in folder_files(folder).items() if name != SEAL_FILE}
    name = folder.resolve().name
    package = folder.resolve().parent / f"{read(files, name).id}{PACKAGE_ENDING}" if out is None else out
    if package.resolve().is_relative_to(folder.resolve()):
        raise UsageError(tr("The package cannot lie inside the campaign that it holds."), tr("Choose another folder with -o."))
    sealed = sealed_files(files, name, key, day)
    atomic_write(folder / SEAL_FILE, sealed.files[SEAL_FILE])
    atomic_write(package, zip_bytes(sealed.files))
    return Sealed(sealed, package)


def sealed_files(files: Mapping[str, bytes], name: str, key: Path, day: dt.date) -> Campaign:
    """Return the campaign of some files, sealed.

    Args:
        files: contents by name, without a seal.
        name: what messages call the campaign.
        key: the issuer's private key file.
        day: the day of sealing.

    Raises:
        InputError: the campaign cannot be read, its art is not sealed art, or the key is none.
    """
    campaign = read(files, name)
    require_art(campaign)
    seal = seal_bytes(files, campaign.id, campaign.version, day, issuers.load_private_key(key))
    sealed = read({**files, SEAL_FILE: seal}, name)
    if sealed.seal == "invalid":
        raise InputError(tr("{name} does not agree with its seal. {note}", name=campaign.id, note=sealed.seal_note))
    return sealed
