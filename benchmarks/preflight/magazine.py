"""A PDF as a magazine is: pages of text in two columns with CMYK photographs, rules and a few inks. No PDF/X.

Runs as a process of its own: `python -m benchmarks.preflight.magazine OUT.pdf PAGES`.
"""

from __future__ import annotations

import io
import random
import sys
from pathlib import Path

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from benchmarks.measure import ROOT

_WIDTH, _HEIGHT = 595.0, 842.0
_MARGIN, _COLUMN, _LEADING, _SIZE = 48.0, 240.0, 11.5, 9.0
_PICTURE = (900, 600)
_FACES = {"Body": "SourceSerif4-Regular", "Head": "BeVietnamPro-Bold"}
_TEXT = (
    "đường làng buổi sáng sương còn đọng trên lá bếp nhà ai đỏ lửa tiếng gà gọi nắng người thợ gốm xoay bàn đất nung men lam "
    "chợ phiên họp sớm thúng rau mớ cá câu chuyện mùa màng con đê dài gió thổi cánh diều học trò tới lớp trang vở thơm mực"
)
_WORDS = _TEXT.split()


def write(path: Path, pages: int) -> None:
    """Write the magazine; the same pages each time."""
    chance = random.Random(7)
    for name, stem in _FACES.items():
        (file,) = (ROOT / "assets" / "fonts").rglob(f"{stem}.ttf")
        pdfmetrics.registerFont(TTFont(name, file))
    canvas = Canvas(str(path), pagesize=(_WIDTH, _HEIGHT), pageCompression=1)
    samples = [Image.open(file).convert("CMYK") for file in sorted((ROOT / "assets" / "samples").glob("*.jpg"))]
    for number in range(pages):
        _page(canvas, number + 1, samples[number % len(samples)], chance)
    canvas.save()


def _page(canvas: Canvas, number: int, sample: Image.Image, chance: random.Random) -> None:
    canvas.setTrimBox((0, 0, _WIDTH, _HEIGHT))
    picture = _crop(sample, chance)
    foot = _HEIGHT - _MARGIN - 332
    canvas.drawImage(ImageReader(picture), _MARGIN, foot, 499, 332)
    canvas.setFillColorCMYK(0, 1, 0.9, 0.05)
    canvas.rect(_MARGIN, foot - 44, 499, 32, stroke=0, fill=1)
    canvas.setFillColorCMYK(0, 0, 0, 0)
    canvas.setFont("Head", 16)
    canvas.drawString(_MARGIN + 10, foot - 34, " ".join(chance.choices(_WORDS, k=6)).capitalize())
    canvas.setFillColorCMYK(0, 0, 0, 1)
    for left in (_MARGIN, _MARGIN + _COLUMN + 19):
        _column(canvas, left, foot - 64, chance)
    canvas.setStrokeColorCMYK(0, 0, 0, 0.5)
    canvas.line(_MARGIN, 40, _WIDTH - _MARGIN, 40)
    canvas.drawCentredString(_WIDTH / 2, 26, str(number))
    canvas.showPage()


def _column(canvas: Canvas, left: float, top: float, chance: random.Random) -> None:
    text = canvas.beginText(left, top)
    text.setFont("Body", _SIZE, _LEADING)
    while text.getY() > 56:
        line = ""
        while pdfmetrics.stringWidth(line, "Body", _SIZE) < _COLUMN - 30:
            line += chance.choice(_WORDS) + " "
        text.textLine(line.rstrip())
    canvas.drawText(text)


def _crop(sample: Image.Image, chance: random.Random) -> io.BytesIO:
    left, top = (chance.randrange(whole - part) for whole, part in zip(sample.size, _PICTURE, strict=True))
    stream = io.BytesIO()
    sample.crop((left, top, left + _PICTURE[0], top + _PICTURE[1])).save(stream, "JPEG", quality=88)
    stream.seek(0)
    return stream


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
