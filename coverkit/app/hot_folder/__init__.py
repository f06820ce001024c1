"""A hot folder: files that arrive are checked and sorted into passed, warnings and failed, each with its reports."""

from __future__ import annotations
