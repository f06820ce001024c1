"""`coverkit rules`: what is checked, why, and by what source."""

from __future__ import annotations

import argparse
import datetime as dt
import textwrap
from collections.abc import Sequence
from dataclasses import fields
from typing import TYPE_CHECKING

from coverkit.cli import output
from coverkit.cli.command import Command
from coverkit.errors import UsageError
from coverkit.i18n import mark, tr

if TYPE_CHECKING:
    from coverkit.checks.rule import Rule

_WIDTH = 100


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("rule", metavar="ID", nargs="?", help=tr("explain one rule"))
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help=tr("write the result as one JSON document"))
    shape.add_argument("--markdown", action="store_true", help=tr("write the rules as a page of documentation"))
    shape.add_argument(
        "--gwg", action="store_true", help=tr("list the Ghent Workgroup's rules with the limits of each variant")
    )
    shape.add_argument("--questions", action="store_true", help=tr("list what only a person can tell, see “--answer”"))


def _run(arguments: argparse.Namespace) -> int:
    from coverkit.app.rulebook import rules

    if arguments.questions:
        _ask()
        return 0
    found = [one for one in rules() if arguments.rule in (None, one.id)]
    if not found:
        raise UsageError(tr("There is no rule “{name}”.", name=arguments.rule), tr("“coverkit rules” lists all rules."))
    if arguments.gwg:
        _variants(found)
    elif arguments.json:
        output.listing("rules", [_entry(one) for one in found])
    elif arguments.markdown:
        from coverkit.report.rule_book import rule_book

        output.result(rule_book(found))
    elif arguments.rule is not None:
        _explain(found[0])
    else:
        rows = [(one.id, tr(_SEVERITIES[one.severity.value]), tr(one.title)) for one in found]
        output.table((tr("ID"), tr("SEVERITY"), tr("RULE")), rows)
    return 0


_SEVERITIES = {"error": mark("error"), "warning": mark("warning"), "note": mark("note")}


def _ask() -> None:
    from coverkit.rules.subject.questions import QUESTIONS

    for one in QUESTIONS.values():
        output.result(one.id)
        for paragraph in (tr(one.text), tr("Why: {why}", why=tr(one.why))):
            output.result(textwrap.fill(paragraph, _WIDTH, initial_indent="  ", subsequent_indent="    "))


def _variants(found: Sequence[Rule]) -> None:
    """Write which variant asks for which rule, and how."""
    from coverkit.report.gwg_limits import limits_of

    for one in found:
        rows = limits_of(one.id)
        if not rows:
            continue
        output.result(f"{one.id}  {tr(one.title)}")
        for words, names in rows.items():
            output.result(textwrap.fill(f"{words}: {', '.join(names)}", _WIDTH, initial_indent="  ", subsequent_indent="    "))


def _explain(one: Rule) -> None:
    from coverkit.report.gwg_limits import variant_lines

    severity = tr(_SEVERITIES[one.severity.value])
    output.result(f"{one.id} ({severity})")
    for paragraph in (
        tr(one.title),
        tr("Why: {why}", why=tr(one.why)),
        tr("Remedy: {remedy}", remedy=tr(one.remedy)),
        tr("Source: {source}", source=tr(one.source)),
        *((tr("Mended by “coverkit check --fix”: {codes}", codes=", ".join(sorted(one.fixes))),) if one.fixes else ()),
        *(
            tr("Option {name} = {value}", name=name, value=value if value != "" else "–")
            for name, value in _options(one).items()
        ),
        *variant_lines(one.id),
    ):
        output.result(textwrap.fill(paragraph, _WIDTH, initial_indent="  ", subsequent_indent="    "))


def _options(one: Rule) -> dict[str, object]:
    defaults = one.options()
    return {item.name: _plain(getattr(defaults, item.name)) for item in fields(one.options)}


def _plain(value: object) -> object:
    match value:
        case tuple():
            return [_plain(item) for item in value]
        case dt.date():
            return value.isoformat()
        case _:
            return value


def _entry(one: Rule) -> dict[str, object]:
    from coverkit.report.gwg_limits import variants_of

    variants = {name: {"severity": limit.severity, **limit.limits} for name, limit in variants_of(one.id).items()}
    return {
        "id": one.id,
        "severity": one.severity.value,
        "title": tr(one.title),
        "why": tr(one.why),
        "remedy": tr(one.remedy),
        "source": tr(one.source),
        "certainty": one.certainty,
        "options": _options(one),
        "fixes": sorted(one.fixes),
        **({"variants": variants} if variants else {}),
    }


COMMAND = Command(mark("list the rules, or explain one"), _configure, _run, rank=12)
