"""Casting: from a Parse to its Cast: who is in the article, and each word that stands for them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from memcon.actors.affiliation import settle_bodies, settle_people
from memcon.actors.bearers import bearers
from memcon.actors.bodies import find_bodies, names_of_bodies
from memcon.actors.cast import Cast
from memcon.actors.coreference import join_same, join_short_names
from memcon.actors.descriptions import Description, find_descriptions
from memcon.actors.groups import Meant, find_groups, find_homelands
from memcon.actors.knowledge import Knowledge
from memcon.actors.known import Known, find_known
from memcon.actors.mentions import Chain
from memcon.actors.names import Name, find_names
from memcon.actors.namesakes import Titles
from memcon.actors.nouns import find_nouns, is_actor
from memcon.actors.ownership import find_owners
from memcon.actors.persons import find_persons, hits_beside
from memcon.actors.pronouns import find_pronouns
from memcon.actors.roles import attach
from memcon.actors.states import find_states
from memcon.actors.tokens import Tokens
from memcon.codes.countries import Countries
from memcon.codes.offices import Offices
from memcon.codes.organisations import Organisations
from memcon.language.parse import Parse
from memcon.lexicon.actors import ActorWords
from memcon.record.findings import Actor
from memcon.record.span import Span


def find_cast(
    parse: Parse,
    words: ActorWords,
    countries: Countries,
    offices: Offices,
    organisations: Organisations,
) -> Cast:
    """Find who is in the article, joining all mentions of one actor."""
    tokens = Tokens.of(parse)
    if not len(tokens):
        return Cast(actors=(), heads={})
    knowledge = Knowledge.of(parse.article, words, countries, offices, organisations)
    known = find_known(tokens, knowledge)
    descriptions = find_descriptions(tokens, known, knowledge)
    names = find_names(tokens, known, descriptions, knowledge)
    titles = attach(descriptions, names, tokens)
    scene = _Scene(tokens, known, descriptions, names, titles, knowledge)
    chains, groups = _chains(scene)
    pronouns = find_pronouns(chains, groups, tokens, knowledge)
    at = {i: c for c in chains for m in c.mentions for i in range(m.first, m.last + 1)}
    at.update((i, meant[0]) for i, meant in pronouns.items() if len(meant) == 1)
    settle_people(chains, at, tokens, known, knowledge)
    homelands = find_homelands(descriptions, chains, at, known, tokens, knowledge)
    return _cast(chains, {**groups, **pronouns, **homelands}, scene)


@dataclass(frozen=True, slots=True)
class _Scene:
    """All that was read before the chains are made."""

    tokens: Tokens
    known: Known
    descriptions: Sequence[Description]
    names: Sequence[Name]
    titles: Titles
    knowledge: Knowledge


def _chains(scene: _Scene) -> tuple[tuple[Chain, ...], Meant]:
    """The actors, and the nouns that stand for several of them."""
    tokens, knowledge, titles = scene.tokens, scene.knowledge, scene.titles
    before = {d.last + 1: d for d in scene.descriptions if d.agent.is_body and not d.is_plural}
    called = {n.text: before[n.first] for n in scene.names if n.first in before.keys() - titles}
    titled = frozenset(n for n, held in titles.items() if any(d.last < n for d in held))
    borne = dict(bearers(scene.names, titled, tokens, knowledge))
    borne.update((text, "body") for text in called)
    people = [n for n in scene.names if borne[n.text] == "person"]
    persons = find_persons(people, titles, tokens, scene.known, knowledge)
    used = {id(d) for n in people for d in titles.get(n.first, ())}
    free = [d for d in scene.descriptions if id(d) not in used and is_actor(d, tokens, knowledge)]
    free = [d for d in free if d not in called.values()]
    bodies = names_of_bodies(scene.names, borne, tokens, knowledge)
    heads = {d.head for d in scene.descriptions}
    named = (
        *persons,
        *find_states(tokens, scene.known, _claimed(scene, people, free), knowledge),
        *find_bodies(scene.known, bodies, called, heads, tokens, knowledge),
    )
    groups = find_groups(free, named, tokens, knowledge)
    single = [d for d in free if d.head not in groups]
    chains = join_short_names((*named, *find_nouns(single, named, tokens, knowledge)), tokens)
    settle_bodies(chains, tokens, scene.known, knowledge)
    return join_same(chains), groups


def _claimed(scene: _Scene, people: Sequence[Name], free: Sequence[Description]) -> frozenset[int]:
    """The tokens of country words that belong to titles and names, and so name no state."""
    used = {id(d) for n in people for d in scene.titles.get(n.first, ())}
    described = [*free, *(d for d in scene.descriptions if id(d) in used)]
    hits = [h for d in described for h in d.owned if h.organisation is None]
    hits += [h for n in people for h in hits_beside(n, scene.known, scene.tokens)]
    claimed = {i for h in hits for i in range(h.first, h.last + 1)}
    claimed |= {i for n in scene.names for i in range(n.first, n.last + 1)}
    return frozenset(claimed)


def _cast(chains: Sequence[Chain], several: Mapping[int, tuple[Chain, ...]], scene: _Scene) -> Cast:
    """The chains as actors, numbered by their first mention."""
    tokens = scene.tokens
    spans: dict[int, list[Span]] = {id(c): [m.span for m in c.mentions] for c in chains}
    for i, meant in several.items():
        for chain in meant:
            spans[id(chain)].append(tokens.parse.span(i, i))
    ordered = sorted(
        (c for c in chains if spans[id(c)]),
        key=lambda c: (min(s.start for s in spans[id(c)]), min(s.end for s in spans[id(c)])),
    )
    idents = {id(c): f"a{number}" for number, c in enumerate(ordered, 1)}
    heads = _heads(chains, idents)
    for i, meant in several.items():
        heads[i] = tuple(idents[id(c)] for c in meant)
    actors = tuple(_actor(c, idents[id(c)], spans[id(c)]) for c in ordered)
    return Cast(actors=actors, heads=heads, owners=find_owners(tokens, heads, scene.knowledge))


def _heads(chains: Sequence[Chain], idents: Mapping[int, str]) -> dict[int, tuple[str, ...]]:
    """Whom each token stands for; the names in one word each count, as in "U.S.-Russian"."""
    found: dict[int, tuple[str, ...]] = {}
    spans: dict[int, Span] = {}
    for chain in chains:
        for mention in chain.mentions:
            for head in mention.heads:
                if head not in found:
                    found[head], spans[head] = (idents[id(chain)],), mention.span
                elif not spans[head].overlaps(mention.span):
                    found[head] = tuple(dict.fromkeys((*found[head], idents[id(chain)])))
    return found


def _actor(chain: Chain, ident: str, spans: Sequence[Span]) -> Actor:
    """A chain as the record has it; of mentions inside one another the longest counts."""
    distinct: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if not distinct or span.end > distinct[-1].end:
            distinct.append(span)
    return Actor(
        id=ident,
        name=chain.name,
        kind=chain.kind,
        country=chain.country,
        sector=chain.sector,
        roles=tuple(chain.roles),
        mentions=tuple(distinct),
    )
