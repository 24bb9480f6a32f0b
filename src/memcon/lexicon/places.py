"""The words of places: what tells that something is where, and not who."""

import msgspec


class PlaceWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What `places.toml` holds; lemmas in lower case.

    A name behind a preposition of `at` is a place, unless a noun of `not_at` stands before it
    ("interest in Iran"). Behind a preposition of `governed` it is one when that word governs it
    ("flew to Cairo", "the coast of Somalia"). `visiting`: verbs whose object is a place. A name
    before a noun of `parts` is one ("the Ukraine border"), and so is a city's before a noun of
    `gatherings` ("the Vienna talks"). `sides`: what is no place though it is where ("the West").
    """

    at: frozenset[str]
    not_at: frozenset[str]
    governed: dict[str, frozenset[str]]
    visiting: frozenset[str]
    parts: frozenset[str]
    gatherings: frozenset[str]
    sides: frozenset[str]
