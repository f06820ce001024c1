"""The unit's own key: it signs the proof that an export writes beside a press file. Kept in the person's own folder."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from coverkit.app.sealing import NewKey, make_key
from coverkit.campaigns import issuers
from coverkit.campaigns.issuers import Issuer
from coverkit.errors import InputError
from coverkit.i18n import tr
from coverkit.model.storage.folders import make_folder
from coverkit.resources import user_folder

if TYPE_CHECKING:
    from coverkit.campaigns.issuers import PrivateKey

SIGNER_ENDING = ".signer.toml"


def key_file() -> Path:
    """Return where the private key lies, whether it is there or not."""
    return user_folder() / "unit" / "unit.pem"


def signer_file() -> Path:
    """Return where the file lies by which others trust the key."""
    return key_file().with_name("unit" + SIGNER_ENDING)


def make_unit_key(name: str, first: dt.date, last: dt.date | None) -> NewKey:
    """Make the unit's key, and trust it on this computer.

    Args:
        name: the unit, as people know it.
        first: the first day on which the key signs.
        last: the last one; None for no end.

    Raises:
        UsageError: no name, or the last day lies before the first.
        OutputError: there is a key already, or the folder cannot be written.
    """
    make_folder(key_file().parent)
    return make_key(key_file(), name, first, last, SIGNER_ENDING)


def own_signer() -> Issuer | None:
    """Return the public half of the unit's key; None where there is no key.

    Raises:
        InputError: its file is missing or damaged although there is a key.
    """
    if not key_file().is_file():
        return None
    if not signer_file().is_file():
        raise InputError(
            tr("{path} is missing: it belongs to the unit's key.", path=signer_file()),
            tr("Put it back from your copy, or move {path} away.", path=key_file()),
        )
    return issuers.load_issuer(signer_file())


def own_key() -> PrivateKey | None:
    """Return the unit's private key; None where there is none.

    Raises:
        InputError: it cannot be read, or is not the one that the signer's file names.
    """
    signer = own_signer()
    if signer is None:
        return None
    key = issuers.load_private_key(key_file())
    if issuers.key_id(key) != signer.key:
        raise InputError(
            tr("{path} is not the key that {signer} names.", path=key_file(), signer=signer_file().name),
            tr("Put both files back from your copy."),
        )
    return key
