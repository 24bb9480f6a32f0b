"""Completions: names and outlets of the desk, with which a browser completes what is typed."""

from collections.abc import Mapping
from typing import Any

from memcon.desk.desk import Desk

# So many names are offered, those first of which most articles speak.
_MOST = 200
_NAMELESS = ("unnamed", "group", "document")


def names(desk: Desk, _query: Any) -> Mapping[str, Any]:
    """Actors by name, as what a page tells aside."""
    entries = desk.actors(limit=_MOST).entries
    known = (one.identity.name for one in entries if one.identity.kind not in _NAMELESS)
    return {"names": tuple(dict.fromkeys(known))}


def names_and_outlets(desk: Desk, query: Any) -> Mapping[str, Any]:
    """The same, and the publishers of the desk's articles."""
    outlets = tuple(outlet.name for outlet in desk.outlets().outlets)
    return {**names(desk, query), "outlets": outlets}
