"""The units' profiles: kept on this computer, chosen for covers."""

from __future__ import annotations

from coverkit.app.units import read_unit
from coverkit.errors import CoverKitError
from coverkit.model.document import Unit
from coverkit.resources import user_folder


def kept_units() -> tuple[Unit, ...]:
    """Return the units that are kept, by name; files that cannot be read are left out."""
    found = []
    for path in sorted((user_folder() / "units").glob("*.toml")):
        try:
            found.append(read_unit(path))
        except CoverKitError:
            continue
    return tuple(found)
