"""Who signed a proof, and what the signature is worth on this computer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from coverkit.app.proofs.data import Proof, SignedProof
from coverkit.app.unit_key import own_signer
from coverkit.campaigns.issuers import Issuer, trusted_issuers
from coverkit.i18n import tr
from coverkit.records import dataclass

SignerState = Literal["own", "trusted", "unknown", "unsigned", "invalid", "none"]
_SHOWN = 24
"""Characters of a key that a message shows: enough to compare by eye."""


@dataclass(frozen=True, slots=True)
class Signer:
    """The signature of a proof.

    Attributes:
        state: this computer's own key; a trusted one; one it does not know; no signature; a false one; no proof at all.
        name: whose the key is, "" where that is not known.
        key: the key's id.
        note: a sentence about it.
    """

    state: SignerState
    name: str
    key: str
    note: str


def signer_of(signed: SignedProof | None, record: Mapping[str, str]) -> Signer:
    """Tell who signed a proof.

    Args:
        signed: the proof as it was read; None for none.
        record: CoverKit's own properties of the file, which name the key that should have signed.

    Raises:
        InputError: the file of a trusted signer is wrong.
    """
    if signed is None:
        return Signer("none", "", "", "")
    proof, wanted = signed.proof, record.get("ProofKey", "")
    if signed.signature == "invalid":
        return Signer("invalid", "", proof.signer, tr("The signature does not belong to this proof: it was changed."))
    if wanted and wanted != proof.signer:
        note = tr("The file says that {key} signed its proof, but this proof is not signed by it.", key=wanted[:_SHOWN])
        return Signer("invalid", "", proof.signer, note)
    if signed.signature == "none":
        note = tr("Nobody signed the proof: it shows accidents, but whoever changes the file could change the proof, too.")
        return Signer("unsigned", "", "", note)
    return _known(proof)


def _known(proof: Proof) -> Signer:
    date = f"{proof.time:%d/%m/%Y}"
    own = own_signer()
    issuers = [*((own,) if own is not None else ()), *trusted_issuers("signers")]
    known: list[Issuer] = [one for one in issuers if one.key == proof.signer]
    if not known:
        note = tr(
            "Signed on {date} with the key {key}, which this computer does not know.", date=date, key=proof.signer[:_SHOWN]
        )
        return Signer("unknown", "", proof.signer, note)
    name = known[0].name
    if not any(one.valid.holds(proof.time.date()) for one in known):
        note = tr("Signed by {name} on {date}, when the key was not valid.", name=name, date=date)
        return Signer("unknown", name, proof.signer, note)
    state: SignerState = "own" if own is not None and own.key == proof.signer else "trusted"
    return Signer(state, name, proof.signer, tr("Signed by {name} on {date}.", name=name, date=date))
