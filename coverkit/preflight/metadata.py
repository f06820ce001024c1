"""The XMP packet: its properties as texts. A packet with a document type is refused, so no entity is ever expanded."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from types import MappingProxyType

from coverkit.facts.pdf import XmpFacts
from coverkit.preflight import values
from coverkit.preflight.streams import TooLargeError, decoded, filters

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_LARGEST = 4 << 20


class _Refusing(ET.TreeBuilder):
    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        raise ValueError(f"a document type ({name})")


def xmp_facts(stream: object) -> XmpFacts | None:
    """Return the XMP packet of a Metadata stream; None when there is no stream."""
    if stream is None:
        return None
    filtered = bool(filters(stream))
    typed = (values.name(values.get(stream, "/Type")), values.name(values.get(stream, "/Subtype"))) == ("Metadata", "XML")
    try:
        data = decoded(stream)
        if len(data) > _LARGEST:
            raise TooLargeError("too long")
        return XmpFacts(MappingProxyType(properties(data)), filtered, typed)
    except (ET.ParseError, ValueError, LookupError) as error:
        return XmpFacts(filtered=filtered, typed=typed, error=str(error))


def properties(data: bytes) -> dict[str, str]:
    """Return the properties of an XMP packet by "{namespace}name".

    Raises:
        ParseError: it is not well-formed XML.
        ValueError: it has a document type.
    """
    parser = ET.XMLParser(target=_Refusing())
    parser.feed(data.strip(b"\0 \t\r\n"))
    root: ET.Element = parser.close()
    found: dict[str, str] = {}
    for description in root.iter(f"{_RDF}Description"):
        for key, value in description.attrib.items():
            if not key.startswith(_RDF) and key != _LANGUAGE:
                found.setdefault(key, value)
        for child in description:
            found.setdefault(child.tag, _text(child))
    return found


def _text(element: ET.Element) -> str:
    listed = element.findall(f"*/{_RDF}li")
    if listed:
        chosen = next((item for item in listed if item.get(_LANGUAGE) == "x-default"), listed[0])
        return (chosen.text or "").strip()
    return (element.text or "").strip()
