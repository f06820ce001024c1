"""Texts on a cover that name authors, compilers, editors or translators."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coverkit.layout.cover import Cover, Placed
from coverkit.typography.vietnamese import nfc

NAMES = ("author", "compiler", "editor", "translator")
"""Roles and ids of such texts."""

_CREDIT = re.compile(r"\s*(?:nhóm |ban )?(?:tác giả|biên soạn|chủ biên|người biên soạn|người dịch|phiên âm)\s*:", re.IGNORECASE)


def author_texts(cover: Cover, names: tuple[str, ...]) -> Iterator[Placed]:
    """Return the texts whose role or id is one of `names`, and those that begin like "Tác giả:" or "Biên soạn:"."""
    for one in cover.texts():
        if one.role in names or one.id in names or _CREDIT.match(nfc(one.plain_text)) is not None:
            yield one
