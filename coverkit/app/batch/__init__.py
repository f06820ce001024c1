"""Many covers from one: each row of a table changes texts, pictures, number, date or unit of a base cover."""

from __future__ import annotations
