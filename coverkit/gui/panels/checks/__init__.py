"""The Checks panel: what the rules say."""
