"""PostScript calculator functions (ISO 32000-1, 7.10.5), as programs write them for the stand-ins of spot colours."""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Callable, Iterator

Program = list["float | str | Program"]

_TOKEN = re.compile(r"[{}]|[^\s{}]+")
_DEEPEST, _LONGEST, _MOST_STACK = 16, 5_000, 100

_TWO: dict[str, Callable[[float, float], float]] = {
    "add": operator.add,
    "sub": operator.sub,
    "mul": operator.mul,
    "div": operator.truediv,
    "idiv": lambda a, b: float(math.trunc(a / b)),
    "mod": math.fmod,
    "exp": lambda a, b: float(a**b),
    "atan": lambda a, b: math.degrees(math.atan2(a, b)) % 360,
    "eq": lambda a, b: float(a == b),
    "ne": lambda a, b: float(a != b),
    "gt": lambda a, b: float(a > b),
    "ge": lambda a, b: float(a >= b),
    "lt": lambda a, b: float(a < b),
    "le": lambda a, b: float(a <= b),
    "and": lambda a, b: float(int(a) & int(b)),
    "or": lambda a, b: float(int(a) | int(b)),
    "xor": lambda a, b: float(int(a) ^ int(b)),
}
_ONE: dict[str, Callable[[float], float]] = {
    "neg": operator.neg,
    "abs": abs,
    "sqrt": math.sqrt,
    "ceiling": math.ceil,
    "floor": math.floor,
    "round": lambda a: float(math.floor(a + 0.5)),
    "truncate": math.trunc,
    "cvi": math.trunc,
    "cvr": float,
    "sin": lambda a: math.sin(math.radians(a)),
    "cos": lambda a: math.cos(math.radians(a)),
    "ln": math.log,
    "log": math.log10,
    "not": lambda a: float(not a),
}


def program_of(text: str) -> Program:
    """Read a program.

    Raises:
        ValueError: it is no program, or too long.
    """
    tokens = _TOKEN.findall(text)
    if not tokens or tokens[0] != "{" or len(tokens) > _LONGEST:
        raise ValueError("no program")
    return _block(iter(tokens[1:]), 0)


def _block(tokens: Iterator[str], depth: int) -> Program:
    found: Program = []
    for token in tokens:
        if token == "}":
            return found
        if token == "{":
            if depth > _DEEPEST:
                raise ValueError("nested too deeply")
            found.append(_block(tokens, depth + 1))
        else:
            found.append(_number_or_word(token))
    raise ValueError("a block is not closed")


def _number_or_word(token: str) -> float | str:
    try:
        return float(token)
    except ValueError:
        return {"true": 1.0, "false": 0.0}.get(token, token)


def run(program: Program, inputs: tuple[float, ...]) -> tuple[float, ...]:
    """Return what a program leaves on the stack.

    Raises:
        ValueError: it does what calculators do not.
    """
    stack: list[float] = list(inputs)
    try:
        _run(program, stack)
    except (IndexError, ArithmeticError, TypeError) as error:
        raise ValueError("a damaged program") from error
    return tuple(stack)


def _run(program: Program, stack: list[float]) -> None:
    blocks: list[Program] = []
    for step in program:
        if isinstance(step, float):
            stack.append(step)
        elif isinstance(step, list):
            blocks.append(step)
        elif step in _TWO:
            b, a = stack.pop(), stack.pop()
            stack.append(_TWO[step](a, b))
        elif step in _ONE:
            stack.append(float(_ONE[step](stack.pop())))
        elif step in ("if", "ifelse"):
            _choose(step, blocks, stack)
        else:
            _shuffle(step, stack)
        if len(stack) > _MOST_STACK:
            raise ValueError("too much on the stack")


def _choose(step: str, blocks: list[Program], stack: list[float]) -> None:
    other = blocks.pop() if step == "ifelse" else []
    first = blocks.pop()
    _run(first if stack.pop() else other, stack)


def _shuffle(step: str, stack: list[float]) -> None:
    match step:
        case "pop":
            stack.pop()
        case "dup":
            stack.append(stack[-1])
        case "exch":
            stack[-1], stack[-2] = stack[-2], stack[-1]
        case "copy":
            count = int(stack.pop())
            stack += stack[len(stack) - count :] if count > 0 else []
        case "index":
            stack.append(stack[-1 - int(stack.pop())] if stack[-1] >= 0 else math.nan)
        case "roll":
            turn, count = int(stack.pop()), int(stack.pop())
            if not 0 < count <= len(stack):
                raise ValueError("a roll of nothing")
            top = stack[-count:]
            turn %= count
            stack[-count:] = top[count - turn :] + top[: count - turn]
        case _:
            raise ValueError(f"{step} is no operator")
