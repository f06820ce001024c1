"""Lengths in designs: small sums like `safe + 0.06 * W` or `name.end + 4`, in mm.

Only numbers, names, + - * /, comparisons, `a if b else c`, min, max, abs and round; nothing else of Python.
"""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Callable
from functools import lru_cache

from coverkit.errors import InputError
from coverkit.i18n import tr

Lookup = Callable[[str], float]

_BINARY: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_COMPARE: dict[type[ast.cmpop], Callable[[float, float], bool]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}
_FUNCTIONS: dict[str, Callable[..., float]] = {"min": min, "max": max, "abs": abs, "round": round}


def evaluate(text: str, lookup: Lookup, where: str) -> float:
    """Return the value of an expression.

    Args:
        text: the expression.
        lookup: returns the value of a name (`W`, `name.end`); raises KeyError for an unknown one.
        where: what messages call the place.

    Raises:
        InputError: it cannot be read, names something unknown, divides by zero, or is not finite.
    """
    try:
        value = float(_value(_parsed(text), lookup))
        if not math.isfinite(value):
            raise ValueError("not finite")  # noqa: TRY301 - told like every other reason
    except (SyntaxError, ValueError, TypeError, KeyError, ArithmeticError, RecursionError, MemoryError) as error:
        raise InputError(
            tr("{where}: “{text}” cannot be worked out ({reason}).", where=where, text=text, reason=error),
            tr("Use numbers, known names, + - * /, min, max, and a if b else c."),
        ) from error
    return value


@lru_cache(maxsize=4096)
def _parsed(text: str) -> ast.expr:
    return ast.parse(text.strip(), mode="eval").body


def _value(node: ast.expr, lookup: Lookup) -> float:
    match node:
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
            return float(number)
        case ast.Name(id=name):
            return lookup(name)
        case ast.Attribute(value=ast.Name(id=name), attr=attribute):
            return lookup(f"{name}.{attribute}")
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _BINARY:
            return _BINARY[type(op)](_value(left, lookup), _value(right, lookup))
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand, lookup)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return float(not _value(operand, lookup))
        case ast.IfExp(test=test, body=body, orelse=orelse):
            return _value(body, lookup) if _value(test, lookup) else _value(orelse, lookup)
        case ast.Call(func=ast.Name(id=name), args=arguments, keywords=[]) if name in _FUNCTIONS:
            return float(_FUNCTIONS[name](*(_value(argument, lookup) for argument in arguments)))
        case _:
            return _logic(node, lookup)


def _logic(node: ast.expr, lookup: Lookup) -> float:
    match node:
        case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in _COMPARE:
            return float(_COMPARE[type(op)](_value(left, lookup), _value(right, lookup)))
        case ast.BoolOp(op=ast.And(), values=values):
            return float(all(_value(value, lookup) for value in values))
        case ast.BoolOp(op=ast.Or(), values=values):
            return float(any(_value(value, lookup) for value in values))
        case _:
            raise ValueError("not allowed here")
