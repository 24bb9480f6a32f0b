"""The words of times."""

import msgspec


class TimeWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What `times.toml` holds."""
