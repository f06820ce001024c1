"""Records: the standard library's dataclasses, whose methods are made when they are first needed.

CoverKit has some four hundred small frozen classes; a cold export uses a quarter of them, and making all their methods took a
sixth of its time. To the reader, and to mypy, `dataclass` and `replace` are the standard library's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass, replace
else:
    from coverkit.records.lazy import dataclass, replace

__all__ = ["dataclass", "replace"]
