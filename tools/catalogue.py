"""Collect every message of the program into the Vietnamese catalogue, and compile it.

`python -m tools.catalogue` keeps the translations there are, adds new messages empty, drops what is no longer used, lists what
has no translation, and writes the `.mo` that the program reads.
"""

from __future__ import annotations

import datetime as dt
import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PO = ROOT / "coverkit" / "locale" / "vi" / "LC_MESSAGES" / "coverkit.po"
MO = PO.with_suffix(".mo")
_DATE = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
_KEYWORDS = {"tr": None, "mark": None}


def template() -> Catalog:
    """Return the messages that stand in the code now."""
    catalogue = Catalog(charset="utf-8", project="CoverKit")
    found = extract_from_dir(str(ROOT / "coverkit"), method_map=[("**.py", "python")], keywords=_KEYWORDS)
    for file, _, message, _, _ in found:
        if message:
            catalogue.add(message, locations=[(file, 0)])
    return catalogue


def merged() -> Catalog:
    """Return the Vietnamese catalogue brought up to the code."""
    catalogue = Catalog(locale="vi", charset="utf-8", project="CoverKit")
    if PO.exists():
        catalogue = read_po(io.BytesIO(PO.read_bytes()), locale="vi")
    catalogue.update(template(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def untranslated(catalogue: Catalog) -> list[str]:
    """Return the messages without a translation."""
    return [str(message.id) for message in catalogue if message.id and not message.string]


def compiled(catalogue: Catalog) -> bytes:
    """Return the catalogue as `.mo` bytes; its dates are fixed, so that the same words give the same bytes."""
    catalogue.creation_date = catalogue.revision_date = _DATE
    buffer = io.BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def main() -> int:
    """Update both files; return 1 when a message has no translation."""
    catalogue = merged()
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=128, sort_output=True, omit_header=False, include_lineno=False)
    text = buffer.getvalue().decode()
    lines = [line for line in text.split("\n") if not line.startswith(('"POT-Creation-Date', '"PO-Revision-Date'))]
    PO.write_text("\n".join(lines), encoding="utf-8")
    MO.write_bytes(compiled(read_po(io.BytesIO(PO.read_bytes()), locale="vi")))
    missing = untranslated(catalogue)
    print(f"{len(list(catalogue)) - 1} messages, {len(missing)} without a translation")
    for message in missing:
        print(f"  {message}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
