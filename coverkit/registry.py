"""Discovery of the open sets: rules, element types, outputs, subcommands.

To add one is to add a module; nothing else is edited. A module that does not import is an error, never a silently missing
rule. This is the one place that imports upwards, at run time.
"""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType


def import_all(package_name: str) -> list[ModuleType]:
    """Import every module below a package, in the order of their names.

    Raises:
        ImportError: a module is broken; it is never skipped.
    """
    package = importlib.import_module(package_name)
    names = sorted(info.name for info in pkgutil.walk_packages(package.__path__, package_name + ".") if not info.ispkg)
    return [importlib.import_module(name) for name in names]
