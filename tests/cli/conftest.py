"""Every test begins in English and leaves English behind."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from coverkit import i18n


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    i18n.activate("en")
    yield
    i18n.activate("en")
