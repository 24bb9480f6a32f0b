"""Role: which description is whose: "Foreign Minister Lavrov", "Reed, a former Marine"."""

from collections.abc import Mapping, Sequence

from memcon.actors.descriptions import Description
from memcon.actors.knowledge import Knowledge
from memcon.actors.names import Name
from memcon.actors.tokens import SUBJECTS, Tokens
from memcon.codes.offices import Office, title_key
from memcon.record.findings import Role
from memcon.record.span import Span
from memcon.record.terms import Tenure

_OPENS = frozenset({",", "(", "--", "—", "–", "-"})
_GOES_ON = frozenset({"VBN", "VBG", "WP", "WP$", "WDT"})
_CLOSES = frozenset({",", ".", ")", "(", ";", "--", "—", "–", ":", "and", "who", "?", '"'})


def attach(
    descriptions: Sequence[Description], names: Sequence[Name], tokens: Tokens
) -> Mapping[int, tuple[Description, ...]]:
    """For each name, by its first token, the descriptions of its bearer."""
    persons = [d for d in descriptions if d.agent.is_person]
    starts = {name.first: name for name in names}
    titled = starts | {d.first: starts[d.last + 1] for d in persons if d.last + 1 in starts}
    ends = {name.last: name for name in names}
    roots = {root: n for n in names for root in tokens.roots(n.first, n.last)}
    found: dict[int, list[Description]] = {}
    for description in persons:
        borne = (
            _named_behind(description, starts, titled, tokens)
            or _named_before(description, ends, tokens)
            or _is_called(description, roots, tokens)
            or _is_apposed(description, roots, tokens)
        )
        for name in borne:
            found.setdefault(name.first, []).append(description)
    _join(persons, found, tokens)
    return {first: tuple(held) for first, held in found.items()}


def _join(
    persons: Sequence[Description], found: dict[int, list[Description]], tokens: Tokens
) -> None:
    """Add what is joined to an apposition: "Bolton, a former envoy and a hard-liner"."""
    heads = {d.head: first for first, held in found.items() for d in held if d.head > first}
    for description in persons:
        first = heads.get(tokens.heads[description.head])
        is_joined = tokens.deps[description.head] == "conj" and first is not None
        if is_joined and first is not None and description not in found[first]:
            found[first].append(description)


def _named_behind(
    description: Description,
    starts: Mapping[int, Name],
    titled: Mapping[int, Name],
    tokens: Tokens,
) -> tuple[Name, ...]:
    """ "President Putin", "the spokesman, Dmitry Peskov,", "citizens Paul Whelan and Trevor Reed".

    `titled` are names by the first token of the title before them.
    """
    at = description.last + 1
    name = starts.get(at) or (starts.get(at + 1) if _is_honorific_at(at, tokens) else None)
    if name is not None:
        return _listed(name, starts, tokens) if description.is_plural else (name,)
    if description.reference == "bare" or at >= len(tokens):
        return ()
    at = _behind_place(at, tokens)
    name = titled.get(at + 1) if tokens.texts[at] in _OPENS else None
    if name is None:
        return ()
    if description.is_plural:
        listed = _listed(name, starts, tokens)
        return listed if len(listed) > 1 else ()
    behind = name.last + 1
    closed = behind >= len(tokens) or tokens.texts[behind] in (",", ".", ")", "--", "—")
    return (name,) if closed else ()


def _behind_place(at: int, tokens: Tokens) -> int:
    """Behind "in Vienna" or "for the Balkans", if a comma follows there; else the same token."""
    if tokens.parts[at] != "ADP":
        return at
    i = at + 1
    while i < min(at + 7, len(tokens)) and tokens.parts[i] in ("DET", "ADJ", "NOUN", "PROPN"):
        i += 1
    return i if i < len(tokens) and tokens.texts[i] == "," else at


def _is_honorific_at(at: int, tokens: Tokens) -> bool:
    """Whether token `at` is a short word before a name, "Gen." or an opening mark."""
    text = tokens.texts[at] if at < len(tokens) else ""
    return (len(text) > 1 and text.endswith(".")) or text == '"'


def _listed(name: Name, starts: Mapping[int, Name], tokens: Tokens) -> tuple[Name, ...]:
    """The name and those joined to it."""
    found = [name]
    at = name.last + 1
    while at + 1 < len(tokens) and tokens.lowers[at] in (",", "and"):
        at += 1 + (tokens.lowers[at] == "," and tokens.lowers[at + 1] == "and")
        following = starts.get(at)
        if following is None:
            break
        found.append(following)
        at = following.last + 1
    return tuple(found)


def _named_before(
    description: Description, ends: Mapping[int, Name], tokens: Tokens
) -> tuple[Name, ...]:
    """ "Ned Price, the State Department spokesman," and "Whelan and Reed, two former Marines"."""
    at = description.first - 1
    start, stop = tokens.bounds(description.head)
    while at > start and _precedes(at, description, tokens):
        at -= 1
    if at <= start or tokens.texts[at] not in _OPENS:
        return ()
    name = ends.get(at - 1)
    behind = description.last + 1
    if name is None or (behind < stop and not _closes(behind, tokens)):
        return ()
    if not description.is_plural:
        return (name,)
    found = [name]
    at = name.first - 1
    while at > start and tokens.lowers[at] in ("and", ",") and at - 1 in ends:
        found.append(ends[at - 1])
        at = ends[at - 1].first - 1
    return tuple(found) if len(found) > 1 else ()


def _precedes(at: int, description: Description, tokens: Tokens) -> bool:
    """Whether token `at` is an article, a number or the owner before a description."""
    if at == description.owner or tokens.heads[at] == description.owner:
        return True
    return tokens.parts[at] in ("DET", "NUM", "PRON", "PART", "ADV")


def _closes(i: int, tokens: Tokens) -> bool:
    """Whether token i may follow an apposition: a comma, or what says more of it."""
    word, part = tokens.lowers[i], tokens.parts[i]
    return word in _CLOSES or part in ("ADP", "ADJ", "ADV") or tokens.tags[i] in _GOES_ON


def _is_called(
    description: Description, roots: Mapping[int, Name], tokens: Tokens
) -> tuple[Name, ...]:
    """ "Lavrov is the foreign minister"."""
    verb = tokens.heads[description.head]
    if tokens.deps[description.head] != "attr" or tokens.lemmas[verb] not in (
        "be",
        "become",
        "remain",
    ):
        return ()
    subjects = (c for c in tokens.children.get(verb, ()) if tokens.deps[c] in SUBJECTS)
    return tuple(roots[s] for s in subjects if s in roots and not description.is_plural)


def _is_apposed(
    description: Description, roots: Mapping[int, Name], tokens: Tokens
) -> tuple[Name, ...]:
    """As the parse has it: "A former pilot who led a coup, Chavez won", "Chavez, once a pilot"."""
    head = description.head
    if description.is_plural:
        return ()
    children = tokens.children.get(head, ())
    below = [c for c in children if tokens.deps[c] == "appos"]
    below = [c for c in below if all(tokens.deps[i] != "ROOT" for i in range(head, c))]
    if any(tokens.lowers[c] == "of" for c in children):
        below = []  # «the father of one of them, Trevor Reed,»
    above = [tokens.heads[head]] if tokens.deps[head] == "appos" else []
    return tuple(roots[i] for i in (*below, *above) if i in roots)[:1]


def role_of(description: Description, tokens: Tokens) -> Role:
    """The office that a description tells, quoting its words; who "was" something is so no more."""
    span = tokens.parse.span(*description.title)
    body = description.body.name if description.body is not None else None
    country = next((h.iso3 for h in description.owned if h.organisation is None and h.iso3), None)
    return Role(
        title=_title(description, tokens),
        of=country or body,
        tenure="former" if _is_over(description, tokens) else description.tenure,
        start=span.start,
        end=span.end,
    )


def _is_over(description: Description, tokens: Tokens) -> bool:
    """ "Tusha was deputy director"."""
    verb = tokens.heads[description.head]
    return tokens.deps[description.head] == "attr" and tokens.lowers[verb] in ("was", "were")


def _title(description: Description, tokens: Tokens) -> str:
    """The words of the office, in the singular: "Marine" of "two former U.S. Marines"."""
    first, last = description.title
    title = " ".join(tokens.words(first, last).split())
    word = tokens.texts[description.head]
    if not description.is_plural or not title.endswith(word):
        return title
    singular = description.noun.split()[-1]
    return title[: -len(word)] + (singular.capitalize() if word[0].isupper() else singular)


def roles_by_table(
    held: Sequence[Office], roles: Sequence[Role], name: Span, knowledge: Knowledge
) -> tuple[Role, ...]:
    """What the table adds: offices held on the day; one held once, if the article tells none."""
    if knowledge.day is None:
        return ()
    day = knowledge.day
    told = [title_key(role.title) for role in roles]
    wanted: list[tuple[Office, Tenure]] = []
    for office in held:
        tenure = office.tenure_on(day)
        if tenure in ("current", "designate"):
            wanted.append((office, tenure))
    if not wanted and not roles:
        past = [office for office in held if office.tenure_on(day) == "former"]
        wanted = [(max(past, key=lambda o: o.last), "former")] if past else []
    return tuple(
        Role(title=office.title, of=office.of, tenure=tenure, start=name.start, end=name.end)
        for office, tenure in wanted
        if not any(_is_same_title(title_key(office.title), title) for title in told)
    )


def _is_same_title(one: str, other: str) -> bool:
    """ "kremlin spokesman" is what the article calls "spokesman"."""
    return one == other or one.endswith(" " + other) or other.endswith(" " + one)
