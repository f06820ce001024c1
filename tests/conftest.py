"""No test sees campaigns and issuers of the person who runs it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(scope="session", autouse=True)
def own_data_is_empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("own") / "coverkit"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COVERKIT_CONFIG", str(folder))
        yield folder
