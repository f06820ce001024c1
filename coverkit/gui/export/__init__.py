"""Export: choose, follow, look at the result."""
