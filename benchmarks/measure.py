"""One child process and what it cost: wall time from start to exit, and the peak of its memory.

This process must stay small: on Linux a child's peak starts from that of the process that started it.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

ROOT = Path(__file__).resolve().parents[1]
_PER_MB = 1024 * 1024 if sys.platform == "darwin" else 1024
_TAIL = 600


@dataclass(frozen=True, slots=True)
class Command:
    """What is run, and with which environment beside the process's own."""

    words: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Trial:
    """One run: wall time, processor time, peak of the resident set (of the process or its largest child), standard output."""

    seconds: float
    processor: float
    peak_mb: float
    stdout: str


class JobError(Exception):
    """A job did not end well; the message is the end of what it said."""


def measure(command: Command, log: Path) -> Trial:
    """Run a command and measure it; its output goes to files, so that nobody waits for a pipe.

    Args:
        command: what to run, in the project's folder.
        log: where standard output goes; errors go beside it.

    Raises:
        JobError: it cannot be started, or its exit code is not 0.
    """
    environment = {**os.environ, **command.environment}
    errors = log.with_suffix(".err")
    with log.open("wb") as out, errors.open("wb") as err:
        start = time.perf_counter()
        try:
            child = subprocess.Popen(command.words, stdin=subprocess.DEVNULL, stdout=out, stderr=err, cwd=ROOT, env=environment)
        except OSError as error:
            raise JobError(f"{command.words[0]}: {error.strerror}") from error
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise JobError(_last_words(child.returncode, errors))
    return Trial(
        seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / _PER_MB, log.read_text(encoding="utf-8", errors="replace")
    )


def own_peak_mb() -> float:
    """Return this process's own peak: no child can show less."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _PER_MB


def run_quietly(words: Sequence[str], environment: Mapping[str, str] | None = None, seconds: float = 600.0) -> str:
    """Run something that is not measured and return its standard output.

    Raises:
        JobError: it cannot be started, is too slow, or fails.
    """
    try:
        done = subprocess.run(
            words,
            cwd=ROOT,
            env={**os.environ, **(environment or {})},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=seconds,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise JobError(str(error)) from error
    if done.returncode != 0:
        raise JobError(f"exit code {done.returncode}: {_one_line(done.stderr)}")
    return done.stdout


def _last_words(code: int, errors: Path) -> str:
    return f"exit code {code}: {_one_line(errors.read_text(encoding='utf-8', errors='replace'))}"


def _one_line(text: str) -> str:
    return " ".join(text[-_TAIL:].split())
