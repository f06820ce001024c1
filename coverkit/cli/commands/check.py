"""`coverkit check`: what the rules find in a cover or a PDF."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from coverkit.cli import output
from coverkit.cli.arguments import date, size
from coverkit.cli.command import Command
from coverkit.errors import ExitCode, UsageError
from coverkit.i18n import mark, tr

if TYPE_CHECKING:
    from coverkit.checks.runner import CheckResult

_SEVERITIES = ("error", "warning", "note")


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar=tr("FILE"), type=Path, help=tr("a cover, any PDF, or a picture of a cover"))
    parser.add_argument("--campaign", metavar="ID", help=tr("check against this campaign (id, folder or .campaign file)"))
    parser.add_argument(
        "--issue-date",
        metavar=tr("YYYY-MM-DD"),
        type=date,
        help=tr("day of the issue, of another program's PDF or of a picture; the campaign is judged by it"),
    )
    parser.add_argument(
        "--kind",
        choices=("ban-tin", "tai-lieu"),
        help=tr("kind of publication of another program's PDF or of a picture: a newsletter or a document"),
    )
    parser.add_argument(
        "--trim",
        metavar=tr("WIDTHxHEIGHT"),
        type=size,
        help=tr("size in mm that was ordered: pages of a PDF that are cut to another are an error, for instance 210x297"),
    )
    parser.add_argument(
        "--profile", "--printer", metavar="ID", dest="profile", help=tr("check for this printer, see “coverkit profiles”")
    )
    parser.add_argument(
        "--fail-on",
        choices=_SEVERITIES,
        default="error",
        help=tr("exit with code 1 if there are findings of this severity or worse (default: error)"),
    )
    parser.add_argument(
        "--ink",
        choices=("auto", "off"),
        default="auto",
        help=tr("measure the ink of a PDF where Ghostscript is installed, a second a page (auto, the default), or not (off)"),
    )
    parser.add_argument("--json", action="store_true", help=tr("write the result as one JSON document"))
    parser.add_argument(
        "--fix", action="store_true", help=tr("mend what can be mended safely and save the cover; what is locked stays locked")
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar=tr("FILE"),
        type=Path,
        help=tr("also write a report: .html, .json, .pdf or .txt; with --fix and a name in .cover, the mended cover"),
    )


def _run(arguments: argparse.Namespace) -> int:
    from coverkit.app.examining import examine
    from coverkit.report import files
    from coverkit.report.json_report import json_report
    from coverkit.report.text_report import text_report

    source: Path = arguments.file
    out: Path | None = arguments.output
    mended_to: Path | None = None
    if arguments.fix and out is not None and out.suffix.lower() == ".cover":
        mended_to, out = out, None
    if out is not None:
        files.ending_of(out)
    if arguments.fix:
        source = _mend(arguments, mended_to or source)
    checked = examine(
        source,
        arguments.campaign,
        arguments.profile,
        timed=out is not None,
        day=arguments.issue_date,
        kind=arguments.kind,
        trim=arguments.trim,
        ink=arguments.ink == "auto",
    )
    if out is not None:
        files.write_report(out, checked.report, checked.pictures() if files.wants_pictures(out) else ())
    output.result(json_report(checked.report) if arguments.json else text_report(checked.report))
    fixable = sum(one.fixable and one.status == "open" for one in checked.report.findings)
    if fixable and not (arguments.json or arguments.fix):
        output.result(tr("Can be mended safely: {count}. Use: coverkit check FILE --fix", count=fixable))
    return exit_code(checked.report.result, arguments.fail_on)


def _mend(arguments: argparse.Namespace, target: Path) -> Path:
    """Mend the cover, tell what was done, save it, and return its path; a cover that needs nothing is not written again."""
    from coverkit.app.covers import save
    from coverkit.app.examining import kind_of
    from coverkit.app.fixing import fix
    from coverkit.app.project import Project

    _refuse_to_mend(arguments, kind_of(arguments.file))
    mended = fix(Project.open(arguments.file))
    # The JSON document has standard output for itself.
    tell = output.message if arguments.json else output.result
    if not mended.done:
        tell(tr("There is nothing that can be mended safely."))
    for one in mended.done:
        tell(tr("Mended: {name} ({rule}/{code})", name=one.name, rule=one.finding.rule, code=one.finding.code))
    if mended.done or target != arguments.file:
        save(mended.project, target)
        tell(tr("Saved: {path}", path=target))
    return target


def _refuse_to_mend(arguments: argparse.Namespace, kind: str) -> None:
    if kind != "cover":
        raise UsageError(
            tr("{path} is no cover: only a cover can be mended.", path=arguments.file),
            tr("Mend the cover that it was made from and export it again."),
        )
    if arguments.campaign is not None or arguments.profile is not None:
        raise UsageError(
            tr("--fix mends a cover for its own campaign and printer."),
            tr("Change them first: coverkit edit FILE --campaign ID --printer ID."),
        )


def exit_code(result: CheckResult, threshold: str = "error") -> int:
    """Return the exit code that a result means."""
    from coverkit.checks.finding import Severity, Status

    if result.status is Status.CRASH:
        return ExitCode.CRASH
    return ExitCode.FINDINGS if result.reaches(Severity(threshold)) else ExitCode.CLEAN


COMMAND = Command(mark("check a cover or a PDF by the rules"), _configure, _run, rank=4)
