"""The window for a finished file: the printer's view, the reviewer's view, two versions side by side."""
