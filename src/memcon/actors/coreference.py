"""Coreference: which actor, already named, a description means; and names that are one body's."""

from collections.abc import Sequence

from memcon.actors.descriptions import Description
from memcon.actors.knowledge import Knowledge
from memcon.actors.mentions import Chain
from memcon.actors.tokens import Tokens


def meant_by(
    description: Description,
    chains: Sequence[Chain],
    home: str | None,
    tokens: Tokens,
    knowledge: Knowledge,
) -> Chain | None:
    """The actor that a description means: "the minister", "the Iranian government".

    `home` is the country whose officials the article calls by their office alone.
    """
    kind = description.agent.kind
    if kind == "government" and description.iso3 is not None:
        return next((c for c in chains if (c.kind, c.country) == (kind, description.iso3)), None)
    if is_named(description, tokens):
        name = body_name(description, tokens)
        return next((c for c in chains if c.name == name and agree(c, description)), None)
    if description.reference == "indefinite":
        return None
    before = [c for c in chains if c.last_before(description.first) >= 0]
    if description.noun in knowledge.words.groups.counterparts:
        return _counterpart(before, description)
    fits = [c for c in before if _is_called(c, description, knowledge)]
    persons = [c for c in fits if c.kind == "person"]
    if description.iso3 is None and len(persons) > 1:
        plain = _plainest(persons, description.first, home, tokens)
        fits = [c for c in fits if c.kind != "person" or c is plain]
    return max(fits, key=lambda c: c.last_before(description.first), default=None)


def _counterpart(before: Sequence[Chain], description: Description) -> Chain | None:
    """Whom "his Russian counterpart" means: the one Russian whom the article has named so far."""
    people = [c for c in before if c.kind == "person" and c.country == description.iso3]
    is_plain = description.iso3 is not None and not description.is_plural and len(people) == 1
    return people[0] if is_plain else None


def _plainest(persons: Sequence[Chain], i: int, home: str | None, tokens: Tokens) -> Chain | None:
    """Whom of several presidents "the president" means: the one just named, or that of home.

    Just named is who stands in this or the last sentence, or else in this or the last paragraph.
    """
    sentences, here = tokens.parse.sentences, tokens.parse.sentence_of[i]
    since = sentences[max(here - 1, 0)].first
    before = sentences[here].paragraph - 1
    above = next(s.first for s in sentences if s.paragraph >= before)
    near = [c for c in persons if c.last_before(i) >= since]
    around = [c for c in persons if c.last_before(i) >= above]
    domestic = [c for c in persons if home is not None and c.country == home]
    return next((fits[0] for fits in (near, domestic, around) if len(fits) == 1), None)


def _is_called(chain: Chain, description: Description, knowledge: Knowledge) -> bool:
    """Whether an actor may be called so: by its noun, its office, or a word for its kind."""
    if description.iso3 is not None and chain.country != description.iso3:
        return False
    if chain.kind == "person":
        return (
            description.reference in ("definite", "possessive")
            and not description.is_plural
            and holds(chain, description.noun, description.agent.sector, knowledge)
        )
    if chain.noun:
        return chain.noun == description.noun and chain.is_plural == description.is_plural
    is_bare = description.first == description.head and description.reference == "definite"
    kinds = knowledge.words.groups.bodies.get(description.noun, ())
    return is_bare and not description.is_plural and chain.kind in kinds


def holds(chain: Chain, noun: str, sector: str | None, knowledge: Knowledge) -> bool:
    """Whether a person has, now, an office that the noun may mean: a president is a "leader"."""
    if any(d.noun == noun and d.agent.sector == sector for d in chain.descriptions):
        return True
    offices = knowledge.words.groups.offices.get(noun, (noun,))
    if sector == "OPP":
        offices = (f"opposition {noun}",)
    titles = (r.title.lower() for r in chain.roles if r.tenure == "current")
    begun = tuple(f"{office} of " for office in offices)
    return any(t == noun or t.endswith(offices) or t.startswith(begun) for t in titles)


def agree(chain: Chain, description: Description) -> bool:
    """Whether the countries do not speak against it."""
    return description.iso3 is None or chain.country is None or description.iso3 == chain.country


def is_named(description: Description, tokens: Tokens) -> bool:
    """Whether the noun is a body's name, "the Defense Ministry", and not just begins a sentence."""
    first, head = description.title[0], description.head
    if description.agent.kind == "unnamed" or not tokens.is_capital(head):
        return False
    if first < head or description.title[1] > head or tokens.bounds(head)[0] < head:
        return True
    return tokens.parts[head] == "PROPN" and tokens.lowers[head] not in tokens.small


def body_name(description: Description, tokens: Tokens) -> str:
    """A body's name: the words of its title, with a country that is part of it ("China Daily")."""
    first, last = description.title[0], max(description.title[1], description.last)
    begin = description.first
    is_one = tokens.entity_of[begin] == tokens.entity_of[last] >= 0
    if is_one and description.agent.kind in ("media", "company"):
        first = begin
    return " ".join(tokens.words(first, last).split())


def join_short_names(chains: Sequence[Chain], tokens: Tokens) -> tuple[Chain, ...]:
    """The chains, a short name in brackets joined to its body: "World Food Programme (WFP)"."""
    ends = {m.last: c for c in chains if c.kind != "person" for m in c.mentions}
    joined: set[int] = set()
    for chain in chains:
        for mention in chain.mentions:
            whole = _before_brackets(mention.first, mention.last, ends, tokens)
            if whole is not None and whole is not chain and id(whole) not in joined:
                whole.mentions.extend(chain.mentions)
                joined.add(id(chain))
                break
    return tuple(c for c in chains if id(c) not in joined)


def _before_brackets(first: int, last: int, ends: dict[int, Chain], tokens: Tokens) -> Chain | None:
    """The body that the words in brackets on these tokens stand behind."""
    if first < 2 or last + 1 >= len(tokens) or first != last:
        return None
    if tokens.texts[first - 1] != "(" or tokens.texts[last + 1] != ")":
        return None
    is_short = tokens.texts[first].isupper() or len(tokens.texts[first]) <= 6
    return ends.get(first - 2) if is_short else None


def join_same(chains: Sequence[Chain]) -> tuple[Chain, ...]:
    """The chains with one government a country, "the Kremlin" and "the government", and one EU."""
    kept: dict[tuple[str, str], Chain] = {}
    for number, chain in enumerate(chains):
        same = ("", str(number))
        if chain.kind == "government" and chain.country is not None and not chain.is_plural:
            same = (chain.kind, chain.country)
        elif chain.kind == "igo":
            same = (chain.kind, chain.name)
        first = kept.setdefault(same, chain)
        if first is not chain:
            first.mentions.extend(chain.mentions)
            first.descriptions.extend(chain.descriptions)
    return tuple(kept.values())
