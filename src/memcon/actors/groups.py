"""Group: a noun for several actors named elsewhere: "the two countries", "the leaders"."""

from collections import Counter
from collections.abc import Mapping, Sequence

from memcon.actors.antecedents import Reading, leading, states_of
from memcon.actors.coreference import holds
from memcon.actors.descriptions import Description
from memcon.actors.knowledge import Knowledge
from memcon.actors.known import Known
from memcon.actors.mentions import Chain
from memcon.actors.tokens import Tokens

Meant = Mapping[int, tuple[Chain, ...]]

# How many sentences back two actors may stand that are called "the two".
_REACH = 3


def find_groups(
    descriptions: Sequence[Description],
    chains: Sequence[Chain],
    tokens: Tokens,
    knowledge: Knowledge,
) -> Meant:
    """For each noun that stands for several actors, those actors, if they are certain."""
    reading = Reading.of(chains, tokens)
    found: dict[int, tuple[Chain, ...]] = {}
    for description in descriptions:
        if _is_group(description, knowledge):
            meant = _of_noun(description, chains, reading, knowledge)
            if meant:
                found[description.head] = meant
    return found


def _is_group(description: Description, knowledge: Knowledge) -> bool:
    """Whether a phrase can stand for several actors: "the leaders", "both sides", not "leaders"."""
    groups = knowledge.words.groups
    is_fit = description.noun in groups.states or description.noun in groups.persons
    return is_fit and description.is_plural and description.reference in ("definite", "possessive")


def _of_noun(
    description: Description,
    chains: Sequence[Chain],
    reading: Reading,
    knowledge: Knowledge,
) -> tuple[Chain, ...]:
    """Whom a plural noun means."""
    codes = tuple(dict.fromkeys(h.iso3 for h in description.owned if h.iso3 is not None))
    groups = knowledge.words.groups
    if description.noun in groups.persons or description.noun in groups.opponents:
        holders = _holders(description, chains, reading.tokens, knowledge)
        if codes:
            return _one_each(codes, holders) if len(codes) > 1 else ()
        meant = _leading_persons(description, holders)
        if meant or description.noun not in groups.states:
            return meant
    return () if codes else _states(description, chains, reading, knowledge)


def _holders(
    description: Description, chains: Sequence[Chain], tokens: Tokens, knowledge: Knowledge
) -> tuple[Chain, ...]:
    """The persons who hold the office that a noun in the plural tells; all may be opponents."""
    if description.noun in knowledge.words.groups.opponents:
        return tuple(c for c in chains if c.kind == "person")
    first, last = description.title
    title = " ".join(tokens.words(first, last).split()).lower()
    office = title.removesuffix(tokens.lowers[description.head]) + description.noun.split()[-1]
    nouns = (office,) if office != description.noun else (description.noun,)
    sector = description.agent.sector
    persons = [c for c in chains if c.kind == "person"]
    return tuple(c for c in persons if any(holds(c, noun, sector, knowledge) for noun in nouns))


def _one_each(codes: Sequence[str], holders: Sequence[Chain]) -> tuple[Chain, ...]:
    """The one holder of each country; () if one has none or several."""
    found: list[Chain] = []
    for code in codes:
        fits = [c for c in holders if c.country == code]
        if len(fits) != 1:
            return ()
        found.append(fits[0])
    return tuple(found)


def _leading_persons(description: Description, holders: Sequence[Chain]) -> tuple[Chain, ...]:
    """The two holders whom the article is about, if both were named before."""
    by_name = {c.name: c for c in holders}
    pair = leading({name: len(c.mentions) for name, c in by_name.items()})
    found = tuple(by_name[name] for name in pair)
    return found if all(c.last_before(description.first) >= 0 for c in found) else ()


def _states(
    description: Description, chains: Sequence[Chain], reading: Reading, knowledge: Knowledge
) -> tuple[Chain, ...]:
    """The two states that the article is about, or the two countries named last."""
    counts: Counter[str] = Counter()
    for chain in chains:
        if chain.country is not None and chain.kind in ("state", "government"):
            counts[chain.country] += len(chain.mentions)
    pair = leading(counts)
    if not _are_near(pair, description.first, reading):
        pair = ()
    if not pair:
        is_home = description.noun in knowledge.words.groups.homelands
        pair = _last_two(description.first, _REACH if is_home else 2, reading)
    found = states_of(pair, chains)
    return found if len(found) == 2 else ()


def _are_near(codes: Sequence[str], i: int, reading: Reading) -> bool:
    """Whether actors of these countries were named in the sentence of token i or the one before."""
    here = reading.tokens.parse.sentence_of[i]
    named = [c for n in (here, here - 1) for c in reading.named(n, i, lambda c: True)]
    return set(codes) <= {c.country for c in named}


def _last_two(i: int, reach: int, reading: Reading) -> tuple[str, ...]:
    """The countries of the last sentence that names just two, so many sentences back."""
    here = reading.tokens.parse.sentence_of[i]
    for number in range(here, max(here - reach, -1), -1):
        named = reading.named(number, i, lambda c: c.country is not None)
        codes = tuple(dict.fromkeys(c.country for c in named if c.country is not None))
        if len(codes) > 1:
            return codes if len(codes) == 2 else ()
    return ()


def find_homelands(
    descriptions: Sequence[Description],
    chains: Sequence[Chain],
    at: Mapping[int, Chain],
    known: Known,
    tokens: Tokens,
    knowledge: Knowledge,
) -> Meant:
    """For "his country" and "the country" the state, where only one can be meant."""
    found: dict[int, tuple[Chain, ...]] = {}
    for description in descriptions:
        is_bare = description.first == description.head and not description.is_plural
        if description.noun not in knowledge.words.groups.homelands or not is_bare:
            continue
        code = None
        if description.owner in at:
            code = at[description.owner].country
        elif description.reference == "definite" and description.owner < 0:
            code = _only_country(description.first, known, tokens)
        meant = () if code is None else states_of((code,), chains)
        if meant:
            found[description.head] = meant
    return found


def _only_country(i: int, known: Known, tokens: Tokens) -> str | None:
    """The one country named before token i in its sentence, else in the one before."""
    here = tokens.parse.sentence_of[i]
    for number in (here, here - 1):
        codes = {
            hit.iso3
            for hit in known.hits
            if hit.first < i and hit.iso3 and tokens.parse.sentence_of[hit.first] == number
        }
        if codes:
            return next(iter(codes)) if len(codes) == 1 else None
    return None
