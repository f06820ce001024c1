"""Check files one by one, each in a process of its own with little time and memory, and tell how each ended.

    python -m tests.app.limited FILE …

Every line of the output is JSON: file, outcome (a status, "refused", or what killed it), findings, memory in MB.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
from pathlib import Path

from coverkit.app.file_check import check_file
from coverkit.app.rulebook import rules
from coverkit.errors import InputError

SECONDS = 10
MEGABYTES = 500


def checked(path: Path) -> dict[str, object]:
    """Check one file in this process."""
    try:
        found = check_file(path)
    except InputError as error:
        return {"outcome": "refused", "message": error.message, "remedy": error.remedy}
    crashed = [f"{one.id}: {one.reason}" for one in found.result.rules if one.status == "crash"]
    return {"outcome": str(found.result.status), "message": "; ".join(crashed), "findings": len(found.result.findings)}


def alone(path: Path) -> dict[str, object]:
    """Check one file in a child with limits, and add the memory it took."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        try:
            with os.fdopen(writer, "w", encoding="utf-8") as out:
                json.dump(checked(path), out)
        finally:
            # Whatever broke, the parent's own work must not go on here as well.
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader, encoding="utf-8") as stream:
        said = stream.read()
    _, status, usage = os.wait4(child, 0)
    told: dict[str, object] = json.loads(said) if said else {"outcome": "killed", "message": ""}
    if os.WIFSIGNALED(status):
        told = {"outcome": "killed", "message": signal.Signals(os.WTERMSIG(status)).name}
    return {"file": path.name, **told, "megabytes": usage.ru_maxrss // 1024}


def main() -> None:
    """Check the files named on the command line."""
    rules()
    for name in sys.argv[1:]:
        sys.stdout.write(json.dumps(alone(Path(name))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
