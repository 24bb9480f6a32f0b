"""Description: a noun phrase that says who someone is: "the Russian minister", "two rebels"."""

from dataclasses import dataclass

from memcon.actors.knowledge import Knowledge
from memcon.actors.known import Hit, Known
from memcon.actors.titles import HYPHENS, Reference, Title, read_title
from memcon.actors.tokens import Tokens
from memcon.codes.organisations import Organisation
from memcon.lexicon.actors import Agent
from memcon.record.terms import Tenure

_ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos"})


@dataclass(frozen=True, slots=True)
class Description:
    """A phrase around the noun `head`, from `first`, without its article, to `last`.

    Behind the noun may stand whose it is: "spokesman for the ministry". `title` is its office's
    first and last token. `iso3` and `body` are whose it is; `owner` is the token of a possessor
    that is neither ("Putin's aide"), or -1. `count`: 2 for "two" or more, 0 if not told.
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
            if not found or made.head > found[-1].title[1]:
                found.append(made)
    return tuple(found)


def _agent_noun(i: int, tokens: Tokens, known: Known, knowledge: Knowledge) -> str | None:
    """The agent noun that ends at token i: of two words if they make one, else its lemma."""
    if tokens.parts[i] not in ("NOUN", "PROPN", "ADJ"):
        return None
    word = _singular(i, tokens, knowledge)
    pair = f"{tokens.lowers[i - 1]} {word}" if i else word
    if i > 1 and tokens.texts[i - 1] in HYPHENS:
        pair = f"{tokens.lowers[i - 2]}-{word}"
    noun = pair if pair in knowledge.agents else word
    if noun not in knowledge.agents or pair in knowledge.words.not_agents:
        return None
    if not _is_free(i, knowledge.agents[noun], tokens, known):
        return None
    return noun if _is_whole(i, tokens, knowledge) else None


def _singular(i: int, tokens: Tokens, knowledge: Knowledge) -> str:
    """The lemma; for a name's plural, which spaCy leaves as it is ("Marines"), the singular."""
    lemma = tokens.lemmas[i]
    if lemma in knowledge.agents or tokens.tags[i] not in ("NNPS", "NNP", "NNS"):
        return lemma
    if lemma.endswith("men"):
        return lemma[:-3] + "man"
    return lemma[:-1] if lemma.endswith("s") and len(lemma) > 4 else lemma


def _is_free(i: int, agent: Agent, tokens: Tokens, known: Known) -> bool:
    """Whether the noun is no part of a known name, except for people: "two former U.S. Marines"."""
    if tokens.parts[i] == "ADJ" and tokens.deps[i] not in _ROLES:
        return False
    hit = known.at(i)
    if hit is None or hit.is_joined:
        return True
    if hit.organisation is None or hit.last != i or not agent.is_person or not hit.first:
        return False
    before = tokens.lowers[hit.first - 1]
    return before in ("former", "ex", "a", "an") or tokens.tags[hit.first - 1] == "CD"


def _is_whole(i: int, tokens: Tokens, knowledge: Knowledge) -> bool:
    """Whether the noun is no part of a longer word or name: "police-led", "Air Force One"."""
    if i > 1 and tokens.texts[i - 1] in HYPHENS and tokens.touch(i) and not tokens.is_capital(i):
        titles = knowledge.words.titles
        before = tokens.lowers[i - 2]
        if before not in titles.words and before not in titles.former:
            return f"{before}-{tokens.lemmas[i]}" in knowledge.agents
    behind = i + 1
    if behind + 1 < len(tokens) and tokens.texts[behind] in HYPHENS and tokens.touch(behind):
        return tokens.lowers[behind + 1] in ("designate", "elect", "general")
    same = behind < len(tokens) and tokens.entity_of[i] == tokens.entity_of[behind] >= 0
    is_inner = same and tokens.entities[i] not in ("PERSON", "ORG") and tokens.is_capital(behind)
    return not (is_inner and tokens.is_capital(i))


def _description(
    i: int, noun: str, tokens: Tokens, known: Known, knowledge: Knowledge
) -> Description:
    """The phrase around the noun at token i."""
    agent = knowledge.agents[noun]
    begin = max(i - noun.count(" ") - 2 * noun.count("-"), 0)
    title = read_title(i, begin, agent, tokens, known, knowledge)
    country = next((h.iso3 for h in title.owned if h.organisation is None and h.iso3), None)
    body = next((h.organisation for h in title.owned if h.organisation is not None), None)
    if agent.kind == "government" and _is_office(title, i, tokens):
        agent = Agent("agency", agent.sector)
    sector = title.sector if agent.kind == "unnamed" and title.sector else agent.sector
    is_many = tokens.tags[i] in ("NNS", "NNPS") or title.count > 1
    return Description(
        first=title.first,
        head=i,
        last=title.last,
        title=(title.title_first, title.title_last),
        noun=noun,
        agent=Agent(agent.kind, sector),
        reference=title.reference,
        is_plural=is_many or noun in knowledge.words.plural_nouns,
        count=title.count,
        tenure=title.tenure,
        iso3=country or (body.country if body is not None else None),
        body=body,
        owner=title.owner,
        owned=tuple(title.owned),
    )


def _is_office(title: Title, i: int, tokens: Tokens) -> bool:
    """Whether a capital makes an office of the noun: "the Food and Drug Administration"."""
    before = range(title.title_first, i)
    is_name = tokens.is_capital(i) and (title.title_first < i or title.title_last > i)
    return is_name and all(tokens.entities[k] != "PERSON" for k in before)
