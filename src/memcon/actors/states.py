"""State and government: where a country's name, adjective, capital or seat stands for who acts."""

from collections.abc import Set
from dataclasses import dataclass
from typing import Literal

from memcon.actors.knowledge import Knowledge
from memcon.actors.known import Hit, Known
from memcon.actors.mentions import Chain, Mention
from memcon.actors.tokens import INSIDE, Tokens

Sense = Literal["state", "government", "people", "region", "union"]

_NEVER_ACT = frozenset({"npadvmod", "advmod", "intj", "meta", "punct"})
_NO_PARTY = frozenset({"DATE", "LANGUAGE", "EVENT", "WORK_OF_ART", "PRODUCT"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_DIRECTIONS = frozenset({"to", "into", "from", "for", "towards", "toward"})
_UNION = "European Union"


@dataclass(frozen=True, slots=True)
class _Country:
    """A country word and what it stands for; it may be only a place here."""

    hit: Hit
    sense: Sense
    acts: bool


def find_states(
    tokens: Tokens, known: Known, claimed: Set[int], knowledge: Knowledge
) -> tuple[Chain, ...]:
    """A chain for each state, government and people that acts somewhere, with all that names it.

    `claimed` tokens belong to titles and to other names. A place that acts nowhere is no actor, and
    a capital is a mention of the government only where that acts. A government is called by its
    first seat, "the Kremlin", else as it is first named.
    """
    found = [
        _country(hit, tokens, knowledge)
        for hit in known.hits
        if hit.organisation is None
        and not hit.is_joined
        and not any(i in claimed for i in range(hit.first, hit.last + 1))
    ]
    acting = {c.hit.iso3 for c in found if c.acts and c.sense == "state"}
    chains: dict[tuple[str, Sense, str], Chain] = {}
    for country in found:
        if country.acts or (country.sense == "state" and country.hit.iso3 in acting):
            _add(country, chains, tokens, knowledge)
    for country in reversed(found):
        if country.acts and country.hit.sense == "seat":
            seat = country.hit.span.words(tokens.parse.text)
            chains[country.hit.iso3 or "", "government", ""].name = seat
    for (_, sense, _), chain in chains.items():
        if sense == "state":
            chain.name = _own_name(chain, known, tokens)
    return tuple(chains.values())


def _own_name(chain: Chain, known: Known, tokens: Tokens) -> str:
    """What the article itself calls a state, "Burma"; its usual name if it only abbreviates it."""
    for mention in chain.mentions:
        hit = known.at(mention.first)
        words = mention.span.words(tokens.parse.text)
        is_name = hit is not None and hit.sense == "name" and hit.span == mention.span
        if is_name and len(words) > 3 and "." not in words and not words.isupper():
            return words
    return chain.name


def _country(hit: Hit, tokens: Tokens, knowledge: Knowledge) -> _Country:
    """A country word in its sense."""
    head = tokens.roots(hit.first, hit.last)[-1]
    sense: Sense = "state"
    if hit.sense is None:
        sense = "region"
    elif hit.sense == "demonym":
        sense = "people"
    elif hit.sense in ("capital", "seat"):
        named = knowledge.countries.named(hit.span.words(tokens.parse.text))
        sense = "union" if named is not None and named.also == "EU" else "government"
    return _Country(hit, sense, _acts(hit, head, sense, tokens, knowledge))


def _add(
    country: _Country,
    chains: dict[tuple[str, Sense, str], Chain],
    tokens: Tokens,
    knowledge: Knowledge,
) -> None:
    """Put a mention into its chain, which it may begin."""
    hit, sense = country.hit, country.sense
    words = hit.span.words(tokens.parse.text)
    key = (hit.iso3 or "", sense, words if sense == "region" else "")
    if key not in chains:
        chains[key] = _chain(country, words, knowledge)
    chain = chains[key]
    heads = tokens.roots(hit.first, hit.last)
    chain.mentions.append(Mention(hit.span, hit.first, hit.last, heads))


def _chain(country: _Country, words: str, knowledge: Knowledge) -> Chain:
    """A state by its usual name; a government, a people and a region as the article names them."""
    iso3 = country.hit.iso3
    if country.sense == "state" and iso3 is not None:
        return Chain(kind="state", name=knowledge.countries.name(iso3), country=iso3, sector="GOV")
    if country.sense == "government":
        return Chain(kind="government", name=words, country=iso3, sector="GOV")
    if country.sense == "union":
        return Chain(kind="igo", name=_UNION, sector="IGO")
    is_people = country.sense == "people"
    return Chain(kind="group", name=words, country=iso3, sector="CVL", is_plural=is_people)


def _acts(hit: Hit, head: int, sense: Sense, tokens: Tokens, knowledge: Knowledge) -> bool:
    """Whether the country acts or is acted upon where it is named."""
    dep = tokens.deps[head]
    if tokens.entities[head] in _NO_PARTY or dep in _NEVER_ACT:
        return False
    if dep == "poss":
        return True
    if dep in INSIDE:
        is_town = sense != "state" and hit.sense != "seat"
        return (
            not is_town and tokens.lemmas[tokens.heads[head]] not in knowledge.words.phrases.inert
        )
    anchor = tokens.first_of_conjuncts(head)
    if dep == "appos" and tokens.entities[anchor] in _PLACES:
        return False
    if _is_locative(anchor, sense, tokens, knowledge):
        return False
    if sense in ("state", "people") or hit.sense == "seat":
        return True
    return not _is_town(anchor, tokens, knowledge)


def _is_locative(i: int, sense: Sense, tokens: Tokens, knowledge: Knowledge) -> bool:
    """Whether the phrase of head i only says where: "met in Iceland", "flew to Moscow".

    "Troops in Ukraine" and "the war in Yemen" say whom it happens to.
    """
    phrases = knowledge.words.phrases
    if tokens.deps[i] != "pobj":
        return False
    link = tokens.heads[i]
    governor = tokens.heads[link]
    if tokens.lowers[link] in phrases.locative:
        is_thing = tokens.parts[governor] == "NOUN" and sense == "state"
        return not is_thing or tokens.lemmas[governor] in phrases.gatherings
    if tokens.lowers[link] not in _DIRECTIONS or tokens.parts[governor] != "VERB":
        return False
    moves = tokens.lemmas[governor] in phrases.motion
    return moves and not any(tokens.deps[c] == "dobj" for c in tokens.children.get(governor, ()))


def _is_town(i: int, tokens: Tokens, knowledge: Knowledge) -> bool:
    """Whether a capital is the town: "visited Moscow", "the city of Kyiv", "Kyiv is cold"."""
    governor = tokens.heads[i]
    if tokens.deps[i] == "dobj":
        return tokens.lemmas[governor] in knowledge.words.phrases.motion
    if tokens.deps[i] == "pobj" and tokens.lowers[governor] == "of":
        return True
    return tokens.deps[i] in ("nsubj", "nsubjpass") and tokens.lemmas[governor] == "be"
