"""The Inspector: what is selected, field by field."""
