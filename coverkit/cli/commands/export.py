"""`coverkit export`: files for the press, reviewers and websites. Each output's own options become options here."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coverkit.cli import arguments as types
from coverkit.cli import output
from coverkit.cli.command import Command
from coverkit.cli.commands.check import exit_code
from coverkit.errors import UsageError
from coverkit.i18n import mark, tr

if TYPE_CHECKING:
    from coverkit.app.project import Project
    from coverkit.export.output import Output
    from coverkit.signatures.credentials import Credentials

_OPTION = "option_"


def _configure(parser: argparse.ArgumentParser) -> None:
    from coverkit.export.output import outputs

    parser.add_argument("file", metavar=tr("FILE.cover"), type=Path, help=tr("the cover file"))
    parser.add_argument("-o", "--output", metavar="OUT", type=Path, required=True, help=tr("the file to write"))
    names = "; ".join(": ".join((one.id, tr(one.name))) for one in outputs().values())
    parser.add_argument(
        "--as",
        dest="kind",
        choices=tuple(outputs()),
        help=tr("{names} (default: by the name of OUT; for .pdf what the printer profile asks for)", names=names),
    )
    parser.add_argument("--printer", metavar="ID", help=tr("printer profile instead of the cover's own"))
    parser.add_argument(
        "--force",
        action="store_true",
        help=tr("export despite errors; the file will state this; the exit code stays 1"),
    )
    parser.add_argument(
        "--sign",
        metavar="CERT.p12",
        type=Path,
        help=tr(
            "certify the PDF/X-4 file with the key in this PKCS#12 file, so that every later change shows; the pass phrase is"
            " asked for, or taken from COVERKIT_PASS_PHRASE"
        ),
    )
    _add_options(parser, outputs())


def _run(arguments: argparse.Namespace) -> int:
    from coverkit.app.pipeline import ExportRequest, NotPassedError, export, write_files
    from coverkit.app.project import Project
    from coverkit.export.output import output as output_of

    out: Path = arguments.output
    project = Project.open(arguments.file)
    if arguments.printer is not None:
        project = project.for_printer(arguments.printer)
    wanted = output_of(arguments.kind or _kind_by_name(out, project))
    _refuse_other_ending(out, wanted)
    request = ExportRequest(wanted.id, _options(arguments, wanted), arguments.force, certified_by=_credentials(arguments))
    try:
        exported = export(project, request, out.stem)
    except NotPassedError as refused:
        output.result(_told(arguments.file, refused.checked))
        raise
    for path in write_files(exported, out):
        output.result(str(path))
    code = exit_code(exported.result)
    if code:
        output.message(_told(arguments.file, exported))
    return code


def _credentials(arguments: argparse.Namespace) -> Credentials | None:
    if arguments.sign is None:
        return None
    from coverkit.cli.pass_phrase import pass_phrase
    from coverkit.signatures.credentials import load_credentials
    from coverkit.signatures.library import require

    require()
    return load_credentials(arguments.sign, pass_phrase(arguments.sign))


def _kind_by_name(out: Path, project: Project) -> str:
    match out.suffix.lower():
        case ".png":
            return "png"
        case ".html":
            return "web-banner"
        case _:
            return "pdf-x1a" if project.printer.standard == "PDF/X-1a:2003" else "pdf-x4"


def _refuse_other_ending(out: Path, wanted: Output[Any]) -> None:
    if out.suffix.lower() != wanted.ending:
        raise UsageError(
            tr("This output ({output}) cannot be saved as {path}.", path=out, output=wanted.id),
            tr("The name must end with {ending}.", ending=wanted.ending),
        )


def _add_options(parser: argparse.ArgumentParser, outputs: Mapping[str, Output[Any]]) -> None:
    """Add one option per field name; outputs that share a name share the option."""
    users: dict[str, list[str]] = {}
    found: dict[str, Field[Any]] = {}
    for one in outputs.values():
        for item in fields(one.options):
            users.setdefault(item.name, []).append(one.id)
            found.setdefault(item.name, item)
    group = parser.add_argument_group(tr("options of single outputs"))
    for name, item in found.items():
        words = tr(item.metadata.get("help", ""))
        _add_option(group, item, f"{words} ({', '.join(users[name])})")


def _add_option(group: argparse._ArgumentGroup, item: Field[Any], words: str) -> None:
    flag, target = f"--{item.name.replace('_', '-')}", _OPTION + item.name
    if item.default is MISSING:
        raise TypeError(f"{item.name}: every option of an output has a default")
    if isinstance(item.default, bool):
        group.add_argument(flag, dest=target, action=argparse.BooleanOptionalAction, default=argparse.SUPPRESS, help=words)
        return
    if isinstance(item.default, float):
        group.add_argument(flag, dest=target, type=types.positive, metavar=tr("NUMBER"), default=argparse.SUPPRESS, help=words)
        return
    group.add_argument(
        flag,
        dest=target,
        type=types.whole if isinstance(item.default, int) else str,
        metavar=tr("VALUE"),
        default=argparse.SUPPRESS,
        help=words,
    )


def _options(arguments: argparse.Namespace, wanted: Output[Any]) -> Mapping[str, Any]:
    given = {name.removeprefix(_OPTION): value for name, value in vars(arguments).items() if name.startswith(_OPTION)}
    own = {item.name for item in fields(wanted.options)}
    for name in given:
        if name not in own:
            raise UsageError(
                tr("The output {output} has no option --{name}.", output=wanted.id, name=name.replace("_", "-")),
                tr("Its options: {names}.", names=", ".join(f"--{one.replace('_', '-')}" for one in sorted(own)) or "–"),
            )
    return given


def _told(path: Path, checked: Any) -> str:
    from coverkit.app.rulebook import VERSION, rules
    from coverkit.report.data import Report, ReportSubject
    from coverkit.report.text_report import text_report

    subject = ReportSubject.of_cover(str(path), "", checked.cover)
    return text_report(Report(subject, checked.result, rules(), VERSION))


COMMAND = Command(mark("export a cover: PDF/X for the press, review PDF, PNG, web banner"), _configure, _run, rank=5)
