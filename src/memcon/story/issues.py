"""Issue: what is talked about, under one key in every article."""


def issue_key(name: str) -> str:
    """The same for "the Nord Stream 2 sanctions" and "sanctions on Nord Stream 2"."""
    raise NotImplementedError
