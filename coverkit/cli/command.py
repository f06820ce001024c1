"""What a subcommand is, and how subcommands are found: by the names of the modules in `cli.commands`, imported when needed."""

from __future__ import annotations

import argparse
import importlib
import pkgutil
from collections.abc import Callable

from coverkit.cli import commands
from coverkit.records import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """A subcommand; its name is its module's.

    Attributes:
        summary: one sentence, marked for translation.
        configure: adds the arguments.
        run: does it and returns the exit code.
        rank: its place in the help.
    """

    summary: str
    configure: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]
    rank: int = 50


def names() -> tuple[str, ...]:
    """Return the names of all subcommands."""
    return tuple(sorted(info.name for info in pkgutil.iter_modules(commands.__path__)))


def command(name: str) -> Command:
    """Return a subcommand.

    Raises:
        TypeError: its module has no COMMAND.
    """
    found = importlib.import_module(f"{commands.__name__}.{name}").COMMAND
    if not isinstance(found, Command):
        raise TypeError(f"{name}: COMMAND is no Command")
    return found
