"""`coverkit formats`: the page formats."""

from __future__ import annotations

import argparse

from coverkit.cli import output
from coverkit.cli.command import Command
from coverkit.i18n import mark, tr


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=tr("write the result as one JSON document"))


def _run(arguments: argparse.Namespace) -> int:
    from coverkit.formats.pages import named_formats

    found = named_formats()
    if arguments.json:
        output.listing(
            "formats",
            [
                {"id": one.page.id, "name": one.name, "trim_mm": [one.page.width, one.page.height], "note": one.note}
                for one in found
            ],
        )
        return 0
    rows = [(one.page.id, f"{one.page.width:g} × {one.page.height:g} mm", one.name, one.note) for one in found]
    output.table((tr("ID"), tr("TRIM"), tr("NAME"), tr("NOTE")), rows)
    return 0


COMMAND = Command(mark("list the page formats"), _configure, _run, rank=9)
