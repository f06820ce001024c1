"""The jobs that are measured: each module is one child process. They import nothing of one another."""

from __future__ import annotations
