"""Page formats and printer profiles: data, one TOML file each."""

from __future__ import annotations
