"""The window: the only package that knows Qt. Everything it does to covers goes through `app`."""
