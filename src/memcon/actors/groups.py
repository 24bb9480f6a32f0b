"""Groups: words for several actors named elsewhere: "the two countries", "both", "the leaders of A and B"."""

from collections.abc import Mapping, Sequence

from memcon.actors.coreference import holds
from memcon.actors.descriptions import Description
from memcon.actors.knowledge import Knowledge
from memcon.actors.mentions import Chain
from memcon.actors.tokens import Tokens

# How many sentences back two actors may stand that are called "the two".
_REACH = 3


def find_groups(
    descriptions: Sequence[Description],
    chains: Sequence[Chain],
    tokens: Tokens,
    knowledge: Knowledge,
) -> Mapping[int, tuple[Chain, ...]]:
    """For the noun or "both" that stands for several actors, those actors, if they are certain."""
    scenes = _scenes(chains, tokens)
    found: dict[int, tuple[Chain, ...]] = {}
    for description in descriptions:
        if is_group(description, knowledge):
            meant = _of_noun(description, chains, scenes, tokens, knowledge)
            if meant:
                found[description.head] = meant
    for i, word in enumerate(tokens.lowers):
        if word in knowledge.words.pronouns.pair and tokens.deps[i] not in ("preconj", "det", "cc"):
            meant = _pair(i, scenes, tokens, "person") or _pair(i, scenes, tokens, "state")
            if meant:
                found[i] = meant
    return found


def is_group(description: Description, knowledge: Knowledge) -> bool:
    """Whether a phrase can stand for several actors: "the leaders", "both sides", not "two leaders"."""
    groups = knowledge.words.groups
    is_fit = description.noun in groups.states or description.noun in groups.persons
    return is_fit and description.is_plural and description.reference in ("definite", "possessive")


def _of_noun(
    description: Description,
    chains: Sequence[Chain],
    scenes: Mapping[int, tuple[tuple[int, Chain], ...]],
    tokens: Tokens,
    knowledge: Knowledge,
) -> tuple[Chain, ...]:
    """Whom a plural noun means."""
    codes = tuple(dict.fromkeys(h.iso3 for h in description.owned if h.iso3 is not None))
    groups = knowledge.words.groups
    if len(codes) > 1 and description.noun in groups.persons:
        return _in_office(description.noun, codes, chains, knowledge)
    if codes:
        return ()
    if description.noun in groups.states:
        meant = _pair(description.first, scenes, tokens, "state")
        if meant or description.noun not in groups.persons:
            return meant
    return _pair(description.first, scenes, tokens, "person")


def _in_office(
    noun: str, codes: Sequence[str], chains: Sequence[Chain], knowledge: Knowledge
) -> tuple[Chain, ...]:
    """The one person of each country who holds such an office."""
    persons = [c for c in chains if c.kind == "person"]
    found: list[Chain] = []
    for code in codes:
        fits = [c for c in persons if c.country == code and holds(c, noun, "GOV", knowledge)]
        if len(fits) != 1:
            return ()
        found.append(fits[0])
    return tuple(found)


def _scenes(
    chains: Sequence[Chain], tokens: Tokens
) -> Mapping[int, tuple[tuple[int, Chain], ...]]:
    """For each sentence its mentions, (first token, chain), in reading order."""
    found: dict[int, list[tuple[int, Chain]]] = {}
    for chain in chains:
        for mention in chain.mentions:
            found.setdefault(tokens.parse.sentence_of[mention.first], []).append((mention.first, chain))
    return {number: tuple(sorted(m, key=lambda p: p[0])) for number, m in found.items()}


def _pair(
    i: int,
    scenes: Mapping[int, tuple[tuple[int, Chain], ...]],
    tokens: Tokens,
    kind: str,
) -> tuple[Chain, ...]:
    """The two persons, or the states of the two countries, that were named last before token i."""
    here = tokens.parse.sentence_of[i]
    everyone = [chain for scene in scenes.values() for _, chain in scene]
    for number in range(here, max(here - _REACH, -1), -1):
        named = [c for first, c in scenes.get(number, ()) if first < i]
        if kind == "person":
            found = _distinct([c for c in named if c.kind == "person"])
        else:
            codes = tuple(dict.fromkeys(c.country for c in named if c.country is not None))
            found = _states(codes, everyone) if len(codes) == 2 else ()
        if len(found) == 2:
            return found
        if len(found) > 2:
            return ()
    return ()


def _distinct(chains: Sequence[Chain]) -> tuple[Chain, ...]:
    """Each chain once."""
    return tuple({id(c): c for c in chains}.values())


def _states(codes: Sequence[str], chains: Sequence[Chain]) -> tuple[Chain, ...]:
    """The state, or else the government, of each country; () if one of them does not act."""
    found: list[Chain] = []
    for code in codes:
        for kind in ("state", "government"):
            fit = next((c for c in chains if (c.kind, c.country) == (kind, code)), None)
            if fit is not None:
                found.append(fit)
                break
    return tuple(found) if len(found) == len(codes) else ()
