"""The XML of an SVG file, read with suspicion: no entities that grow, nothing from outside, bounded in size."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from xml.parsers import expat

from coverkit.artwork.refusal import unreadable
from coverkit.errors import InputError
from coverkit.i18n import tr

SVG = "{http://www.w3.org/2000/svg}"
XLINK_HREF = "{http://www.w3.org/1999/xlink}href"

_LARGEST = 32_000_000
_MOST_ELEMENTS = 100_000
_DEEPEST = 100
_MOST_ENTITIES, _LONGEST_ENTITY = 64, 200
"""Illustrator declares a dozen short entities for its namespaces."""
_OUTSIDE = re.compile(r"(?i)^\s*(?!data:|#)\S")


class _Reading:
    """An element tree built by expat, within the limits."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._builder = ET.TreeBuilder()
        self._count = self._depth = self._entities = 0
        parser = self.parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._builder.data
        parser.EntityDeclHandler = self._entity
        parser.ExternalEntityRefHandler = self._external
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)

    def close(self) -> ET.Element:
        return self._builder.close()

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._count += 1
        self._depth += 1
        if self._count > _MOST_ELEMENTS or self._depth > _DEEPEST:
            raise unreadable(self._name, tr("it has too many elements, or they nest too deeply"))
        self._builder.start(_qualified(tag), {_qualified(key): value for key, value in attributes.items()})

    def _end(self, tag: str) -> None:
        self._depth -= 1
        self._builder.end(_qualified(tag))

    def _entity(
        self, _name: str, _parameter: bool, value: str | None, _base: str | None, _system: str | None, _public: str | None,
        _notation: str | None,
    ) -> None:  # fmt: skip
        self._entities += 1
        if value is None or "&" in value or "%" in value or len(value) > _LONGEST_ENTITY or self._entities > _MOST_ENTITIES:
            raise unreadable(self._name, tr("it declares entities that refer to others, to files, or are huge"))

    def _external(self, *_: object) -> int:
        raise unreadable(self._name, tr("it refers to another file"))


def _qualified(tag: str) -> str:
    return "{" + tag if "}" in tag else tag


def read_tree(data: bytes, name: str) -> ET.Element:
    """Return the root element of an SVG file.

    Raises:
        InputError: not well-formed, no SVG, too large, or it would draw on other files.
    """
    if data.startswith(b"\x1f\x8b"):
        raise unreadable(name, tr("it is compressed (SVGZ); save it as plain SVG"))
    if len(data) > _LARGEST:
        raise unreadable(name, tr("it is larger than {limit} MB", limit=_LARGEST // 1_000_000))
    reading = _Reading(name)
    try:
        reading.parser.Parse(data, True)
    except InputError:
        raise
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise unreadable(name, str(error)) from error
    root = reading.close()
    if root.tag != f"{SVG}svg":
        raise unreadable(name, tr("it is no SVG"))
    return root


def reference(element: ET.Element, name: str) -> str:
    """Return the id that an element refers to, "" for none.

    Raises:
        InputError: it refers to another file.
    """
    target = element.get("href", element.get(XLINK_HREF, ""))
    if _OUTSIDE.match(target):
        raise unreadable(name, tr("it refers to another file ({target})", target=target[:40]))
    return target.strip().removeprefix("#") if target.strip().startswith("#") else ""
