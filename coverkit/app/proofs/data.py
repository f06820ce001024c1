"""The proof of a check: what was checked, by which rules, with what result, and digests by which every change is named.

It is written beside a press file as `<name>.check.json`; the file's own record names it (`ck:Proof`) and the key that signs
it (`ck:ProofKey`). The format is told in `decisions/0004-proof-of-check.md`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType
from typing import Any, Literal

from coverkit.facts.parts import FileParts
from coverkit.geometry import Rect
from coverkit.records import dataclass
from coverkit.report.data import CampaignRecord

ENDING = ".check.json"
Signature = Literal["none", "valid", "invalid"]


@dataclass(frozen=True, slots=True)
class ProvenArt:
    """Sealed art as it was placed.

    Attributes:
        name: the art's name in its campaign.
        page: its page, from 1.
        form: the name of its form XObject in the page's resources.
        sha256: of the sealed page's decoded content.
        box: around it as placed, in mm from the trim's top left.
    """

    name: str
    page: int
    form: str
    sha256: str
    box: Rect


@dataclass(frozen=True, slots=True)
class Proof:
    """What a proof says.

    Attributes:
        id: also in the file's record.
        time: of the check, with its zone.
        engine: program and version.
        unit: the body whose cover it is.
        file, size, sha256: the press file as it was written.
        parts: digests of its parts.
        campaign: as at the check; None for a cover without one.
        printer: id of the printer's profile.
        rule_set: version of the rules.
        check: the result in full, as `coverkit check --json` writes it.
        signer: the key's id; "" when nobody signed.
    """

    id: str
    time: dt.datetime
    engine: str
    unit: str
    file: str
    size: int
    sha256: str
    parts: FileParts
    art: tuple[ProvenArt, ...]
    campaign: CampaignRecord | None
    printer: str
    rule_set: int
    check: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    signer: str = ""


@dataclass(frozen=True, slots=True)
class SignedProof:
    """A proof as it was read, and whether its signature belongs to it."""

    proof: Proof
    signature: Signature
