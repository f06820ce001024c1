"""Top-level windows: one for the start page, one for each cover, one for each file that is checked."""
