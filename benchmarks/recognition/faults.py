"""Pages on which the art has one known fault (mirrored, turned, covered, cut off, recoloured), and whether it is told."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import cv2
import numpy as np

from benchmarks.recognition import decoys, grounds, pages, wear
from benchmarks.recognition.grounds import Pixels, Stock
from benchmarks.recognition.measure import known
from coverkit.campaigns.library import shipped, shipped_ids
from coverkit.facts.sight import ArtSighting
from coverkit.recognition.sightings import sightings

KINDS = ("mirrored", "turned", "covered", "cropped", "over the edge", "recoloured", "grey")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A fault, how large it is, and what was seen of it.

    Attributes:
        amount: the share that is covered or cut off; degrees for a turn; else 1.
        seen: the same as measured; for a mirrored one 1 or 0, for colours the mean ΔE00. None where the art was not found.
        others: faults that were told though they are not there.
    """

    number: int
    kind: str
    amount: float
    seen: float | None
    others: tuple[str, ...]
    recipe: str


def judged(made_of: Stock, count: int) -> Iterator[Verdict]:
    """Make pages with faults, kind after kind, and tell what is seen of each."""
    for number in range(count):
        kind = KINDS[number % len(KINDS)]
        image, scale, campaign, name, amount, recipe = _faulty(made_of, number, kind)
        found = [one for one in sightings(image, scale, known(campaign)) if one.art == name]
        one = found[0] if found else None
        seen = None if one is None else _SEEN[kind](one)
        yield Verdict(number, kind, amount, seen, () if one is None else tuple(_told(one, kind)), recipe)


_SEEN: dict[str, Callable[[ArtSighting], float]] = {
    "mirrored": lambda one: float(one.mirrored),
    "turned": lambda one: one.angle,
    "covered": lambda one: one.covered,
    "cropped": lambda one: one.cropped,
    "over the edge": lambda one: one.cropped,
    "recoloured": lambda one: one.colour_off or 0.0,
    "grey": lambda one: one.colour_off or 0.0,
}


def _told(one: ArtSighting, kind: str) -> Iterator[str]:
    if one.mirrored and kind != "mirrored":
        yield "mirrored"
    if one.covered > 0.03 and kind != "covered":
        yield f"covered {one.covered:.3f}"
    if one.cropped > 0.02 and kind not in ("cropped", "over the edge"):
        yield f"cropped {one.cropped:.3f}"
    if abs(one.stretch) > 0.017:
        yield f"stretched {one.stretch:+.3f}"


def _faulty(made_of: Stock, number: int, kind: str) -> tuple[Pixels, float, str, str, float, str]:
    """Return a page, its resolution, whose art is on it and which, the fault's amount, and how it was made."""
    rng = np.random.default_rng((made_of.seed, 3, number))
    campaign = shipped(shipped_ids()[int(rng.integers(len(shipped_ids())))])
    entry = campaign.art[int(rng.integers(len(campaign.art)))]
    scale = 150 / 25.4
    width, height = round(190 * scale), round(270 * scale)
    image, ground = decoys.ground(rng, made_of, (width, height))
    across = float(rng.uniform(0.35, 0.85)) * min(width, 0.9 * height * entry.aspect)
    down = across / entry.aspect
    turn = float(rng.choice([90, 180, -90, 45, 20])) if kind == "turned" else 0.0
    if abs(turn) == 90:
        shrunk = min(1.0, 0.9 * width / down, 0.9 * height / across)
        across, down = across * shrunk, down * shrunk
    amount = float(rng.uniform(0.08, 0.4)) if kind in ("covered", "cropped", "over the edge") else turn or 1.0
    left, top = rng.uniform(0, max(1.0, width - across)), rng.uniform(0, max(1.0, height - down))
    if kind == "over the edge":
        left = -amount * across if rng.random() < 0.5 else width - (1 - amount) * across
    if kind == "turned":
        left, top = (width - across) / 2, (height - down) / 2
    before = image.copy()
    _draw(image, campaign.files[entry.file], entry.aspect, (left, top, across, down), turn, kind == "mirrored")
    _spoil(rng, image, before, (left, top, across, down), kind, amount)
    # A scanner changes colours too: what somebody else changed is measured without it.
    worn = wear.digital(rng, image) if kind in ("recoloured", "grey") else wear.worn(rng, image)
    recipe = f"{kind} {amount:.2f}: {entry.name} {across / scale:.0f} mm on {ground}, {worn.name}"
    return worn.image, scale, campaign.id, entry.name, amount, recipe


def _draw(
    image: Pixels, data: bytes, aspect: float, box: tuple[float, float, float, float], turn: float, mirrored: bool
) -> None:
    left, top, across, down = box
    angle = math.radians(turn)
    axes = np.array([[across * math.cos(angle), -down * math.sin(angle)], [across * math.sin(angle), down * math.cos(angle)]])
    if mirrored:
        axes[:, 0] *= -1
    middle = np.array([left + across / 2, top + down / 2])
    pages.place(image, aspect, data, np.column_stack([axes, middle - axes @ np.array([0.5, 0.5])]))


def _spoil(
    rng: np.random.Generator, image: Pixels, before: Pixels, box: tuple[float, float, float, float], kind: str, amount: float
) -> None:
    left, top, across, down = box
    x0, y0, x1, y1 = round(left), round(top), round(left + across), round(top + down)
    if kind == "covered":
        # Inside, so that it is not a cut along a whole side.
        w = (x1 - x0) * math.sqrt(amount) * rng.uniform(0.9, 1.1)
        h = amount * (x1 - x0) * (y1 - y0) / w
        x, y = round(rng.uniform(x0 + 3, x1 - w - 3)), round(rng.uniform(y0 + 3, y1 - h - 3))
        other = grounds.photograph(rng, (grounds.PHOTOGRAPHS[0],), round(w), round(h))
        image[y : y + round(h), x : x + round(w)] = other if rng.random() < 0.5 else rng.integers(0, 256, 3)
    elif kind == "cropped":
        cut = round((x1 - x0) * amount)
        image[y0 - 1 : y1 + 2, max(0, x1 - cut) : x1 + 2] = before[y0 - 1 : y1 + 2, max(0, x1 - cut) : x1 + 2]
    elif kind in ("recoloured", "grey"):
        piece = image[max(0, y0) : y1, max(0, x0) : x1]
        if kind == "grey":
            piece[:] = cv2.cvtColor(piece, cv2.COLOR_RGB2GRAY)[..., None]
        else:
            hue = cv2.cvtColor(np.ascontiguousarray(piece), cv2.COLOR_RGB2HSV)
            hue[..., 0] = (hue[..., 0].astype(int) + int(rng.integers(25, 155))) % 180
            piece[:] = cv2.cvtColor(hue, cv2.COLOR_HSV2RGB)
