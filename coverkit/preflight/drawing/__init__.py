"""A page of a PDF as a drawing, for the intake of art. Stricter than facts: what is not understood is refused."""

from __future__ import annotations
