"""Charset: the bytes of a page -> its text, by mark, by declaration, by trial."""

import codecs
import logging
import re

from charset_normalizer import from_bytes

from memcon.errors import PageError

logging.getLogger("charset_normalizer").addHandler(logging.NullHandler())

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{3,20})""", re.IGNORECASE)
# Of Python's codecs the charsets of pages; some of the others unpack, and some run forever.
_CHARSET = re.compile(
    r"(?:utf|iso|latin|windows|cp|koi8|mac|gb|big5|shift|sjis|euc|us-ascii|ascii|tis|ks_c|hz)"
)
# What declares itself so is read as browsers read it: as its superset.
_SUPERSETS = {
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
# Charsets that look like ASCII, so that the trial of UTF-8 would take them.
_SEVEN_BIT = ("iso-2022", "iso2022", "hz", "utf-7")
_OTHERS = ((b"%PDF-", "a PDF file"), (b"{\\rtf", "an RTF file"), (b"%!PS", "a PostScript file"))
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HEAD = 4_096
_SAMPLE = 100_000


def decode(name: str, content: bytes, declared: str | None = None) -> str:
    """The text of `content`; PageError if it is empty or no text at all.

    `declared` is the charset that a server names; UTF-8 that is valid goes before it.
    """
    text = _decoded(name, content, declared)
    if not text.strip("\ufeff \t\r\n\f\v"):
        raise PageError(name, "empty")
    return text


def _decoded(name: str, content: bytes, declared: str | None) -> str:
    head = content[:_HEAD]
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return content.decode(encoding, "replace")
    for mark, what in _OTHERS:
        if head.startswith(mark):
            raise PageError(name, f"is {what}, not a page of text")
    if len(_CONTROL.findall(head)) > len(head) // 200:
        return _unmarked_utf16(name, content)
    in_page = _DECLARED.search(head)
    said = [declared or "", in_page.group(1).decode("ascii", "replace") if in_page else ""]
    named = [_SUPERSETS.get(charset.lower()) or charset.lower() for charset in said]
    first = [charset for charset in named if charset.startswith(_SEVEN_BIT)]
    for charset in (*first, "utf-8", *named):
        if _CHARSET.match(charset) and (text := _tried(content, charset)) is not None:
            return text
    best = from_bytes(content[:_SAMPLE]).best()
    return content.decode(best.encoding if best else "cp1252", "replace")


def _unmarked_utf16(name: str, content: bytes) -> str:
    """Text in which every other byte is nought; PageError for anything else."""
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        high = content[offset:_HEAD:2]
        if len(high) >= 2 and high.count(0) >= 0.7 * len(high):
            text = _tried(content, encoding)
            if text is not None and "\0" not in text:
                return text
    raise PageError(name, "binary, not text")


def _tried(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeError, LookupError):
        return None
