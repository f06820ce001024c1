"""CoverKit from a checkout: `python main.py` opens the window, `python main.py ARGUMENTS` is the command line."""

from __future__ import annotations

from coverkit.program import entry

if __name__ == "__main__":
    entry()
