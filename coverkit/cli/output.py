"""What is written to the terminal: results to standard output, messages and progress to standard error."""

from __future__ import annotations

import io
import json
import os
import sys
import unicodedata
from collections.abc import Mapping, Sequence

SCHEMA = 1


def speak_utf8() -> None:
    """Write UTF-8 whatever the console is set to; what it cannot show becomes a question mark, never a crash."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def result(text: str) -> None:
    """Write a result."""
    sys.stdout.write(text if text.endswith("\n") else text + "\n")


def message(text: str) -> None:
    """Write a message or progress, after the results so far."""
    sys.stdout.flush()
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def flush() -> None:
    """Let readers of standard output have what was written so far."""
    sys.stdout.flush()


def listing(name: str, entries: Sequence[Mapping[str, object]]) -> None:
    """Write a list as JSON: a document with a schema number and the list under its name."""
    result(json.dumps({"schema": SCHEMA, name: entries}, ensure_ascii=False, indent=2, allow_nan=False))


def document(entries: Mapping[str, object]) -> None:
    """Write one JSON document with a schema number."""
    result(json.dumps({"schema": SCHEMA, **entries}, ensure_ascii=False, indent=2, allow_nan=False))


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Write a table in columns; the last column is not padded."""
    lines = [tuple(headings), *(tuple(row) for row in rows)]
    widths = [max(cells(line[column]) for line in lines) for column in range(len(headings))]
    rule = tuple("─" * width for width in widths)
    for line in (lines[0], rule, *lines[1:]):
        padded = [text + " " * (width - cells(text)) for text, width in zip(line, widths, strict=True)]
        result("  ".join(padded).rstrip())


def cells(text: str) -> int:
    """Return how many cells of a terminal a text takes: marks that combine take none."""
    return sum(0 if unicodedata.combining(character) else 1 for character in text)


def close_quietly() -> None:
    """Let the rest go nowhere: the reader of standard output went away."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
