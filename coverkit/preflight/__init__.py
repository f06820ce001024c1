"""Preflight: any PDF becomes facts, without verdicts. The only place that uses pikepdf.

The reader is not the writer: a mistake in what draws the file is not hidden by the same mistake here.
"""

from __future__ import annotations
