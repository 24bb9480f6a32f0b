"""Charset: the bytes of a page -> its text, by mark, by declaration, by trial."""

import codecs
import re

from charset_normalizer import from_bytes

from memcon.errors import PageError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{3,20})""", re.IGNORECASE)
# Controls that no text holds.
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode(name: str, content: bytes, declared: str | None = None) -> str:
    """The text of `content`; PageError if it is empty or no text at all."""
    if not content.strip():
        raise PageError(name, "empty")
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) if encoding == "utf-8" else 0 :].decode(encoding, "replace")
    head = content[:4096]
    if len(_BINARY.findall(head)) > len(head) // 200:
        raise PageError(name, "binary, not text")
    in_page = _DECLARED.search(head)
    for encoding in (declared, in_page and in_page.group(1).decode(), "utf-8"):
        if encoding and (text := _tried(content, encoding)) is not None:
            return text
    best = from_bytes(content[:100_000]).best()
    return content.decode(best.encoding if best else "cp1252", "replace")


def _tried(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
