"""Bodies: states, governments and organisations that the article names."""

from collections.abc import Mapping, Sequence, Set

from memcon.actors.bearers import body_kind
from memcon.actors.knowledge import Knowledge
from memcon.actors.known import Known
from memcon.actors.mentions import Chain, Mention, mention_of
from memcon.actors.names import Name
from memcon.actors.states import CountryMention, acting_codes
from memcon.actors.tokens import Tokens
from memcon.codes.organisations import Organisation

_SECTORS = {"igo": "IGO", "media": "MED", "company": "BUS", "party": "PTY", "agency": "GOV", "armed-group": "REB"}


def find_states(
    mentions: Sequence[CountryMention], tokens: Tokens, knowledge: Knowledge
) -> tuple[Chain, ...]:
    """A chain for each state, government and people that acts, with all that names it."""
    acting = acting_codes(mentions)
    chains: dict[tuple[str, str], Chain] = {}
    for mention in mentions:
        iso3 = mention.hit.iso3
        if iso3 is None or (mention.standing != "acts" and (mention.is_government or iso3 not in acting)):
            continue
        sense = "people" if mention.is_people else "government" if mention.is_government else "state"
        chain = chains.get((iso3, sense))
        if chain is None:
            chain = chains[iso3, sense] = _country(mention, sense, tokens, knowledge)
        span = mention.hit.span
        heads = tokens.roots(mention.hit.first, mention.hit.last)
        chain.mentions.append(Mention(span, mention.hit.first, mention.hit.last, heads))
    return tuple(chains.values())


def _country(
    mention: CountryMention, sense: str, tokens: Tokens, knowledge: Knowledge
) -> Chain:
    """A state by its usual name, a government and a people as the article names them."""
    iso3 = mention.hit.iso3
    words = mention.hit.span.words(tokens.parse.text)
    if sense == "state" and iso3 is not None:
        return Chain(kind="state", name=knowledge.countries.name(iso3), country=iso3, sector="GOV")
    if sense == "government":
        return Chain(kind="government", name=words, country=iso3, sector="GOV")
    return Chain(kind="group", name=words, country=iso3, sector="CVL", is_plural=True)


def find_bodies(
    known: Known,
    names: Mapping[str, Sequence[Name]],
    people: Set[int],
    tokens: Tokens,
    knowledge: Knowledge,
) -> tuple[Chain, ...]:
    """A chain for each organisation, of the table or told by its name.

    `people` are tokens that name people here, though a body's name ends on them: "two U.S. Marines".
    """
    chains: dict[str, Chain] = {}
    for hit in known.hits:
        if hit.organisation is None or hit.is_joined or hit.last in people:
            continue
        chain = chains.setdefault(hit.organisation.name, _organisation(hit.organisation))
        heads = tokens.roots(hit.first, hit.last)
        chain.mentions.append(Mention(hit.span, hit.first, hit.last, heads))
    for text, places in names.items():
        kind = body_kind(places[0].words, knowledge) or "group"
        chain = chains.setdefault(text, Chain(kind=kind, name=text, sector=_SECTORS.get(kind)))
        chain.is_plural = tokens.tags[places[0].last] == "NNPS"
        chain.mentions.extend(mention_of(n.first, n.last, tokens) for n in places)
    return tuple(chains.values())


def _organisation(organisation: Organisation) -> Chain:
    """A body of the table."""
    return Chain(
        kind=organisation.kind,
        name=organisation.name,
        country=organisation.country,
        sector=organisation.sector or _SECTORS.get(organisation.kind),
    )
