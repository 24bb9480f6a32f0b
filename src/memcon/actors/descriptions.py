"""Description: a noun phrase that says who someone is: "the Russian foreign minister", "two rebels"."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from memcon.actors.knowledge import Agent, Knowledge
from memcon.actors.known import Hit, Known
from memcon.actors.tokens import Tokens
from memcon.codes.organisations import Organisation
from memcon.record.terms import Tenure

Reference = Literal["definite", "indefinite", "bare", "possessive"]

_BEFORE = frozenset({"ADJ", "NOUN", "PROPN", "VERB", "ADV", "ADP", "X"})
_HYPHENS = frozenset({"-", "–"})
_LINKS = frozenset({"of", "for"})


@dataclass(frozen=True, slots=True)
class Description:
    """A phrase around the noun `head`, from `first`, without its article, to `head`; `last` is behind
    what follows with "of".

    `title` is its office's first and last token. `iso3` and `body` are whose it is; `owner` is the token
    of a possessor that is neither ("Putin's aide"), or -1. `count`: 2 for "two" or more, 0 if not told.
    """

    first: int
    head: int
    last: int
    title: tuple[int, int]
    noun: str
    agent: Agent
    reference: Reference
    is_plural: bool
    count: int
    tenure: Tenure
    iso3: str | None
    body: Organisation | None
    owner: int
    owned: tuple[Hit, ...]


@dataclass(slots=True)
class _Left:
    """What is read on the way from the noun to the left."""

    first: int
    title_first: int
    reference: Reference = "bare"
    tenure: Tenure = "current"
    owner: int = -1
    sector: str | None = None
    is_title_over: bool = False
    count: int = 0


def find_descriptions(
    tokens: Tokens, known: Known, knowledge: Knowledge
) -> tuple[Description, ...]:
    """Every phrase whose noun is an agent's, in reading order; one inside another is left out."""
    found: list[Description] = []
    for i in range(len(tokens)):
        noun = _agent_noun(i, tokens, known, knowledge)
        if noun is not None:
            made = _description(i, noun, tokens, known, knowledge)
            while found and found[-1].head >= made.first and found[-1].first >= made.first:
                found.pop()
            if not found or made.head > found[-1].last:
                found.append(made)
    return tuple(found)


def _agent_noun(i: int, tokens: Tokens, known: Known, knowledge: Knowledge) -> str | None:
    """The agent noun that ends at token i: of two words if they make one, else its lemma."""
    if tokens.parts[i] not in ("NOUN", "PROPN", "ADJ"):
        return None
    word = _singular(i, tokens, knowledge)
    pair = f"{tokens.lowers[i - 1]} {word}" if i else word
    if i > 1 and tokens.texts[i - 1] in _HYPHENS:
        pair = f"{tokens.lowers[i - 2]}-{word}"
    noun = pair if pair in knowledge.agents else word
    if noun not in knowledge.agents:
        return None
    hit = known.at(i)
    if hit is not None and not hit.is_joined and not _overrides(hit, i, tokens, knowledge.agents[noun]):
        return None
    if tokens.parts[i] == "ADJ" and not _is_noun(i, tokens):
        return None
    return noun if _is_plain(i, tokens, knowledge) else None


def _singular(i: int, tokens: Tokens, knowledge: Knowledge) -> str:
    """The lemma; for a name's plural, which spaCy leaves as it is ("Marines"), the singular."""
    lemma = tokens.lemmas[i]
    if lemma in knowledge.agents or tokens.tags[i] not in ("NNPS", "NNP", "NNS"):
        return lemma
    if lemma.endswith("men"):
        return lemma[:-3] + "man"
    return lemma[:-1] if lemma.endswith("s") else lemma


def _overrides(hit: Hit, i: int, tokens: Tokens, agent: Agent) -> bool:
    """Whether a noun in an organisation's name is people here: "two former U.S. Marines"."""
    if hit.organisation is None or hit.last != i or not agent.is_person:
        return False
    before = tokens.lowers[hit.first - 1] if hit.first else ""
    return before in ("former", "ex", "a", "an") or tokens.tags[hit.first - 1] == "CD"


def _is_noun(i: int, tokens: Tokens) -> bool:
    """Whether an adjective stands as a noun: it is the subject or object of something."""
    return tokens.deps[i] in ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos")


def _is_plain(i: int, tokens: Tokens, knowledge: Knowledge) -> bool:
    """Whether the noun is not part of a hyphenated word: "police-led", "in-person"."""
    if i > 1 and tokens.texts[i - 1] in _HYPHENS and tokens.touch(i) and not tokens.is_capital(i):
        titles = knowledge.words.titles
        before = tokens.lowers[i - 2]
        if not (before in titles.words or before in titles.former):
            return f"{before}-{tokens.lemmas[i]}" in knowledge.agents
    behind = i + 1
    if behind + 1 < len(tokens) and tokens.texts[behind] in _HYPHENS and tokens.touch(behind):
        return tokens.lowers[behind + 1] in ("designate", "elect", "general")
    return True


def _description(
    i: int, noun: str, tokens: Tokens, known: Known, knowledge: Knowledge
) -> Description:
    """The phrase around the noun at token i."""
    agent = knowledge.agents[noun]
    begin = i - noun.count(" ") - 2 * noun.count("-")
    left = _Left(first=max(begin, 0), title_first=max(begin, 0))
    owned: list[Hit] = []
    _read_left(left, owned, tokens, known, knowledge)
    last, title_last = _read_right(i, owned, tokens, known, knowledge)
    if last > i and tokens.lowers[last] in ("designate", "elect"):
        left.tenure = "designate"
    country = next((h.iso3 for h in owned if h.organisation is None and h.iso3), None)
    body = next((h.organisation for h in owned if h.organisation is not None), None)
    sector = left.sector if agent.is_person and left.sector else agent.sector
    return Description(
        first=left.first,
        head=i,
        last=last,
        title=(left.title_first, title_last),
        noun=noun,
        agent=Agent(agent.kind, sector),
        reference=left.reference,
        is_plural=tokens.tags[i] in ("NNS", "NNPS") or left.count > 1 or noun in ("people", "police"),
        count=left.count,
        tenure=left.tenure,
        iso3=country or (body.country if body is not None else None),
        body=body,
        owner=left.owner,
        owned=tuple(owned),
    )


def _read_left(
    left: _Left, owned: list[Hit], tokens: Tokens, known: Known, knowledge: Knowledge
) -> None:
    """Walk to the left over what describes the noun, to its article."""
    start, _ = tokens.bounds(left.first)
    i = left.first - 1
    while i >= start:
        hit = known.at(i)
        if hit is not None:
            if not hit.is_joined:
                owned.append(hit)
            left.is_title_over = True
            left.first = hit.first
            i = hit.first - 1
            continue
        if tokens.lowers[i] in (",", "and") and _is_between(i, start, owned, known):
            i -= 1
            continue
        step = _step(i, left, tokens, knowledge)
        if step == 0:
            return
        i -= step


def _is_between(i: int, start: int, owned: Sequence[Hit], known: Known) -> bool:
    """Whether token i joins two countries: "U.S. and Russian diplomats"."""
    before = known.at(i - 1) if i > start else None
    return before is not None and bool(owned) and owned[-1].first == i + 1


def _step(i: int, left: _Left, tokens: Tokens, knowledge: Knowledge) -> int:
    """How many tokens to go on to the left, having read token i; 0 to stop there."""
    word, titles = tokens.lowers[i], knowledge.words.titles
    if tokens.tags[i] == "POS":
        if _is_peoples(i, left, tokens, knowledge):
            left.title_first = left.first = i - 1
            return 2
        left.is_title_over = True
        if tokens.parts[i - 1] in ("NOUN", "PROPN"):
            left.owner, left.reference = i - 1, "possessive"
        return 1 if i else 0
    if left.owner == i:
        return 0
    if tokens.texts[i] in _HYPHENS and i:
        return 1
    if tokens.parts[i] in ("DET", "PRON", "NUM"):
        return _determine(i, left, tokens)
    if word in titles.former:
        left.tenure, left.is_title_over = "former", True
        left.first = i
        return 1
    if word in titles.designate:
        left.tenure, left.first, left.is_title_over = "designate", i, True
        return 1
    if not _describes(i, left, tokens):
        return 0
    _take(i, left, tokens, knowledge)
    return 1


def _is_peoples(i: int, left: _Left, tokens: Tokens, knowledge: Knowledge) -> bool:
    """Whether "'s" at token i is inside a name: "the Intermediate People's Court"."""
    is_inside = i > 0 and tokens.is_capital(i - 1) and tokens.is_capital(left.first)
    return is_inside and tokens.lemmas[i - 1] in knowledge.agents and not left.is_title_over


def _determine(i: int, left: _Left, tokens: Tokens) -> int:
    """Read an article, a number or a possessive; only a number may have more before it."""
    word = tokens.lowers[i]
    if tokens.parts[i] == "NUM":
        left.count = 1 if word in ("one", "1") else 2
        left.reference = "indefinite"
        return 1
    if word in ("a", "an", "another", "some", "any", "no", "every", "each"):
        left.reference = "indefinite"
    elif tokens.tags[i] in ("PRP$", "WP$"):
        left.reference, left.owner = "possessive", i
    elif tokens.parts[i] == "DET":
        left.reference = "definite"
    return 0


def _describes(i: int, left: _Left, tokens: Tokens) -> bool:
    """Whether token i is a modifier inside the phrase that begins behind it."""
    if tokens.parts[i] not in _BEFORE:
        return False
    if tokens.parts[i] in ("NOUN", "PROPN", "ADJ"):
        return tokens.deps[i] not in ("nsubj", "dobj", "pobj", "attr", "ROOT", "acomp") or (
            tokens.is_capital(i) and tokens.is_capital(left.first)
        )
    return tokens.deps[i] in ("amod", "advmod", "compound", "nmod") and tokens.heads[i] > i


def _take(i: int, left: _Left, tokens: Tokens, knowledge: Knowledge) -> None:
    """Make token i part of the phrase, and of the title if it belongs to the office."""
    titles = knowledge.words.titles
    word = tokens.lowers[i]
    belongs = word in titles.words or (
        tokens.is_capital(i) and tokens.is_capital(left.first) and word not in titles.loose
    )
    if left.sector is None and word in titles.sectors:
        left.sector = titles.sectors[word]
    if belongs and not left.is_title_over:
        left.title_first = i
    elif not belongs:
        left.is_title_over = True
    left.first = i


def _read_right(
    i: int, owned: list[Hit], tokens: Tokens, known: Known, knowledge: Knowledge
) -> tuple[int, int]:
    """(last token of the phrase, last of the title): "-designate", "of State", "of the United States"."""
    _, stop = tokens.bounds(i)
    at = i + 1
    if at + 1 < stop and tokens.texts[at] in _HYPHENS and tokens.touch(at):
        if tokens.lowers[at + 1] in knowledge.words.titles.designate:
            return at + 1, i
    if at + 1 < stop and tokens.lowers[at] in knowledge.words.titles.designate:
        return at, i
    if at + 1 >= stop or tokens.lowers[at] not in (*_LINKS, "to"):
        return i, i
    hit_at = at + 1 + (tokens.lowers[at + 1] == "the")
    hit = known.at(hit_at) if hit_at < stop else None
    if hit is not None and not hit.is_joined:
        return _owners_behind(hit, stop, owned, tokens, known), i
    if tokens.lowers[at] == "to":
        return i, i
    last = _complement(at, stop, tokens, knowledge)
    return last, last


def _owners_behind(
    hit: Hit, stop: int, owned: list[Hit], tokens: Tokens, known: Known
) -> int:
    """The last token of the countries or bodies that own it: "of the United States and Russia"."""
    owned.append(hit)
    at = hit.last + 1
    while at < stop and tokens.lowers[at] in (",", "and"):
        following = at + 1 + (at + 1 < stop and tokens.lowers[at + 1] in ("the", "and"))
        other = known.at(following) if following < stop else None
        if other is None or other.is_joined or other.sense == "adjective":
            break
        owned.append(other)
        at = other.last + 1
    return owned[-1].last


def _complement(link: int, stop: int, tokens: Tokens, knowledge: Knowledge) -> int:
    """The last token of an office's field: "for Foreign Affairs", "of the Joint Chiefs of Staff"."""
    words = knowledge.words.titles.words
    last = link - 1
    i = link + 1
    while i < stop:
        is_same = tokens.entity_of[i] == tokens.entity_of[last] >= 0
        if tokens.lowers[i] in words or (is_same and tokens.entities[i] == "ORG"):
            last = i
        elif tokens.lowers[i] not in ("of", "for", "the", "and", "&"):
            break
        i += 1
    is_cut = last + 1 < stop and tokens.parts[last + 1] in ("NOUN", "PROPN") and last >= link
    return link - 1 if is_cut else last
