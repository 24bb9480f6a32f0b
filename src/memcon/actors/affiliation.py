"""Affiliation: to which country and sector an actor belongs."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import msgspec

from memcon.actors.descriptions import Description
from memcon.actors.knowledge import Knowledge
from memcon.actors.known import Hit, Known
from memcon.actors.mentions import Chain
from memcon.actors.tokens import Tokens
from memcon.codes.offices import Office

_OFFICIAL = frozenset({"GOV", "LEG", "MIL", "OPP", "JUD", "COP", "SPY"})
_STATE_BODIES = frozenset({"government", "agency", "party"})
_LOCAL = frozenset({"agency", "armed-group", "party", "group"})


def affiliate(
    chain: Chain, beside: Sequence[str], held: Sequence[Office], knowledge: Knowledge
) -> None:
    """Give a person country and sector: by titles, "Russia's Putin" (`beside`), else the table.

    The officials of an organisation of states have no country.
    """
    told = [d.iso3 for d in chain.descriptions if d.iso3]
    by_table = (
        []
        if is_of_states(chain, knowledge)
        else [_country(office.of, knowledge) for office in held[:1]]
    )
    chain.country = next((code for code in (*told, *beside, *by_table) if code), None)
    sectors = [d.agent.sector for d in chain.descriptions] + [office.sector for office in held]
    chain.sector = next((sector for sector in sectors if sector), None)


def is_of_states(chain: Chain, knowledge: Knowledge) -> bool:
    """Whether a person's present office is one of an organisation of states."""
    if any(d.body is not None and d.body.kind == "igo" for d in chain.descriptions):
        return True
    names = (r.of for r in chain.roles if r.of is not None and r.tenure == "current")
    bodies = (knowledge.organisations.named(name) for name in names if len(name) != 3)
    return any(body is not None and body.kind == "igo" for body in bodies)


def _country(of: str, knowledge: Knowledge) -> str | None:
    """The country of an office: its own code, or that of the organisation that it names."""
    if of in knowledge.countries.by_code:
        return of
    organisation = knowledge.organisations.named(of)
    return None if organisation is None else organisation.country


def with_owner(description: Description, named: Mapping[int, Chain]) -> Description:
    """The description with the country of the person it belongs to: "Hun Sen's government"."""
    if description.iso3 is not None:
        return description
    places = (description.owner, *range(description.first, description.head))
    owners = [named[i] for i in places if i in named]
    country = next((c.country for c in owners if c.country is not None), None)
    return description if country is None else replace(description, iso3=country)


def settle_bodies(
    chains: Sequence[Chain], tokens: Tokens, known: Known, knowledge: Knowledge
) -> None:
    """Give "the army" and "the Foreign Ministry" the country that stands nearest to them."""
    home = home_country(chains, knowledge)
    usual = Counter(hit.iso3 for hit in known.hits if hit.iso3 is not None)
    for chain in chains:
        if chain.kind in _STATE_BODIES and chain.country is None and not chain.is_plural:
            votes: Counter[str] = Counter()
            for mention in chain.mentions:
                for code, weight in _near(mention.first, tokens, known):
                    votes[code] += weight
            leading = usual.most_common(2)
            if not votes and home is not None:
                votes[home] += 1
            if not votes and len(leading) > 1 and leading[0][1] >= 2 * leading[1][1]:
                votes[leading[0][0]] += 1
            if votes and not _is_foreign(chain, tokens, knowledge):
                chain.country = max(votes, key=lambda code: (votes[code], usual[code], code))


def _is_foreign(chain: Chain, tokens: Tokens, knowledge: Knowledge) -> bool:
    """Whether the body belongs to an organisation of states or to someone: "its embassy"."""
    return is_of_states(chain, knowledge) or any(
        d.owner >= 0 and tokens.tags[d.owner] == "PRP$" for d in chain.descriptions
    )


def _near(i: int, tokens: Tokens, known: Known) -> Iterator[tuple[str, int]]:
    """The country named before token i in its sentence, else in its paragraph or one before."""
    sentence = tokens.parse.sentence_of[i]
    paragraph = tokens.parse.sentences[sentence].paragraph
    for hit in reversed(known.hits):
        if hit.first < i and hit.iso3 is not None and _is_local(hit):
            where = tokens.parse.sentence_of[hit.first]
            if tokens.parse.sentences[where].paragraph >= paragraph - 1:
                yield hit.iso3, 2 if where == sentence else 1
                return
            break
    for hit in known.hits:
        if hit.first > i and hit.iso3 is not None and _is_local(hit):
            if tokens.parse.sentence_of[hit.first] == sentence:
                yield hit.iso3, 1
            return


def _is_local(hit: Hit) -> bool:
    """Whether the hit tells where one is: a country, or a body that is only at home somewhere."""
    if hit.is_joined:
        return False
    return hit.organisation is None or hit.organisation.kind in _LOCAL


def settle_people(
    chains: Sequence[Chain],
    at: Mapping[int, Chain],
    tokens: Tokens,
    known: Known,
    knowledge: Knowledge,
) -> None:
    """Give officials their country: that of whom they serve, of the clause, or the article's home.

    `at` says whom each token of a mention stands for.
    """
    home = home_country(chains, knowledge)
    nouns = _by_noun(chains)
    for chain in chains:
        if chain.country is None and chain.kind in ("person", "unnamed") and chain.descriptions:
            owners = [o for d in chain.descriptions for o in _owners(d, at, nouns, tokens)]
            if any(o.kind == "igo" for o in owners) or is_of_states(chain, knowledge):
                continue
            served = next((o.country for o in owners if o is not chain and o.country), None)
            if served is None and chain.kind == "person" and chain.sector in _OFFICIAL:
                served = (
                    _of_clause(chain, tokens, known)
                    or home
                    or _of_state(chain, tokens, known, knowledge)
                )
            chain.country = served
            _complete_roles(chain, knowledge)


def _by_noun(chains: Sequence[Chain]) -> Mapping[str, Chain]:
    """The bodies called by a noun, "the army", where it means those of one country only."""
    found: dict[str, Chain] = {}
    codes: dict[str, set[str | None]] = {}
    for chain in chains:
        if chain.noun and chain.kind != "unnamed":
            found.setdefault(chain.noun, chain)
            codes.setdefault(chain.noun, set()).add(chain.country)
    return {noun: chain for noun, chain in found.items() if len(codes[noun]) == 1}


def _owners(
    description: Description, at: Mapping[int, Chain], nouns: Mapping[str, Chain], tokens: Tokens
) -> tuple[Chain, ...]:
    """Whom someone serves: "his spokesman", "the head of the agency", "the army spokesman"."""
    if description.owner < 0:
        return ()
    owner = at.get(description.owner) or nouns.get(tokens.lemmas[description.owner])
    return () if owner is None else (owner,)


def home_country(chains: Sequence[Chain], knowledge: Knowledge) -> str | None:
    """The country whose ministers the article names by their office alone, as papers do at home."""
    offices = knowledge.words.phrases.state_offices
    found: Counter[str] = Counter()
    for chain in chains:
        bare = [d for d in chain.descriptions if d.noun in offices or d.noun == "secretary"]
        is_bare = bool(bare) and all(d.iso3 is None and d.body is None for d in bare)
        if chain.kind == "person" and chain.country is not None and is_bare:
            found[chain.country] += 1
    ranked = found.most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
        return None
    return ranked[0][0]


def _of_clause(chain: Chain, tokens: Tokens, known: Known) -> str | None:
    """The one country that is named in a clause with the person."""
    clauses = {tokens.parse.clause_of[m.first] for m in chain.mentions[:1]} - {-1}
    codes = {
        hit.iso3
        for hit in known.hits
        if tokens.parse.clause_of[hit.first] in clauses and hit.iso3 is not None and _is_local(hit)
    }
    return next(iter(codes)) if len(codes) == 1 else None


def _of_state(chain: Chain, tokens: Tokens, known: Known, knowledge: Knowledge) -> str | None:
    """For an office that only states have, the country that stands nearest."""
    offices = knowledge.words.phrases.state_offices
    first = chain.mentions[0].first
    for code, weight in _near(first, tokens, known):
        if weight > 1 or any(d.noun in offices and d.body is None for d in chain.descriptions):
            return code
    return None


def _complete_roles(chain: Chain, knowledge: Knowledge) -> None:
    """Let an office of state be its country's."""
    offices = tuple(knowledge.words.phrases.state_offices)
    chain.roles = [
        msgspec.structs.replace(role, of=chain.country)
        if role.of is None and role.title.lower().endswith(offices)
        else role
        for role in chain.roles
    ]
