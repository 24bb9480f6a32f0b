"""Nouns: actors without a name of their own: "a U.S. official", "the rebels", "the minister"."""

from collections.abc import Iterator, Sequence

from memcon.actors.chains import Chain, Mention, mention_of
from memcon.actors.descriptions import Description
from memcon.actors.knowledge import Knowledge
from memcon.actors.known import Hit, Known
from memcon.actors.tokens import SUBJECTS, Tokens

_PARTS = frozenset({"compound", "amod", "nmod"})
_OURS = frozenset({"our", "my", "your"})
_BODIES = frozenset({"government", "agency", "party"})


def find_nouns(
    descriptions: Sequence[Description],
    chains: Sequence[Chain],
    tokens: Tokens,
    known: Known,
) -> tuple[Chain, ...]:
    """Join each description to the actor it means, or make one of it; the new chains."""
    found: list[Chain] = []
    for description in descriptions:
        chain = _meant(description, (*chains, *found), tokens)
        if chain is None:
            chain = _unnamed(description, tokens, known)
            found.append(chain)
        chain.mentions.append(_mention(description, tokens))
        chain.descriptions.append(description)
    return tuple(found)


def _mention(description: Description, tokens: Tokens) -> Mention:
    """The phrase without its article; of a body also what its name goes on with."""
    is_body = description.agent.kind not in ("unnamed", "armed-group")
    last = max(description.head, description.title[1] if is_body else -1)
    return mention_of(description.first, last, tokens, "noun")


def is_actor(description: Description, tokens: Tokens, knowledge: Knowledge) -> bool:
    """Whether the phrase is someone who acts here, and not a thing, a predicate or part of a word."""
    head, kind = description.head, description.agent.kind
    dep = tokens.deps[head]
    if dep == "attr" or (dep in _PARTS and kind == "unnamed"):
        return False
    is_owned = description.iso3 is not None or description.owner >= 0
    if is_owned and description.noun in knowledge.words.belonging:
        return False
    if kind == "document":
        verb = tokens.heads[head]
        return dep in SUBJECTS and tokens.lemmas[verb] in knowledge.words.phrases.document_verbs
    if description.owner >= 0 and tokens.lowers[description.owner] in _OURS:
        return False
    return description.noun not in knowledge.words.dependent or not _is_alone(description, tokens)


def _is_alone(description: Description, tokens: Tokens) -> bool:
    """Whether nothing says which: "people", not "four people" or "people hit by the floods"."""
    head = description.head
    if description.first < head or description.title[1] > head or description.count:
        return False
    below = tokens.children.get(head, ())
    return description.owner < 0 and not any(tokens.deps[c] in ("acl", "relcl") for c in below)


def _meant(
    description: Description, chains: Sequence[Chain], tokens: Tokens
) -> Chain | None:
    """The actor that a description means, if it was spoken of before."""
    kind = description.agent.kind
    if kind == "government" and description.iso3 is not None:
        return next((c for c in chains if (c.kind, c.country) == (kind, description.iso3)), None)
    if kind != "unnamed" and tokens.is_capital(description.head):
        name = _core(description, tokens)
        return next((c for c in chains if c.name == name and _agree(c, description)), None)
    if description.reference == "indefinite":
        return None
    fits = [c for c in chains if _can_mean(description, c) and c.last_before(description.first)]
    return max(fits, key=lambda c: _last(c, description.first), default=None)


def _can_mean(description: Description, chain: Chain) -> bool:
    """Whether an actor is called so: by its noun, or by a title once given to it."""
    if description.iso3 is not None and chain.country != description.iso3:
        return False
    if description.is_plural != chain.is_plural:
        return False
    if chain.kind == "person":
        if description.reference == "bare":
            return False
        return any(d.noun == description.noun for d in chain.descriptions)
    return chain.noun == description.noun


def _agree(chain: Chain, description: Description) -> bool:
    """Whether the countries do not speak against it."""
    return description.iso3 is None or chain.country is None or description.iso3 == chain.country


def _last(chain: Chain, i: int) -> int:
    """Where the chain was last mentioned before token i."""
    mention = chain.last_before(i)
    return -1 if mention is None else mention.first


def _core(description: Description, tokens: Tokens) -> str:
    """A body's name: the words of its title."""
    return tokens.words(*description.title)


def _unnamed(description: Description, tokens: Tokens, known: Known) -> Chain:
    """The actor that a description introduces."""
    kind = description.agent.kind
    is_named = kind != "unnamed" and tokens.is_capital(description.head)
    name = _core(description, tokens) if is_named else tokens.words(description.first, description.head)
    country = description.iso3
    if country is None and kind in _BODIES:
        country = _near(description.head, tokens, known)
    return Chain(
        kind=kind,
        name=" ".join(name.split()),
        country=country,
        sector=description.agent.sector,
        noun=description.noun,
        is_plural=description.is_plural,
    )


def _near(i: int, tokens: Tokens, known: Known) -> str | None:
    """The country named last before token i, in its paragraph or the one before."""
    paragraph = tokens.parse.sentence(i).paragraph
    for hit in _before(i, known):
        if tokens.parse.sentence(hit.first).paragraph < paragraph - 1:
            return None
        if hit.iso3 is not None and hit.organisation is None:
            return hit.iso3
    return None


def _before(i: int, known: Known) -> Iterator[Hit]:
    """The hits before token i, the nearest first."""
    return (hit for hit in reversed(known.hits) if hit.last < i)
