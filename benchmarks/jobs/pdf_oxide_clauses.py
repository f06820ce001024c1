"""pdf-oxide: `validate_pdf_x("4")` over many files in one process. Runs in the peers' own venv.

Argument: a JSON list of files. Writes a JSON list: for each its ms and the codes of its errors.
"""

from __future__ import annotations

import importlib
import json
import sys
import time
from pathlib import Path


def check(path: str) -> list[str]:
    """Return the codes of one file's errors; a file that it cannot read is one too."""
    oxide = importlib.import_module("pdf_oxide")
    try:
        errors = oxide.PdfDocument(path).validate_pdf_x("4")["errors"]
    except (RuntimeError, ValueError, OSError) as error:
        return [f"refused: {error}"]
    return sorted({error.partition("]")[0].lstrip("[") for error in errors})


def _timed(path: str) -> dict[str, object]:
    start = time.perf_counter()
    said = check(path)
    return {"ms": (time.perf_counter() - start) * 1000, "said": said}


if __name__ == "__main__":
    paths = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    check(paths[0])
    sys.stdout.write(json.dumps([_timed(path) for path in paths]))
