"""Work in the background: one thread, jobs by urgency, cancelled at will."""
