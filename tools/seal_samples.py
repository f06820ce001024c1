"""``python -m tools.seal_samples``: pictures of the samples' art, and seals by a key that nobody keeps (decision 0008).

Only campaigns whose files changed since they were sealed are sealed anew. The key lives as long as this program runs; its
public half goes into `assets/templates/issuers/` with the list of what it sealed.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import math
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PIL import Image, PngImagePlugin

from coverkit.campaigns.art import sealed_art
from coverkit.campaigns.campaign import Campaign, Period
from coverkit.campaigns.issuers import Issuer, issuer_bytes, key_id
from coverkit.campaigns.library import shipped_ids
from coverkit.campaigns.package import folder_files
from coverkit.campaigns.reader import read
from coverkit.campaigns.seal import SEAL_FILE, seal_bytes
from coverkit.colour.profile import bundled_condition
from coverkit.formats.printers import DEFAULT_PRINTER, printer_profile
from coverkit.render.preview_art import art_picture
from coverkit.resources import assets

NAME = "CoverKit (gói mẫu, không phải của cơ quan ban hành)"
TEMPLATES = assets() / "templates"
_PIXELS = 300_000
"""Of each picture; every cover carries them along."""


def main() -> None:
    """Write pictures and seals of the shipped campaigns where they are wanting."""
    today = dt.datetime.now().astimezone().date()
    key = Ed25519PrivateKey.generate()
    seals: list[str] = []
    for name in shipped_ids():
        folder = TEMPLATES / "campaigns" / name
        campaign = read(folder_files(folder), name)
        draw_pictures(campaign, folder)
        files = folder_files(folder)
        if read(files, name).seal == "valid":
            continue
        if campaign.standing != "sample":
            raise SystemExit(f"{name} is no sample: its issuer seals it")
        seal = seal_bytes(files, campaign.id, campaign.version, today, key)
        (folder / SEAL_FILE).write_bytes(seal)
        seals.append(hashlib.sha256(seal).hexdigest())
        print(f"{name}: sealed")
    if seals:
        issuer = Issuer(NAME, key_id(key), Period(today, today), tuple(seals))
        path = TEMPLATES / "issuers" / f"coverkit-mau-{today:%Y%m%d}-{issuer.key.removeprefix('ed25519:')[:8]}.toml"
        path.write_bytes(issuer_bytes(issuer))
        print(path.name)


def draw_pictures(campaign: Campaign, folder: Path) -> None:
    """Write how each piece of art looks on the usual press, beside it; a picture that shows it is left alone."""
    for entry in campaign.art:
        image = picture_of(campaign, entry.file)
        path = (folder / entry.file).with_suffix(".png")
        if not path.exists() or Image.open(path).tobytes() != image.tobytes():
            path.write_bytes(_png(image))


def picture_of(campaign: Campaign, file: str) -> Image.Image:
    """Return how a piece of a campaign's art looks, in sRGB."""
    condition = bundled_condition(printer_profile(DEFAULT_PRINTER).condition)
    whole = art_picture(sealed_art(campaign.files[file], f"{campaign.id}/{file}"), condition).convert("RGB")
    scale = min(1.0, math.sqrt(_PIXELS / (whole.width * whole.height)))
    return whole.resize((round(whole.width * scale), round(whole.height * scale)), Image.Resampling.LANCZOS)


def _png(image: Image.Image) -> bytes:
    chunks = PngImagePlugin.PngInfo()
    chunks.add(b"sRGB", b"\x01")
    buffer = io.BytesIO()
    image.save(buffer, "PNG", optimize=True, pnginfo=chunks)
    return buffer.getvalue()


if __name__ == "__main__":
    main()
