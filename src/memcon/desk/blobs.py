"""Blob: a text, or the rest of its record, as the desk keeps it: compressed, its form named first.

The first byte says which form a blob has, so that a later version can write another and still read
this one. Form 1 is zlib's, with a preset dictionary: the words that texts have in common; what
records have in common, and the text of its own.
"""

import zlib
from functools import cache
from pathlib import Path

from memcon.errors import DeskError

_FORM = b"\x01"
_DICTIONARIES = Path(__file__).with_name("dictionaries")
_LEVEL = 9
# So much of a text is in the dictionary of its record, the beginning, where the names are.
_MOST_OF_TEXT = 8_000
_DAMAGED = "a blob of the desk is damaged; run `memcon desk check`, and go back to a backup"


def pack_text(text: str) -> bytes:
    """The blob of a text."""
    return _pack(text.encode(), _dictionary("text"))


def unpack_text(blob: bytes) -> str:
    """The text of a blob; DeskError if it is damaged or of a later version."""
    try:
        return _unpack(blob, _dictionary("text")).decode()
    except UnicodeDecodeError as error:
        raise DeskError(_DAMAGED) from error


def pack_record(content: bytes, text: str) -> bytes:
    """The blob of a record that was laid out, beside its text."""
    return _pack(content, _dictionary("record") + _beginning(text))


def unpack_record(blob: bytes, text: str) -> bytes:
    """The layout that a blob holds, given its text; DeskError as for a text."""
    return _unpack(blob, _dictionary("record") + _beginning(text))


def _beginning(text: str) -> bytes:
    return text.encode()[:_MOST_OF_TEXT]


def _pack(content: bytes, dictionary: bytes) -> bytes:
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, zlib.MAX_WBITS, 9, zdict=dictionary)
    return _FORM + packer.compress(content) + packer.flush()


def _unpack(blob: bytes, dictionary: bytes) -> bytes:
    if blob[:1] != _FORM:
        raise DeskError("a blob of the desk has a form that this version does not know")
    unpacker = zlib.decompressobj(zlib.MAX_WBITS, dictionary)
    try:
        content = unpacker.decompress(blob[1:])
    except zlib.error as error:
        raise DeskError(_DAMAGED) from error
    if not unpacker.eof:
        raise DeskError(_DAMAGED)
    return content


@cache
def _dictionary(kind: str) -> bytes:
    """What form 1 presupposes; it must never change."""
    return (_DICTIONARIES / f"{kind}-1.bin").read_bytes()
