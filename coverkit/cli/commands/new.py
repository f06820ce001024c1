"""`coverkit new`: begin a cover."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path

from coverkit.cli import cover_options, output
from coverkit.cli.command import Command
from coverkit.errors import UsageError
from coverkit.i18n import mark, tr


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-o", "--output", metavar=tr("FILE.cover"), type=Path, required=True, help=tr("the file to write"))
    parser.add_argument("--force", action="store_true", help=tr("replace the file if it is there"))
    cover_options.add_setup(parser)
    cover_options.add_content(parser)


def _run(arguments: argparse.Namespace) -> int:
    from coverkit.app.covers import new_cover, save

    out: Path = arguments.output
    if out.exists() and not arguments.force:
        raise UsageError(
            tr("{path} is already there.", path=out), tr("Choose another name, change it with “coverkit edit”, or use --force.")
        )
    today = dt.date.today()
    save(new_cover(cover_options.changes(arguments, today), today), out)
    output.result(str(out))
    return 0


COMMAND = Command(mark("begin a cover"), _configure, _run, rank=2)
