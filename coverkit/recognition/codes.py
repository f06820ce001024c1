"""Find QR codes on pixels, and read them: at once, else enlarged."""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np
from numpy.typing import NDArray

from coverkit.records import dataclass

Grey = NDArray[np.uint8]
Corners = NDArray[np.float32]

_QUIET = 0.08
"""Share of the longer side that is added in white around a picture: a code that fills it has no quiet zone of its own."""
_SMALLEST = 320
"""Pixels; a smaller picture is enlarged, its modules may be single pixels."""
_LARGEST_PIECE = 2400
_ENLARGED = (2, 3, 4)


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code: what it says, "" where it could not be read, and its bounds as shares of the picture's width and height."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def codes(grey: Grey, *, framed: bool = False) -> tuple[Code, ...]:
    """Return the QR codes of a picture.

    Args:
        grey: height × width.
        framed: the picture stands alone on the page, so white is put around it, and light codes on dark are looked for too.
    """
    if not framed:
        return _within(grey, _found(grey), 0, 1)
    scale = max(1, -(-_SMALLEST // max(grey.shape)))
    large = np.repeat(np.repeat(grey, scale, axis=0), scale, axis=1)
    edge = round(max(large.shape) * _QUIET)
    for image in (large, 255 - large):
        seen = cv2.copyMakeBorder(image, edge, edge, edge, edge, cv2.BORDER_CONSTANT, value=(255,))
        found = _within(grey, _found(np.asarray(seen, np.uint8)), edge, scale)
        if found:
            return found
    return ()


def _within(grey: Grey, found: Iterator[tuple[str, Corners]], edge: int, scale: int) -> tuple[Code, ...]:
    height, width = grey.shape
    made = []
    for text, corners in found:
        low, high = (corners.min(axis=0) - edge) / scale, (corners.max(axis=0) - edge) / scale
        left, top = np.clip(low / (width, height), 0.0, 1.0).tolist()
        right, bottom = np.clip(high / (width, height), 0.0, 1.0).tolist()
        made.append(Code(text, left, top, right, bottom))
    return tuple(made)


def _found(grey: Grey) -> Iterator[tuple[str, Corners]]:
    """Yield text and corners of each code. The detector wants the three finder patterns to agree, so photographs have none."""
    any_found, texts, corners, _ = cv2.QRCodeDetectorAruco().detectAndDecodeMulti(grey)
    if not any_found:
        return
    for text, one in zip(texts, corners, strict=True):
        points = np.asarray(one, np.float32)
        yield text or _enlarged(grey, points), points


def _enlarged(grey: Grey, corners: Corners) -> str:
    """Read the code once more, enlarged: small ones on scans are missed by little."""
    low, high = np.floor(corners.min(axis=0)).astype(int), np.ceil(corners.max(axis=0)).astype(int)
    margin = int(0.2 * (high - low).max()) + 4
    left, top = np.maximum(low - margin, 0)
    piece = grey[top : high[1] + margin, left : high[0] + margin]
    if piece.size == 0:
        return ""
    for factor in _ENLARGED:
        if max(piece.shape) * factor > _LARGEST_PIECE:
            break
        large = cv2.resize(piece, None, fx=factor, fy=factor, interpolation=cv2.INTER_CUBIC)
        for detector in (cv2.QRCodeDetectorAruco(), cv2.QRCodeDetector()):
            text = detector.detectAndDecode(large)[0]
            if text:
                return text
    return ""
