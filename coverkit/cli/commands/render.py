"""`coverkit render`: a picture of a cover or of a PDF."""

from __future__ import annotations

import argparse
from pathlib import Path

from coverkit.cli import arguments as types
from coverkit.cli import output
from coverkit.cli.command import Command
from coverkit.errors import UsageError
from coverkit.i18n import mark, tr

VIEWS = ("proof", "press", "c", "m", "y", "k", "ink")
"""As `app.pictures.VIEWS`, which is too heavy for a help text; a test compares them."""


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar=tr("FILE"), type=Path, help=tr("a cover or any PDF"))
    parser.add_argument("-o", "--output", metavar="OUT.png", type=Path, required=True, help=tr("the file to write"))
    parser.add_argument(
        "--dpi", type=types.positive, metavar=tr("NUMBER"), default=144.0, help=tr("pixels per inch (default: 144)")
    )
    parser.add_argument(
        "--view",
        choices=VIEWS,
        default="proof",
        help=tr("proof: as it will look; press: the press file with bleed and marks; c, m, y, k: one plate; ink: coverage"),
    )
    parser.add_argument("--printer", metavar="ID", help=tr("printer profile instead of the cover's own"))
    parser.add_argument("--page", metavar="N", type=types.count, default=1, help=tr("page of a PDF (default: 1)"))


def _run(arguments: argparse.Namespace) -> int:
    from coverkit.app.examining import kind_of
    from coverkit.model.storage.atomic import atomic_write

    out: Path = arguments.output
    if out.suffix.lower() != ".png":
        raise UsageError(tr("A PNG picture cannot be saved as {path}.", path=out), tr("The name must end with .png."))
    atomic_write(out, _pdf(arguments) if kind_of(arguments.file) == "pdf" else _cover(arguments))
    output.result(str(out))
    return 0


def _cover(arguments: argparse.Namespace) -> bytes:
    from coverkit.app.pictures import render
    from coverkit.app.project import Project

    project = Project.open(arguments.file)
    if arguments.printer is not None:
        project = project.for_printer(arguments.printer)
    return render(project, arguments.dpi, arguments.view)


def _pdf(arguments: argparse.Namespace) -> bytes:
    from coverkit.app.file_pictures import render_pdf
    from coverkit.formats.printers import DEFAULT_PRINTER, printer_profile

    printer = printer_profile(arguments.printer or DEFAULT_PRINTER)
    return render_pdf(arguments.file.read_bytes(), arguments.dpi, arguments.view, printer, arguments.page)


COMMAND = Command(mark("make a picture of a cover or of a PDF"), _configure, _run, rank=6)
