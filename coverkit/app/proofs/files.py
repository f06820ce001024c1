"""The files of proofs: signed with the unit's key where there is one, read with suspicion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coverkit.app.proofs.data import Proof, SignedProof
from coverkit.app.proofs.json_form import decode, encode
from coverkit.campaigns.issuers import key_id
from coverkit.campaigns.signature import is_signed, sign
from coverkit.errors import InputError
from coverkit.i18n import tr
from coverkit.model.storage import strict_json
from coverkit.records import replace

if TYPE_CHECKING:
    from coverkit.campaigns.issuers import PrivateKey

SIGNED = b"CoverKit proof of check\n"
"""Begins what is signed: a signature under a proof is good for nothing else."""


def proof_bytes(proof: Proof, key: PrivateKey | None) -> bytes:
    """Return the file of a proof, signed where there is a key."""
    body = encode(replace(proof, signer="" if key is None else key_id(key)))
    return strict_json.dump({**body, "signature": "" if key is None else sign(SIGNED, body, key)})


def read_proof(raw: bytes, file: str) -> SignedProof:
    """Read the file of a proof.

    Raises:
        InputError: it is damaged, no proof, or made by a newer CoverKit.
    """
    data = strict_json.parse(raw, file)
    if not isinstance(data, dict):
        raise InputError(tr("{file} is no proof of a check.", file=file), tr("Name the file that the export wrote."))
    proof, signature = decode(data, file)
    if not proof.signer and not signature:
        return SignedProof(proof, "none")
    body = {key: value for key, value in data.items() if key != "signature"}
    return SignedProof(proof, "valid" if is_signed(SIGNED, body, proof.signer, signature) else "invalid")
