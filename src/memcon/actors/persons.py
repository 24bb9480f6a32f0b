"""Persons: names that are one person's, joined; surname, full name and the table's spelling."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from memcon.actors.mentions import Chain, Gender, mention_of
from memcon.actors.affiliation import affiliate, country_near, hit_beside
from memcon.actors.descriptions import Description
from memcon.actors.knowledge import Knowledge
from memcon.actors.known import Known
from memcon.actors.names import Name
from memcon.actors.roles import role_of, roles_by_table
from memcon.actors.tokens import Tokens
from memcon.codes.offices import Office, title_key
from memcon.codes.spelling import key
from memcon.record.findings import Role

Titles = Mapping[int, tuple[Description, ...]]


def find_persons(
    names: Sequence[Name], titles: Titles, tokens: Tokens, known: Known, knowledge: Knowledge
) -> tuple[Chain, ...]:
    """One chain for each person that the names name."""
    found: list[Chain] = []
    for cluster in _clusters(names, titles, knowledge):
        hits = (hit_beside(name, known, tokens) for name in cluster)
        beside = tuple(h.iso3 for h in hits if h is not None and h.iso3 is not None)
        chain = _person(cluster, beside, titles, tokens, knowledge)
        if chain.country is None and _has_state_office(chain, knowledge):
            chain.country = country_near(cluster[0].first, tokens, known)
        found.append(chain)
    return tuple(found)


def _has_state_office(chain: Chain, knowledge: Knowledge) -> bool:
    """Whether an office that only states have is told without saying whose."""
    offices = knowledge.words.phrases.state_offices
    return any(d.noun in offices and d.body is None for d in chain.descriptions)


def _clusters(
    names: Sequence[Name], titles: Titles, knowledge: Knowledge
) -> tuple[tuple[Name, ...], ...]:
    """The names of each person: full names first, then single words join the last that fits."""
    clusters: list[list[Name]] = []
    for name in names:
        if len(name.words) > 1:
            known = next((c for c in clusters if _is_same(c[0], name, knowledge)), None)
            if known is None:
                clusters.append([name])
            else:
                known.append(name)
    full = tuple(tuple(cluster) for cluster in clusters)
    for name in names:
        if len(name.words) == 1:
            cluster = _bearer(name, clusters, full, titles)
            if cluster is None:
                clusters.append([name])
            else:
                cluster.append(name)
    return tuple(tuple(sorted(c, key=lambda n: n.first)) for c in clusters)


def _is_same(one: Name, other: Name, knowledge: Knowledge) -> bool:
    """Whether two full names are one person's: the same words, or one table entry, or initials."""
    a, b = key(one.text).split(), key(other.text).split()
    if a == b:
        return True
    people = {o.person for o in knowledge.offices.holders(one.text)}
    if people & {o.person for o in knowledge.offices.holders(other.text)}:
        return True
    if a[-1] != b[-1]:
        short, long = sorted((a, b), key=len)
        return len(short) > 1 and long[: len(short)] == short
    return a[0][0] == b[0][0] and (len(a[0]) == 1 or len(b[0]) == 1 or a[0] == b[0])


def _bearer(
    name: Name,
    clusters: Sequence[list[Name]],
    full: Sequence[Sequence[Name]],
    titles: Titles,
) -> list[Name] | None:
    """The person whose surname, or else whose given name, a single word is; the last one named."""
    word = key(name.text)
    for place in (-1, 0):
        fits = [c for c in clusters if key(c[0].text).split()[place] == word]
        fits = [c for c in fits if not _is_other(name, c, titles)] or fits[:1]
        if fits:
            return max(fits, key=lambda c: _nearness(c, name))
    for cluster in clusters[: len(full)]:
        if word in key(cluster[0].text).split():
            return cluster
    return None


def _nearness(cluster: Iterable[Name], name: Name) -> int:
    """The place of the cluster's last name before this one; earlier than all if there is none."""
    return max((n.first for n in cluster if n.first < name.first), default=-1)


def _is_other(name: Name, cluster: Sequence[Name], titles: Titles) -> bool:
    """Whether the titles speak of two countries: "Israel's Barak" is not "Ehud Barak of …"."""
    mine = {d.iso3 for d in titles.get(name.first, ()) if d.iso3}
    theirs = {d.iso3 for n in cluster for d in titles.get(n.first, ()) if d.iso3}
    return bool(mine and theirs and not mine & theirs)


def _person(
    cluster: Sequence[Name],
    beside: Sequence[str],
    titles: Titles,
    tokens: Tokens,
    knowledge: Knowledge,
) -> Chain:
    """The chain of one person; `beside` are countries named right before the name."""
    full = max(cluster, key=lambda n: (len(n.words) > 1, len(n.words)))
    descriptions = [d for n in cluster for d in titles.get(n.first, ())]
    countries = {d.iso3 for d in descriptions if d.iso3} | set(beside)
    held = _held(full, countries, knowledge)
    name = full.text
    if len(full.words) == 1 and held:
        name = held[0].person
    chain = Chain(kind="person", name=name, descriptions=descriptions)
    chain.gender = _gender(full, descriptions, knowledge)
    for n in cluster:
        around = min((d.first for d in titles.get(n.first, ()) if d.head < n.first), default=-1)
        chain.mentions.append(mention_of(n.first, n.last, tokens, around))
    for description in descriptions:
        if description.noun in knowledge.words.titles.relations:
            continue
        role = _completed(role_of(description, tokens), held)
        if all((role.title, role.of) != (r.title, r.of) for r in chain.roles):
            chain.roles.append(role)
    chain.roles.extend(roles_by_table(held, chain.roles, chain.mentions[0].span, knowledge))
    affiliate(chain, beside, held, knowledge)
    return chain


def _completed(role: Role, held: Sequence[Office]) -> Role:
    """The role with the country that the table gives for it: "President Putin" is Russia's."""
    if role.of is not None:
        return role
    fits = [o.of for o in held if title_key(o.title) == title_key(role.title)]
    return msgspec.structs.replace(role, of=fits[0]) if fits else role


def _held(full: Name, countries: set[str], knowledge: Knowledge) -> tuple[Office, ...]:
    """The table's offices of a person; () where several persons fit, or the text names another country."""
    held = knowledge.offices_of(full.text)
    if countries:
        held = tuple(o for o in held if o.of in countries or len(o.of) != 3)
    if len(full.words) == 1 and knowledge.day is not None:
        current = tuple(o for o in held if o.tenure_on(knowledge.day) == "current")
        held = current or held
    return held if len({o.person for o in held}) == 1 else ()


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
