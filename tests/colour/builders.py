"""Picture files and ICC profiles for the tests that Pillow cannot write: 16-bit RGB and CMYK, other primaries."""

from __future__ import annotations

import hashlib
import io
import struct
import zlib
from typing import Any

import numpy as np
from PIL import Image

from coverkit.colour.pictures import PictureStore
from coverkit.colour.profile import OutputCondition, bundled_condition
from coverkit.geometry import Rect
from coverkit.scene.operations import Crop, Picture, Veil

WHOLE = Crop(0.0, 0.0, 1.0, 1.0)


def fogra39() -> OutputCondition:
    return bundled_condition("FOGRA39")


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def photo(width: int, height: int, mode: str = "RGB", seed: int = 1) -> Image.Image:
    """Return smooth colour patches with some grain."""
    rng = np.random.default_rng(seed)
    bands = len(Image.new(mode, (1, 1)).getbands())
    coarse = rng.integers(0, 256, (5, 7, bands), dtype=np.uint8)
    layers = [Image.fromarray(coarse[:, :, band]).resize((width, height), Image.Resampling.BICUBIC) for band in range(bands)]
    grain = rng.integers(-6, 7, (height, width, bands))
    pixels = np.stack([np.asarray(layer) for layer in layers], axis=2).astype(int) + grain
    noisy = np.clip(pixels, 0, 255).astype(np.uint8)
    return Image.fromarray(noisy[:, :, 0]) if bands == 1 else Image.fromarray(noisy, mode)


def store_of(data: bytes, name: str = "photo") -> tuple[PictureStore, str]:
    sha = hashlib.sha256(data).hexdigest()
    return PictureStore({sha: data}, {sha: name}), sha


def placed(sha: str, box: Rect, crop: Crop = WHOLE, veils: tuple[Veil, ...] = ()) -> Picture:
    return Picture("hero", sha, box, crop, veils)


def jpeg_without_adobe(data: bytes) -> bytes:
    """Cut the APP14 segment out of a JPEG."""
    at = data.index(b"\xff\xee")
    return data[:at] + data[at + 2 + int.from_bytes(data[at + 2 : at + 4], "big") :]


def png16(colour_type: int, sample: tuple[int, ...], size: int = 8) -> bytes:
    row = b"\0" + struct.pack(f">{len(sample)}H", *sample) * size
    header = struct.pack(">IIBBBBB", size, size, 16, colour_type, 0, 0, 0)
    return _png(header, zlib.compress(row * size))


def png_of_size(width: int, height: int) -> bytes:
    """Return a PNG that claims a size and holds next to nothing."""
    return _png(struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0), zlib.compress(b"\0" * 100))


def _png(header: bytes, body: bytes) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def tiff16(photometric: int, sample: tuple[int, ...], order: str = "<", size: int = 8) -> bytes:
    """Return an uncompressed TIFF of one strip with 16 bits per sample, all pixels alike."""
    count = len(sample)
    raw = struct.pack(f"{order}{count}H", *sample) * size * size
    after = 8 + 2 + 10 * 12 + 4
    bits = struct.pack(f"{order}{count}H", *[16] * count)
    longs = {256: size, 257: size, 273: after + len(bits), 278: size, 279: len(raw)}
    shorts = {258: None, 259: 1, 262: photometric, 277: count, 284: 1}
    entries = b""
    for tag in sorted({**longs, **shorts}):
        if tag == 258:
            entries += struct.pack(f"{order}HHI", tag, 3, count)
            entries += struct.pack(f"{order}I", after) if count > 2 else bits.ljust(4, b"\0")
        elif tag in longs:
            entries += struct.pack(f"{order}HHII", tag, 4, 1, longs[tag])
        else:
            entries += struct.pack(f"{order}HHIHH", tag, 3, 1, shorts[tag], 0)
    start = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(f"{order}IH", 8, 10)
    return start + entries + struct.pack(f"{order}I", 0) + bits + raw


def _fixed(*values: float) -> bytes:
    return b"XYZ \0\0\0\0" + b"".join(struct.pack(">i", round(value * 65536)) for value in values)


def _icc(space: bytes, tags: dict[bytes, bytes]) -> bytes:
    text = b"Test profile\0"
    tags = {
        b"desc": b"desc\0\0\0\0" + struct.pack(">I", len(text)) + text + b"\0" * 78,
        b"cprt": b"text\0\0\0\0none\0",
        b"wtpt": _fixed(0.9642, 1.0, 0.8249),
        **tags,
    }
    table, body, at = b"", b"", 128 + 4 + 12 * len(tags)
    for name, data in tags.items():
        padded = data + b"\0" * (-len(data) % 4)
        table += name + struct.pack(">II", at + len(body), len(data))
        body += padded
    header = bytearray(128)
    header[8:12] = b"\x02\x40\0\0"
    header[12:24] = b"mntr" + space + b"XYZ "
    header[36:40] = b"acsp"
    header[68:80] = _fixed(0.9642, 1.0, 0.8249)[8:]
    whole = bytes(header) + struct.pack(">I", len(tags)) + table + body
    return struct.pack(">I", len(whole)) + whole[4:]


def _gamma(value: float) -> bytes:
    return b"curv\0\0\0\0" + struct.pack(">IH", 1, round(value * 256))


def rgb_profile(gamma: float = 2.2, *, swapped: bool = False) -> bytes:
    """Return a matrix profile with sRGB's primaries, red and green changing places if asked."""
    red, green, blue = (0.4361, 0.2225, 0.0139), (0.3851, 0.7169, 0.0971), (0.1431, 0.0606, 0.7141)
    if swapped:
        red, green = green, red
    curve = _gamma(gamma)
    primaries = {b"rXYZ": _fixed(*red), b"gXYZ": _fixed(*green), b"bXYZ": _fixed(*blue)}
    return _icc(b"RGB ", {**primaries, b"rTRC": curve, b"gTRC": curve, b"bTRC": curve})


def grey_profile(gamma: float) -> bytes:
    return _icc(b"GRAY", {b"kTRC": _gamma(gamma)})
