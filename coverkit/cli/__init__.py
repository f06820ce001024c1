"""The command line: words, options and exit codes around `app`. Standard output carries results, standard error messages."""

from __future__ import annotations
