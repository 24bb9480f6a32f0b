"""The words of affairs: issues, stances, prospects."""

import msgspec


class AffairWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What `affairs.toml` holds."""
