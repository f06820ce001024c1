"""Numbers and names that are beyond the limits of PDF (ISO 32000-1, Annex C). Quick: most content has none."""

from __future__ import annotations

import re

from coverkit.preflight import values
from coverkit.preflight.canvas import PageRecord
from coverkit.preflight.lexer import instructions
from coverkit.preflight.limits import LONGEST_NAME

LARGEST_INTEGER = 2**31 - 1
_MOST = 20
_DIGITS = 10
_AS_ZEROS = bytes(ord("0") if chr(code) in "0123456789" else ord(" ") for code in range(256))
_CANDIDATE = re.compile(rb"(?:\A|[\s\[])[-+]?\d{10,}(?=[\s\]]|\Z)")
_KINDS = ("/XObject", "/Font", "/ColorSpace", "/ExtGState", "/Pattern", "/Shading", "/Properties")


def look_at_limits(data: bytes, resources: object, record: PageRecord) -> None:
    """Record what is too large in a content stream, and too long in its resources."""
    # A run of ten digits is rare, and one that stands by itself rarer still: only then the content is read for it.
    if b"0" * _DIGITS in data.translate(_AS_ZEROS) and _CANDIDATE.search(data):
        _numbers(data, record)
    for kind in _KINDS:
        for name in values.keys(values.get(resources, kind)):
            if len(name) > LONGEST_NAME // 4 and len(name.encode("utf-8", "replace")) - 1 > LONGEST_NAME:
                record.long_names[name[1:]] = None


def _numbers(data: bytes, record: PageRecord) -> None:
    for _, operands in instructions(data):
        for operand in operands:
            if isinstance(operand, float) and operand.is_integer() and not -LARGEST_INTEGER - 1 <= operand <= LARGEST_INTEGER:
                record.large_numbers[operand] = None
                if len(record.large_numbers) >= _MOST:
                    return
