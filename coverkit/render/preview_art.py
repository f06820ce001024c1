"""How sealed art looks, alone: proofed for a press."""

from __future__ import annotations

from PIL import Image

from coverkit.campaigns.art import SealedArt
from coverkit.colour.profile import OutputCondition
from coverkit.render.pdf_art import art_pixels
from coverkit.render.pdf_inks import Inks, Policy

_LONGER_SIDE = 1200


def art_picture(art: SealedArt, condition: OutputCondition) -> Image.Image:
    """Return sealed art in sRGB on white, its longer side 1200 px."""
    scale = _LONGER_SIDE / max(art.width, art.height)
    return art_pixels(art, Inks(Policy.PROOF, condition), max(1, round(art.width * scale)), max(1, round(art.height * scale)))
