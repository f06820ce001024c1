"""The Objects panel: what stands on the page, as a list."""
