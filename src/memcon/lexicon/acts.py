"""The words of acts: what signals an event, and its status."""

import msgspec


class ActWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What `acts.toml` holds."""
