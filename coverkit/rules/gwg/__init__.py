"""The Ghent Workgroup's rules of 2022, one per file; limits and weights come from the variant, see `formats.gwg`."""

from __future__ import annotations
