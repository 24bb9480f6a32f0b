"""Blob: a text or the rest of a record as the desk keeps it: compressed, its form named first.

The first byte says which form a blob has, so that a later version can write another and still read
this one. Form 1 is zlib's, with a preset dictionary: what texts, and records, have in common.
"""

import zlib
from functools import lru_cache
from importlib import resources
from typing import Literal

from memcon.errors import DeskError

Kind = Literal["text", "record"]

_FORM = b"\x01"
_LEVEL = 9


def pack(content: bytes, kind: Kind) -> bytes:
    """The blob of some content."""
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, zlib.MAX_WBITS, 9, zdict=_dictionary(kind))
    return _FORM + packer.compress(content) + packer.flush()


def unpack(blob: bytes, kind: Kind) -> bytes:
    """The content of a blob; DeskError if it is damaged or of a later version."""
    if blob[:1] != _FORM:
        raise DeskError(f"a {kind} on the desk has a form that this version does not know")
    try:
        return zlib.decompressobj(zlib.MAX_WBITS, _dictionary(kind)).decompress(blob[1:])
    except zlib.error as error:
        raise DeskError(f"a {kind} on the desk is damaged; run `memcon desk check`") from error


@lru_cache
def _dictionary(kind: Kind) -> bytes:
    """What form 1 presupposes; it must never change."""
    return (resources.files("memcon.desk") / "dictionaries" / f"{kind}-1.bin").read_bytes()
