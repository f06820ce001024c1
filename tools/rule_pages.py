"""Write the pages of the rule book, in English and in Vietnamese, from the rules.

`python -m tools.rule_pages` writes `docs/rules.md` and `docs/quy-tac.md`.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from coverkit import i18n
from coverkit.app.rulebook import rules
from coverkit.report.rule_book import rule_book

ROOT = Path(__file__).resolve().parent.parent
PAGES: Mapping[str, Path] = {"en": ROOT / "docs" / "rules.md", "vi": ROOT / "docs" / "quy-tac.md"}


def page(language: str) -> str:
    """Return the page in a language; afterwards the program speaks as before."""
    spoken = i18n.language()
    i18n.activate(language)
    try:
        return rule_book(rules())
    finally:
        i18n.activate(spoken)


def main() -> int:
    """Write both pages."""
    for language, path in PAGES.items():
        path.write_text(page(language), encoding="utf-8")
        print(path.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
