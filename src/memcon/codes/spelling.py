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
    table = {code: chr(base) for code, base in _BY_HAND.items()}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        if code not in table:
            base = unicodedata.normalize("NFD", chr(code))
            if len(base) > 1 and base[0].isascii():
                table[code] = base[0]
    return table


_PLAIN = _latin()
_BARE = str.maketrans({"'": None, ".": " ", "-": " "})

# Ways to write one sound in Latin letters, brought to one, in this order; a blank ends each word.
_SOUNDS = (
    *((letter + letter, letter) for letter in "bdfklmnprstz"),
    *((f"{vowel}y", f"{vowel}i") for vowel in "aeou"),
    ("iya", "ia"),
    (" ye", " e"),
    ("ks", "x"),
    ("ou", "u"),
    *((ending, "y ") for ending in ("iyi ", "iy ", "yy ", "ii ", "ij ", "i ")),
    *((name, " mohamed ") for name in (" muhamad ", " mohamad ", " muhamed ")),
    (" el ", " al "),
)
_TITLES = (
    (re.compile(r"\bdefence\b"), "defense"),
    (re.compile(r"\badvisor\b"), "adviser"),
    (re.compile(r"spokes(?:woman|person)\b"), "spokesman"),
    (re.compile(r"^(?:minister (?:of|for) (?:foreign|external) \w+)$"), "foreign minister"),
    (re.compile(r"^(?:external|foreign) affairs minister$"), "foreign minister"),
    (re.compile(r"^(?:minister|secretary) (?:of|for) defense$"), "defense minister"),
    (re.compile(r"^defense secretary$"), "defense minister"),
    (re.compile(r"^premier$"), "prime minister"),
)


def plain(text: str) -> str:
    """`text` without accents, of the same length; case and hyphens stay."""
    return text if text.isascii() else text.translate(_PLAIN)


def key(name: str) -> str:
    """What two spellings of a name share: no accents, case, hyphens, apostrophes or full stops."""
    return " ".join(plain(name).translate(_BARE).casefold().split())


def name_key(name: str) -> str:
    """What the spellings of a person's name share: "Sergei", "Sergey"; "Mohammad", "Muhammed"."""
    words = f" {key(name)} "
    for sound, usual in _SOUNDS:
        words = words.replace(sound, usual)
    return words.strip()


def title_key(title: str) -> str:
    """What the wordings of one title share: "Minister of Foreign Affairs", "foreign minister"."""
    words = key(title).removeprefix("the ")
    for pattern, usual in _TITLES:
        words = pattern.sub(usual, words)
    return words
