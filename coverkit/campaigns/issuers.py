"""Keys: private key files, and the small files that say whose a key is and when it may be used.

An issuer's file (TOML): `schema = 1`, `name`, `key = "ed25519:<64 hex digits>"`, `from` and, if it ends, `to`. `seals`
closes the list of what a key sealed, by the SHA-256 of each `seal.json`: nothing else of that key is trusted (decision 0008).
Trusted files lie in the program's `assets/templates/issuers/` and in the folder `issuers` of the person's own data. Units that
sign the proofs of their files are trusted in the same way, in folders `signers`: a unit's key never seals a campaign.
`cryptography` takes some 20 ms to load, so only what handles private keys or signatures loads it.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from coverkit.campaigns.campaign import Period
from coverkit.datafile import Table
from coverkit.errors import InputError, OutputError
from coverkit.i18n import system_reason, tr
from coverkit.model.storage.atomic import atomic_write
from coverkit.model.storage.folders import not_written
from coverkit.records import dataclass
from coverkit.resources import assets, user_folder

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    PrivateKey = Ed25519PrivateKey

SCHEMA = 1
Trust = Literal["issuers", "signers"]
"""What a key is trusted with: sealing campaigns, or signing proofs."""
_KEY_ID = re.compile(r"ed25519:[0-9a-f]{64}")
_HASH = re.compile(r"[0-9a-f]{64}")
_LARGEST_FILE = 10_000


@dataclass(frozen=True, slots=True)
class Issuer:
    """A body whose seals, or signatures under proofs, are trusted.

    Attributes:
        key: the key's id: "ed25519:" and the public key in hex.
        valid: the days on which it seals; what it sealed then stays valid.
        seals: SHA-256 in hex of the only seals of this key that are trusted; empty where the list is open.
    """

    name: str
    key: str
    valid: Period
    seals: tuple[str, ...] = ()


def parse_issuer(raw: bytes, file: str) -> Issuer:
    """Read an issuer's file.

    Raises:
        InputError: a key is missing or wrong; the message names it.
    """
    table = Table.parse(raw, file)
    if table.integer("schema") > SCHEMA:
        raise InputError(tr("{name} was made for a newer CoverKit.", name=file), tr("Install the newest version of CoverKit."))
    period = Period(table.date("from"), table.optional_date("to"))
    issuer = Issuer(table.text("name").strip(), table.text("key"), period, table.texts("seals", ()))
    if not issuer.name or not issuer.name.isprintable():
        raise table.wrong("name", tr("a text"))
    if not is_key_id(issuer.key):
        raise table.wrong("key", tr("“ed25519:” and 64 hexadecimal digits"))
    if issuer.valid.last is not None and issuer.valid.first is not None and issuer.valid.last < issuer.valid.first:
        raise table.wrong("to", tr("a day not before the first"))
    if not all(_HASH.fullmatch(one) for one in issuer.seals):
        raise table.wrong("seals", tr("SHA-256 in hexadecimal digits"))
    table.finish()
    return issuer


def load_issuer(path: Path) -> Issuer:
    """Read an issuer's file from the disk; raises as `parse_issuer` does, and when it cannot be read."""
    return parse_issuer(_read(path, _LARGEST_FILE), path.name)


def issuer_bytes(issuer: Issuer) -> bytes:
    """Return an issuer's file; the same issuer gives the same bytes."""
    lines = [f"schema = {SCHEMA}", f"name = {json.dumps(issuer.name, ensure_ascii=False)}", f'key = "{issuer.key}"']
    lines += [f"{key} = {day}" for key, day in (("from", issuer.valid.first), ("to", issuer.valid.last)) if day is not None]
    if issuer.seals:
        lines += ["seals = [", *(f'    "{one}",' for one in issuer.seals), "]"]
    return ("\n".join(lines) + "\n").encode()


def trusted_issuers(what: Trust = "issuers") -> tuple[Issuer, ...]:
    """Return the issuers (or signers) that this computer trusts, the person's own first.

    Raises:
        InputError: an issuer's file is wrong; the message names it.
    """
    return tuple(load_issuer(path) for path in _files(what))


def trust(issuer: Issuer, what: Trust = "issuers") -> Path:
    """Trust an issuer (or signer) on this computer from now on; return the file that says so.

    Raises:
        OutputError: the person's own folder cannot be written.
    """
    folder = user_folder() / what
    path = folder / f"{issuer.key.removeprefix('ed25519:')[:16]}.toml"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise not_written(folder, error) from error
    atomic_write(path, issuer_bytes(issuer))
    return path


def is_key_id(text: str) -> bool:
    """Tell whether a text is a key's id."""
    return _KEY_ID.fullmatch(text) is not None


def new_private_key() -> bytes:
    """Return a new private key as PEM (PKCS #8, not encrypted)."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    return Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def write_private_key(path: Path, pem: bytes) -> None:
    """Write a private key to a new file that only its owner may read (on Windows: whoever may read the folder).

    Raises:
        OutputError: it cannot be written, or a file is there already: a key is never written over.
    """
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
            stream.write(pem)
            stream.flush()
            os.fsync(stream.fileno())
    except FileExistsError as error:
        raise OutputError(
            tr("{path} is there already; a key is never written over.", path=path), tr("Choose another name.")
        ) from error
    except OSError as error:
        raise not_written(path, error) from error


def load_private_key(path: Path) -> Ed25519PrivateKey:
    """Read a private key file.

    Raises:
        InputError: it cannot be read, or holds no Ed25519 key without a password.
    """
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    wrong = InputError(
        tr("{path} is not a key that seals campaigns.", path=path),
        tr("Name the private key file that “coverkit campaigns key” made."),
    )
    try:
        key = load_pem_private_key(_read(path, _LARGEST_FILE), None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise wrong from error
    if not isinstance(key, Ed25519PrivateKey):
        raise wrong
    return key


def key_id(private: Ed25519PrivateKey) -> str:
    """Return the id of a private key's public half."""
    return f"ed25519:{private.public_key().public_bytes_raw().hex()}"


def issuer_of(pem: bytes, name: str, first: dt.date, last: dt.date | None) -> Issuer:
    """Return the public half of a private key as an issuer."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    private = load_pem_private_key(pem, None)
    if not isinstance(private, Ed25519PrivateKey):
        raise TypeError("an Ed25519 key is wanted")
    return Issuer(name, key_id(private), Period(first, last))


def _files(what: Trust) -> Iterator[Path]:
    for folder in (user_folder() / what, assets() / "templates" / what):
        yield from sorted(folder.glob("*.toml"))


def _read(path: Path, limit: int) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(limit)
    except OSError as error:
        raise InputError(
            tr("{path} cannot be read: {reason}.", path=path, reason=system_reason(error)),
            tr("Check the path, and that you may read the file."),
        ) from error
