"""`coverkit text …`: tell in which code each line of a text is, show how it reads in Unicode, and convert it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from coverkit.cli import output
from coverkit.cli.command import Command
from coverkit.errors import ExitCode, InputError, UsageError
from coverkit.i18n import mark, system_reason, tr

if TYPE_CHECKING:
    from coverkit.app.pasting import Pasted, PastedLine

_LARGEST = 10_000_000
_CODES = {"unicode": "Unicode", "tcvn3": "TCVN3", "vni": "VNI"}


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar=tr("FILE"), help=tr("the text; - is standard input"))
    parser.add_argument(
        "--from", dest="source", choices=("auto", "tcvn3", "vni"), default="auto", help=tr("the code, where you know it")
    )
    parser.add_argument(
        "--font",
        metavar=tr("NAME"),
        action="append",
        default=[],
        help=tr("name of a font that the text was in, such as .VnTimeH; may be given several times"),
    )
    parser.add_argument("--convert", action="store_true", help=tr("write the text in Unicode instead of the preview"))
    parser.add_argument(
        "--capitals",
        metavar=tr("LINES"),
        default="",
        help=tr("lines that were in capitals: 1,3,5-8, or all that ask"),
    )
    parser.add_argument("--json", action="store_true", help=tr("write the result as one JSON document"))


def _run(arguments: argparse.Namespace) -> int:
    from coverkit.app.pasting import examine

    pasted = examine(_read(arguments.file), arguments.font, arguments.source)
    capitals = _lines(arguments.capitals, pasted)
    if arguments.json:
        _write_json(pasted, capitals)
    elif arguments.convert:
        output.result(pasted.converted(capitals))
        _ask(pasted, capitals)
    else:
        _preview(pasted, capitals)
        _ask(pasted, capitals)
    return ExitCode.CLEAN


def _read(name: str) -> str:
    """Return a text; bytes that are no Unicode are taken as the old fonts' codes, a character each."""
    try:
        if name == "-":
            data = sys.stdin.buffer.read(_LARGEST + 1)
        else:
            with Path(name).open("rb") as stream:
                data = stream.read(_LARGEST + 1)
    except OSError as error:
        raise InputError(
            tr("{path} cannot be read: {reason}.", path=name, reason=system_reason(error)), tr("Check the path.")
        ) from error
    if len(data) > _LARGEST:
        raise InputError(tr("{path} is too long.", path=name), tr("Take it in parts of at most 10 MB."))
    for codec, start in (("utf-8-sig", b""), ("utf-16", b"\xff\xfe"), ("utf-16", b"\xfe\xff")):
        if data.startswith(start):
            try:
                return data.decode(codec).removesuffix("\n")
            except UnicodeDecodeError:
                continue
    if b"\0" in data:
        raise InputError(tr("{path} is no text.", path=name), tr("Save it as plain text and try again."))
    return "".join(map(_character, data)).removesuffix("\n")


def _character(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


def _lines(listed: str, pasted: Pasted) -> Collection[int]:
    """Return places from what was asked for: "1,3,5-8", or "all" for those that ask."""
    if listed == "all":
        return pasted.questions
    found: set[int] = set()
    for part in filter(None, listed.split(",")):
        first, dash, last = part.partition("-")
        last = last if dash else first
        if not (first.isdigit() and last.isdigit() and 0 < int(first) <= int(last) <= len(pasted.lines)):
            raise UsageError(
                tr("“{part}” names no lines of the text.", part=part),
                tr("Write --capitals 1,3,5-8 or --capitals all; the text has {count} lines.", count=len(pasted.lines)),
            )
        found.update(range(int(first) - 1, int(last)))
    return found


def _shown(line: PastedLine, at: int, capitals: Collection[int]) -> str:
    return line.after.upper() if at in capitals else line.after


def _preview(pasted: Pasted, capitals: Collection[int]) -> None:
    width = len(str(len(pasted.lines)))
    for at, line in enumerate(pasted.lines):
        if not line.before.strip():
            continue
        code = _CODES[line.encoding] if line.encoding == "unicode" else f"{_CODES[line.encoding]} {line.confidence:.0%}"
        output.result(f"{at + 1:>{width}}  {code:<10}  {_visible(line.before)}")
        if line.encoding != "unicode" or line.before != line.after:
            output.result(f"{' ' * width}  {'→':<10}  {_shown(line, at, capitals)}")
        if line.lost_letters:
            words = ", ".join(line.lost_letters)
            output.result(f"{' ' * width}  {'':<10}  " + tr("The letter ư was lost and put back in: {words}.", words=words))


def _visible(text: str) -> str:
    """Return a text with the soft hyphen shown, which terminals hide."""
    return text.replace("\u00ad", "·")


def _ask(pasted: Pasted, capitals: Collection[int]) -> None:
    open_questions = [str(at + 1) for at in pasted.questions if at not in capitals]
    if open_questions:
        output.message(
            tr(
                "TCVN3 has no capitals with tones. If these lines were in a font of capitals (its name ends in H), "
                "say so with --capitals: {lines}",
                lines=",".join(open_questions),
            )
        )


def _write_json(pasted: Pasted, capitals: Collection[int]) -> None:
    output.document(
        {
            "lines": [
                {
                    "line": at + 1,
                    "encoding": line.encoding,
                    "confidence": round(line.confidence, 3),
                    "before": line.before,
                    "after": _shown(line, at, capitals),
                    "asks_capitals": line.asks_capitals and at not in capitals,
                    "lost_letters": list(line.lost_letters),
                }
                for at, line in enumerate(pasted.lines)
            ],
            "text": pasted.converted(capitals),
        }
    )


COMMAND = Command(mark("tell and convert text in the codes of old Vietnamese fonts (TCVN3, VNI)"), _configure, _run, rank=12)
