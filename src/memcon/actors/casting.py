"""Casting: from a Parse to its Cast: who is in the article, and each word that stands for them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from memcon.actors.affiliation import settle_bodies, settle_people
from memcon.actors.bearers import Bearer, acts, bearers, body_kind
from memcon.actors.bodies import find_bodies, find_states
from memcon.actors.cast import Cast
from memcon.actors.coreference import join_governments, join_short_names
from memcon.actors.descriptions import Description, find_descriptions
from memcon.actors.groups import find_groups, find_homelands
from memcon.actors.knowledge import Knowledge
from memcon.actors.known import Known, find_known
from memcon.actors.mentions import Chain
from memcon.actors.names import Name, find_names
from memcon.actors.namesakes import Titles
from memcon.actors.nouns import find_nouns, is_actor
from memcon.actors.persons import find_persons, hits_beside
from memcon.actors.pronouns import find_pronouns
from memcon.actors.roles import attach
from memcon.actors.states import find_countries
from memcon.actors.tokens import Tokens
from memcon.codes.countries import Countries
from memcon.codes.offices import Offices
from memcon.codes.organisations import Organisations
from memcon.language.parse import Parse
from memcon.lexicon.actors import ActorWords
from memcon.record.findings import Actor
from memcon.record.span import Span

_OWNING = ("poss", "compound", "amod", "nmod")


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


def _chains(scene: _Scene) -> tuple[tuple[Chain, ...], Mapping[int, tuple[Chain, ...]]]:
    """The actors, and the nouns that stand for several of them."""
    tokens, knowledge = scene.tokens, scene.knowledge
    titled = frozenset(n for n, held in scene.titles.items() if any(d.last < n for d in held))
    borne = bearers(scene.names, titled, tokens, knowledge)
    people = [n for n in scene.names if borne[n.text] == "person"]
    persons = find_persons(people, scene.titles, tokens, scene.known, knowledge)
    used = {id(d) for n in people for d in scene.titles.get(n.first, ())}
    free = [d for d in scene.descriptions if id(d) not in used and is_actor(d, tokens, knowledge)]
    described = [d for d in scene.descriptions if id(d) in used] + free
    claimed = frozenset(
        i
        for d in described
        for h in d.owned
        if h.organisation is None
        for i in range(h.first, h.last + 1)
    )
    claimed |= {i for n in scene.names for i in range(n.first, n.last + 1)}
    beside = (h for n in people for h in hits_beside(n, scene.known, tokens))
    claimed |= {i for h in beside for i in range(h.first, h.last + 1)}
    described_heads = frozenset(d.head for d in scene.descriptions)
    countries = find_countries(tokens, scene.known, claimed, knowledge)
    named = (
        *persons,
        *find_states(countries, tokens, knowledge),
        *find_bodies(
            scene.known, _bodies(scene.names, borne, tokens, knowledge), described_heads, tokens, knowledge
        ),
    )
    groups = find_groups(free, named, tokens, knowledge)
    single = [d for d in free if d.head not in groups]
    chains = join_short_names((*named, *find_nouns(single, named, tokens, knowledge)), tokens)
    settle_bodies(chains, tokens, scene.known, knowledge)
    return join_governments(chains), groups


def _bodies(
    names: Sequence[Name], borne: Mapping[str, Bearer], tokens: Tokens, knowledge: Knowledge
) -> Mapping[str, tuple[Name, ...]]:
    """The names of bodies and of groups of people; those that only an uncertain parse tells must act."""
    found: dict[str, list[Name]] = {}
    for name in names:
        bearer = borne[name.text]
        if bearer == "body" or (bearer == "people" and tokens.tags[name.last] in ("NNS", "NNPS")):
            found.setdefault(name.text, []).append(name)
    return {
        text: tuple(places)
        for text, places in found.items()
        if body_kind(places[0].words, knowledge) or any(acts(n, tokens) for n in places)
    }


def _cast(
    chains: Sequence[Chain], several: Mapping[int, tuple[Chain, ...]], scene: _Scene
) -> Cast:
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
    heads: dict[int, tuple[str, ...]] = {}
    for chain in chains:
        for mention in chain.mentions:
            for head in mention.heads:
                heads.setdefault(head, (idents[id(chain)],))
    for i, meant in several.items():
        heads[i] = tuple(idents[id(c)] for c in meant)
    actors = tuple(_actor(c, idents[id(c)], spans[id(c)]) for c in ordered)
    return Cast(actors=actors, heads=heads, owners=_owners(tokens, heads, scene.knowledge))


def _actor(chain: Chain, ident: str, spans: Sequence[Span]) -> Actor:
    """A chain as the record has it."""
    distinct = {(s.start, s.end) for s in spans}
    return Actor(
        id=ident,
        name=chain.name,
        kind=chain.kind,
        country=chain.country,
        sector=chain.sector,
        roles=tuple(chain.roles),
        mentions=tuple(Span(start=start, end=end) for start, end in sorted(distinct)),
    )


def _owners(
    tokens: Tokens, heads: Mapping[int, tuple[str, ...]], knowledge: Knowledge
) -> Mapping[int, tuple[str, ...]]:
    """To whom a noun belongs that heads no mention: its modifiers', or what it counts."""
    found: dict[int, tuple[str, ...]] = {}
    for i, part in enumerate(tokens.parts):
        if part in ("NOUN", "PROPN", "NUM", "PRON", "ADJ") and i not in heads:
            below = tokens.children.get(i, ())
            owned = _modifiers(below, tokens, heads)
            if not owned and tokens.lemmas[i] in knowledge.words.phrases.quantities:
                owned = _counted(below, tokens, heads)
            if owned:
                found[i] = owned
    return found


def _modifiers(
    below: Sequence[int], tokens: Tokens, heads: Mapping[int, tuple[str, ...]]
) -> tuple[str, ...]:
    """Those who stand as possessor or modifier before a noun, the possessor first."""
    for dep in _OWNING:
        parts = [c for c in below if tokens.deps[c] == dep]
        joined = [c for part in parts for c in (part, *tokens.children.get(part, ()))]
        found = [
            ident
            for c in joined
            if tokens.deps[c] in (dep, "conj", "compound")
            for ident in heads.get(c, ())
        ]
        if found:
            return tuple(dict.fromkeys(found))
    return ()


def _counted(
    below: Sequence[int], tokens: Tokens, heads: Mapping[int, tuple[str, ...]]
) -> tuple[str, ...]:
    """Who is counted: "dozens of protesters"."""
    for link in below:
        if tokens.deps[link] == "prep" and tokens.lowers[link] in ("of", "from"):
            for noun in tokens.children.get(link, ()):
                if heads.get(noun):
                    return heads[noun]
    return ()
