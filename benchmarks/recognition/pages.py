"""Generated pages: with art whose place, size, turn and stretch are known, and without any."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from benchmarks.recognition import decoys, wear
from benchmarks.recognition.grounds import Pixels, Stock
from coverkit.campaigns.library import shipped, shipped_ids
from coverkit.render.raster import rasterise

_PAGES = ((190.0, 270.0), (210.0, 297.0), (148.0, 210.0), (145.0, 205.0), (160.0, 240.0))
_LEAST_MM = 30.0
_UNIT = np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]])


@dataclass(frozen=True, slots=True)
class Truth:
    """Art on a page.

    Attributes:
        corners: 4 × 2, px: those of the art's top left, top right, bottom right and bottom left.
        width, height: mm on the page.
        angle: degrees clockwise, the scanner's skew included.
        stretch: width over height by that of the art, less one.
        outside: share of its area that a skewed scan moved over the picture's edge.
    """

    art: str
    corners: NDArray[np.float64]
    width: float
    height: float
    angle: float
    stretch: float
    outside: float = 0.0


@dataclass(frozen=True, slots=True)
class Specimen:
    """A page to look at: which campaign's art to look for, and what is true (None: it is not there)."""

    number: int
    image: Pixels
    px_per_mm: float
    campaign: str
    truth: Truth | None
    recipe: str


def with_art(made_of: Stock, count: int) -> Iterator[Specimen]:
    """Yield pages that show one piece of art."""
    for number in range(count):
        yield _with_art(made_of, number)


def without_art(made_of: Stock, count: int) -> Iterator[Specimen]:
    """Yield pages that do not show the campaign's art, though much that is like it."""
    for number in range(count):
        yield _without_art(made_of, number)


def place(image: Pixels, aspect: float, data: bytes, matrix: NDArray[np.float64]) -> None:
    """Draw art into a picture; the matrix takes the art's unit square to pixels. Edges are smooth."""
    corners = _UNIT @ matrix[:, :2].T + matrix[:, 2]
    x0, y0 = np.maximum(np.floor(corners.min(0)).astype(int) - 1, 0)
    x1, y1 = np.minimum(np.ceil(corners.max(0)).astype(int) + 1, (image.shape[1], image.shape[0]))
    if x1 <= x0 or y1 <= y0:
        return
    fine = 3
    across = math.hypot(matrix[0, 0], matrix[1, 0])
    pixels = art_pixels(data, min(3000, 64 * math.ceil(across * 2 / 64)), aspect)
    # Centres of pixels lie at halves, for the art's as for the page's.
    to_fine = np.array([[fine, 0, -x0 * fine - 0.5], [0, fine, -y0 * fine - 0.5], [0, 0, 1]])
    unit = np.diag([1 / pixels.shape[1], 1 / pixels.shape[0], 1.0])
    half = np.array([[1, 0, 0.5], [0, 1, 0.5], [0, 0, 1]])
    whole = to_fine @ np.vstack([matrix, [0, 0, 1]]) @ unit @ half
    size = ((x1 - x0) * fine, (y1 - y0) * fine)
    drawn = cv2.warpAffine(pixels, whole[:2], size, flags=cv2.INTER_AREA, borderMode=cv2.BORDER_REPLICATE)
    mask = np.zeros(size[::-1], np.float32)
    polygon = (corners - (x0, y0)) * fine - 0.5
    cv2.fillConvexPoly(mask, np.round(polygon * 16).astype(np.int32), 1.0, shift=4)
    new = (x1 - x0, y1 - y0)
    drawn = cv2.resize(drawn, new, interpolation=cv2.INTER_AREA)
    share = cv2.resize(mask, new, interpolation=cv2.INTER_AREA)[..., None]
    under = image[y0:y1, x0:x1]
    image[y0:y1, x0:x1] = np.round(under * (1 - share) + drawn * share).astype(np.uint8)


@lru_cache(maxsize=24)
def art_pixels(data: bytes, width: int, aspect: float) -> Pixels:
    """Return art as pixels of a width."""
    return np.asarray(rasterise(data, size=(width, max(1, round(width / aspect))), area="trim").image())


def _paper(rng: np.random.Generator) -> tuple[tuple[int, int], float]:
    width, height = _PAGES[rng.integers(len(_PAGES))]
    scale = float(rng.choice([150, 150, 200])) / 25.4
    return (round(width * scale), round(height * scale)), scale


def _outside(corners: NDArray[np.float64], width: int, height: int) -> float:
    page = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    art = corners.astype(np.float32)
    common, _ = cv2.intersectConvexConvex(art, page)
    return max(0.0, 1.0 - common / cv2.contourArea(art))


def _without_art(made_of: Stock, number: int) -> Specimen:
    rng = np.random.default_rng((made_of.seed, 2, number))
    campaign = shipped_ids()[number % len(shipped_ids())]
    size, scale = _paper(rng)
    image, name = decoys.page(rng, made_of, campaign, size)
    worn = wear.worn(rng, image)
    return Specimen(number, worn.image, scale, campaign, None, f"{name}, {worn.name}")


def _with_art(made_of: Stock, number: int) -> Specimen:
    rng = np.random.default_rng((made_of.seed, 1, number))
    campaign = shipped(shipped_ids()[number % len(shipped_ids())])
    entry = campaign.art[(number // len(shipped_ids())) % len(campaign.art)]
    (width, height), scale = _paper(rng)
    image, name = decoys.ground(rng, made_of, (width, height))
    least = max(0.15 * width, _LEAST_MM * scale)
    most = min(width, 0.96 * height * entry.aspect)
    across = float(np.exp(rng.uniform(math.log(least), math.log(most))))
    stretch = float(rng.choice([-1, 1]) * rng.uniform(0.03, 0.08)) if rng.random() < 0.3 else 0.0
    down = across / entry.aspect / (1 + stretch)
    angle = float(rng.uniform(-8, 8)) if rng.random() < 0.5 else 0.0
    turned = math.radians(angle)
    cos, sin = math.cos(turned), math.sin(turned)
    bounds = (abs(across * cos) + abs(down * sin), abs(across * sin) + abs(down * cos))
    fit = min(1.0, (width - 1) / bounds[0], (height - 1) / bounds[1])
    across, down = across * fit, down * fit
    left = rng.uniform(0, max(0.0, width - bounds[0] * fit))
    top = rng.uniform(0, max(0.0, height - bounds[1] * fit))
    middle = np.array([left + bounds[0] * fit / 2, top + bounds[1] * fit / 2])
    axes = np.array([[across * cos, -down * sin], [across * sin, down * cos]])
    matrix = np.column_stack([axes, middle - axes @ np.array([0.5, 0.5])])
    place(image, entry.aspect, campaign.files[entry.file], matrix)
    worn = wear.worn(rng, image)
    corners = _UNIT @ matrix[:, :2].T + matrix[:, 2]
    corners = (corners - 0.5) @ worn.moved[:, :2].T + worn.moved[:, 2] + 0.5
    skew = math.degrees(math.atan2(worn.moved[1, 0], worn.moved[0, 0]))
    outside = _outside(corners, width, height)
    truth = Truth(entry.name, corners, across / scale, down / scale, angle + skew, stretch, outside)
    recipe = f"{entry.name} {across / scale:.0f} mm {angle:+.1f}° stretch {stretch * 100:+.1f} % on {name}, {worn.name}"
    return Specimen(number, worn.image, scale, campaign.id, truth, recipe)
