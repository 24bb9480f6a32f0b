"""Nouns: actors without a name of their own: "a U.S. official", "the rebels", "the minister"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from memcon.actors.affiliation import home_country, with_owner
from memcon.actors.coreference import agree, body_name, is_named, meant_by
from memcon.actors.descriptions import Description
from memcon.actors.knowledge import Knowledge
from memcon.actors.mentions import Chain, Mention, mention_of
from memcon.actors.roles import role_of
from memcon.actors.tokens import SUBJECTS, Tokens

_PARTS = frozenset({"compound", "amod", "nmod"})
_WEAK = frozenset({"unnamed", "group", "company", "document"})
_OURS = frozenset({"our", "my", "your"})
_NO_OFFICE = frozenset({"CVL", "REF", "CRM", "LAB", None})


def find_nouns(
    descriptions: Sequence[Description],
    chains: Sequence[Chain],
    tokens: Tokens,
    knowledge: Knowledge,
) -> tuple[Chain, ...]:
    """Join each description to the actor it means, or make one of it; the new chains."""
    named = {i: c for c in chains for m in c.mentions for i in range(m.first, m.last + 1)}
    found: list[Chain] = []
    home = home_country(chains, knowledge)
    told = [d for d in descriptions if not _is_heading(d, tokens)]
    parts = [part for d in told or descriptions for part in _by_country(d, tokens)]
    for bare, mention, name in parts:
        description = with_owner(bare, named)
        chain = _named_in(description, named, knowledge)
        if chain is None:
            chain = meant_by(description, (*chains, *found), home, tokens, knowledge)
        if chain is None:
            if not _introduces(description, tokens, knowledge):
                continue
            chain = _unnamed(description, name, tokens, knowledge)
            found.append(chain)
        chain.mentions.append(mention)
        chain.descriptions.append(description)
    if told:
        _add_headings(descriptions, (*chains, *found), tokens)
    return tuple(found)


def _by_country(
    description: Description, tokens: Tokens
) -> Iterator[tuple[Description, Mention, str]]:
    """The description with its mention and its name; "U.S. and Iraqi officials" are two of them."""
    hits = [h for h in reversed(description.owned) if h.last < description.head]
    if not description.is_plural or len({h.iso3 for h in hits if h.iso3}) < 2:
        yield description, _mention(description, tokens), _name(description, tokens)
        return
    noun = tokens.words(description.title[0], description.head)
    for hit in hits:
        one = replace(description, iso3=hit.iso3, body=hit.organisation, owned=(hit,))
        mention = Mention(hit.span, hit.first, hit.last, (description.head,))
        if hit is hits[-1]:
            mention = mention_of(hit.first, description.head, tokens)
        yield one, mention, f"{tokens.words(hit.first, hit.last)} {noun}"


def _name(description: Description, tokens: Tokens) -> str:
    """A body by its name, anyone else by the phrase."""
    if is_named(description, tokens):
        return body_name(description, tokens)
    return " ".join(tokens.words(description.first, description.head).split())


def _is_heading(description: Description, tokens: Tokens) -> bool:
    """Whether the phrase stands in a headline, whose parse is less sure than the text's."""
    return tokens.parse.sentence(description.head).section.kind == "headline"


def _add_headings(
    descriptions: Sequence[Description], chains: Sequence[Chain], tokens: Tokens
) -> None:
    """Join the phrases of headlines to the actors that the text calls so."""
    for description in descriptions:
        if _is_heading(description, tokens):
            fits = (c for c in chains if c.noun == description.noun and agree(c, description))
            chain = next(fits, None)
            if chain is not None:
                chain.mentions.append(mention_of(description.head, description.head, tokens))


def _named_in(
    description: Description, named: Mapping[int, Chain], knowledge: Knowledge
) -> Chain | None:
    """The body that a phrase only adds a word to: "the Fatah movement", "Taliban fighters"."""
    kinds = knowledge.words.groups.bodies.get(description.noun, ())
    if description.agent.kind == "armed-group":
        kinds = ("armed-group",)
    chain = named.get(description.head - 1)
    return chain if chain is not None and chain.kind in kinds else None


def _mention(description: Description, tokens: Tokens) -> Mention:
    """The phrase without its article; of a body also what its name goes on with."""
    last = description.head
    if is_named(description, tokens):
        last = max(description.title[1], description.last)
    return mention_of(description.first, last, tokens)


def is_actor(description: Description, tokens: Tokens, knowledge: Knowledge) -> bool:
    """Whether the phrase is someone who acts here, and no thing, predicate or part of a word."""
    head, kind = description.head, description.agent.kind
    dep = tokens.deps[head]
    if dep == "attr" or (dep in _PARTS and kind in _WEAK and not is_named(description, tokens)):
        return False
    words = knowledge.words
    if description.noun in (words.singular_only if description.is_plural else words.plural_only):
        return False
    if description.reference == "negated" or _only_counts(description, tokens, knowledge):
        return False
    if dep == "pobj" and _is_post(head, tokens, knowledge):
        return False
    is_owned = description.iso3 is not None or description.owner >= 0
    if is_owned and description.noun in knowledge.words.belonging:
        return False
    if kind == "document":
        verb = tokens.heads[head]
        return dep in SUBJECTS and tokens.lemmas[verb] in knowledge.words.phrases.document_verbs
    return description.owner < 0 or tokens.lowers[description.owner] not in _OURS


def _only_counts(description: Description, tokens: Tokens, knowledge: Knowledge) -> bool:
    """Whether the noun only gathers others: "a group of rebels"."""
    if description.noun not in knowledge.words.phrases.quantities:
        return False
    counted = description.owner
    return counted > description.head and tokens.lemmas[counted] in knowledge.agents


def _is_post(head: int, tokens: Tokens, knowledge: Knowledge) -> bool:
    """Whether the noun only tells an office: "as foreign minister", "the post of premier"."""
    link = tokens.heads[head]
    posts = knowledge.words.phrases.posts
    is_of = tokens.lowers[link] == "of" and tokens.lemmas[tokens.heads[link]] in posts
    return is_of or tokens.lowers[link] == "as"


def _introduces(description: Description, tokens: Tokens, knowledge: Knowledge) -> bool:
    """Whether the phrase is enough for an actor: "four people", "the bank said", not "office"."""
    head = description.head
    if description.noun not in knowledge.words.dependent:
        return True
    if _is_told(description, tokens, knowledge):
        return True
    is_people = description.agent.kind == "unnamed"
    if description.noun in knowledge.words.groups.states:
        return False
    if description.is_plural and not is_people:
        return False
    below = tokens.children.get(head, ())
    if description.owner >= 0 or any(tokens.deps[c] in ("acl", "relcl") for c in below):
        return True
    if description.reference != "definite":
        return False
    verbs = knowledge.words.phrases.person_object_verbs
    is_object = tokens.deps[head] == "dobj" and tokens.lemmas[tokens.heads[head]] in verbs
    return is_object or tokens.deps[head] in SUBJECTS


def _is_told(description: Description, tokens: Tokens, knowledge: Knowledge) -> bool:
    """Whether words before or behind the noun say which: "European countries", "four people"."""
    if description.title[1] > description.head or description.iso3 is not None or description.body:
        return True
    if description.count and description.agent.kind == "unnamed":
        return True
    generic = knowledge.words.generic
    before = range(description.first, description.head)
    return any(tokens.lowers[i] not in generic and tokens.texts[i].isalpha() for i in before)


def _unnamed(description: Description, name: str, tokens: Tokens, knowledge: Knowledge) -> Chain:
    """The actor that a description introduces."""
    chain = Chain(
        kind=description.agent.kind,
        name=" ".join(name.split()),
        country=description.iso3,
        sector=description.agent.sector,
        noun=description.noun,
        is_plural=description.is_plural,
    )
    if _has_office(description, knowledge):
        chain.roles.append(role_of(description, tokens))
    return chain


def _has_office(description: Description, knowledge: Knowledge) -> bool:
    """Whether the phrase tells the office of one unnamed person: "a U.S. official", not "a man"."""
    if not description.agent.is_person or description.is_plural:
        return False
    is_arm = description.noun in knowledge.words.belonging
    return not is_arm and description.agent.sector not in _NO_OFFICE
