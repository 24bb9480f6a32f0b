"""The words of actors: titles, agent nouns, organisations."""

import msgspec


class ActorWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What `actors.toml` holds."""
