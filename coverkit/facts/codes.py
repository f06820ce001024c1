"""QR codes that were found, on a cover's pictures or on the front page of a finished file. No verdicts."""

from __future__ import annotations

from coverkit.geometry import Rect
from coverkit.records import dataclass


@dataclass(frozen=True, slots=True)
class CodeMark:
    """A QR code.

    Attributes:
        box: upright bounds in mm from the trim's top left.
        text: what it says, "" where it could not be read.
        element: whose picture shows it; "" in a finished file.
        page: the page of a finished file.
    """

    box: Rect
    text: str
    element: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True)
class CodesSubject:
    """The codes of a finished file; `reason` says why nobody looked for them, "" where somebody did."""

    codes: tuple[CodeMark, ...]
    reason: str = ""
