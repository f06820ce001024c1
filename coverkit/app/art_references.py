"""A campaign's art as it is looked for: rasterised from the sealed files, in the colours of screens and of the press."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np

from coverkit.campaigns.art import sealed_art
from coverkit.campaigns.campaign import ArtEntry, Campaign
from coverkit.colour.profile import bundled_condition
from coverkit.formats.printers import DEFAULT_PRINTER, printer_profile
from coverkit.recognition.reference import AREA, Reference
from coverkit.render.preview_art import art_picture
from coverkit.render.raster import rasterise


def references(campaign: Campaign) -> tuple[Reference, ...]:
    """Return all of a campaign's art.

    Raises:
        InputError: a file of it cannot be drawn.
    """
    return tuple(_reference(entry, campaign.files[entry.file]) for entry in campaign.art)


@lru_cache(maxsize=32)
def _reference(entry: ArtEntry, data: bytes) -> Reference:
    """Draw art as viewers show its inks, and as the press prints them: a page may hold either."""
    width = round(math.sqrt(AREA * entry.aspect))
    size = (width, max(1, round(width / entry.aspect)))
    shown = rasterise(data, size=size, area="trim").image()
    condition = bundled_condition(printer_profile(DEFAULT_PRINTER).condition)
    printed = art_picture(sealed_art(data, entry.name), condition).convert("RGB").resize(size)
    pictures = [np.asarray(one, np.uint8) for one in (shown, printed)]
    return Reference(entry.name, entry.width, entry.height, pictures[0], (pictures[1],))
