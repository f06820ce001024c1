"""The Vietnamese catalogue is complete, compiled, and its sentences have the same names in braces."""

from __future__ import annotations

import io
import re

from babel.messages.pofile import read_po

from tools.catalogue import MO, PO, compiled, template

_NAME = re.compile(r"\{([a-z_]+)[^}]*\}")


def test_every_message_is_translated() -> None:
    catalogue = read_po(io.BytesIO(PO.read_bytes()), locale="vi")
    missing = [
        str(message.id)
        for message in template()
        if message.id and not (catalogue.get(message.id) and catalogue[message.id].string)
    ]
    assert missing == []


def test_translations_fill_in_the_same_names() -> None:
    catalogue = read_po(io.BytesIO(PO.read_bytes()), locale="vi")
    differing = [
        str(message.id)
        for message in catalogue
        if message.id and set(_NAME.findall(str(message.id))) != set(_NAME.findall(str(message.string)))
    ]
    assert differing == []


def test_the_compiled_catalogue_is_that_of_the_sources() -> None:
    assert MO.read_bytes() == compiled(read_po(io.BytesIO(PO.read_bytes()), locale="vi"))
