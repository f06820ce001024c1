"""CoverKit: whole checks of a PDF without ink, in turn with a bare pikepdf walk of every operator if so wished.

Arguments: the file, how many counted checks, "walk" for the walk too. Writes the median of each in ms of the processor as
JSON, for what else the machine does must not count: "check" knows nothing of the file, "again" has met its art in a file
before, as in a batch of covers.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pikepdf

from coverkit.app.file_check import check_file

_WARM_UP = 3


def run(path: Path, count: int, walks: bool) -> dict[str, float]:
    """Return the medians; one single check is counted cold, several after some to warm up."""
    jobs: dict[str, Callable[[], object]] = {"check": lambda: check_file(path)}
    if walks:
        jobs |= {"again": lambda: check_file(path), "walk": lambda: walk(path)}
    times: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(count + (_WARM_UP if count > 1 else 0)):
        for name, job in jobs.items():
            if name == "check":
                forget()
            start = time.process_time()
            job()
            times[name].append((time.process_time() - start) * 1000)
    return {name: statistics.median(found[-count:]) for name, found in times.items()}


def forget() -> None:
    """Empty what the reading of PDFs keeps of their content; tables that are the same for every file stay."""
    for name, module in list(sys.modules.items()):
        for one in vars(module).values() if name.startswith("coverkit.preflight") else ():
            if hasattr(one, "cache_clear") and one.cache_parameters()["maxsize"] is not None:
                one.cache_clear()


def walk(path: Path) -> int:
    """Parse every operator of every page and of the forms and patterns that it reaches, and return how many there are."""
    with pikepdf.open(path) as pdf:
        seen: set[tuple[int, int]] = set()
        return sum(len(pikepdf.parse_content_stream(page)) + _inner(page.obj, seen) for page in pdf.pages)


def _inner(holder: pikepdf.Object, seen: set[tuple[int, int]]) -> int:
    resources = holder.get("/Resources", pikepdf.Dictionary())
    found = 0
    for kind in ("/XObject", "/Pattern"):
        for _, one in resources.get(kind, pikepdf.Dictionary()).items():
            is_content = one.get("/Subtype") == "/Form" or one.get("/PatternType") == 1
            if is_content and one.objgen not in seen:
                seen.add(one.objgen)
                found += len(pikepdf.parse_content_stream(one)) + _inner(one, seen)
    return found


if __name__ == "__main__":
    sys.stdout.write(json.dumps(run(Path(sys.argv[1]), int(sys.argv[2]), "walk" in sys.argv[3:])))
