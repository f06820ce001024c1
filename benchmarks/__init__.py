"""CoverKit measured against named peers, side by side in one run: `python -m benchmarks -o FOLDER`."""

from __future__ import annotations
