"""What is edited: the document, its values, the locks, the edits, and the `.cover` file."""

from __future__ import annotations
