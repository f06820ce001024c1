"""argparse speaks the reader's language: its own words go through our catalogue.

argparse looks its words up as `_` and `ngettext` in its own module; both are replaced there, once. The words are marked below
for the catalogue; a test compares them with what this Python's argparse says.
"""

from __future__ import annotations

import argparse

from coverkit.i18n import mark, tr

WORDS = (
    mark("usage: "),
    mark("positional arguments"),
    mark("options"),
    mark("subcommands"),
    mark("show this help message and exit"),
    mark("show program's version number and exit"),
    mark("%(prog)s: error: %(message)s\n"),
    mark("argument %(argument_name)s: %(message)s"),
    mark("the following arguments are required: %s"),
    mark("unrecognized arguments: %s"),
    mark("expected one argument"),
    mark("expected at most one argument"),
    mark("expected at least one argument"),
    mark("expected %s argument"),
    mark("expected %s arguments"),
    mark("not allowed with argument %s"),
    mark("one of the arguments %s is required"),
    mark("ignored explicit argument %r"),
    mark("ambiguous option: %(option)s could match %(matches)s"),
    mark("invalid %(type)s value: %(value)r"),
    mark("invalid choice: %(value)r (choose from %(choices)s)"),
    mark("unknown parser %(parser_name)r (choices: %(choices)s)"),
)
"""What a person may read of argparse's own."""


def translate() -> None:
    """Let argparse speak through our catalogue from now on."""
    vars(argparse).update(_=_word, ngettext=_counted)


def _word(message: str | None) -> str | None:
    """Some descriptions are not given; argparse asks for their translation too."""
    return tr(message) if message else message


def _counted(singular: str, plural: str, count: int) -> str:
    return tr(singular if count == 1 else plural)
