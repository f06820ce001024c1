"""What the catalog, the trailer and the document information say."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

import pikepdf

from coverkit.facts.pdf import InfoEntry, LayerFacts
from coverkit.preflight import values
from coverkit.preflight.layers import off_by_default

_VIEWER_BOXES = ("ViewArea", "ViewClip", "PrintArea", "PrintClip")
_MOST_NODES = 10_000
_MOST_FILES = 1000


def info_facts(trailer: object) -> Mapping[str, InfoEntry]:
    """Return the document information by key without its slash."""
    return MappingProxyType({key[1:]: _entry(value) for key, value in values.entries(values.get(trailer, "/Info"))})


def _entry(value: object) -> InfoEntry:
    match value:
        case pikepdf.String():
            return InfoEntry(values.text(value), "string")
        case pikepdf.Name():
            return InfoEntry(values.name(value), "name")
        case bool():
            return InfoEntry(str(value).lower(), "bool")
        case int() | Decimal() | float():
            return InfoEntry(str(value), "number")
        case _:
            return InfoEntry("", "other")


def file_id(trailer: object) -> tuple[str, ...]:
    """Return the two strings of the file's identifier in hexadecimal; empty when they are not two strings."""
    listed = values.items(values.get(trailer, "/ID"))
    strings = [bytes(one).hex() for one in listed if isinstance(one, pikepdf.String)]
    return tuple(strings) if len(strings) == len(listed) == 2 else ()


def layer_facts(root: object) -> LayerFacts | None:
    """Return the layers, None without optional content."""
    properties = values.get(root, "/OCProperties")
    if properties is None:
        return None
    groups = values.items(values.get(properties, "/OCGs"))
    default = values.get(properties, "/D")
    configurations = values.items(values.get(properties, "/Configs"))
    off = off_by_default(root)
    every = [default, *configurations]
    return LayerFacts(
        names=tuple(_called(one) for one in groups),
        hidden=tuple(_called(one) for one in groups if values.identity(one) in off),
        configurations=len(configurations),
        has_automatic_states=any(values.get(one, "/AS") is not None for one in every),
        unnamed_configuration=any(not _called(one) for one in every),
    )


def _called(native: object) -> str:
    return values.text(values.get(native, "/Name"))


def viewer_boxes(root: object) -> Mapping[str, str]:
    """Return the page boxes that the viewer preferences name."""
    preferences = values.get(root, "/ViewerPreferences")
    stated = {key: values.name(values.get(preferences, f"/{key}")) for key in _VIEWER_BOXES}
    return MappingProxyType({key: value for key, value in stated.items() if value})


def embedded_files(root: object) -> tuple[str, ...]:
    """Return the names of the files that are embedded in the document."""
    return tuple(_names(values.get(values.get(root, "/Names"), "/EmbeddedFiles")))


def has_names(root: object, key: str) -> bool:
    """Tell whether a name tree of the catalog holds anything."""
    return bool(_names(values.get(values.get(root, "/Names"), key)))


def _names(tree: object) -> list[str]:
    """Return the names in a name tree; of a hostile one the first that are met."""
    found: list[str] = []
    open_nodes, visited = [tree], 0
    while open_nodes and visited < _MOST_NODES and len(found) < _MOST_FILES:
        node = open_nodes.pop()
        visited += 1
        found += [values.text(one) or "?" for one in values.items(values.get(node, "/Names"))[::2]]
        open_nodes += reversed(values.items(values.get(node, "/Kids")))
    return found


def has_fields_to_fill(form: object) -> bool:
    """Tell whether there is an interactive form with more in it than signatures, which PDF/X allows outside the bleed.

    An empty form counts: it has no reason to be there.
    """
    fields = values.items(values.get(form, "/Fields"))
    return form is not None and not (fields and all(values.name(values.get(field, "/FT")) == "Sig" for field in fields))
