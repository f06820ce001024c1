"""Which campaign a picture of a cover belongs to: nobody should have to say what anyone can see."""

from __future__ import annotations

import numpy as np

from coverkit.app.picture_check import shown
from coverkit.app.sight import can_look, looked_at
from coverkit.campaigns import library as campaigns
from coverkit.errors import CoverKitError

_LONGEST = 1600
"""Pixels: enough to tell banners apart."""
_WIDTH = 210.0
"""mm that the picture is taken to show; only shares count here."""


def likely_campaign(data: bytes, name: str) -> str:
    """Return the id of the campaign whose art is on a picture; "" where none is seen.

    Args:
        data: a JPEG, PNG, TIFF or WebP file.
        name: what messages call it.

    Raises:
        InputError: it cannot be read.
    """
    if not can_look():
        return ""
    image = np.asarray(shown(data, name, _LONGEST), np.uint8)
    best, most = "", 0.0
    for campaign_id in sorted({one.id for one in campaigns.known()}):
        try:
            seen = looked_at(image, image.shape[1] / _WIDTH, campaigns.find(campaign_id))
        except CoverKitError:
            # A campaign whose files are damaged is told of where it is chosen.
            continue
        certain = max((one.confidence for one in seen), default=0.0)
        if certain > most:
            best, most = campaign_id, certain
    return best
