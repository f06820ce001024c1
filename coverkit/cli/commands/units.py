"""`coverkit units …`: the profiles of publishing units that are kept on this computer."""

from __future__ import annotations

import argparse
import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

from coverkit.cli import output
from coverkit.cli.command import Command
from coverkit.errors import ExitCode, UsageError
from coverkit.i18n import mark, tr

if TYPE_CHECKING:
    from coverkit.model.document import Unit

_WORDS = {
    "name": mark("Name"),
    "short_name": mark("Short name"),
    "parent": mark("Parent body"),
    "publication": mark("Publication"),
    "address": mark("Address"),
    "licence_number": mark("Licence"),
    "licence_date": mark("Licence of"),
    "responsible": mark("Responsible"),
    "printer": mark("Printer"),
    "print_run": mark("Print run"),
    "periodicity": mark("Appears"),
    "pages": mark("Pages"),
    "licence_format": mark("Licensed size"),
    "licence_pages": mark("Licensed pages"),
    "licence_print_run": mark("Licensed run"),
    "licence_printer": mark("Licensed printer"),
    "licence_periodicity": mark("Licensed periodicity"),
    "licence_masthead": mark("Licensed masthead"),
    "masthead_words": mark("Drawn masthead says"),
}


def _configure(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(title=tr("subcommands"), dest="action", metavar=tr("SUBCOMMAND"), required=True)

    def add(name: str, words: str) -> argparse.ArgumentParser:
        return actions.add_parser(name, help=words, description=words, allow_abbrev=False)

    for name, words in (("list", tr("list the units that are kept")), ("show", tr("show a unit's profile"))):
        action = add(name, words)
        if name == "show":
            action.add_argument("unit", metavar=tr("NAME|FILE"), help=tr("short name of a kept unit, or a TOML file"))
        action.add_argument("--json", action="store_true", help=tr("write the result as one JSON document"))
    save = add("save", tr("keep a unit's profile for all covers"))
    save.add_argument("file", metavar=tr("FILE.toml"), type=Path, help=tr("the profile"))
    save.add_argument("--name", metavar=tr("NAME"), default="", help=tr("its short name; made of the unit's name if left out"))
    save.add_argument("--replace", action="store_true", help=tr("replace another profile of that short name"))
    masthead = add("masthead", tr("take a drawn masthead into a kept unit; designs show it instead of the name in type"))
    masthead.add_argument("unit", metavar=tr("NAME"), help=tr("short name of a kept unit"))
    masthead.add_argument(
        "file", metavar=tr("FILE"), nargs="?", type=Path, help=tr("SVG, PDF or AI: shapes, lines and straight gradients")
    )
    masthead.add_argument(
        "--words", metavar=tr("TEXT"), help=tr("what the drawing says, for the rules; the publication's name if left out")
    )
    masthead.add_argument(
        "--own-colours",
        action="store_true",
        help=tr("a drawing of one colour keeps it; else it takes that of the design. One of several colours always keeps them"),
    )
    masthead.add_argument("--inks", metavar=tr("FILE"), type=Path, help=tr("TOML table of inks by name and screen colour"))
    masthead.add_argument("--none", action="store_true", help=tr("take the drawn masthead off"))
    remove = add("remove", tr("take a kept unit away; covers keep what they took from it"))
    remove.add_argument("unit", metavar=tr("NAME"), help=tr("short name of a kept unit"))


def _run(arguments: argparse.Namespace) -> int:
    from coverkit.app import units

    match arguments.action:
        case "list":
            _list(as_json=arguments.json)
        case "show":
            _show(units.find_unit(arguments.unit), as_json=arguments.json)
        case "save":
            kept = units.save_unit(units.read_unit(arguments.file), arguments.name, replace=arguments.replace)
            output.result(tr("{name} is kept as “{id}”: {path}", name=kept.unit.name, id=kept.id, path=kept.path))
            output.message(tr("Use it with --unit {id}.", id=kept.id))
        case "masthead":
            _masthead(arguments)
        case _:
            units.remove_unit(arguments.unit)
            output.result(tr("The unit “{name}” was removed.", name=arguments.unit))
    return ExitCode.CLEAN


def _masthead(arguments: argparse.Namespace) -> None:
    from coverkit.app import units
    from coverkit.app.masthead import masthead_outline
    from coverkit.artwork.inking import read_inks

    if (arguments.file is None) is not arguments.none:
        raise UsageError(tr("Give a file or --none."), tr("“coverkit units masthead --help” explains both."))
    unit = units.kept_unit(arguments.unit)
    outline, words = "", ""
    if arguments.file is not None:
        inks = None if arguments.inks is None else read_inks(arguments.inks)
        outline = masthead_outline(arguments.file, inks, own_colours=arguments.own_colours)
        words = (arguments.words or "").strip()
    fresh = dataclasses.replace(unit, masthead_outline=outline, masthead_words=words)
    kept = units.save_unit(fresh, arguments.unit, replace=True)
    if outline:
        output.result(tr("The masthead of “{id}” is drawn now: {path}", id=kept.id, path=kept.path))
        output.message(
            tr("Covers that have this unit already keep what they took; give it to them again: --unit {id}.", id=kept.id)
        )
    else:
        output.result(tr("The masthead of “{id}” is set in type again.", id=kept.id))


def _list(*, as_json: bool) -> None:
    from coverkit.app.units import kept_units

    found = kept_units()
    if as_json:
        output.listing("units", [{"id": one.id, **_entry(one.unit)} for one in found])
        return
    rows = [(one.id, one.unit.name, one.unit.publication, one.unit.licence_number) for one in found]
    output.table((tr("ID"), tr("NAME"), tr("PUBLICATION"), tr("LICENCE")), rows)


def _show(unit: Unit, *, as_json: bool) -> None:
    if as_json:
        output.document({"unit": _entry(unit)})
        return
    pairs = [(tr(words), str(value)) for key, words in _WORDS.items() if (value := _entry(unit)[key])]
    width = max(output.cells(name) for name, _ in pairs)
    for name, value in pairs:
        output.result(f"{name}{' ' * (width - output.cells(name))}  {value}")


def _entry(unit: Unit) -> dict[str, object]:
    found = dataclasses.asdict(unit)
    day = unit.licence_date
    return {**found, "licence_date": None if day is None else day.isoformat()}


COMMAND = Command(mark("list, show, keep and remove the profiles of publishing units"), _configure, _run, rank=8)
