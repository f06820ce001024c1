"""What the tests of the main job share."""

from __future__ import annotations

import pytest

from tests.app.shelf import Shelf


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return Shelf(tmp_path_factory.mktemp("press"))
