"""Transparency groups of pages, forms and soft masks."""

from __future__ import annotations

from coverkit.facts.marks import GroupFacts
from coverkit.preflight import values
from coverkit.preflight.spaces import space


def group(native: object, resources: object) -> GroupFacts | None:
    """Return the transparency group of a page or form."""
    found = values.get(native, "/Group")
    if values.name(values.get(found, "/S")) != "Transparency":
        return None
    blend = space(values.get(found, "/CS"), resources)
    return GroupFacts(
        blend.family,
        values.boolean(values.get(found, "/I")) is True,
        values.boolean(values.get(found, "/K")) is True,
        blend.chain,
    )
