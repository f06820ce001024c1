"""`coverkit edit`: change a cover through the same edits, and the same locks, as everything else."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path

from coverkit.cli import cover_options, output
from coverkit.cli.command import Command
from coverkit.i18n import mark, tr


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar=tr("FILE.cover"), type=Path, help=tr("the cover file"))
    parser.add_argument(
        "-o",
        "--output",
        metavar=tr("FILE.cover"),
        type=Path,
        help=tr("write the changed cover here and leave the first as it is"),
    )
    cover_options.add_setup(parser)
    cover_options.add_content(parser)


def _run(arguments: argparse.Namespace) -> int:
    from coverkit.app.covers import change_cover, save
    from coverkit.app.project import Project

    out: Path = arguments.output or arguments.file
    project = Project.open(arguments.file)
    save(change_cover(project, cover_options.changes(arguments, dt.date.today())), out)
    output.result(str(out))
    return 0


COMMAND = Command(mark("change a cover"), _configure, _run, rank=3)
