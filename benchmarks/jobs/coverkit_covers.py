"""CoverKit: several covers of one design and photograph in one process, each with its whole check, each written to a file.

Arguments: the cover, the PDF to write, how many, and what the further covers change: `headline` or only the `number`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from coverkit.cli.main import start_quickly


def run(source: Path, out: Path, count: int, words: str) -> None:
    """Export covers; the first is the file's own, the others have other words.

    What is heavy is loaded here, after the quick start of the command line.

    Raises:
        NotPassedError: a cover has errors (it should not).
    """
    from benchmarks.covers import cover
    from coverkit.app.pipeline import ExportRequest, export, write_files
    from coverkit.app.project import Project

    project = Project.open(source)
    for number in range(count):
        path = out.with_stem(f"{out.stem}-{number}") if number else out
        wanted = cover(number, project, headline=words == "headline") if number else project
        write_files(export(wanted, ExportRequest("pdf-x4"), path.stem), path)


if __name__ == "__main__":
    start_quickly()
    run(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
