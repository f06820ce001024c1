"""Dialogs: preferences, shortcuts, about."""
