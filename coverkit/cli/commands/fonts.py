"""`coverkit fonts`: the bundled families."""

from __future__ import annotations

import argparse

from coverkit.cli import output
from coverkit.cli.command import Command
from coverkit.i18n import mark, tr

_GROUPS = {"sans": mark("sans serif"), "serif": mark("serif"), "condensed": mark("condensed"), "display": mark("display")}


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=tr("write the result as one JSON document"))


def _run(arguments: argparse.Namespace) -> int:
    from coverkit.typography.library import FaceInfo, FontLibrary

    def weight(info: FaceInfo) -> str:
        return tr("{weight} italic", weight=info.weight) if info.italic else str(info.weight)

    def face(info: FaceInfo) -> dict[str, object]:
        return {"key": info.key, "weight": info.weight, "italic": info.italic}

    found = FontLibrary.bundled().families()
    if arguments.json:
        output.listing(
            "fonts", [{"family": one.name, "group": one.group, "faces": [face(info) for info in one.faces]} for one in found]
        )
        return 0
    rows = [(one.name, tr(_GROUPS.get(one.group, one.group)), ", ".join(weight(info) for info in one.faces)) for one in found]
    output.table((tr("FAMILY"), tr("GROUP"), tr("WEIGHTS")), rows)
    return 0


COMMAND = Command(mark("list the fonts"), _configure, _run, rank=11)
