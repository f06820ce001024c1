"""Run the command line: in this process, or as a program of its own."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from coverkit.cli.main import main

ROOT = Path(__file__).resolve().parents[2]

_LEFT_OUT = ("LANG", "LC_ALL", "LC_MESSAGES", "COVERKIT_LANG", "COVERKIT_DEBUG")


@dataclass(frozen=True, slots=True)
class Ran:
    """How a run ended: exit code, standard output, standard error."""

    code: int
    out: str
    err: str


def run(*arguments: str | Path) -> Ran:
    """Run it in this process."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main([str(one) for one in arguments])
    return Ran(code, out.getvalue(), err.getvalue())


def program(*arguments: str, code: str = "", **environment: str) -> Ran:
    """Run it as a program, or Python with some code."""
    command: Sequence[str] = [sys.executable, "-c", code] if code else [sys.executable, "main.py", *arguments]
    kept = {
        name: value for name, value in os.environ.items() if name not in ("LANG", "LC_ALL", "COVERKIT_LANG", "COVERKIT_DEBUG")
    }
    ended = subprocess.run(command, cwd=ROOT, env={**kept, **environment}, capture_output=True, check=False)
    return Ran(ended.returncode, ended.stdout.decode("utf-8"), ended.stderr.decode("utf-8"))
