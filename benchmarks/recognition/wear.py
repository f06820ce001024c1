"""What a page went through before it came to us: JPEG, or a printer and a scanner. Truth about places is carried along."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from benchmarks.recognition.grounds import Pixels


@dataclass(frozen=True, slots=True)
class Worn:
    """The picture, and the 2 × 3 matrix that took the page's pixels to its own."""

    image: Pixels
    moved: NDArray[np.float64]
    name: str


def jpeg(image: Pixels, quality: int) -> Pixels:
    """Return a picture after JPEG with colour subsampling."""
    _, data = cv2.imencode(".jpg", image[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality])
    decoded = cv2.imdecode(data, cv2.IMREAD_COLOR)
    assert decoded is not None
    return np.asarray(decoded[..., ::-1], np.uint8)


def worn(rng: np.random.Generator, image: Pixels) -> Worn:
    """Wear a page: two in five are scans, the others were exported."""
    return scanned(rng, image) if rng.random() < 0.4 else digital(rng, image)


def digital(rng: np.random.Generator, image: Pixels) -> Worn:
    """A picture that was exported, half of them as JPEG of quality 30 to 95."""
    same = np.eye(2, 3)
    if rng.random() < 0.5:
        return Worn(image, same, "as drawn")
    quality = int(rng.integers(30, 96))
    return Worn(jpeg(image, quality), same, f"jpeg {quality}")


def scanned(rng: np.random.Generator, image: Pixels) -> Worn:
    """A page that was printed and scanned: skew, soft edges, grain, tinted paper, weaker blacks, JPEG 50 to 95."""
    height, width = image.shape[:2]
    skew = rng.uniform(-2.5, 2.5)
    moved = np.asarray(cv2.getRotationMatrix2D((width / 2, height / 2), skew, 1.0), np.float64)
    moved[:, 2] += rng.uniform(-0.01, 0.01, 2) * width
    turned = cv2.warpAffine(image, moved, (width, height), flags=cv2.INTER_CUBIC, borderValue=(244, 243, 240))
    soft = cv2.GaussianBlur(turned, (0, 0), rng.uniform(0.4, 1.1)).astype(np.float32) / 255
    paper, black = rng.uniform((0.93, 0.92, 0.86), 1.0), rng.uniform(0.02, 0.14)
    inked = black + (paper - black) * soft ** rng.uniform(0.85, 1.2)
    fall = 1.0 - rng.uniform(0, 0.08) * np.linspace(0, 1, width, dtype=np.float32)[None, :, None]
    grain = rng.normal(0, rng.uniform(0.008, 0.035), (height, width, 1)).astype(np.float32)
    coloured = rng.normal(0, 0.01, (height, width, 3)).astype(np.float32)
    grey = rng.random() < 0.08
    found = np.clip((inked * fall + grain + coloured) * 255, 0, 255).astype(np.uint8)
    if grey:
        found = np.repeat(cv2.cvtColor(found, cv2.COLOR_RGB2GRAY)[..., None], 3, axis=2)
    quality = int(rng.integers(50, 96))
    return Worn(jpeg(found, quality), moved, f"scan {-skew:+.1f}° jpeg {quality}{' grey' if grey else ''}")
