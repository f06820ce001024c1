"""Is pyHanko there? It is optional, looked for once, and loaded only where something is signed or a signature is read."""

from __future__ import annotations

import logging
from functools import cache
from importlib.util import find_spec

from coverkit.errors import MissingError
from coverkit.i18n import tr

# What pyHanko has to say of certificates would go to standard error.
for _name in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_name).addHandler(logging.NullHandler())
    logging.getLogger(_name).propagate = False


@cache
def is_installed() -> bool:
    """Tell whether pyHanko is installed."""
    return find_spec("pyhanko") is not None


def how_to_install() -> str:
    """Return what a person does to have it."""
    return tr('Install it with: pip install "coverkit[sign]"')


def require() -> None:
    """Make sure of pyHanko.

    Raises:
        MissingError: it is not installed.
    """
    if not is_installed():
        raise MissingError(tr("Signing PDFs needs pyHanko, which is not installed."), how_to_install())
