"""What was measured on, without names: processor, cores, memory, system, versions, load."""

from __future__ import annotations

import importlib.metadata
import os
import platform
from collections.abc import Mapping
from pathlib import Path

_OURS = ("coverkit", "reportlab", "pikepdf", "pypdf", "pypdfium2", "Pillow", "uharfbuzz", "numpy")


def machine() -> dict[str, str]:
    """Return what is known of the machine."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {
        "processor": _processor(),
        "cores": str(os.cpu_count() or "unknown"),
        "memory": f"{memory:.0f} GiB",
        "system": f"{_system()}, {platform.system()} {platform.release()} {platform.machine()}",
        "Python": platform.python_version(),
    }


def load() -> str:
    """Return how many processes wanted to run, on average of the last minute."""
    return f"{os.getloadavg()[0]:.2f}"


def versions() -> Mapping[str, str]:
    """Return the versions of what CoverKit is made of."""
    found = {}
    for name in _OURS:
        try:
            found[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue
    return found


def _processor() -> str:
    path = Path("/proc/cpuinfo")
    if path.is_file():
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or "unknown"


def _system() -> str:
    try:
        return platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    except OSError:
        return platform.system()
