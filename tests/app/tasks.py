"""Tasks for processes of their own: what a process is sent must stand in a module."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

from coverkit.errors import InputError, UsageError


def prepare(setup: str) -> Callable[[str], str]:
    if setup == "wrong":
        raise UsageError("The setup is wrong.", "Correct it.")
    return lambda task: _do(setup, task)


def _do(setup: str, task: str) -> str:
    match task:
        case "refuse":
            raise InputError("Refused.", "Do something else.")
        case "break":
            raise ZeroDivisionError("by\nnothing")
        case "die":
            os._exit(9)
        case "hang":
            time.sleep(60)
    return f"{setup} {task}"
