"""English messages, and a person's own folder for each test: empty, or one that trusts the issuer of the tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from coverkit import i18n
from coverkit.campaigns import issuers, library
from tests.campaigns.samples import ISSUER


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    i18n.activate("en")
    yield
    i18n.activate("en")


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "own"
    monkeypatch.setenv("COVERKIT_CONFIG", str(folder))
    return folder


@pytest.fixture
def trusting(own: Path) -> Path:
    issuers.trust(ISSUER)
    library.forget()
    return own
