"""QR codes for tests: as pixels, on a photograph, or drawn in a PDF."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image
from reportlab.graphics.barcode import qrencoder

SHOP = "https://shopee.vn/product/123"
OFFICE = "https://daknong.gov.vn/van-ban/cong-van-1011-stttt-ttbcxb?id=2020"


def modules(text: str) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    """Return the modules of a code, True for dark."""
    code = qrencoder.QRCode(None, qrencoder.QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    count = code.getModuleCount()
    return np.array([[code.isDark(row, column) for column in range(count)] for row in range(count)])


def picture(text: str, px: int = 0, quiet: int = 4) -> Image.Image:
    """Return a code in grey, px wide and high; as many pixels as modules for 0."""
    image = Image.fromarray(np.where(np.pad(modules(text), quiet), 0, 255).astype(np.uint8))
    return image.resize((px, px), Image.Resampling.NEAREST) if px else image


def on(page: Image.Image, text: str, px: int, angle: float, at: tuple[int, int]) -> Image.Image:
    """Return a picture with a code on it, turned."""
    seen = page.convert("RGB")
    code = picture(text, px).convert("RGBA").rotate(angle, expand=True, resample=Image.Resampling.BICUBIC)
    seen.paste(code, at, code)
    return seen


def encoded(image: Image.Image, kind: str = "PNG") -> bytes:
    """Return the bytes of a picture's file."""
    buffer = io.BytesIO()
    image.save(buffer, kind)
    return buffer.getvalue()
