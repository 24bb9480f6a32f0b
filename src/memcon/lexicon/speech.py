"""The words of speech: reporting verbs, refusals, omissions."""

import msgspec


class SpeechWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What `speech.toml` holds."""
