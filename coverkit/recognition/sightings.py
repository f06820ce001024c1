"""From pixels to millimetres: what was found on a picture of a page, as facts."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from coverkit.facts.sight import ArtSighting
from coverkit.geometry import Rect
from coverkit.recognition.reference import Pixels, Reference
from coverkit.recognition.search import Found, condition_at, find
from coverkit.records import replace


def sightings(image: Pixels, px_per_mm: float, references: Sequence[Reference], page: int = 1) -> tuple[ArtSighting, ...]:
    """Return the art that is seen on a picture of a page's trim.

    Args:
        image: height × width × 3, sRGB.
        px_per_mm: its resolution.
        references: the art that is looked for.
        page: number of the page, from 1.
    """
    return tuple(_sighting(one, px_per_mm, page) for one in find(image, px_per_mm, references))


def with_condition(one: ArtSighting, image: Pixels, px_per_mm: float, references: Sequence[Reference]) -> ArtSighting:
    """Return a sighting of a drawing with what is hidden of it, looked at in its own place.

    Args:
        one: a sealed drawing that was found in the file.
        image: the page's trim, height × width × 3, sRGB.
        px_per_mm: its resolution.
        references: the campaign's art.
    """
    reference = next(each for each in references if each.name == one.art)
    turned = math.radians(one.angle)
    across = np.array([math.cos(turned), math.sin(turned)]) * one.width / 2
    down = np.array([-math.sin(turned), math.cos(turned)]) * one.height / 2
    middle = np.array([one.box.centre.x, one.box.centre.y])
    corners = np.array([middle - across - down, middle + across - down, middle + across + down, middle - across + down])
    found = condition_at(image, corners * px_per_mm, reference, one.mirrored)
    return replace(one, cropped=max(one.cropped, found.cropped), covered=found.covered)


def _sighting(found: Found, px_per_mm: float, page: int) -> ArtSighting:
    corners = found.corners / px_per_mm
    # Opposite sides are averaged: of a page photographed askew neither is the true one.
    across = (corners[1] - corners[0] + corners[2] - corners[3]) / 2
    down = (corners[3] - corners[0] + corners[2] - corners[1]) / 2
    width, height = float(np.hypot(*across)), float(np.hypot(*down))
    angle = math.degrees(math.atan2(across[1], across[0]))
    off_right = math.degrees(math.atan2(down[1], down[0])) - angle - 90.0
    least, most = corners.min(axis=0), corners.max(axis=0)
    return ArtSighting(
        art=found.reference.name,
        page=page,
        manner="looking",
        box=Rect.from_edges(float(least[0]), float(least[1]), float(most[0]), float(most[1])),
        width=width,
        height=height,
        angle=angle,
        stretch=width / height / found.reference.aspect - 1.0,
        confidence=found.confidence,
        skew=abs((off_right + 180.0) % 360.0 - 180.0),
        mirrored=found.mirrored,
        cropped=found.condition.cropped,
        covered=found.condition.covered,
        colour_off=found.condition.colour_off,
    )
