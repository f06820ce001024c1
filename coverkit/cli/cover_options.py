"""The options that say what a cover holds, shared by `new` and `edit`."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from coverkit.cli import arguments as types
from coverkit.errors import UsageError
from coverkit.i18n import tr

if TYPE_CHECKING:
    from coverkit.app.covers import Changes
    from coverkit.geometry import Rect
    from coverkit.model.document import Element, Waiver

T = TypeVar("T")


def add_setup(parser: argparse.ArgumentParser) -> None:
    """Add the options of the cover as a whole."""
    group = parser.add_argument_group(tr("the cover"))
    group.add_argument("--campaign", metavar="ID", help=tr("campaign: id, folder or .campaign file; “none” for no campaign"))
    group.add_argument("--design", metavar="ID", help=tr("design, see “coverkit designs”"))
    group.add_argument("--format", metavar="ID", help=tr("page format, see “coverkit formats”, or a size in mm like 190x250"))
    group.add_argument("--printer", metavar="ID", help=tr("printer profile, see “coverkit profiles”"))
    group.add_argument(
        "--unit",
        metavar=tr("NAME|FILE.toml"),
        help=tr("the publishing body: a unit that is kept, see “coverkit units”, or a file with its details"),
    )
    group.add_argument("--issue-date", metavar=tr("YYYY-MM-DD"), type=types.date, help=tr("day of the issue"))
    group.add_argument("--number", metavar=tr("TEXT"), help=tr("the issue's number, as printed"))
    group.add_argument(
        "--kind",
        choices=("ban-tin", "tai-lieu"),
        help=tr("what is published: a bản tin (newsletter) or a tài liệu không kinh doanh (non-commercial document)"),
    )


def add_content(parser: argparse.ArgumentParser) -> None:
    """Add the options that fill and arrange slots."""
    group = parser.add_argument_group(tr("content"))
    _repeated(
        group,
        "--set",
        tr("SLOT=TEXT"),
        types.text,
        tr("put a text into a slot; \\n breaks the line, @FILE takes it from a file; a slogan also by its id"),
    )
    _repeated(group, "--picture", tr("SLOT=FILE"), types.assignment, tr("put a picture into a slot"))
    _repeated(group, "--place", tr("SLOT=X,Y,WIDTH,HEIGHT"), types.placed, tr("move an element: mm from the trim's top left"))
    _repeated(group, "--hide", tr("SLOT"), str, tr("take an element off the page"))
    _repeated(group, "--show", tr("SLOT"), str, tr("put a hidden element back"))
    _repeated(
        group, "--add-text", tr("ID=TEXT"), types.text, tr("add a text of your own; --place ID=X,Y,WIDTH,HEIGHT says where")
    )
    _repeated(group, "--remove", "ID", str, tr("remove an element of your own"))
    group = parser.add_argument_group(tr("what only a person can tell"))
    _repeated(
        group,
        "--answer",
        tr("QUESTION=yes|no"),
        types.answer,
        tr("answer a question of the rules, see “coverkit rules --questions”; “none” takes the answer back"),
    )
    group = parser.add_argument_group(tr("accepting findings"))
    _repeated(group, "--waive", tr("RULE/CODE=REASON"), types.waiver, tr("accept a finding; the reason stands in every report"))
    group.add_argument("--by", metavar=tr("NAME"), help=tr("who accepts it"))


def changes(arguments: argparse.Namespace, today: dt.date) -> Changes:
    """Return what the options ask for.

    Raises:
        UsageError: they contradict one another.
        InputError: the unit's file is wrong.
    """
    from coverkit.app.covers import Changes
    from coverkit.app.units import find_unit

    for option in ("set", "picture", "place", "add_text", "answer"):
        types.by_name(f"--{option.replace('_', '-')}", getattr(arguments, option))
    places = dict(arguments.place)
    added = _added(arguments, places)
    return Changes(
        campaign=arguments.campaign,
        design=arguments.design,
        format=arguments.format,
        printer=arguments.printer,
        unit=None if arguments.unit is None else find_unit(arguments.unit),
        issue_date=arguments.issue_date,
        number=arguments.number,
        kind=arguments.kind,
        texts=dict(arguments.set),
        pictures={slot: Path(file) for slot, file in arguments.picture},
        places=places,
        added=added,
        hidden=tuple(arguments.hide),
        shown=tuple(arguments.show),
        removed=tuple(arguments.remove),
        waivers=_waivers(arguments, today),
        answers=dict(arguments.answer),
    )


def _repeated(group: argparse._ArgumentGroup, option: str, metavar: str, kind: Callable[[str], T], words: str) -> None:
    group.add_argument(option, metavar=metavar, type=kind, action="append", default=[], help=words)


def _added(arguments: argparse.Namespace, places: dict[str, Rect]) -> tuple[Element, ...]:
    from coverkit.model.document import Element

    elements = []
    for name, words in arguments.add_text:
        box = places.pop(name, None)
        if box is None:
            raise UsageError(
                tr("--add-text {name} does not say where.", name=name),
                tr("Add --place {name}=X,Y,WIDTH,HEIGHT (mm).", name=name),
            )
        elements.append(Element(name, "text", {"text": words}, box))
    return tuple(elements)


def _waivers(arguments: argparse.Namespace, today: dt.date) -> tuple[Waiver, ...]:
    from coverkit.model.document import Waiver

    if not arguments.waive:
        return ()
    if not (arguments.by or "").strip():
        raise UsageError(tr("--waive wants a name."), tr("Add --by NAME: who accepts the finding."))
    _refuse_unknown({rule for rule, _, _ in arguments.waive})
    return tuple(Waiver(rule, code, reason, arguments.by, today) for rule, code, reason in arguments.waive)


def _refuse_unknown(waived: set[str]) -> None:
    from coverkit.app.rulebook import rules

    unknown = sorted(waived - {rule.id for rule in rules()})
    if unknown:
        raise UsageError(tr("There is no rule “{name}”.", name=unknown[0]), tr("“coverkit rules” lists all rules."))
