"""The rule book as a page of documentation in Markdown, in the reader's language, made from the rules themselves."""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterable, Iterator
from dataclasses import fields
from itertools import groupby
from types import ModuleType
from typing import TypeGuard

from coverkit.checks.finding import Status
from coverkit.checks.rule import Rule
from coverkit.i18n import mark, number, tr
from coverkit.report.gwg_limits import variant_lines
from coverkit.report.wording import status_word

_AREAS = {
    "campaign": mark("The campaign"),
    "colour": mark("Colour"),
    "gwg": mark("The Ghent Workgroup's rules of 2022"),
    "images": mark("Pictures"),
    "law": mark("The law"),
    "layout": mark("Layout"),
    "press": mark("The press file"),
    "printer": mark("The printer"),
    "symbols": mark("Symbols of the state"),
    "text": mark("Text"),
}
_MAKERS = ("Problem", "problem_at")
_CERTAINTIES = {
    "high": mark("high: the source says so"),
    "medium": mark("medium: the source is read so"),
    "low": mark("low: the source is known only in part"),
    "policy": mark("policy: a good default, which no text demands"),
}


def rule_book(rules: Iterable[Rule]) -> str:
    """Return the page.

    Args:
        rules: every rule that it tells of.
    """
    ordered = sorted(rules, key=lambda one: one.id)
    count = tr("{count} rules. This page is made from the rules themselves and is not edited by hand.", count=len(ordered))
    lines = ["# " + tr("The rule book"), "", count, ""]
    for area, those in groupby(ordered, key=lambda one: one.id.partition(".")[0]):
        lines += ["## " + (tr(_AREAS[area]) if area in _AREAS else area), ""]
        for one in those:
            lines += [*_entry(one), ""]
    return "\n".join(lines[:-1]) + "\n"


def _entry(one: Rule) -> Iterator[str]:
    severity, why = status_word(Status(one.severity.value)), tr("Why: {why}", why=tr(one.why))
    yield f"### `{one.id}` – {tr(one.title)}"
    yield ""
    yield f"*{severity}* · {why}"
    yield ""
    yield from (f"- {point}" for point in _points(one))


def _points(one: Rule) -> Iterator[str]:
    yield tr("Remedy: {remedy}", remedy=tr(one.remedy))
    yield tr("Source: {source}", source=tr(one.source))
    yield tr("Certainty: {certainty}", certainty=tr(_CERTAINTIES.get(one.certainty, one.certainty)))
    if found := codes(one):
        yield tr("Codes: {codes}", codes=_quoted(found))
    if one.fixes:
        yield tr("Mended by “coverkit check --fix”: {codes}", codes=_quoted(sorted(one.fixes)))
    defaults = one.options()
    for item in fields(one.options):
        yield tr("Option {name} = {value}", name=f"`{item.name}`", value=_shown(getattr(defaults, item.name)))
    yield from variant_lines(one.id)


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def codes(one: Rule) -> tuple[str, ...]:
    """Return the codes of a rule's problems that its module or helpers beside it name; what they work out is left out."""
    module = sys.modules[one.check.__module__]
    named = [code for source in (module, *_helpers(module)) for code in _named(source)]
    return tuple(dict.fromkeys((*named, *sorted(one.fixes))))


def _helpers(module: ModuleType) -> list[ModuleType]:
    """Return the modules of the same area that a rule's module takes functions from."""
    area = module.__name__.rpartition(".")[0]
    beside = (getattr(thing, "__module__", "") for thing in vars(module).values() if inspect.isfunction(thing))
    found = {name: None for name in beside if name.rpartition(".")[0] == area and name != module.__name__}
    return [sys.modules[name] for name in found]


def _named(module: ModuleType) -> Iterator[str]:
    """Yield the codes that a module gives to problems, and those of its tables that it takes messages from by code."""
    try:
        nodes = tuple(ast.walk(ast.parse(inspect.getsource(module))))
    except OSError:  # a frozen program has no sources
        return
    given = [node.args[0] for node in nodes if _is_problem(node)]
    yield from (code for node in given for code in _texts(node))
    for node in nodes:
        if (
            isinstance(node, ast.Subscript)
            and isinstance(node.value, ast.Name)
            and ast.dump(node.slice) in map(ast.dump, given)
        ):
            yield from getattr(module, node.value.id)


def _is_problem(node: ast.AST) -> TypeGuard[ast.Call]:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _MAKERS and bool(node.args)


def _texts(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Constant(value=str() as text):
            yield text
        case ast.IfExp(body=body, orelse=orelse):
            yield from _texts(body)
            yield from _texts(orelse)


def _shown(value: object) -> str:
    match value:
        case bool():
            return tr("yes") if value else tr("no")
        case float() | int():
            return number(value, 4)
        case tuple():
            return ", ".join(_shown(item) for item in value) or "–"
        case _:
            return str(value) or "–"
