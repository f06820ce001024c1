"""Look at generated pages and compare what is recognised with what is true."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from functools import cache

import numpy as np

from benchmarks.recognition.pages import Specimen, Truth
from coverkit.app.art_references import references
from coverkit.campaigns.library import shipped
from coverkit.facts.sight import ArtSighting
from coverkit.recognition.reference import Reference
from coverkit.recognition.sightings import sightings

_NEAR = 0.05
"""So far, as a share of its width, the middle may lie from the true one for the art to count as found."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was recognised on a page, and how long it took.

    Attributes:
        found: the sighting that is the art; for a page without it any sighting, which is then false.
        wrong: other sightings.
        recipe: how the page was made.
    """

    number: int
    truth: Truth | None
    found: ArtSighting | None
    wrong: tuple[ArtSighting, ...]
    seconds: float
    recipe: str

    @property
    def width_off(self) -> float:
        """Relative error of the width."""
        assert self.found is not None
        assert self.truth is not None
        return self.found.width / self.truth.width - 1

    @property
    def height_off(self) -> float:
        """Relative error of the height."""
        assert self.found is not None
        assert self.truth is not None
        return self.found.height / self.truth.height - 1

    @property
    def angle_off(self) -> float:
        """Error of the angle in degrees."""
        assert self.found is not None
        assert self.truth is not None
        return (self.found.angle - self.truth.angle + 180) % 360 - 180

    @property
    def stretch_off(self) -> float:
        """Error of the stretch."""
        assert self.found is not None
        assert self.truth is not None
        return self.found.stretch - self.truth.stretch


@cache
def known(campaign: str) -> tuple[Reference, ...]:
    """Return a campaign's art to look for."""
    return references(shipped(campaign))


def looked_at(one: Specimen) -> Outcome:
    """Search a page for the art of the campaign that it is meant for."""
    art = known(one.campaign)
    begun = time.perf_counter()
    seen = sightings(one.image, one.px_per_mm, art)
    seconds = time.perf_counter() - begun
    right = next((each for each in seen if one.truth is not None and _is(each, one.truth, one.px_per_mm)), None)
    found = right if one.truth is not None else next(iter(seen), None)
    return Outcome(one.number, one.truth, found, tuple(each for each in seen if each is not found), seconds, one.recipe)


def _is(seen: ArtSighting, truth: Truth, px_per_mm: float) -> bool:
    middle = np.mean(truth.corners, axis=0) / px_per_mm
    off = math.hypot(seen.box.centre.x - middle[0], seen.box.centre.y - middle[1])
    return seen.art == truth.art and not seen.mirrored and off < _NEAR * truth.width + 0.5
