"""SVG files as drawings. CSS is read by tinycss2 and cssselect2, outlines by fontTools, letters are set by our typography."""

from __future__ import annotations
