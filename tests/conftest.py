"""What holds for all tests: nobody's own data is seen, and no property fails because a machine is slow."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

_SLOW = [HealthCheck.too_slow]
settings.register_profile("here", deadline=None, suppress_health_check=_SLOW)
# In CI the same examples each time: new ones are looked for where somebody can look at what they find.
settings.register_profile("ci", deadline=None, suppress_health_check=_SLOW, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(scope="session", autouse=True)
def own_data_is_empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("own") / "coverkit"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COVERKIT_CONFIG", str(folder))
        yield folder
