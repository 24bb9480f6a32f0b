"""Namesakes: which names are one person's: full name, surname, nickname, another spelling."""

from collections.abc import Iterable, Mapping, Sequence

from memcon.actors.descriptions import Description
from memcon.actors.knowledge import Knowledge
from memcon.actors.names import Name
from memcon.actors.tokens import Tokens
from memcon.codes.offices import Office, title_key
from memcon.codes.spelling import key

Titles = Mapping[int, tuple[Description, ...]]


def same_persons(
    names: Sequence[Name], titles: Titles, tokens: Tokens, knowledge: Knowledge
) -> tuple[tuple[Name, ...], ...]:
    """The names of each person: full names first, then single words join the last that fits."""
    clusters: list[list[Name]] = []
    for name in names:
        if len(name.words) > 1:
            _put(name, clusters, _full(name, clusters, knowledge))
    full = len(clusters)
    for name in names:
        if len(name.words) == 1:
            cluster = (
                _by_words(name, clusters, full, titles, knowledge)
                or _by_table(name, clusters[:full], titles, knowledge)
                or _by_nickname(name, clusters, tokens, knowledge)
            )
            _put(name, clusters, cluster)
    return tuple(tuple(sorted(c, key=lambda n: n.first)) for c in clusters)


def _put(name: Name, clusters: list[list[Name]], cluster: list[Name] | None) -> None:
    """Add a name to its cluster, or begin one with it."""
    if cluster is None:
        clusters.append([name])
    else:
        cluster.append(name)


def _full(name: Name, clusters: Sequence[list[Name]], knowledge: Knowledge) -> list[Name] | None:
    """The person who has this full name."""
    return next((c for c in clusters if _is_same(c[0], name, knowledge)), None)


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
    if len(a) != len(b) and min(len(a), len(b)) > 1:
        size = min(len(a), len(b))
        return a[-size:] == b[-size:] or a[0] == b[0]
    return a[0][0] == b[0][0] and (len(a[0]) == 1 or len(b[0]) == 1 or a[0] == b[0])


def parts(text: str, knowledge: Knowledge) -> tuple[str, ...]:
    """The words that tell bearers apart: "Al-Burhan" and "al-Burhan" give "burhan"."""
    words = key(text).split()
    while len(words) > 1 and words[0] in knowledge.words.names.particles:
        words = words[1:]
    return tuple(words)


def _all_parts(cluster: Sequence[Name], knowledge: Knowledge) -> tuple[tuple[str, ...], ...]:
    """The parts of each of a person's names."""
    return tuple(dict.fromkeys(parts(name.text, knowledge) for name in cluster))


def _by_words(
    name: Name,
    clusters: Sequence[list[Name]],
    full: int,
    titles: Titles,
    knowledge: Knowledge,
) -> list[Name] | None:
    """The person whose surname, or else whose given name, a single word is; the last one named."""
    wanted = parts(name.text, knowledge)
    size = len(wanted)
    known = [(p, c) for c in clusters for p in _all_parts(c, knowledge)]
    for is_surname in (True, False):
        fits = [c for p, c in known if (p[-size:] if is_surname else p[:size]) == wanted]
        fits = [c for c in fits if not _is_other(name, c, titles)] or fits[:1]
        if fits:
            return max(fits, key=lambda c: _nearness(c, name))
    longer = ((parts(c[0].text, knowledge), c) for c in clusters[:full])
    return next((c for p, c in longer if size == 1 and wanted[0] in p), None)


def _nearness(cluster: Iterable[Name], name: Name) -> int:
    """The place of the cluster's last name before this one; earlier than all if there is none."""
    return max((n.first for n in cluster if n.first < name.first), default=-1)


def _is_other(name: Name, cluster: Sequence[Name], titles: Titles) -> bool:
    """Whether the titles speak of two countries: "Israel's Barak" is not "Ehud Barak of …"."""
    mine = {d.iso3 for d in titles.get(name.first, ()) if d.iso3}
    theirs = {d.iso3 for n in cluster for d in titles.get(n.first, ()) if d.iso3}
    return bool(mine and theirs and not mine & theirs)


def _by_table(
    name: Name, clusters: Sequence[list[Name]], titles: Titles, knowledge: Knowledge
) -> list[Name] | None:
    """The person whom the table knows by this word too: "Hemedti"."""
    held = offices_held(name.text, titles.get(name.first, ()), (), knowledge)
    if not held:
        return None
    for cluster in clusters:
        if any(o.person == held[0].person for o in knowledge.offices.holders(cluster[0].text)):
            return cluster
    return None


def _by_nickname(
    name: Name, clusters: Sequence[list[Name]], tokens: Tokens, knowledge: Knowledge
) -> list[Name] | None:
    """The person named right before: "Mohamed Hamdan Dagalo, known as Hemedti"."""
    start, _ = tokens.bounds(name.first)
    before = " ".join(tokens.lowers[max(name.first - 2, start) : name.first])
    if not before.endswith(knowledge.words.names.aliases):
        return None
    near = [c for c in clusters if _nearness(c, name) >= start]
    return max(near, key=lambda c: _nearness(c, name), default=None)


def offices_held(
    text: str, descriptions: Sequence[Description], beside: Sequence[str], knowledge: Knowledge
) -> tuple[Office, ...]:
    """The table's offices of a person: that of a title told first, then those of the day.

    () where several persons fit, or where the article names another country.
    """
    countries = {d.iso3 for d in descriptions if d.iso3} | set(beside)
    held = knowledge.offices_of(text) if " " in text else knowledge.offices_near(text)
    if countries:
        held = tuple(o for o in held if o.of in countries or len(o.of) != 3)
    current = tuple(o for o in held if _is_current(o, knowledge))
    likely = current or held
    if " " not in text:
        likely = _likeliest(likely, bool(current), descriptions)
    if len({o.person for o in likely}) != 1:
        return ()
    person = likely[0].person
    own = [o for o in dict.fromkeys((*current, *held)) if o.person == person]
    nouns = tuple(key(d.noun) for d in descriptions)
    return tuple(sorted(own, key=lambda o: not (nouns and title_key(o.title).endswith(nouns))))


def _is_current(office: Office, knowledge: Knowledge) -> bool:
    """Whether the office is held on the article's day."""
    return knowledge.day is not None and office.tenure_on(knowledge.day) == "current"


def _likeliest(
    held: Sequence[Office], are_current: bool, descriptions: Sequence[Description]
) -> tuple[Office, ...]:
    """Whom a surname means: who has the title told, else who governs rather than a relative.

    One who left office must have had the title that the article tells.
    """
    nouns = tuple(d.noun for d in descriptions)
    titled = tuple(o for o in held if nouns and title_key(o.title).endswith(nouns))
    if titled or (nouns and not are_current):
        return titled
    return tuple(o for o in held if o.sector != "ELI") or tuple(held)
