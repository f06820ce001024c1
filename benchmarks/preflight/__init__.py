"""How fast a PDF is checked and what is found, beside a bare walk of the file and other people's checkers."""

from __future__ import annotations
