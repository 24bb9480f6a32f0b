"""Records and words of somebody who wants his script to run, or a query to be another."""

import re
from collections.abc import Collection
from hashlib import sha256

import msgspec
from msgspec.structs import replace

from bulletins import SUMMIT
from memcon.record.contract import Record

SCRIPT = '</script><script>window.robbed=1</script><img src=x onerror="window.robbed=1">\''
ADDRESS = "javascript:window.robbed=1//<script>"
# What a page says freely, and what is meant to be a code but is a string for all that.
_WORDS = ("name", "title", "of", "unit", "what", "publisher", "given_id")
_CODES = ("country", "sector", "mode", "cameo", "context", "language")
_TAG = re.compile(r"\b\w{8}\b")


def hostile(record: Record, fields: Collection[str] = _WORDS) -> Record:
    """The record with script in its words, in these fields, and as its address."""
    text = _TAG.sub("<script>", record.article.text)
    fresh = _infected(msgspec.to_builtins(record), fields)
    made = msgspec.convert(fresh, Record)
    ident = sha256(text.encode()).hexdigest()
    return replace(made, article=replace(made.article, id=ident, text=text, url=ADDRESS))


def _infected(part: object, fields: Collection[str]) -> object:
    if isinstance(part, dict):
        return {
            name: f"{SCRIPT}{value or ''}"
            if name in fields and isinstance(value, str | None)
            else _infected(value, fields)
            for name, value in part.items()
        }
    if isinstance(part, list | tuple):
        return [_infected(one, fields) for one in part]
    return part


HOSTILE = tuple(hostile(record) for record in SUMMIT)
CODED = tuple(hostile(record, _CODES) for record in SUMMIT)

# What a field is filled with by who tries what it does.
INJECTIONS = (
    "'",
    '"; DROP TABLE articles; --',
    "' OR '1'='1",
    "1 UNION SELECT key, name, 1 FROM actors --",
    "%' ESCAPE '\\",
    'NEAR("a" "b", 10) OR title:* AND ^',
    '"',
    "*",
    "a" * 3_000,
    "\x00",
    "a\x00b",
    "\x01\x1b[31m\x7f\x85\r\nSet-Cookie: a=b",
    "\ud800",
    "\ufffe\U0010ffff\u202e\u0301",
    "-1",
    "0",
    "1e309",
    "NaN",
    "9223372036854775807",
    "9223372036854775808",
    "1" * 500,
    "٣",
    "0001-01-01",
    "9999-12-31",
    "2021-02-30",
    "../../etc/passwd",
    "{{7*7}}${7*7}<%= 7 %>",
    SCRIPT,
    ADDRESS,
)
