"""One module per subcommand; a module that is added here is a subcommand. None imports anything heavy before it runs."""

from __future__ import annotations
