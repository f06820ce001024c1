"""How much of a file is read before giving up: sizes, counts, depth and time. Importing it sets qpdf's own limits."""

from __future__ import annotations

import logging
import time

from pikepdf import settings

MAX_FILE = 2 << 30
"""Bytes of a file."""
MAX_STREAM = 64 << 20
"""Bytes of one decoded stream."""
MAX_LZW = 64 << 10
"""Bytes of an encoded LZW stream; it may grow more than a thousandfold and qpdf sets no limit to it."""
MAX_PROGRAM = 4 << 20
"""Bytes of an embedded font whose glyphs are looked up."""
MAX_OBJECTS = 200_000
MAX_PAGES = 500
"""Pages whose content is walked."""
MAX_LEAVES = 100_000
"""Pages that are counted."""
MAX_OPERATORS = 1_000_000
OPERATORS_OF_PAGE = 50_000
"""So many more for every further page."""
MAX_MARKS = 300_000
MARKS_OF_PAGE = 2_000
MAX_FORM_DEPTH = 24
MAX_NESTING = 512
LONGEST_NAME = 127
"""Bytes of a name that every reader of PDF takes (ISO 32000-1, Annex C)."""
MAX_SECONDS = 5.0
"""Seconds for walking the content of a page, and of a document of few pages."""
SECONDS_OF_PAGE = 0.06
"""So many more for every further page: a magazine of 300 pages may take its time."""

# What qpdf has to say of damage is read as facts; without a handler it would go to standard error.
logging.getLogger("pikepdf").addHandler(logging.NullHandler())
settings.set_qpdf_limits(
    parser_max_nesting=200,
    parser_max_container_size=2_000_000,
    max_stream_filters=8,
    flate_max_memory=MAX_STREAM,
    run_length_max_memory=MAX_STREAM,
    png_max_memory=MAX_STREAM,
    tiff_max_memory=MAX_STREAM,
    dct_max_memory=4 * MAX_STREAM,
)


class Budget:
    """What the walk over a document of some pages may still spend."""

    __slots__ = ("_deadline", "marks", "operators")

    def __init__(self, pages: int = 1) -> None:
        further = max(0, min(pages, MAX_PAGES) - 1)
        self._deadline = time.monotonic() + MAX_SECONDS + further * SECONDS_OF_PAGE
        self.operators = MAX_OPERATORS + further * OPERATORS_OF_PAGE
        self.marks = MAX_MARKS + further * MARKS_OF_PAGE

    @property
    def spent(self) -> bool:
        """Nothing is left."""
        return self.operators <= 0 or self.marks <= 0 or time.monotonic() > self._deadline
