"""`coverkit watch`: a hot folder that sorts what arrives into passed, warnings and failed, with reports."""

from __future__ import annotations

import argparse
import json
import signal
from pathlib import Path
from typing import TYPE_CHECKING

from coverkit.cli import arguments as types
from coverkit.cli import output
from coverkit.cli.command import Command
from coverkit.errors import ExitCode
from coverkit.i18n import mark, tr

if TYPE_CHECKING:
    from coverkit.app.hot_folder.watching import Sorted, Watch

_VERDICTS = {"passed": mark("passed"), "warnings": mark("warnings"), "failed": mark("failed")}


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("inbox", metavar="IN", type=Path, help=tr("the folder where files arrive"))
    parser.add_argument("outbox", metavar="OUT", type=Path, help=tr("the folder that gets passed, warnings and failed"))
    parser.add_argument("--campaign", metavar="ID", help=tr("check against this campaign (id, folder or .campaign file)"))
    parser.add_argument(
        "--profile", "--printer", metavar="ID", dest="profile", help=tr("check for this printer, see “coverkit profiles”")
    )
    parser.add_argument("--once", action="store_true", help=tr("sort what is there, then end; exit code 1 if any failed"))
    parser.add_argument("--jobs", metavar="N", type=types.count, default=1, help=tr("files checked at once (default: 1)"))
    parser.add_argument(
        "--ink",
        choices=("auto", "off"),
        default="auto",
        help=tr("measure the ink of a PDF where Ghostscript is installed, a second a page (auto, the default), or not (off)"),
    )
    parser.add_argument("--no-pictures", action="store_true", help=tr("HTML reports without pictures of the pages"))
    parser.add_argument("--json", action="store_true", help=tr("write a JSON line for each file; with --once one document"))
    for option, value, words in (
        ("--every", 2.0, tr("seconds between looks (default: 2)")),
        ("--settle", 2.0, tr("seconds that a file must look the same before it is taken (default: 2)")),
        ("--patience", 60.0, tr("seconds after which an incomplete file is taken as it is (default: 60)")),
        ("--timeout", 120.0, tr("seconds for the check of one file (default: 120)")),
    ):
        parser.add_argument(option, metavar=tr("SECONDS"), type=types.positive, default=value, help=words)


def _run(arguments: argparse.Namespace) -> int:
    from coverkit.app.hot_folder.checking import CheckSetup
    from coverkit.app.hot_folder.watching import Watch, WatchOptions

    options = WatchOptions(
        check=CheckSetup(arguments.campaign or "", arguments.profile or "", not arguments.no_pictures, arguments.ink == "auto"),
        every=arguments.every,
        settle=arguments.settle,
        patience=arguments.patience,
        jobs=arguments.jobs,
        seconds=arguments.timeout,
    )
    watch = Watch(arguments.inbox, arguments.outbox, options, output.message)
    # What ends services asks as politely as Ctrl+C does.
    signal.signal(signal.SIGTERM, lambda *_: watch.stop())
    if not arguments.once:
        output.message(tr("Watching {path}. Ctrl+C ends it.", path=arguments.inbox))
    found = _told(watch, arguments)
    if arguments.once and arguments.json:
        _document(found, watch)
    for name in watch.waiting if arguments.once else ():
        output.message(tr("{name} has not arrived whole yet; it stays where it is.", name=name))
    failed = any(one.summary.verdict == "failed" for one in found)
    return ExitCode.FINDINGS if arguments.once and failed else ExitCode.CLEAN


def _told(watch: Watch, arguments: argparse.Namespace) -> list[Sorted]:
    """Sort, and tell of each file; without an end only numbers are kept."""
    from coverkit.app.hot_folder.watching import entry

    found: list[Sorted] = []
    count = 0
    try:
        for one in watch.run(once=arguments.once):
            count += 1
            if arguments.once:
                found.append(one)
            if not arguments.json:
                output.result(_line(one))
            elif not arguments.once:
                output.result(json.dumps(entry(one), ensure_ascii=False, allow_nan=False))
            output.flush()
    except KeyboardInterrupt:
        output.message(tr("Stopped. Files in hand are taken up at the next start."))
    output.message(tr("Files sorted: {count}.", count=count))
    return found


def _line(one: Sorted) -> str:
    counts = one.summary.counts
    if one.summary.message:
        words = one.summary.message
    else:
        words = tr(
            "errors {errors}, warnings {warnings}, notes {notes}",
            errors=counts["error"],
            warnings=counts["warning"],
            notes=counts["note"],
        )
    return f"{tr(_VERDICTS[one.summary.verdict])}: {one.path.name} ({words})"


def _document(found: list[Sorted], watch: Watch) -> None:
    from coverkit.app.hot_folder.watching import entry

    document = {"schema": output.SCHEMA, "files": [entry(one) for one in found], "waiting": list(watch.waiting)}
    output.result(json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False))


COMMAND = Command(mark("watch a folder and sort what arrives by its check"), _configure, _run, rank=6)
