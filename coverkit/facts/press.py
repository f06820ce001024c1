"""A file that CoverKit wrote for the press, with what it was meant to be: the subject of the press rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from coverkit.facts.ink import InkReport
from coverkit.facts.page import PageFacts
from coverkit.facts.pdf import PdfFacts
from coverkit.geometry import Rect

Standard = Literal["PDF/X-4", "PDF/X-1a:2003"]


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


@dataclass(frozen=True, slots=True)
class PressSubject:
    """A finished file and what it was meant to be.

    Attributes:
        trim_mm: width and height.
        bleed_mm: left, top, right, bottom.
        condition_id: the output condition's name in the registry.
        profile_sha256: of the output profile's bytes.
        ink: the measured ink; None with `ink_reason` when it was not measured.
    """

    pdf: PdfFacts
    standard: Standard
    trim_mm: tuple[float, float]
    bleed_mm: tuple[float, float, float, float]
    condition_id: str
    profile_sha256: str
    art: tuple[ExpectedArt, ...] = ()
    ink: InkReport | None = None
    ink_reason: str = ""

    @property
    def is_x1a(self) -> bool:
        """It was meant as PDF/X-1a:2003."""
        return self.standard == "PDF/X-1a:2003"

    @property
    def pages(self) -> tuple[PageFacts, ...]:
        """The pages that were read."""
        return self.pdf.pages
