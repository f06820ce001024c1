"""Campaigns: what an official dispatch orders, read from sealed packages of data."""

from __future__ import annotations
