"""Entry point of the command line: language, subcommand, one `except`, exit code.

Nothing heavy is imported here: `coverkit --help` has a quarter of a second.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
import traceback
from collections.abc import Sequence

from coverkit import __version__, i18n
from coverkit.cli import argparse_words, output
from coverkit.cli.command import command, names
from coverkit.errors import CoverKitError, ExitCode, UsageError
from coverkit.i18n import tr

_INTERRUPTED = 130
_LANG = "--lang"


def entry() -> None:
    """Run the command line as the program `coverkit`."""
    start_quickly()
    code = main()
    # The last collection would look through all that is loaded, for 50 ms, just before the system takes it back.
    gc.freeze()
    sys.exit(code)


def start_quickly() -> None:
    """Spare a short process what only long ones need: a tenth of a second of a cold export.

    numpy's linear algebra, which is not used, would start a thread for each core; the collector would walk all the modules
    again and again while they are loaded.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    gc.set_threshold(50_000, 20, 20)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code.

    Args:
        argv: the arguments; those of the process if none are given.
    """
    output.speak_utf8()
    try:
        code = _guarded(list(sys.argv[1:] if argv is None else argv))
        sys.stdout.flush()
    except BrokenPipeError:
        output.close_quietly()
        return ExitCode.OUTPUT
    except KeyboardInterrupt:
        return _INTERRUPTED
    return code


def _guarded(arguments: list[str]) -> int:
    """The one place where errors become messages and exit codes."""
    try:
        return _run(arguments)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else ExitCode.CLEAN
    except CoverKitError as error:
        output.message(f"coverkit: {error.message}")
        if error.remedy:
            output.message(f"  {error.remedy}")
        _trace()
        return error.exit_code
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever broke, people get a sentence and scripts an exit code
        output.message(
            tr(
                "coverkit: the program broke ({error}). Please report it; COVERKIT_DEBUG=1 shows where.",
                error=" ".join(f"{type(error).__name__}: {error}".split()),
            )
        )
        _trace()
        return ExitCode.CRASH


def _run(arguments: list[str]) -> int:
    i18n.activate(i18n.system_language())
    argparse_words.translate()
    language, rest = take_language(arguments)
    if language is not None:
        i18n.activate(language)
    if not rest:
        top_parser().print_help(sys.stderr)
        output.message("\n" + tr("Name a subcommand; without any argument the program opens its window."))
        return ExitCode.USAGE
    if rest[0] not in names():
        top_parser().parse_args(rest)
        return ExitCode.USAGE
    chosen = command(rest[0])
    parser = new_parser(f"coverkit {rest[0]}", tr(chosen.summary))
    chosen.configure(parser)
    return chosen.run(parser.parse_args(rest[1:]))


def take_language(arguments: Sequence[str]) -> tuple[str | None, list[str]]:
    """Take `--lang vi` or `--lang=en` out of the arguments, wherever it stands before a `--`.

    Raises:
        UsageError: the language is missing or not spoken.
    """
    rest, language = list(arguments), None
    end = rest.index("--") if "--" in rest else len(rest)
    for index in reversed(range(end)):
        if rest[index] == _LANG:
            language = language or (rest[index + 1] if index + 1 < end else "")
            del rest[index : index + 2]
        elif rest[index].startswith(f"{_LANG}="):
            language = language or rest.pop(index).partition("=")[2]
    if language is not None and language not in i18n.LANGUAGES:
        raise UsageError(tr("CoverKit does not have the language “{name}”.", name=language), tr("Use --lang vi or --lang en."))
    return language, rest


def top_parser() -> argparse.ArgumentParser:
    """Return the parser that explains the subcommands; each has its own."""
    parser = new_parser("coverkit", tr("Compose, check and export newsletter covers that carry an official campaign."))
    parser.add_argument(
        "--version", action="version", version=f"coverkit {__version__}", help=tr("show program's version number and exit")
    )
    subcommands = parser.add_subparsers(title=tr("subcommands"), metavar=tr("SUBCOMMAND"), required=True)
    found = [(name, command(name)) for name in names()]
    for name, one in sorted(found, key=lambda pair: (pair[1].rank, pair[0])):
        subcommands.add_parser(name, help=tr(one.summary), add_help=False)
    parser.epilog = tr("“coverkit SUBCOMMAND --help” explains a subcommand.")
    return parser


def new_parser(name: str, summary: str) -> argparse.ArgumentParser:
    """Return a parser without abbreviations: a script that uses one would break with the next option."""
    parser = argparse.ArgumentParser(prog=name, description=summary, allow_abbrev=False)
    parser.add_argument(_LANG, choices=i18n.LANGUAGES, help=tr("language of messages; else the system's"))
    return parser


def _trace() -> None:
    if os.environ.get("COVERKIT_DEBUG") == "1":
        traceback.print_exc()
