"""Tests of the facts' own words: colours, boxes, digests."""

from __future__ import annotations
