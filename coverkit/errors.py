"""What can go wrong, with the exit code and the remedy of each.

Every error that reaches a person names the file or thing, what is wrong with it, and what to do. The command line has one
`except`: it prints `message` and `remedy` and ends with `exit_code`.
"""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes of the command line (a contract)."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    INPUT = 3
    MISSING = 4
    OUTPUT = 5
    CRASH = 6


class CoverKitError(Exception):
    """Base of all errors meant for people."""

    exit_code = ExitCode.CRASH

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


class UsageError(CoverKitError):
    """The call does not make sense: unknown name, wrong option."""

    exit_code = ExitCode.USAGE


class InputError(CoverKitError):
    """A file is unreadable, damaged, hostile or newer than this program."""

    exit_code = ExitCode.INPUT


class LockedError(UsageError):
    """An edit would change what a lock keeps closed."""


class MissingError(CoverKitError):
    """A font, picture, profile or tool that is needed is not there."""

    exit_code = ExitCode.MISSING


class OutputError(CoverKitError):
    """The output could not be written."""

    exit_code = ExitCode.OUTPUT


class RefusedError(CoverKitError):
    """The cover has findings that forbid what was asked for."""

    exit_code = ExitCode.FINDINGS
