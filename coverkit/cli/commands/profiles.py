"""`coverkit profiles`: the printer profiles."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from coverkit.cli import output
from coverkit.cli.command import Command
from coverkit.i18n import mark, tr

if TYPE_CHECKING:
    from coverkit.formats.printers import PrinterProfile


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=tr("write the result as one JSON document"))


def _run(arguments: argparse.Namespace) -> int:
    from coverkit.formats.printers import printer_profiles

    found = printer_profiles()
    if arguments.json:
        output.listing("profiles", [_entry(one) for one in found])
        return 0
    rows = [
        (one.id, one.standard, one.condition, f"{max(_bleed(one)):g} mm", f"{one.ink_limit:g} %", one.name) for one in found
    ]
    output.table((tr("ID"), tr("STANDARD"), tr("CONDITION"), tr("BLEED"), tr("INK LIMIT"), tr("NAME")), rows)
    return 0


def _bleed(one: PrinterProfile) -> list[float]:
    return [one.bleed.left, one.bleed.top, one.bleed.right, one.bleed.bottom]


def _entry(one: PrinterProfile) -> dict[str, object]:
    return {
        "id": one.id,
        "name": one.name,
        "standard": one.standard,
        "condition": one.condition,
        "bleed_mm": _bleed(one),
        "safe_mm": one.safe,
        "marks": list(one.marks),
        "ink_limit_percent": one.ink_limit,
        "least_ppi": one.least_ppi,
        "refuse_ppi": one.refuse_ppi,
        "picture_ppi": one.picture_ppi,
        "outlines": one.outlines,
        "gwg": one.gwg,
    }


COMMAND = Command(mark("list the printer profiles"), _configure, _run, rank=10)
