"""`coverkit batch`: many covers from one, each by a row of a table."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from coverkit.cli import arguments as types
from coverkit.cli import output
from coverkit.cli.command import Command
from coverkit.errors import ExitCode
from coverkit.i18n import mark, tr

if TYPE_CHECKING:
    from coverkit.app.batch.running import Batch, RowDone

_STATES = {
    "written": mark("written"),
    "kept": mark("written, NOT passed"),
    "refused": mark("left out: it has errors"),
    "broke": mark("could not be made"),
    "not-delivered": mark("made, then given up with the batch"),
    "not-made": mark("not made: the batch ended before"),
}


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "table",
        metavar=tr("TABLE"),
        type=Path,
        help=tr("a .csv or .xlsx file; its headings are slots, or file, number, issue_date, kind, unit, unit.name …"),
    )
    parser.add_argument(
        "--base", metavar=tr("FILE.cover"), type=Path, required=True, help=tr("the cover that each row changes")
    )
    parser.add_argument("-o", "--output", metavar=tr("FOLDER"), type=Path, required=True, help=tr("the folder for the files"))
    parser.add_argument("--jobs", metavar="N", type=types.count, default=1, help=tr("covers made at once (default: 1)"))
    parser.add_argument(
        "--on-problem",
        choices=("fail", "skip", "keep"),
        default="fail",
        help=tr(
            "a cover with errors: end the batch and deliver nothing (default), leave it out, or keep it, marked as not passed"
        ),
    )
    parser.add_argument("--as", dest="kind", metavar=tr("OUTPUT"), default="", help=tr("output, see “coverkit export --help”"))
    parser.add_argument("--printer", metavar="ID", default="", help=tr("printer profile instead of the cover's own"))
    parser.add_argument("--covers", action="store_true", help=tr("save the .cover of each row, too"))
    parser.add_argument("--sheet", metavar=tr("NAME"), default="", help=tr("sheet of a spreadsheet (default: the first)"))
    parser.add_argument("--encoding", metavar=tr("NAME"), default="", help=tr("encoding of a .csv file; else it is found out"))
    parser.add_argument("--json", action="store_true", help=tr("write the result as one JSON document"))


def _run(arguments: argparse.Namespace) -> int:
    from coverkit.app.batch.making import BatchSetup
    from coverkit.app.batch.reading import read_table
    from coverkit.app.batch.running import read_batch, summary, write_summary

    table = read_table(arguments.table, arguments.encoding, arguments.sheet)
    if table.encoding == "cp1258":
        output.message(tr("{name} is read as Windows-1258; see that its texts are right.", name=table.name))
    setup = BatchSetup(
        base=arguments.base,
        stage=arguments.output,
        output=arguments.kind,
        printer=arguments.printer,
        on_problem=arguments.on_problem,
        covers=arguments.covers,
    )
    batch = read_batch(table, arguments.table.parent, setup, arguments.output, arguments.jobs)
    rows = _told(batch, quiet=arguments.json)
    path = write_summary(batch, rows)
    if arguments.json:
        output.result(json.dumps(summary(batch, rows), ensure_ascii=False, indent=2, allow_nan=False))
    else:
        output.result(tr("Summary: {path}", path=path))
    good = len(rows) == len(batch.rows) and not any(one.is_problem for one in rows)
    return ExitCode.CLEAN if good else ExitCode.FINDINGS


def _told(batch: Batch, *, quiet: bool) -> list[RowDone]:
    """Run the batch and tell of each row; Ctrl+C ends it, and what was delivered stays."""
    tell = output.message if quiet else output.result
    rows: list[RowDone] = []
    try:
        for one in batch.run():
            rows.append(one)
            progress = f"{len(rows)}/{len(batch.rows)}"
            tell(
                tr(
                    "{progress}  row {row}, {name}: {state}",
                    progress=progress,
                    row=one.row,
                    name=one.stem,
                    state=tr(_STATES[one.state]),
                )
            )
            for line in _problems(one):
                tell(f"    {line}")
            output.flush()
    except KeyboardInterrupt:
        output.message(tr("Stopped. What was delivered stays."))
    return rows


def _problems(one: RowDone) -> list[str]:
    if one.message:
        return [one.message]
    if one.made is None or one.made.passed:
        return []
    return [f"{error['message']} [{error['rule']}/{error['code']}]" for error in one.made.errors]


COMMAND = Command(mark("make many covers from one by the rows of a table"), _configure, _run, rank=6)
