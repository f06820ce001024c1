"""What the rules found, for people and programs: text, JSON, HTML, PDF. Nothing here judges."""

from __future__ import annotations
