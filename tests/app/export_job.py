"""A program that exports and is killed: `python -m tests.app.export_job FILE` goes on without end.

With a number as a second argument, it dies by its own hand after so many steps of one export, each time in another folder.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import signal
import sys
from pathlib import Path

from coverkit.app.pipeline import Exported, ExportRequest, export, write_files
from coverkit.app.rulebook import VERSION, rules
from coverkit.app.sample import sample_project
from coverkit.model import edits
from coverkit.records import replace
from coverkit.report.data import Report, ReportSubject
from coverkit.report.files import write_report

TIME = dt.datetime(2020, 10, 15, 8, 30, tzinfo=dt.UTC)


def main(file: Path, steps: int) -> None:
    """Make two covers' files, then write one and the other; say first what will be written."""
    project = sample_project("chu-lon")
    other = replace(project.document.issue, number="11")
    made = [
        export(one, ExportRequest("pdf-x4", time=TIME), file.stem)
        for one in (project, project.with_document(edits.set_issue(project.document, other).document))
    ]
    for one in made:
        sys.stdout.write(" ".join(hashlib.sha256(part.data).hexdigest() for part in one.files) + "\n")
    if steps:
        _die_after_each(made, file, steps)
    else:
        _go_on(made, file)


def _go_on(made: list[Exported], file: Path) -> None:
    number = 0
    while True:
        one = made[number % len(made)]
        write_files(one, file)
        write_report(file.with_suffix(".report.json"), _report(one, file))
        if number == 0:
            sys.stdout.write("ready\n")
            sys.stdout.flush()
        number += 1


def _die_after_each(made: list[Exported], file: Path, steps: int) -> None:
    """Put the second export over the first, in a child that is killed once so many files took their places."""
    sys.stdout.flush()
    for step in range(steps):
        place = file.parent / str(step) / file.name
        place.parent.mkdir()
        write_files(made[0], place)
        if os.fork() == 0:
            _kill_after(step)
            write_files(made[1], place)
            os._exit(1)
        os.wait()


def _kill_after(places: int) -> None:
    """Have this program killed in place of the step after so many files took theirs."""
    taken, replace_file = iter(range(places)), Path.replace

    def replacing(self: Path, target: Path) -> Path:
        if next(taken, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)
        return replace_file(self, target)

    Path.replace = replacing  # type: ignore[method-assign, assignment]  # this program is about to die


def _report(one: Exported, file: Path) -> Report:
    cover = one.cover
    trim = (cover.scene.width, cover.scene.height)
    digest = hashlib.sha256(one.files[0].data).hexdigest()
    return Report(ReportSubject(str(file), "pdf", digest, 1, trim, cover.printer.id), one.result, rules(), VERSION)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)
