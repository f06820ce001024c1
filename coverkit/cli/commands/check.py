"""`coverkit check`: what the rules find in a cover or a PDF."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from coverkit.cli import output
from coverkit.cli.command import Command
from coverkit.errors import ExitCode
from coverkit.i18n import mark, tr

if TYPE_CHECKING:
    from coverkit.checks.runner import CheckResult

_SEVERITIES = ("error", "warning", "note")


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar=tr("FILE"), type=Path, help=tr("a cover, or a PDF that CoverKit wrote"))
    parser.add_argument("--campaign", metavar="ID", help=tr("check against this campaign (id, folder or .campaign file)"))
    parser.add_argument(
        "--profile", "--printer", metavar="ID", dest="profile", help=tr("check for this printer, see “coverkit profiles”")
    )
    parser.add_argument(
        "--fail-on",
        choices=_SEVERITIES,
        default="error",
        help=tr("exit with code 1 if there are findings of this severity or worse (default: error)"),
    )
    parser.add_argument("--json", action="store_true", help=tr("write the result as one JSON document"))
    parser.add_argument(
        "-o", "--output", metavar=tr("REPORT"), type=Path, help=tr("also write a report: .html, .json, .pdf or .txt")
    )


def _run(arguments: argparse.Namespace) -> int:
    from coverkit.cli.reporting import check_file
    from coverkit.report import files
    from coverkit.report.json_report import json_report
    from coverkit.report.text_report import text_report

    out: Path | None = arguments.output
    if out is not None:
        files.ending_of(out)
    checked = check_file(arguments.file, arguments.campaign, arguments.profile, timed=out is not None)
    if out is not None:
        files.write_report(out, checked.report, checked.pictures() if files.wants_pictures(out) else ())
    output.result(json_report(checked.report) if arguments.json else text_report(checked.report))
    return exit_code(checked.report.result, arguments.fail_on)


def exit_code(result: CheckResult, threshold: str = "error") -> int:
    """Return the exit code that a result means."""
    from coverkit.checks.finding import Severity, Status

    if result.status is Status.CRASH:
        return ExitCode.CRASH
    return ExitCode.FINDINGS if result.reaches(Severity(threshold)) else ExitCode.CLEAN


COMMAND = Command(mark("check a cover or a PDF by the rules"), _configure, _run, rank=4)
