"""What is printed: a closed, immutable list of opaque operations in final positions."""

from __future__ import annotations
