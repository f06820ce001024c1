"""The rule engine. It knows nothing of covers or PDFs: a subject is whatever a rule says it judges."""

from __future__ import annotations
