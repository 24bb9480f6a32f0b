"""Affiliation: to which country and sector an actor belongs."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from memcon.actors.descriptions import Description
from memcon.actors.knowledge import Knowledge
from memcon.actors.known import Hit, Known
from memcon.actors.mentions import Chain
from memcon.actors.names import Name
from memcon.actors.tokens import Tokens
from memcon.codes.offices import Office


def affiliate(
    chain: Chain, beside: Sequence[str], held: Sequence[Office], knowledge: Knowledge
) -> None:
    """Give a person country and sector: by titles, by "Russia's Putin" (`beside`), else by the table.

    The officials of an organisation of states have no country.
    """
    told = [d.iso3 for d in chain.descriptions if d.iso3]
    of_states = any(d.body is not None and d.body.kind == "igo" for d in chain.descriptions)
    by_table = [] if of_states else [_country(office.of, knowledge) for office in held]
    chain.country = next((code for code in (*told, *beside, *by_table) if code), None)
    sectors = [d.agent.sector for d in chain.descriptions] + [office.sector for office in held]
    chain.sector = next((sector for sector in sectors if sector), None)


def _country(of: str, knowledge: Knowledge) -> str | None:
    """The country of an office: its own code, or that of the organisation that it names."""
    if of in knowledge.countries.by_code:
        return of
    organisation = knowledge.organisations.named(of)
    return None if organisation is None else organisation.country


def hit_beside(name: Name, known: Known, tokens: Tokens) -> Hit | None:
    """The country right before a name: "Russia's Vladimir Putin", "Belgian Charles Michel"."""
    before = name.first - 1
    if before >= 0 and tokens.tags[before] == "POS":
        before -= 1
    hit = known.at(before) if before >= 0 else None
    if hit is None or hit.organisation is not None or hit.is_joined:
        return None
    is_owner = before < name.first - 1
    return hit if is_owner or hit.sense == "adjective" else None


def country_near(i: int, tokens: Tokens, known: Known) -> str | None:
    """The country last named before token i, in its paragraph or the one before, else behind it."""
    here = tokens.parse.sentence(i)
    for hit in reversed(known.hits):
        if hit.first < i and hit.iso3 is not None and hit.organisation is None:
            if tokens.parse.sentence(hit.first).paragraph < here.paragraph - 1:
                break
            return hit.iso3
    for k in range(i + 1, here.stop):
        hit = known.at(k)
        if hit is not None and hit.iso3 is not None and hit.organisation is None:
            return hit.iso3
    return None


def with_owner(description: Description, named: Mapping[int, Chain]) -> Description:
    """The description with the country of the person it belongs to: "Hun Sen's government"."""
    if description.iso3 is not None:
        return description
    places = (description.owner, *range(description.first, description.head))
    owners = [named[i] for i in places if i in named]
    country = next((c.country for c in owners if c.country is not None), None)
    return description if country is None else replace(description, iso3=country)
