"""Use cases without Qt: the window, the command line and batches call these."""

from __future__ import annotations
