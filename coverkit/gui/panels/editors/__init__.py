"""Editors: one for each kind of value that a field holds."""
