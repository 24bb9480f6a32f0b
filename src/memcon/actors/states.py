"""State and government: where a country's name, adjective, capital or seat stands for who acts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from memcon.actors.knowledge import Knowledge
from memcon.actors.known import Hit, Known
from memcon.actors.tokens import INSIDE, Tokens

Standing = Literal["acts", "named", "place"]

_NEVER_ACT = frozenset({"npadvmod", "advmod", "intj", "meta", "punct"})


@dataclass(frozen=True, slots=True)
class CountryMention:
    """A country word that may be an actor; `head` carries it in the sentence.

    "acts": it stands for the state or its government. "named": it is a place here, which is a mention of
    the state only if that acts elsewhere.
    """

    hit: Hit
    head: int
    is_government: bool
    is_people: bool
    standing: Standing


def find_countries(
    tokens: Tokens, known: Known, claimed: frozenset[int], knowledge: Knowledge
) -> tuple[CountryMention, ...]:
    """The country words outside `claimed` tokens, which belong to titles and other names."""
    found: list[CountryMention] = []
    for hit in known.hits:
        if hit.sense is None or hit.iso3 is None or hit.is_joined:
            continue
        if any(i in claimed for i in range(hit.first, hit.last + 1)):
            continue
        head = tokens.roots(hit.first, hit.last)[-1]
        is_government = hit.sense in ("capital", "seat")
        standing = _standing(hit, head, is_government, tokens, knowledge)
        found.append(CountryMention(hit, head, is_government, hit.sense == "demonym", standing))
    return tuple(found)


def _standing(
    hit: Hit, head: int, is_government: bool, tokens: Tokens, knowledge: Knowledge
) -> Standing:
    """Whether the country acts where it is named."""
    if tokens.entities[head] in ("DATE", "LANGUAGE", "EVENT", "WORK_OF_ART", "PRODUCT"):
        return "named"
    dep = tokens.deps[head]
    if dep in INSIDE and dep != "poss":
        if is_government and hit.sense == "capital":
            return "place"
        inert = knowledge.words.phrases.inert
        return "named" if tokens.lemmas[tokens.heads[head]] in inert else "acts"
    if dep in _NEVER_ACT:
        return "place"
    anchor = tokens.first_of_conjuncts(head)
    if tokens.deps[head] == "appos" and tokens.entities[anchor] in ("GPE", "LOC", "FAC"):
        return "place"
    if dep == "poss":
        return "acts"
    if _is_locative(anchor, is_government, tokens, knowledge):
        return "place"
    if is_government and _is_city(anchor, tokens, knowledge):
        return "place"
    return "acts"


def _is_locative(
    i: int, is_government: bool, tokens: Tokens, knowledge: Knowledge
) -> bool:
    """Whether the phrase headed by i says only where or whither: "met in Iceland", "flew to Moscow".

    "Troops in Ukraine" and "the war in Yemen" say whom it happens to.
    """
    phrases = knowledge.words.phrases
    if tokens.deps[i] != "pobj":
        return False
    link = tokens.heads[i]
    governor = tokens.heads[link]
    if tokens.lowers[link] in phrases.locative:
        is_thing = tokens.parts[governor] == "NOUN" and not is_government
        return not is_thing or tokens.lemmas[governor] in phrases.gatherings
    if tokens.lowers[link] not in ("to", "from", "for", "towards", "toward"):
        return False
    if tokens.parts[governor] != "VERB" or tokens.lemmas[governor] not in phrases.motion:
        return False
    return not any(tokens.deps[c] == "dobj" for c in tokens.children.get(governor, ()))


def _is_city(i: int, tokens: Tokens, knowledge: Knowledge) -> bool:
    """Whether a capital is the town: "visited Moscow", "the city of Kyiv", "Kyiv is cold"."""
    governor = tokens.heads[i]
    if tokens.deps[i] == "dobj":
        return tokens.lemmas[governor] in knowledge.words.phrases.motion
    if tokens.deps[i] == "pobj" and tokens.lowers[governor] == "of":
        return True
    return tokens.deps[i] in ("nsubj", "nsubjpass") and tokens.lemmas[governor] == "be"


def acting_codes(mentions: Sequence[CountryMention]) -> frozenset[str]:
    """The countries that act as states somewhere."""
    return frozenset(
        m.hit.iso3
        for m in mentions
        if m.standing == "acts" and not m.is_government and m.hit.iso3 is not None
    )
