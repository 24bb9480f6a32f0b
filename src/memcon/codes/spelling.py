"""Spelling: one plain form of a name, so that "Élysée" and "Elysee" are the same word.

`plain` keeps every character's place, so offsets into the plain form are offsets into the text.
"""

import re
import unicodedata

# Letters that Unicode does not take apart, and the marks that editors set for one another.
_BY_HAND = str.maketrans(
    "\u00f8\u00d8\u0142\u0141\u0111\u0110\u0131\u0130\u0259\u018f", "oOlLdDiIeE"
) | str.maketrans("\u2018\u2019\u02bc\u02bb\u2010\u2011\u2013\u2014\u00a0\u202f", "''''----  ")


def _latin() -> dict[int, str]:
    """Accented Latin letter -> its base letter, one for one."""
    table = dict(_BY_HAND)
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        if code not in table:
            base = unicodedata.normalize("NFD", chr(code))
            if len(base) > 1 and base[0].isascii():
                table[code] = base[0]
    return table


_PLAIN = _latin()
_GAP = re.compile(r"[\s\-]+")


def plain(text: str) -> str:
    """`text` without accents, of the same length; case and hyphens stay."""
    return text if text.isascii() else text.translate(_PLAIN)


def key(name: str) -> str:
    """What two spellings of a name share: no accents, case, hyphens, apostrophes or full stops."""
    bare = plain(name).replace("'", "").replace(".", " ").casefold()
    return _GAP.sub(" ", bare).strip()
