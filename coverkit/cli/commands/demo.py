"""`coverkit demo`: the sample cover from nothing to print-ready files."""

from __future__ import annotations

import argparse
from pathlib import Path

from coverkit.cli import output
from coverkit.cli.command import Command
from coverkit.cli.commands.check import exit_code
from coverkit.i18n import mark, tr

FOLDER = Path("build") / "demo"


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "-o", "--output", metavar=tr("DIR"), type=Path, default=FOLDER, help=tr("folder to write to (default: build/demo)")
    )


def _run(arguments: argparse.Namespace) -> int:
    from coverkit.app.demo import run_demo
    from coverkit.report.wording import sample_warning, verdict

    made = run_demo(arguments.output, output.message)
    for path in made.paths:
        output.result(str(path))
    sample = sample_warning(made.report.subject.campaign)
    for sentence in filter(None, (verdict(made.report), sample)):
        output.result(sentence)
    return exit_code(made.report.result)


COMMAND = Command(mark("compose, check and export the sample cover"), _configure, _run, rank=1)
