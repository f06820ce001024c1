"""Tests of the use cases: the main job from end to end."""

from __future__ import annotations
