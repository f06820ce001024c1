"""CoverKit: every rule of a PDF/X-4 file over many files in one process, without ink.

Argument: a JSON list of files. Writes a JSON list: for each its ms and its findings as "rule/code".
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from coverkit.app.rulebook import rules
from coverkit.checks.runner import run
from coverkit.facts.file import FileSubject
from coverkit.formats.printers import DEFAULT_PRINTER, printer_profile
from coverkit.preflight.inspect import inspect


def check(path: Path) -> list[str]:
    """Return the findings of one file; what claims no standard is held against PDF/X-4 all the same."""
    subject = FileSubject(pdf=inspect(path), printer=printer_profile(DEFAULT_PRINTER), standard="PDF/X-4")
    result = run(rules(), subject)
    return sorted({f"{one.id}/{finding.code}" for one in result.rules for finding in one.findings})


def _timed(path: Path) -> dict[str, object]:
    start = time.perf_counter()
    said = check(path)
    return {"ms": (time.perf_counter() - start) * 1000, "said": said}


if __name__ == "__main__":
    paths = [Path(one) for one in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))]
    check(paths[0])
    sys.stdout.write(json.dumps([_timed(path) for path in paths]))
