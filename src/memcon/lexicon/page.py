"""The words of pages: credits, notices, furniture."""

import msgspec


class PageWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What `page.toml` holds."""
