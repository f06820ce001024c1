"""Pages that could deceive: other campaigns' banners, red bands with stars and words, photographs, covers without art."""

from __future__ import annotations

import math

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from benchmarks.recognition import grounds, pages
from benchmarks.recognition.grounds import Pixels, Stock
from coverkit.campaigns.library import shipped, shipped_ids
from coverkit.resources import assets

_SHOUTS = (
    "CHÀO MỪNG ĐẠI HỘI ĐẢNG BỘ HUYỆN LẦN THỨ IX",
    "ĐẠI HỘI ĐẢNG BỘ CÁC CẤP NHIỆM KỲ 2015 – 2020",
    "NHIỆT LIỆT CHÀO MỪNG NGÀY QUỐC KHÁNH 2 – 9",
    "MỪNG ĐẢNG QUANG VINH, MỪNG XUÂN TÂN SỬU",
    "BẦU CỬ ĐẠI BIỂU HỘI ĐỒNG NHÂN DÂN KHÓA XV",
    "90 NĂM NGÀY THÀNH LẬP ĐẢNG 3/2/1930 – 3/2/2020",
    "LẦN THỨ XIII NHIỆM KỲ 2025 – 2030",
)
_FACES = ("Oswald/Oswald-Bold.ttf", "Anton/Anton-Regular.ttf", "Montserrat/Montserrat-Black.ttf", "Bevan/Bevan-Regular.ttf")
_REDS = ((200, 16, 24), (226, 30, 38), (160, 10, 20), (190, 30, 45))
_YELLOW = (255, 222, 40)


def ground(rng: np.random.Generator, made_of: Stock, size: tuple[int, int]) -> tuple[Pixels, str]:
    """Return what lies below the art on a page that shows it; covers come without any campaign."""
    width, height = size
    kind = rng.random()
    if kind < 0.4:
        return grounds.photograph(rng, made_of.photographs, width, height).copy(), "photograph"
    if kind < 0.55:
        return grounds.colour(rng, width, height), "colour"
    if kind < 0.7:
        return grounds.gradient(rng, width, height), "gradient"
    if kind < 0.8:
        return grounds.text_page(rng, width, height).copy(), "text"
    return _cover(rng, made_of, None, size), "cover"


def page(rng: np.random.Generator, made_of: Stock, campaign: str, size: tuple[int, int]) -> tuple[Pixels, str]:
    """Return a page that does not show the campaign's art."""
    width, height = size
    others = tuple(one for one in shipped_ids() if one != campaign)
    other = others[rng.integers(len(others))]
    kind = rng.random()
    if kind < 0.3:
        image, name = ground(rng, made_of, size)
        _other_art(rng, image, other)
        return image, f"art of {other} on {name}"
    if kind < 0.5:
        return _cover(rng, made_of, other, size), f"cover of {other}"
    if kind < 0.75:
        image, name = ground(rng, made_of, size)
        for _ in range(rng.integers(1, 4)):
            red_band(rng, image)
        return image, f"red bands on {name}"
    if kind < 0.9:
        return grounds.photograph(rng, made_of.photographs, width, height).copy(), "photograph"
    if kind < 0.95:
        return grounds.text_page(rng, width, height).copy(), "text"
    return _cover(rng, made_of, None, size), "cover without art"


def red_band(rng: np.random.Generator, image: Pixels) -> None:
    """Draw a band in the colours of such campaigns: a flag or stars, rays, one or two lines of words."""
    height, width = image.shape[:2]
    w = int(width * rng.uniform(0.3, 1.0))
    h = max(24, min(int(w / rng.uniform(1.0, 7.0)), int(height * 0.5)))
    band = Image.new("RGB", (w, h), _REDS[rng.integers(len(_REDS))])
    draw = ImageDraw.Draw(band)
    if rng.random() < 0.4:
        _rays(draw, w, h)
    for _ in range(rng.integers(0, 3)):
        _flag(rng, draw, w, h)
    star(draw, h * rng.uniform(0.3, 0.7), h * 0.5, h * rng.uniform(0.15, 0.35))
    lines = [str(one) for one in rng.choice(_SHOUTS, int(rng.integers(1, 3)))]
    for index, line in enumerate(lines):
        room = w - h * 1.1 if w > 1.6 * h else w * 0.9
        face = str(assets() / "fonts" / _FACES[rng.integers(len(_FACES))])
        font = ImageFont.truetype(face, 40)
        font = ImageFont.truetype(face, max(8, min(int(40 * room / font.getlength(line)), int(h * 0.4))))
        draw.text((w - room, h * (0.2 + 0.4 * index)), line, _YELLOW if rng.random() < 0.7 else (255, 255, 255), font)
    x, y = rng.integers(width - w + 1), rng.integers(max(1, height - h + 1))
    image[y : y + h, x : x + w] = np.asarray(band)[: image.shape[0] - y]


def star(draw: ImageDraw.ImageDraw, x: float, y: float, radius: float) -> None:
    """Draw a five-pointed star about a point."""
    points = []
    for step in range(10):
        reach = radius if step % 2 == 0 else radius * 0.382
        angle = math.pi * step / 5
        points.append((x + reach * math.sin(angle), y - reach * math.cos(angle)))
    draw.polygon(points, _YELLOW)


def _rays(draw: ImageDraw.ImageDraw, w: int, h: int) -> None:
    for step in range(0, 24, 2):
        a, b = math.pi * step / 12, math.pi * (step + 1) / 12
        far = w + h
        middle = (w * 0.3, h)
        ends = [(middle[0] + far * math.cos(one), middle[1] + far * math.sin(one)) for one in (a, b)]
        draw.polygon([middle, *ends], (225, 90, 30))


def _flag(rng: np.random.Generator, draw: ImageDraw.ImageDraw, w: int, h: int) -> None:
    high = h * rng.uniform(0.25, 0.5)
    x, y = rng.uniform(0, w * 0.9), rng.uniform(0, h * 0.4)
    draw.rectangle((x, y, x + high * 1.5, y + high), (218, 37, 29))
    star(draw, x + high * 0.75, y + high / 2, high * 0.3)
    draw.line((x, y, x, h), (240, 200, 90), max(1, h // 40))


def _other_art(rng: np.random.Generator, image: Pixels, campaign: str) -> None:
    one = shipped(campaign)
    entry = one.art[rng.integers(len(one.art))]
    height, width = image.shape[:2]
    across = rng.uniform(0.25, 1.0) * min(width, 0.9 * height * entry.aspect)
    down = across / entry.aspect
    x, y = rng.uniform(0, width - across), rng.uniform(0, height - down)
    pages.place(image, entry.aspect, one.files[entry.file], np.array([[across, 0, x], [0, down, y]]))


def _cover(rng: np.random.Generator, made_of: Stock, campaign: str | None, size: tuple[int, int]) -> Pixels:
    design = made_of.designs[rng.integers(len(made_of.designs))]
    photo = made_of.photographs[rng.integers(len(made_of.photographs))]
    whole = grounds.cover(design, campaign, photo, 1200)
    return np.asarray(cv2.resize(whole, size, interpolation=cv2.INTER_AREA), np.uint8)
