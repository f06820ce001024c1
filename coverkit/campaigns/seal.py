"""The seal of a campaign: SHA-256 of every file, and the issuer's Ed25519 signature over them.

`seal.json` is JSON exactly as `strict_json.dump` writes it, so that not one byte of it can differ unnoticed:

    schema      1
    campaign    id and version, as in campaign.toml
    date        the day of sealing, YYYY-MM-DD, as its issuer gives it
    files       SHA-256 in hex of every file but the seal, by name
    content     `content_hash` of these files
    issuer      the key's id: "ed25519:" and the public key in hex; "" when nobody signed
    signature   base64 of the Ed25519 signature over SIGNED and the dump of all the above; "" when nobody signed

What the states mean for a cover (rule campaign.seal):

    valid           the files are those that a trusted issuer sealed, on a day when its key was valid: nothing to say
    unsigned        nobody answers for the files: fine for a sample; a note for a campaign that calls itself official
    unknown-issuer  the files are those that somebody sealed, but this computer does not know whom the key belongs to,
                    the key was not valid on that day, or its list is closed and lacks this seal: a warning
    invalid         a file was changed, added, taken away or renamed, or seal and signature disagree: an error

The hash over all is what covers and PDFs record.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

from coverkit.campaigns.issuers import Issuer, key_id, trusted_issuers
from coverkit.campaigns.signature import is_signed, sign
from coverkit.errors import InputError
from coverkit.i18n import tr
from coverkit.model.storage import strict_json
from coverkit.records import dataclass

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

SEAL_FILE = "seal.json"
SCHEMA = 1
SIGNED = b"CoverKit campaign seal\n"
"""Begins what is signed: a key's signature under a seal is good for nothing else."""

SealState = Literal["valid", "unsigned", "invalid", "unknown-issuer"]


@dataclass(frozen=True, slots=True)
class SealCheck:
    """What a seal is worth, a sentence about it, and whether the files are those that were sealed."""

    state: SealState
    note: str
    unchanged: bool = False


def content_hash(files: Mapping[str, bytes]) -> str:
    """Return the SHA-256 over names and contents of all files but the seal itself."""
    return _content(_hashes(files))


def seal_bytes(
    files: Mapping[str, bytes], campaign_id: str, version: int, day: dt.date, key: Ed25519PrivateKey | None
) -> bytes:
    """Return the seal over files; without a key, one that nobody signed. The same arguments give the same bytes.

    Args:
        files: the campaign's files; an older seal among them does not matter.
        campaign_id: the campaign's id.
        version: its version.
        day: the day of sealing.
        key: the issuer's private key.
    """
    hashes = _hashes(files)
    body: dict[str, Any] = {
        "schema": SCHEMA,
        "campaign": {"id": campaign_id, "version": version},
        "date": day.isoformat(),
        "files": hashes,
        "content": _content(hashes),
        "issuer": "" if key is None else key_id(key),
    }
    return strict_json.dump({**body, "signature": "" if key is None else sign(SIGNED, body, key)})


def check_seal(files: Mapping[str, bytes], campaign_id: str, version: int, name: str) -> SealCheck:
    """Compare the files with the seal, and the seal with the issuers that this computer trusts.

    Raises:
        InputError: the seal was made for a newer CoverKit, or an issuer's file is wrong; messages call the package `name`.
    """
    raw = files.get(SEAL_FILE)
    if raw is None:
        return SealCheck("unsigned", tr("There is no seal."))
    seal = _parsed(raw, name)
    if seal is None:
        return SealCheck("invalid", tr("The seal cannot be read."))
    hashes = _hashes(files)
    differing = sorted(name for name in hashes.keys() | seal["files"].keys() if hashes.get(name) != seal["files"].get(name))
    if differing:
        return SealCheck("invalid", tr("Changed, added or missing: {names}.", names=", ".join(differing)))
    if seal["campaign"] != {"id": campaign_id, "version": version} or seal["content"] != _content(hashes):
        return SealCheck("invalid", tr("The seal belongs to another campaign or version."))
    if not seal["issuer"] and not seal["signature"]:
        return SealCheck("unsigned", tr("The files agree with the seal; it carries no signature."), unchanged=True)
    known = tuple(issuer for issuer in trusted_issuers() if issuer.key == seal["issuer"])
    listed = hashlib.sha256(raw).hexdigest()
    # A seal that stands in a trusted list is known byte for byte; to reckon its signature anew would say no more.
    if not any(listed in issuer.seals for issuer in known) and not _is_signed(seal):
        return SealCheck("invalid", tr("The signature does not belong to this seal."))
    return _trust(seal["issuer"], dt.date.fromisoformat(seal["date"]), known, listed)


def _hashes(files: Mapping[str, bytes]) -> dict[str, str]:
    return {name: hashlib.sha256(data).hexdigest() for name, data in files.items() if name != SEAL_FILE}


def _content(hashes: Mapping[str, str]) -> str:
    digest = hashlib.sha256()
    for name in sorted(hashes):
        digest.update(f"{hashes[name]}  {name}\n".encode())
    return digest.hexdigest()


def _parsed(raw: bytes, name: str) -> dict[str, Any] | None:
    """Return what a seal says, or None for what is none."""
    try:
        seal = strict_json.parse(raw, SEAL_FILE)
    except InputError:
        return None
    if not isinstance(seal, dict):
        return None
    schema = seal.get("schema")
    if isinstance(schema, int) and schema > SCHEMA:
        raise InputError(tr("{name} was made for a newer CoverKit.", name=name), tr("Install the newest version of CoverKit."))
    return seal if _is_whole(seal) and strict_json.dump(seal) == raw else None


def _is_whole(seal: Mapping[str, Any]) -> bool:
    texts = ("date", "content", "issuer", "signature")
    if seal.keys() != {"schema", "campaign", "files", *texts} or not all(isinstance(seal[key], str) for key in texts):
        return False
    try:
        dated = bool(dt.date.fromisoformat(seal["date"]).isoformat() == seal["date"])
    except ValueError:
        return False
    files = seal["files"]
    hashes = isinstance(files, dict) and all(isinstance(value, str) for value in files.values())
    return bool(dated and hashes and seal["schema"] == SCHEMA)


def _is_signed(seal: Mapping[str, Any]) -> bool:
    body = {key: value for key, value in seal.items() if key != "signature"}
    return is_signed(SIGNED, body, seal["issuer"], seal["signature"])


def _trust(key: str, day: dt.date, known: tuple[Issuer, ...], listed: str) -> SealCheck:
    date = f"{day:%d/%m/%Y}"
    if not known:
        note = tr("Sealed on {date} with the key {key}, which this computer does not know.", date=date, key=key[:24])
        return SealCheck("unknown-issuer", note, unchanged=True)
    name = known[0].name
    in_time = [issuer for issuer in known if issuer.valid.holds(day)]
    if not in_time:
        note = tr("Sealed by {name} on {date}, when the key was not valid.", name=name, date=date)
        return SealCheck("unknown-issuer", note, unchanged=True)
    if not any(not issuer.seals or listed in issuer.seals for issuer in in_time):
        note = tr("Sealed on {date} with a key of {name} that is good for other campaigns only.", name=name, date=date)
        return SealCheck("unknown-issuer", note, unchanged=True)
    return SealCheck("valid", tr("Sealed by {name} on {date}.", name=name, date=date), unchanged=True)
