"""Party: whom the words of a question mean: a country by code or name, else an actor by name."""

import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from memcon.desk.accounts import listed
from memcon.desk.store import Store
from memcon.errors import DeskError
from memcon.story.answers import Party
from memcon.story.known import countries

_CODE_LETTERS = 3
# So many candidates are looked at, the most spoken of first, and so many are named.
_MOST = 200
_NAMED = 5
# A misspelt name is looked for among those that have a word with the same first letters.
_ROOT_LETTERS = 3
_LIKENESS = 0.6

_MATCHING = """
SELECT id, key, name, kind, country, code, spoken_of
FROM actors WHERE id IN (SELECT rowid FROM names WHERE names MATCH ?)
ORDER BY spoken_of DESC, id LIMIT ?
"""
_NAMES = "SELECT key, name FROM actors WHERE key IN (SELECT value FROM json_each(?))"
_KEYED = "SELECT id, key, name, kind, country, code, spoken_of FROM actors WHERE key = ?"


class UnknownPartyError(DeskError):
    """Words that mean nobody on the desk, or more than one."""

    def __init__(self, words: str, reason: str) -> None:
        self.words = words
        super().__init__(f"{words}: {reason}")


class Candidate(NamedTuple):
    """An actor whose name has the words; `spoken_of` counts its appearances in articles."""

    number: int
    key: str
    name: str
    kind: str
    country: str | None
    code: str
    spoken_of: int

    @property
    def described(self) -> str:
        """ "Sergei Lavrov (person:sergei lavrov)"."""
        return f"{self.name} ({self.key})"


def party_of(store: Store, words: str) -> Party:
    """Whom these words mean: "RUS", "Russia", "NATO", "Lavrov", "person:sergei lavrov".

    DeskError, with the nearest names, if they mean nobody on the desk or more than one.
    """
    asked = " ".join(words.split())
    return _country(asked) or _party(actors_named(store, asked))


def names_of_codes(store: Store, codes: Iterable[str]) -> dict[str, str]:
    """What each code stands for: a country, or the actor whose key it is."""
    asked = dict.fromkeys(codes)
    names = dict(store.query(_NAMES, (listed(asked),)))
    return {
        code: countries().name(code) if code in countries().by_code else names.get(code, code)
        for code in asked
    }


def actors_named(store: Store, words: str) -> tuple[Candidate, ...]:
    """The one actor of this key or name, under each of its names on the desk.

    "Lavrov" is Sergei Lavrov and whoever is only called Lavrov. DeskError as for `party_of`.
    """
    if row := store.first(_KEYED, (words,)):
        return (Candidate(*row),)
    query = match_of(words)
    rows = store.query(_MATCHING, (query, _MOST)) if query else []
    found = [Candidate(*row) for row in rows]
    if not found:
        raise UnknownPartyError(words, f"nobody on the desk is called so{_nearest(store, words)}")
    meant = _meant(found, folded(words))
    if meant is None:
        named = "; ".join(candidate.described for candidate in found[:_NAMED])
        more = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
        raise UnknownPartyError(words, f"may be {named}{more}; give more of the name, or the key")
    return meant


def match_of(words: str, *, is_open: bool = False) -> str:
    """Words as FTS5 shall look for them: all must be there, none is an operator.

    With `is_open` each may be the beginning of a word. Empty if there is no word among them.
    """
    parted = "".join(c if c.isalnum() or unicodedata.combining(c) else " " for c in words)
    return " ".join(f'"{word}"{"*" if is_open else ""}' for word in parted.split())


def folded(words: str) -> str:
    """Words in lower case, without diacritics and punctuation."""
    bare = unicodedata.normalize("NFD", words.casefold())
    return " ".join("".join(c if c.isalnum() else " " for c in bare if _is_bare(c)).split())


def _is_bare(character: str) -> bool:
    """Whether it is no mark that stands on a letter."""
    return not unicodedata.combining(character)


def _country(asked: str) -> Party | None:
    """The country of a code, or of a name of the state, its people or its capital, in any case."""
    if len(asked) == _CODE_LETTERS and asked.upper() in countries().by_code:
        return Party(asked.upper(), countries().name(asked.upper()))
    hits = (countries().named(form) for form in (asked, asked.title(), asked.upper()))
    hit = next((hit for hit in hits if hit), None)
    return Party(hit.iso3, countries().name(hit.iso3)) if hit else None


def _party(meant: Sequence[Candidate]) -> Party:
    """The party that an actor is; one that stands for itself is all who stand for it."""
    first = meant[0]
    if first.code == first.key:
        return Party(first.code, first.name)
    return Party(first.code, first.name, tuple(candidate.number for candidate in meant))


def _meant(found: Sequence[Candidate], asked: str) -> tuple[Candidate, ...] | None:
    """Which of the actors found is meant, the one of the fullest name first; None if it is open.

    One that is called just so is meant, unless it is a person's last name: then it is the only
    person of that name.
    """
    exact = tuple(c for c in found if folded(c.name) == asked)
    bearers = tuple(c for c in found if c.kind == "person" and folded(c.name).endswith(f" {asked}"))
    if len(exact) == 1 and exact[0].kind != "person":
        return exact
    whole = {folded(c.name) for c in bearers}
    if len(exact) <= 1 and len(whole) == 1 and len({c.code for c in (*bearers, *exact)}) == 1:
        return (*bearers, *exact)
    if len(exact) == 1 and not bearers:
        return exact
    return tuple(found) if len(found) == 1 else None


def _nearest(store: Store, words: str) -> str:
    """ "; the nearest names are …", or nothing if no name begins alike."""
    roots = [word[:_ROOT_LETTERS] for word in folded(words).split()]
    if not roots:
        return ""
    query = " OR ".join(f'"{root}"*' for root in roots)
    rows = store.query(_MATCHING, (query, _MOST))
    names = dict.fromkeys(Candidate(*row).name for row in rows)
    known = {folded(part): name for name in names for part in (name.split()[-1], name)}
    from difflib import get_close_matches

    near = get_close_matches(folded(words), known, _NAMED, _LIKENESS)
    told = "; ".join(dict.fromkeys(known[name] for name in near))
    return f"; the nearest names are {told}" if told else ""
