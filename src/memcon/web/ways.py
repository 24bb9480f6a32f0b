"""Ways: the routes to pages, which look at an address as it was sent."""

from typing import Any
from urllib.parse import unquote

from starlette.routing import Match, Route
from starlette.types import Scope


class Way(Route):
    """A route that parts an address before it unquotes the parts: a slash in a name is quoted."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """As of any route; a slash at the end is nothing."""
        sent = scope["raw_path"].decode("ascii").rstrip("/")
        match, found = super().matches({**scope, "path": sent})
        if match is Match.NONE:
            return match, found
        parts: dict[str, Any] = found["path_params"]
        return match, {**found, "path_params": {name: unquote(parts[name]) for name in parts}}
