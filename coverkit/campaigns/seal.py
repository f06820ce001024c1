"""The seal of a campaign: SHA-256 of every file, and one hash over all of them.

The hash over all is what covers and PDFs record: it changes with any changed, added, missing or renamed file.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Literal

from coverkit.i18n import tr

SEAL_FILE = "seal.json"
SealState = Literal["valid", "unsigned", "invalid", "unknown-issuer"]


def content_hash(files: Mapping[str, bytes]) -> str:
    """Return the SHA-256 over names and contents of all files but the seal itself."""
    digest = hashlib.sha256()
    for name in sorted(files):
        if name != SEAL_FILE:
            digest.update(f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n".encode())
    return digest.hexdigest()


def seal_state(files: Mapping[str, bytes]) -> tuple[SealState, str]:
    """Compare the files with the seal.

    Returns:
        The state, and for an invalid seal what differs. Without a signature by a known issuer it is never "valid".
    """
    raw = files.get(SEAL_FILE)
    if raw is None:
        return "unsigned", tr("There is no seal.")
    try:
        stated = json.loads(raw)["files"]
        pairs = {str(name): str(value) for name, value in stated.items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return "invalid", tr("The seal cannot be read.")
    differing = sorted(_differences(files, pairs))
    if differing:
        return "invalid", tr("Changed, added or missing: {names}.", names=", ".join(differing))
    return "unsigned", tr("The files agree with the seal; it carries no signature.")


def _differences(files: Mapping[str, bytes], stated: Mapping[str, str]) -> set[str]:
    actual = {name: hashlib.sha256(data).hexdigest() for name, data in files.items() if name != SEAL_FILE}
    return {name for name in actual.keys() | stated.keys() if actual.get(name) != stated.get(name)}
