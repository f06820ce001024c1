"""Units of length in the window: shown in fields and on rulers, and typed in any field of a length. Documents hold mm alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, get_args

from coverkit.errors import InputError
from coverkit.records import dataclass

Unit = Literal["mm", "cm", "in", "pt"]
NAMES: tuple[Unit, ...] = get_args(Unit)


@dataclass(frozen=True, slots=True)
class Length:
    """A unit of length.

    Attributes:
        factor: mm in one of it.
        digits: decimals that a field shows: at least a hundredth of a mm can be seen.
        step: by which arrow keys change a field, in mm.
    """

    name: Unit
    factor: float
    digits: int
    step: float


UNITS: Mapping[Unit, Length] = MappingProxyType(
    {
        "mm": Length("mm", 1.0, 2, 1.0),
        "cm": Length("cm", 10.0, 3, 1.0),
        "in": Length("in", 25.4, 4, 25.4 / 16),
        "pt": Length("pt", 25.4 / 72, 2, 25.4 / 72),
    }
)
_TAIL = re.compile(r"\s*(mm|cm|in|pt|\"|″)$", re.IGNORECASE)
_BEGUN = re.compile(r"\s*[mcip]$", re.IGNORECASE)
_SIGNS = frozenset({'"', "″"})
_chosen: list[Unit] = ["mm"]


def shown() -> Length:
    """Return the unit that lengths are shown in."""
    return UNITS[_chosen[0]]


def show_in(name: str) -> None:
    """Show lengths in a unit from now on; mm where there is none of that name."""
    _chosen[0] = next((one for one in NAMES if one == name), "mm")


def unit_named(name: str) -> Length | None:
    """Return the unit of length of that name; None for per cent, degrees and the like."""
    return next((UNITS[one] for one in NAMES if one == name), None)


def parse(typed: str, unit: Length) -> float:
    """Return what was typed in mm: a number or a sum, with a unit at its end or in the unit that is shown.

    Raises:
        InputError: it is no number.
    """
    typed = typed.strip()
    found = _TAIL.search(typed)
    if found is not None:
        name = found[1].lower()
        unit = UNITS["in"] if name in _SIGNS else unit_named(name) or unit
        typed = typed[: found.start()]
    return _reckoned(typed) * unit.factor


def without_unit(typed: str) -> tuple[str, bool]:
    """Return what was typed without the unit at its end, and whether that unit is only begun."""
    if _TAIL.search(typed.rstrip()):
        return _TAIL.sub("", typed.rstrip()), False
    return _BEGUN.sub("", typed.rstrip()), bool(_BEGUN.search(typed.rstrip()))


def is_number(typed: str) -> bool:
    """Tell whether a number or a sum is complete."""
    try:
        _reckoned(typed)
    except InputError:
        return False
    return True


def _reckoned(typed: str) -> float:
    # Loaded when the first number is typed; the start page has none.
    from coverkit.layout.expression import evaluate

    return evaluate(typed.replace(",", ".").strip(), _no_names, "")


def _no_names(name: str) -> float:
    raise KeyError(name)
