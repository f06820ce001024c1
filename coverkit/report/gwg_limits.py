"""How the variants of the Ghent Workgroup weigh and limit a rule, in words and as plain data."""

from __future__ import annotations

from collections.abc import Mapping

from coverkit.formats.gwg import GwgLimit, gwg_variants
from coverkit.i18n import mark, number, tr

_AREA = "gwg."
_WEIGHTS = {"error": mark("error"), "warning": mark("warning")}


def variants_of(rule_id: str) -> Mapping[str, GwgLimit]:
    """Return the variants that use a rule, with its limits there; empty for rules that are not the Ghent Workgroup's."""
    if not rule_id.startswith(_AREA):
        return {}
    name = rule_id.removeprefix(_AREA)
    return {variant.id: variant.rules[name] for variant in gwg_variants() if name in variant.rules}


def limit_words(limit: GwgLimit) -> str:
    """Return how a variant weighs and limits a rule: "warning under 12 pt"."""
    numbers = {name: number(value) for name, value in limit.limits.items()}
    if "error_ppi" in numbers:
        return tr("error up to {error_ppi} ppi, warning up to {warning_ppi} ppi", **numbers)
    weight = tr(_WEIGHTS[limit.severity])
    match tuple(numbers):
        case ("under_pt",):
            return tr("{weight} under {under_pt} pt", weight=weight, **numbers)
        case ("black", "total"):
            percent = {name: number(value * 100) for name, value in limit.limits.items()}
            return tr("{weight} from {black} % of black with more than {total} % in all", weight=weight, **percent)
        case ("most",):
            return tr("{weight} above {most}", weight=weight, **numbers)
        case ("percent", "square_mm"):
            return tr("{weight} above {percent} % over {square_mm} mm", weight=weight, **numbers)
        case _:
            return weight


def limits_of(rule_id: str) -> Mapping[str, tuple[str, ...]]:
    """Return what the variants say of a rule, with the variants that say so."""
    found: dict[str, tuple[str, ...]] = {}
    for variant, limit in variants_of(rule_id).items():
        words = limit_words(limit)
        found[words] = (*found.get(words, ()), variant)
    return found


def variant_lines(rule_id: str) -> list[str]:
    """Return a line for each way in which variants use a rule: "Variant SheetCMYK, Newspaper: warning under 12 pt"."""
    return [tr("Variant {names}: {words}", names=", ".join(names), words=words) for words, names in limits_of(rule_id).items()]
