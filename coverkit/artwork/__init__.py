"""Art on its way to a campaign: drawings plain data read from SVG and pictures, brought into inks, written sealed."""

from __future__ import annotations
