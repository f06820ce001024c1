"""The `.cover` file: a zip of document, pictures, fonts and campaign; written whole or not at all, read with suspicion."""

from __future__ import annotations
