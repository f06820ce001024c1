"""What can stand on a cover: one element type per file, with typed fields and `compose`."""

from __future__ import annotations
