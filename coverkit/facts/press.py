"""A file that CoverKit wrote for the press, with what it was meant to be: judged as any file, and more strictly."""

from __future__ import annotations

from coverkit.facts.file import FileSubject
from coverkit.geometry import Rect
from coverkit.records import dataclass


@dataclass(frozen=True, slots=True)
class ExpectedArt:
    """Official art that must stand in the file, unchanged.

    Attributes:
        name: what messages call it.
        sha256: of the sealed page's decoded content stream.
        box_mm: its frame on the page before turning, in mm from the trim's top left.
        resources_digest: of the sealed page's resources, see `facts.digest`; "" to leave them uncompared.
        angle: degrees clockwise about the frame's centre.
        raw_sha256: of the sealed stream as it lies in the file; "" to leave it uncompared.
    """

    name: str
    sha256: str
    box_mm: Rect
    resources_digest: str = ""
    angle: float = 0.0
    raw_sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PressSubject(FileSubject):
    """A finished file of CoverKit's and what it was meant to be; every rule that judges files judges it too.

    Attributes:
        standard: what it was meant as, whatever it claims.
        trim_mm: width and height.
        bleed_mm: left, top, right, bottom.
        condition_id: the output condition's name in the registry.
        profile_sha256: of the output profile's bytes.
    """

    trim_mm: tuple[float, float]
    bleed_mm: tuple[float, float, float, float]
    condition_id: str
    profile_sha256: str
    art: tuple[ExpectedArt, ...] = ()
