"""What a reader gets who copies a page's text: poppler's reading order, columns one after the other.

`tools.text` is the order of the content; there poppler guesses spaces from gaps, and takes wide-spaced letters for words.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest


def reading_text(path: Path) -> str:
    """Return a file's text in reading order."""
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    command = [program, "-enc", "UTF-8", "-nopgbrk", str(path), "-"]
    done = subprocess.run(command, capture_output=True, check=True, timeout=60)
    assert not done.stderr, done.stderr
    return done.stdout.decode("utf-8")
