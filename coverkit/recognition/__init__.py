"""Recognising by looking: a campaign's art on the pixels of a page. The only user of OpenCV; takes arrays, returns facts."""

from __future__ import annotations
