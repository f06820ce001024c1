"""The pass phrase of a key's file: from the environment, or asked for; never an argument, which others can read."""

from __future__ import annotations

import getpass
import os
import sys
from pathlib import Path

from coverkit.errors import UsageError
from coverkit.i18n import tr

VARIABLE = "COVERKIT_PASS_PHRASE"


def pass_phrase(path: Path) -> str:
    """Return the pass phrase of a file; "" where it has none.

    Raises:
        UsageError: there is no variable, and nobody to ask.
    """
    if (given := os.environ.get(VARIABLE)) is not None:
        return given
    if not sys.stdin.isatty():
        raise UsageError(
            tr("{path} needs its pass phrase, and there is no terminal to ask at.", path=path),
            tr("Set the environment variable {name} for this call.", name=VARIABLE),
        )
    return getpass.getpass(tr("Pass phrase of {name}: ", name=path.name))
