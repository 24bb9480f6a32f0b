"""Title: what stands around the noun of an office or a body, to its left and its right.

"the former Russian deputy foreign minister", "secretary of state for trade of the United Kingdom".
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from memcon.actors.knowledge import Knowledge
from memcon.actors.known import Hit, Known
from memcon.actors.tokens import SUBJECTS, Tokens
from memcon.lexicon.actors import Agent
from memcon.record.terms import Tenure

Reference = Literal["definite", "indefinite", "bare", "possessive", "negated"]

HYPHENS = frozenset({"-", "–"})
_BEFORE = frozenset({"ADJ", "NOUN", "PROPN", "VERB", "ADV", "ADP", "X"})
_INSIDE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "CCONJ", "X"})
_HEADS = frozenset({"nsubj", "dobj", "pobj", "attr", "ROOT", "acomp"})
_OF = frozenset({"of", "for"})
_AT = frozenset({"at", "from", "with", "to", "in"})
_NOBODY = frozenset({"no", "neither", "either", "each", "every"})
_SOMEBODY = frozenset({"a", "an", "another", "some", "any"})
_LOWER_NAMED = frozenset({"party", "group", "agency", "media"})
# A phrase behind "of" or "at" is read no further than this many tokens.
_REACH = 10


@dataclass(slots=True)
class Title:
    """What is read on the way from the noun; token numbers, -1 for none.

    `first` to `last` is the phrase without its article, `title_first` to `title_last` the office.
    """

    first: int
    title_first: int
    last: int
    title_last: int
    agent: Agent
    reference: Reference = "bare"
    tenure: Tenure = "current"
    owner: int = -1
    sector: str | None = None
    is_title_over: bool = False
    count: int = 0
    owned: list[Hit] = field(default_factory=list)


def read_title(
    i: int, begin: int, agent: Agent, tokens: Tokens, known: Known, knowledge: Knowledge
) -> Title:
    """The title around the noun that begins at token `begin` and ends at token i."""
    title = Title(begin, begin, i, i, agent)
    _read_left(title, tokens, known, knowledge)
    _read_right(title, tokens, known, knowledge)
    return title


def _read_left(title: Title, tokens: Tokens, known: Known, knowledge: Knowledge) -> None:
    """Walk to the left over what describes the noun, to its article."""
    start, _ = tokens.bounds(title.first)
    i = title.first - 1
    while i >= start:
        hit = known.at(i)
        if hit is not None:
            if not hit.is_joined:
                title.owned.append(hit)
            title.is_title_over = True
            title.first = hit.first
            i = hit.first - 1
        elif _is_between(i, start, title.owned, tokens, known):
            i -= 1
        else:
            step = _step(i, title, tokens, knowledge)
            if step == 0:
                return
            i -= step


def _is_between(i: int, start: int, owned: Sequence[Hit], tokens: Tokens, known: Known) -> bool:
    """Whether token i joins countries: "U.S. and Russian diplomats", "A, B and C leaders"."""
    if tokens.lowers[i] != "and" and not (tokens.lowers[i] == "," and len(owned) > 1):
        return False
    before = known.at(i - 1) if i > start else None
    return before is not None and bool(owned) and owned[-1].first == i + 1


def _step(i: int, title: Title, tokens: Tokens, knowledge: Knowledge) -> int:
    """How many tokens to go on to the left, having read token i; 0 to stop there."""
    if tokens.tags[i] == "POS":
        return _possess(i, title, tokens, knowledge)
    if title.owner == i and title.reference == "possessive":
        return 0
    if tokens.texts[i] in HYPHENS and i:
        return 1
    if tokens.parts[i] in ("DET", "PRON", "NUM"):
        return _determine(i, title, tokens)
    return _modify(i, title, tokens, knowledge)


def _possess(i: int, title: Title, tokens: Tokens, knowledge: Knowledge) -> int:
    """Read "'s": inside a name ("the People's Court") or behind an owner."""
    if i == 0:
        return 0
    is_inside = tokens.is_capital(i - 1) and tokens.is_capital(title.first)
    if is_inside and tokens.lemmas[i - 1] in knowledge.agents and not title.is_title_over:
        title.title_first = title.first = i - 1
        return 2
    title.is_title_over = True
    if tokens.parts[i - 1] in ("NOUN", "PROPN"):
        title.owner, title.reference = i - 1, "possessive"
    return 1


def _determine(i: int, title: Title, tokens: Tokens) -> int:
    """Read an article, a number or a possessive; only a number may have more before it."""
    word = tokens.lowers[i]
    if tokens.parts[i] == "NUM":
        title.count = 1 if word in ("one", "1") else 2
        title.reference = "indefinite"
        return 1
    if word in _NOBODY:
        title.reference = "negated"
    elif word in _SOMEBODY:
        title.reference = "indefinite"
    elif tokens.tags[i] in ("PRP$", "WP$"):
        title.reference, title.owner = "possessive", i
    elif tokens.parts[i] == "DET":
        title.reference = "definite"
    return 0


def _modify(i: int, title: Title, tokens: Tokens, knowledge: Knowledge) -> int:
    """Read a word that tells the tenure, the office, or only something of the person."""
    word, titles = tokens.lowers[i], knowledge.words.titles
    if word in titles.former or word in titles.designate:
        title.tenure = "former" if word in titles.former else "designate"
        title.first, title.is_title_over = i, True
        return 1
    if not _describes(i, title, tokens):
        return 0
    belongs = word in titles.words or _is_named(i, title, tokens, titles.loose)
    if title.sector is None and word in titles.sectors:
        title.sector = titles.sectors[word]
    if title.owner < 0 and title.agent.is_person and _is_body(i, tokens, knowledge):
        title.owner = i
    if belongs and not title.is_title_over:
        title.title_first = i
    elif not belongs:
        title.is_title_over = True
    title.first = i
    return 1


def _describes(i: int, title: Title, tokens: Tokens) -> bool:
    """Whether token i is a modifier inside the phrase that begins behind it."""
    part, dep = tokens.parts[i], tokens.deps[i]
    if part not in _BEFORE:
        return False
    if part in ("NOUN", "PROPN", "ADJ"):
        is_name = tokens.is_capital(i) and tokens.is_capital(title.first)
        return dep not in _HEADS or is_name
    return dep in ("amod", "advmod", "compound", "nmod") and tokens.heads[i] > i


def _is_named(i: int, title: Title, tokens: Tokens, loose: frozenset[str]) -> bool:
    """Whether a word with a capital is part of the name: "Foreign Minister", "Labour party"."""
    if not tokens.is_capital(i) or tokens.lowers[i] in loose:
        return False
    if tokens.is_capital(title.first):
        return True
    is_body = title.agent.kind in _LOWER_NAMED and tokens.parts[i] == "PROPN"
    return is_body and tokens.entities[i] not in ("PERSON", "GPE", "DATE", "LOC")


def _read_right(title: Title, tokens: Tokens, known: Known, knowledge: Knowledge) -> None:
    """Read on behind the noun: "-designate", "of State", "of the United States", "of the army"."""
    _, stop = tokens.bounds(title.last)
    at = title.last + 1
    designate = knowledge.words.titles.designate
    hyphened = at + (at < stop and tokens.texts[at] in HYPHENS and tokens.touch(at))
    if hyphened < stop and tokens.lowers[hyphened] in designate:
        title.last, title.tenure = hyphened, "designate"
        return
    if at < stop and tokens.lowers[at] in _OF:
        field_last = _field(at, stop, tokens, knowledge)
        if field_last > at:
            title.last = title.title_last = field_last
            at = field_last + 1
    if at + 1 < stop and tokens.lowers[at] in (_OF | _AT):
        end = _phrase_end(at, stop, tokens)
        if _is_service(at, end, title, tokens, knowledge):
            _read_owner(at, end, title, tokens, known, knowledge)


def _is_service(at: int, end: int, title: Title, tokens: Tokens, knowledge: Knowledge) -> bool:
    """Whether the preposition tells whom a person serves, and not where they are or go.

    "A source in the delegation", "the ambassador to Russia" and "a diplomat from France" do; in
    "withdrew peacekeepers from Rwanda" and "sent experts to Iran" it goes with the verb.
    """
    word, noun = tokens.lowers[at], tokens.lemmas[at - 1]
    if word == "in":
        return title.agent.is_person and end > at and tokens.lemmas[end] in knowledge.agents
    if word == "to":
        return noun in knowledge.words.titles.sent or not title.agent.is_person
    return word != "from" or tokens.deps[at - 1] in SUBJECTS


def _field(link: int, stop: int, tokens: Tokens, knowledge: Knowledge) -> int:
    """The last token of an office's field, "for Foreign Affairs"; -1 if none or a body follows."""
    words = knowledge.words.titles.words
    last = link - 1
    i = link + 1
    while i < stop:
        if _is_body(i, tokens, knowledge):
            return -1
        is_same = tokens.entity_of[i] == tokens.entity_of[last] >= 0
        if tokens.lowers[i] in words or (is_same and tokens.entities[i] == "ORG"):
            last = i
        elif tokens.lowers[i] not in ("of", "for", "the", "and", "&"):
            break
        i += 1
    if last < link:
        return -1
    behind = last + 1
    is_cut = behind < stop and tokens.parts[behind] in ("NOUN", "PROPN")
    is_named = tokens.is_capital(last) and tokens.is_capital(last + 1 if is_cut else last)
    if is_cut and (not is_named or _is_body(behind, tokens, knowledge)):
        return -1
    return last


def _is_body(i: int, tokens: Tokens, knowledge: Knowledge) -> bool:
    """Whether a word is the noun of a body that an office may belong to, not of its field."""
    agent = knowledge.agents.get(tokens.lemmas[i])
    return agent is not None and not agent.is_person and agent.kind != "group"


def _read_owner(
    at: int, end: int, title: Title, tokens: Tokens, known: Known, knowledge: Knowledge
) -> None:
    """Read whose it is: behind "of" and "for" anybody's, behind "at" and "from" a known one's."""
    hits: list[Hit] = []
    for i in range(at + 1, end + 1):
        hit = known.at(i)
        if hit is not None and hit.first == i and not hit.is_joined:
            hits.append(hit)
    if tokens.lowers[at] in _OF and not hits and end > at:
        title.last = end
        is_owner = tokens.is_capital(end) or tokens.lemmas[end] in knowledge.agents
        if is_owner and title.owner < 0:
            title.owner = end
    if not hits or (tokens.lowers[at] in ("at", "from", "with") and not title.agent.is_person):
        return
    title.owned.extend(hits)
    title.last = max(end, _joined(hits[-1], title.owned, tokens, known))


def _phrase_end(at: int, stop: int, tokens: Tokens) -> int:
    """The last token of the noun phrase behind the preposition at token `at`."""
    noun = next((c for c in tokens.children.get(at, ()) if tokens.deps[c] == "pobj"), -1)
    limit = min(stop, at + 1 + _REACH)
    end = at
    for i in range(at + 1, limit):
        if tokens.parts[i] not in _INSIDE or (tokens.parts[i] == "CCONJ" and i > noun):
            break
        if i > noun >= 0 and not tokens.is_capital(i):
            break
        if tokens.entities[i] == "PERSON" and end > at and tokens.entities[end] != "PERSON":
            break
        end = i
    is_named = end + 1 < limit and tokens.entities[end + 1] == "PERSON"
    return end if noun < 0 or end >= noun or is_named else at


def _joined(hit: Hit, owned: list[Hit], tokens: Tokens, known: Known) -> int:
    """The last token of the owners joined to a first: "of the United States and Russia"."""
    _, stop = tokens.bounds(hit.first)
    last = hit.last
    at = last + 1
    while at + 1 < stop and tokens.lowers[at] in (",", "and"):
        following = at + 1 + (tokens.lowers[at + 1] in ("the", "and"))
        other = known.at(following) if following < stop else None
        if other is None or other.is_joined or other.sense == "adjective":
            break
        owned.append(other)
        last = other.last
        at = last + 1
    return last
