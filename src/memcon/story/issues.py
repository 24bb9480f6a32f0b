"""Issue: what is talked about, under one key in every article."""

import re
from collections.abc import Iterator

from memcon.codes.spelling import key
from memcon.codes.wordings import wordings
from memcon.story.known import countries

_HYPHEN = re.compile(r"(\w+)[-‐‑](\w+)")
_NO_WORD = re.compile(r"[^\w\s]|_")
# Which forms of a country's name stand for the country in the name of an issue; a capital may be
# just a city.
_SENSES = frozenset({"name", "adjective", "demonym"})
# Spellings of one word: British, then American.
_ENDINGS = (
    (re.compile(r"is(e|ed|ing|ation|er)$"), r"iz\1"),
    (re.compile(r"(?<=\w\w\w)our$"), "or"),
    (re.compile(r"(?<=\w\w\w)ence$"), "ense"),
    (re.compile(r"(?<=gra)mme$"), "m"),
)


def issue_key(name: str) -> str:
    """The same for "the Nord Stream 2 sanctions" and "sanctions on Nord Stream 2".

    Its words, each once and in alphabetical order: singular, without articles, prepositions and
    words as "new"; countries and what is theirs as ISO 3166-1 alpha-3 in lower case, so that
    "Russian hacking" is "hacking by Russia". A country that is acted upon has a word more: "Russian
    sanctions" are "rus sanction", "sanctions on Russia" are "onrus rus sanction". Empty only where
    the name has no word.
    """
    words = list(_words(name))
    fillers = wordings("filler")
    kept = [word for word in _unlabelled(words) if word not in fillers]
    return " ".join(sorted({_folded(word) for word in kept or words}))


def _words(name: str) -> Iterator[str]:
    """The words of a name, in lower case, countries as their codes."""
    done = 0
    joined = _HYPHEN.sub(_joined, name.replace("’", "'"))
    for start, end, iso3, sense in countries().find(joined):
        if sense in _SENSES:
            before = _plain(joined[done:start])
            yield from before
            if sense == "name" and _last(before) in wordings("onto"):
                yield f"on{iso3.casefold()}"
            yield iso3.casefold()
            done = end
    yield from _plain(joined[done:])


def _plain(words: str) -> list[str]:
    """Words without case, accents, punctuation and the mark of a possessor."""
    return _NO_WORD.sub(" ", key(re.sub(r"'s\b|s'(?=\s|$)", " ", words))).split()


def _last(words: list[str]) -> str:
    """The last word that is no article; empty where there is none."""
    return next((word for word in reversed(words) if word != "the"), "")


def _joined(match: re.Match[str]) -> str:
    """A word with a hyphen as one where its parts are: "build-up"; "EU-backed" is two."""
    first, last = match.groups()
    is_one = first.casefold() in wordings("prefix") or last.casefold() in wordings("particle")
    return f"{first}{last}" if is_one else f"{first} {last}"


def _unlabelled(words: list[str]) -> Iterator[str]:
    """The words but those that say what the number before is of: "Nord Stream 2 gas pipeline"."""
    is_named = False
    for word in words:
        is_named = word.isdigit() or (is_named and word in wordings("label"))
        if not is_named or word.isdigit():
            yield word


def _folded(word: str) -> str:
    """A word in the singular and in one spelling, roughly."""
    word = _singular(word)
    for ending, usual in _ENDINGS:
        word = ending.sub(usual, word)
    return word


def _singular(word: str) -> str:
    """A plural's singular, roughly: "sanctions", "policies"."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
