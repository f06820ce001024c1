"""`coverkit verify`: is a press file as it was checked, by whom and by which rules, and is its official art official."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from coverkit.cli import output
from coverkit.cli.command import Command
from coverkit.errors import ExitCode
from coverkit.i18n import mark, tr


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar=tr("FILE.pdf"), type=Path, help=tr("a press file that CoverKit exported"))
    parser.add_argument(
        "--proof", metavar=tr("FILE"), type=Path, help=tr("the proof of its check; if left out, the .check.json file beside it")
    )
    parser.add_argument(
        "--signed", action="store_true", help=tr("exit with code 1, too, if no key signed that this computer trusts")
    )
    parser.add_argument("--json", action="store_true", help=tr("write the result as one JSON document"))


def _run(arguments: argparse.Namespace) -> int:
    from coverkit.app.proofs.telling import verification_document, verification_text
    from coverkit.app.proofs.verifying import verify

    found = verify(arguments.file, arguments.proof)
    if arguments.json:
        output.result(json.dumps(verification_document(found), ensure_ascii=False, indent=2, allow_nan=False))
    else:
        output.result(verification_text(found))
    return ExitCode.CLEAN if found.is_clean(signed=arguments.signed) else ExitCode.FINDINGS


COMMAND = Command(mark("tell whether a press file is as it was checked, and by whom"), _configure, _run, rank=5)
