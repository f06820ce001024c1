"""The Ghent Workgroup's variants: which of its rules count for a kind of print, how much, and with what limits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal, cast

from coverkit.datafile import Table
from coverkit.errors import UsageError
from coverkit.i18n import language, tr
from coverkit.records import dataclass

Weight = Literal["error", "warning"]

RULES = tuple(f"r{number:04}" for number in range(1, 38))
"""The rules of the specification of 2022 that are known here; those for packaging (R1001, R1002) are left out."""

_FOLDER = Path(__file__).parent / "data" / "gwg"
_WEIGHTS = ("error", "warning")
_STEPS = ("error_ppi", "warning_ppi")
_LIMITS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("r0009", "r0010", "r0011", "r0012", "r0016", "r0017", "r0018", "r0019"), ("under_pt",)),
    "r0015": ("black", "total"),
    "r0020": ("most",),
    **dict.fromkeys(("r0025", "r0026"), ("percent", "square_mm")),
    **dict.fromkeys(("r0031", "r0032", "r0033"), _STEPS),
}


@dataclass(frozen=True, slots=True)
class GwgLimit:
    """How a rule counts in a variant.

    Attributes:
        severity: how bad a breach is; of the rules with two steps, that of the worse.
        limits: its numbers by name: `under_pt`, `black`, `total`, `most`, `percent`, `square_mm`, `error_ppi`, `warning_ppi`.
    """

    severity: Weight
    limits: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))

    def __getitem__(self, name: str) -> float:
        """Return a number by its name."""
        return self.limits[name]


@dataclass(frozen=True, slots=True)
class GwgVariant:
    """A variant of GWG 2022.

    Attributes:
        id: as the Ghent Workgroup calls it: SheetCMYK, MagazineAds …
        rules: by id (`r0001`); a rule that is not there is not used in the variant.
    """

    id: str
    name_vi: str
    name_en: str
    rules: Mapping[str, GwgLimit]

    @property
    def name(self) -> str:
        """What it is for, in the reader's language."""
        return self.name_vi if language() == "vi" else self.name_en


@cache
def gwg_variant_ids() -> tuple[str, ...]:
    """Return the ids of the shipped variants."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


def gwg_variants() -> tuple[GwgVariant, ...]:
    """Return the shipped variants, by id."""
    return tuple(gwg_variant(one) for one in gwg_variant_ids())


@cache
def gwg_variant(name: str) -> GwgVariant:
    """Return a variant by its id.

    Raises:
        UsageError: there is none of that id.
    """
    if name in gwg_variant_ids():
        return _read((_FOLDER / f"{name}.toml").read_bytes(), name)
    raise UsageError(
        tr("There is no variant “{name}” of the Ghent Workgroup's rules.", name=name),
        tr("Known: {known}.", known=", ".join(gwg_variant_ids())),
    )


def _read(raw: bytes, name: str) -> GwgVariant:
    table = Table.parse(raw, f"{name}.toml")
    rules = table.table("rules")
    found = GwgVariant(
        id=name,
        name_vi=table.text("name_vi"),
        name_en=table.text("name_en"),
        rules=MappingProxyType({rule: _limit(rules.table(rule), rule) for rule in RULES if rules.has(rule)}),
    )
    rules.finish()
    table.finish()
    return found


def _limit(table: Table, rule: str) -> GwgLimit:
    names = _LIMITS.get(rule, ())
    severity = "error" if names == _STEPS else table.text("severity", choices=_WEIGHTS)
    limits = {name: table.number(name, least=0) for name in names}
    table.finish()
    return GwgLimit(cast("Weight", severity), MappingProxyType(limits))
