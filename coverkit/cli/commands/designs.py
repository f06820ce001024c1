"""`coverkit designs`: the designs and their slots."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from coverkit.cli import output, words
from coverkit.cli.command import Command
from coverkit.errors import CoverKitError
from coverkit.i18n import mark, tr

if TYPE_CHECKING:
    from coverkit.layout.design import Design, Slot


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("design", metavar="ID", nargs="?", help=tr("show the slots of one design"))
    parser.add_argument("--json", action="store_true", help=tr("write the result as one JSON document"))


def _run(arguments: argparse.Namespace) -> int:
    from coverkit.layout.design import design

    if arguments.design is not None:
        _show(design(arguments.design), as_json=arguments.json)
        return 0
    found = _at_hand()
    if arguments.json:
        output.listing("designs", [_entry(one) for one in found])
    else:
        output.table((tr("ID"), tr("NAME"), tr("ABOUT")), [(one.id, one.name, one.about) for one in found])
    return 0


def _at_hand() -> list[Design]:
    """Read all designs; one of a person's own that cannot be read is told and left out, so that it hides no other."""
    from coverkit.layout.design import design, design_ids, own_design_ids

    found = [design(name) for name in design_ids()]
    for name in own_design_ids():
        try:
            found.append(design(name))
        except CoverKitError as error:
            output.message(f"coverkit: {error.message}")
    return found


def _show(one: Design, *, as_json: bool) -> None:
    if as_json:
        output.listing("designs", [_entry(one)])
        return
    output.result(tr("{name} ({id}, version {version})", name=one.name, id=one.id, version=one.version))
    output.result(f"{one.about}\n")
    open_to_all = [slot for slot in one.slots if slot.open]
    rows = [
        (slot.id, words.kind(slot.kind), words.locks(slot.open), tr("yes") if slot.required else "", slot.name)
        for slot in open_to_all
    ]
    output.table((tr("SLOT"), tr("KIND"), tr("OPEN"), tr("REQUIRED"), tr("NAME")), rows)


def _entry(one: Design) -> dict[str, object]:
    return {
        "id": one.id,
        "version": one.version,
        "name": one.name,
        "about": one.about,
        "sha256": one.sha256,
        "slots": [_slot(slot) for slot in one.slots],
    }


def _slot(slot: Slot) -> dict[str, object]:
    return {
        "id": slot.id,
        "kind": slot.kind,
        "name": slot.name,
        "role": slot.role,
        "open": list(slot.open),
        "required": slot.required,
        "form": slot.form,
    }


COMMAND = Command(mark("list the designs and their slots"), _configure, _run, rank=8)
