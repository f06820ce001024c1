"""What lies below the art on a generated page: photographs, colours, gradients, pages of text, whole covers."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache, lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from benchmarks.covers import HEADLINES
from coverkit.app.covers import Changes, change_cover
from coverkit.app.pictures import render
from coverkit.app.sample import MORE_PHOTOGRAPHS, PHOTOGRAPH, sample_folder, sample_project
from coverkit.campaigns.library import shipped
from coverkit.layout.design import design_ids
from coverkit.resources import assets

Pixels = NDArray[np.uint8]

PHOTOGRAPHS = (PHOTOGRAPH, *MORE_PHOTOGRAPHS.values())
_FONTS = ("Lora/Lora-Regular.ttf", "Montserrat/Montserrat-Bold.ttf", "Oswald/Oswald-Medium.ttf", "Bitter/Bitter-Bold.ttf")
_WORDS = " ".join(HEADLINES).split()


@dataclass(frozen=True, slots=True)
class Stock:
    """What the pages of a set are made of: the two sets share neither photographs nor designs nor seeds."""

    name: str
    seed: int
    photographs: tuple[str, ...]
    designs: tuple[str, ...]


def stock(name: str) -> Stock:
    """Return the stock of set "a" (limits were tuned on it) or "b" (only measured)."""
    half = len(design_ids()) // 2
    if name == "a":
        return Stock("a", 20_201_002, PHOTOGRAPHS[:2], design_ids()[:half])
    return Stock("b", 97_431_015, PHOTOGRAPHS[2:], design_ids()[half:])


def photograph(rng: np.random.Generator, names: tuple[str, ...], width: int, height: int) -> Pixels:
    """Return a piece of a photograph, sometimes mirrored, lighter or darker."""
    whole = _photograph(names[rng.integers(len(names))])
    longest = min(whole.shape[1] / width, whole.shape[0] / height)
    scale = longest * rng.uniform(0.45, 1.0)
    w, h = int(width * scale), int(height * scale)
    x, y = rng.integers(whole.shape[1] - w + 1), rng.integers(whole.shape[0] - h + 1)
    piece = cv2.resize(whole[y : y + h, x : x + w], (width, height), interpolation=cv2.INTER_AREA)
    if rng.random() < 0.5:
        piece = piece[:, ::-1]
    return np.asarray(np.clip(piece * rng.uniform(0.7, 1.2), 0, 255), np.uint8)


def colour(rng: np.random.Generator, width: int, height: int) -> Pixels:
    """Return one colour: white, or any."""
    value = (255, 255, 255) if rng.random() < 0.3 else tuple(int(one) for one in rng.integers(0, 256, 3))
    return np.full((height, width, 3), value, np.uint8)


def gradient(rng: np.random.Generator, width: int, height: int) -> Pixels:
    """Return a gradient between two colours in any direction."""
    angle = rng.uniform(0, 2 * np.pi)
    y, x = np.mgrid[0 : 1 : height * 1j, 0 : 1 : width * 1j]
    along = x * np.cos(angle) + y * np.sin(angle)
    share = ((along - along.min()) / np.ptp(along))[..., None]
    first, last = rng.uniform(0, 255, 3), rng.uniform(0, 255, 3)
    return np.asarray(first * (1 - share) + last * share, np.uint8)


def text_page(rng: np.random.Generator, width: int, height: int) -> Pixels:
    """Return columns of running text with headlines, in Vietnamese, as on an inner page."""
    dark = rng.random() < 0.2
    ground, ink = ((20, 30, 60), (250, 250, 240)) if dark else ((255, 253, 246), (20, 20, 20))
    image = Image.new("RGB", (width, height), ground)
    draw = ImageDraw.Draw(image)
    columns = int(rng.integers(1, 4))
    step = width / columns
    for column in range(columns):
        y = height * 0.04
        while y < height * 0.97:
            large = rng.random() < 0.06
            size = int(width * (rng.uniform(0.03, 0.05) if large else 0.017))
            font = _font(_FONTS[rng.integers(len(_FONTS)) if large else 0], size)
            room = int(step * 0.9 / (size * 0.5))
            line = " ".join(rng.choice(_WORDS, max(1, room // 5)))[:room]
            draw.text((column * step + step * 0.05, y), line, (170, 20, 20) if large else ink, font)
            y += size * 1.45
    return np.asarray(image)


@lru_cache(maxsize=48)
def cover(design: str, campaign: str | None, photo: str, width: int) -> Pixels:
    """Return a whole cover as its proof: with a campaign's banner and slogan, or without any (None)."""
    project = sample_project(design, photograph=photo)
    texts = {}
    if campaign is not None:
        one = shipped(campaign)
        day = one.event.first or one.issues.last
        assert day is not None
        texts = {"slogan": one.slogans_for(day)[0].id}
        project = change_cover(project, Changes(campaign=campaign, issue_date=day, texts=texts))
    else:
        project = change_cover(project, Changes(campaign="none"))
    dpi = width / project.document.format.width * 25.4
    with Image.open(io.BytesIO(render(project, dpi))) as picture:
        return np.asarray(picture.convert("RGB"))


@cache
def _photograph(name: str) -> Pixels:
    """Photographs are halved: that is still twice what a page shows."""
    with Image.open(sample_folder() / name) as picture:
        picture.draft("RGB", (picture.width // 2, picture.height // 2))
        return np.asarray(picture.convert("RGB"))


@cache
def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(assets() / "fonts" / name), size)
