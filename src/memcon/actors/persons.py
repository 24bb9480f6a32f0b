"""Person: the chain of one who is named, with offices, gender, and where they come from."""

from collections.abc import Sequence

import msgspec

from memcon.actors.affiliation import affiliate
from memcon.actors.descriptions import Description
from memcon.actors.knowledge import Knowledge
from memcon.actors.known import Hit, Known
from memcon.actors.mentions import Chain, Gender, mention_of
from memcon.actors.names import Name
from memcon.actors.namesakes import Titles, offices_held, same_persons
from memcon.actors.roles import role_of, roles_by_table
from memcon.actors.tokens import Tokens
from memcon.codes.offices import Office, title_key
from memcon.record.findings import Role


def find_persons(
    names: Sequence[Name], titles: Titles, tokens: Tokens, known: Known, knowledge: Knowledge
) -> tuple[Chain, ...]:
    """One chain for each person that the names name."""
    found: list[Chain] = []
    for cluster in same_persons(names, titles, tokens, knowledge):
        hits = [hit for name in cluster for hit in hits_beside(name, known, tokens)]
        people = [hit for name in cluster for hit in _compatriots(name, known, tokens)]
        beside = tuple(hit.iso3 for hit in (*hits, *people) if hit.iso3 is not None)
        found.append(_person(cluster, beside, titles, tokens, knowledge))
    return tuple(found)


def _person(
    cluster: Sequence[Name],
    beside: Sequence[str],
    titles: Titles,
    tokens: Tokens,
    knowledge: Knowledge,
) -> Chain:
    """The chain of one person; `beside` are the countries that stand beside the name."""
    full = max(cluster, key=lambda n: (len(n.words) > 1, len(n.words)))
    descriptions = [d for n in cluster for d in titles.get(n.first, ())]
    held = offices_held(full.text, descriptions, beside, knowledge)
    name = held[0].person if len(full.words) == 1 and held else full.text
    chain = Chain(kind="person", name=name, descriptions=descriptions)
    chain.gender = _gender(full, descriptions, knowledge)
    for n in cluster:
        around = min((d.first for d in titles.get(n.first, ()) if d.head < n.first), default=-1)
        chain.mentions.append(mention_of(n.first, n.last, tokens, around))
    _give_roles(chain, held, tokens, knowledge)
    affiliate(chain, beside, held, knowledge)
    return chain


def _give_roles(chain: Chain, held: Sequence[Office], tokens: Tokens, knowledge: Knowledge) -> None:
    """The roles that the article tells, each once, and those that the table adds."""
    for description in chain.descriptions:
        if description.noun not in knowledge.words.titles.relations:
            role = _completed(role_of(description, tokens), held)
            if all((role.title, role.of) != (r.title, r.of) for r in chain.roles):
                chain.roles.append(role)
    chain.roles.extend(roles_by_table(held, chain.roles, chain.mentions[0].span, knowledge))


def _completed(role: Role, held: Sequence[Office]) -> Role:
    """The role with the country that the table gives for it: "President Putin" is Russia's."""
    if role.of is not None:
        return role
    fits = [o.of for o in held if title_key(o.title) == title_key(role.title)]
    return msgspec.structs.replace(role, of=fits[0]) if fits else role


def _gender(full: Name, descriptions: Sequence[Description], knowledge: Knowledge) -> Gender | None:
    """By the title, else by the given name."""
    titles, names = knowledge.words.titles, knowledge.words.names
    for description in descriptions:
        if description.noun in titles.male:
            return "male"
        if description.noun in titles.female:
            return "female"
    first = full.words[0].lower() if len(full.words) > 1 else ""
    if first in names.male:
        return "male"
    return "female" if first in names.female else None


def hits_beside(name: Name, known: Known, tokens: Tokens) -> tuple[Hit, ...]:
    """The country before or behind a name: "Russia's Putin", "King Salman of Saudi Arabia"."""
    found: list[Hit] = []
    before = name.first - 1
    is_owner = before >= 0 and tokens.tags[before] == "POS"
    hit = _country_at(before - is_owner, known)
    if hit is not None and (is_owner or hit.sense == "adjective"):
        found.append(hit)
    behind = name.last + 1
    if behind + 1 < len(tokens) and tokens.lowers[behind] == "of":
        hit = _country_at(behind + 1 + (tokens.lowers[behind + 1] == "the"), known)
        if hit is not None and hit.sense in ("name", None):
            found.append(hit)
    return tuple(found)


def _compatriots(name: Name, known: Known, tokens: Tokens) -> tuple[Hit, ...]:
    """The people that a name is said to be of: "two Americans, Paul Whelan and Trevor Reed"."""
    root = tokens.first_of_conjuncts(tokens.roots(name.first, name.last)[0])
    hit = known.at(root)
    is_people = hit is not None and hit.sense == "demonym" and root < name.first
    if hit is not None and is_people:
        return (hit,)
    return _counted_people(name, known, tokens)


def _counted_people(name: Name, known: Known, tokens: Tokens) -> tuple[Hit, ...]:
    """As "two Americans in prison, Paul Whelan and Trevor Reed", where the parse misses it."""
    start, _ = tokens.bounds(name.first)
    at = name.first - 1
    while at > start and (tokens.lowers[at] == "and" or tokens.parts[at] == "PROPN"):
        at -= 1
    if tokens.texts[at] != ",":
        return ()
    for i in range(at - 1, max(start, at - 6), -1):
        hit = known.at(i)
        if hit is not None and hit.sense == "demonym" and tokens.parts[i - 1] == "NUM":
            return (hit,)
    return ()


def _country_at(i: int, known: Known) -> Hit | None:
    """The country word at token i, if it is a whole one."""
    hit = known.at(i) if 0 <= i < len(known.hit_of) else None
    return None if hit is None or hit.organisation is not None or hit.is_joined else hit
