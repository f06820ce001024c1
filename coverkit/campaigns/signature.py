"""Ed25519 signatures over JSON: one purpose each, so that what signs a seal is good for nothing else."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from typing import TYPE_CHECKING

from coverkit.campaigns.issuers import is_key_id
from coverkit.model.storage import strict_json

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


def sign(purpose: bytes, body: Mapping[str, object], key: Ed25519PrivateKey) -> str:
    """Return the signature over a purpose and the dump of a body, in base64; the same arguments give the same text."""
    return base64.b64encode(key.sign(purpose + strict_json.dump(body))).decode()


def is_signed(purpose: bytes, body: Mapping[str, object], key: str, signature: str) -> bool:
    """Tell whether a signature was made for this purpose and body with the private half of a key (given by its id)."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    if not is_key_id(key):
        return False
    try:
        raw = base64.b64decode(signature, validate=True)
        public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(key.removeprefix("ed25519:")))
        public.verify(raw, purpose + strict_json.dump(body))
    except (InvalidSignature, binascii.Error, ValueError):
        return False
    # Base64 has several spellings of the same bytes.
    return base64.b64encode(raw).decode() == signature
