"""A program that exports a cover without end, to be killed: `python -m tests.app.export_job FILE`."""

from __future__ import annotations

import datetime as dt
import hashlib
import sys
from dataclasses import replace
from pathlib import Path

from coverkit.app.pipeline import ExportRequest, export, write_files
from coverkit.app.sample import sample_project
from coverkit.model import edits

TIME = dt.datetime(2020, 10, 15, 8, 30, tzinfo=dt.UTC)


def main(file: Path) -> None:
    """Make two covers' files, then write one and the other in turn; say first what will be written."""
    project = sample_project("chu-lon")
    other = replace(project.document.issue, number="11")
    made = [
        export(one, ExportRequest("pdf-x4", time=TIME), file.stem)
        for one in (project, project.with_document(edits.set_issue(project.document, other).document))
    ]
    for one in made:
        sys.stdout.write(hashlib.sha256(one.files[0].data).hexdigest() + "\n")
    number = 0
    while True:
        write_files(made[number % len(made)], file)
        if number == 0:
            sys.stdout.write("ready\n")
            sys.stdout.flush()
        number += 1


if __name__ == "__main__":
    main(Path(sys.argv[1]))
