"""Body: an organisation that the article names, of the table or not."""

from collections.abc import Mapping, Sequence, Set

from memcon.actors.bearers import Bearer, acts, body_kind
from memcon.actors.descriptions import Description
from memcon.actors.knowledge import Knowledge
from memcon.actors.known import Known
from memcon.actors.mentions import Chain, Mention, mention_of
from memcon.actors.names import Name
from memcon.actors.tokens import Tokens
from memcon.codes.organisations import Organisation
from memcon.record.terms import ActorKind

_SECTORS: Mapping[ActorKind, str] = {
    "igo": "IGO",
    "media": "MED",
    "company": "BUS",
    "party": "PTY",
    "agency": "GOV",
    "armed-group": "REB",
}


def names_of_bodies(
    names: Sequence[Name], borne: Mapping[str, Bearer], tokens: Tokens, knowledge: Knowledge
) -> Mapping[str, Sequence[Name]]:
    """Where each body or people is named; one that only the parse tells must act somewhere."""
    found: dict[str, list[Name]] = {}
    for name in names:
        bearer = borne[name.text]
        if bearer == "body" or (bearer == "people" and tokens.tags[name.last] in ("NNS", "NNPS")):
            found.setdefault(name.text, []).append(name)
    return {
        text: places
        for text, places in found.items()
        if body_kind(places[0].words, knowledge) or any(acts(n, tokens) for n in places)
    }


def find_bodies(
    known: Known,
    names: Mapping[str, Sequence[Name]],
    called: Mapping[str, Description],
    people: Set[int],
    tokens: Tokens,
    knowledge: Knowledge,
) -> tuple[Chain, ...]:
    """A chain for each organisation, of the table or told by its name.

    `called` are the nouns before names, "the news site Araks". `people` are tokens that name people
    here, though a body's name ends on them: "two U.S. Marines".
    """
    chains: dict[str, Chain] = {}
    for hit in known.hits:
        if hit.organisation is None or hit.is_joined or hit.last in people:
            continue
        chain = chains.setdefault(hit.organisation.name, _organisation(hit.organisation))
        heads = tokens.roots(hit.first, hit.last)
        chain.mentions.append(Mention(hit.span, hit.first, hit.last, heads))
    for text, places in names.items():
        chain = chains.setdefault(text, _named(text, places[0], called, knowledge))
        chain.is_plural = tokens.tags[places[0].last] == "NNPS"
        around = {called[text].last + 1: called[text].first} if text in called else {}
        for name in places:
            chain.mentions.append(
                mention_of(name.first, name.last, tokens, around.get(name.first, -1))
            )
    return tuple(chains.values())


def _organisation(organisation: Organisation) -> Chain:
    """A body of the table."""
    return Chain(
        kind=organisation.kind,
        name=organisation.name,
        country=organisation.country,
        sector=organisation.sector or _SECTORS.get(organisation.kind),
    )


def _named(text: str, name: Name, called: Mapping[str, Description], knowledge: Knowledge) -> Chain:
    """A body that its name, or the noun before it, tells."""
    description = called.get(text)
    if description is not None:
        kind, sector = description.agent
        return Chain(kind=kind, name=text, country=description.iso3, sector=sector)
    kind = body_kind(name.words, knowledge) or "group"
    return Chain(kind=kind, name=text, sector=_SECTORS.get(kind))
