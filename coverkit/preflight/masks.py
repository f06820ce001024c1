"""Soft masks of graphics states: their kind, and the transparency groups in them."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.facts.marks import GroupFacts, MaskFacts
from coverkit.preflight import values
from coverkit.preflight.groups import group

_DEEPEST = 8
_MOST = 200


def mask_facts(mask: object, resources: object) -> MaskFacts:
    """Return what a soft mask dictionary holds.

    Args:
        mask: the value of /SMask.
        resources: of the content that sets it; a group without own resources takes its names from there.
    """
    form = values.get(mask, "/G")
    own = group(form, values.get(form, "/Resources") or resources)
    inner = tuple(found for found, _ in zip(_inside(form, 0, set()), range(_MOST), strict=False))
    return MaskFacts(values.name(values.get(mask, "/S")), own, inner)


def _inside(form: object, depth: int, seen: set[tuple[int, int]]) -> Iterator[GroupFacts]:
    """Yield the groups of the forms that a form's resources name, each form once."""
    resources = values.get(form, "/Resources")
    for _, one in values.entries(values.get(resources, "/XObject")):
        key = values.identity(one)
        if key is None or key in seen or values.name(values.get(one, "/Subtype")) != "Form":
            continue
        seen.add(key)
        found = group(one, values.get(one, "/Resources"))
        if found is not None:
            yield found
        if depth < _DEEPEST:
            yield from _inside(one, depth + 1, seen)
