"""Cast: what records say of an actor: its names, its offices, and what it said."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from memcon.desk.accounts import Passage, listed, witnesses
from memcon.desk.blobs import unpack_text
from memcon.desk.days import Days, bounds, day_of
from memcon.desk.records import findings_in
from memcon.desk.store import Store
from memcon.record.contract import Record
from memcon.record.findings import Actor, Role, Statement
from memcon.record.span import Span
from memcon.story.profiles import Alias, Office, Saying

_OF = "actor IN (SELECT value FROM json_each(?))"
_APPEARANCES = f"SELECT article, number FROM appearances WHERE {_OF} ORDER BY article, number"
_STATEMENTS = f"""
SELECT day, article, number FROM statements WHERE {_OF} AND day BETWEEN ? AND ?
ORDER BY day DESC, article DESC, number LIMIT ?
"""
_SAID = f"SELECT count(*) FROM statements WHERE {_OF} AND day BETWEEN ? AND ?"
_RECORDS = """
SELECT a.id, published, t.text, r.record
FROM articles a JOIN texts t ON t.article = a.id JOIN records r ON r.article = a.id
WHERE a.id IN (SELECT value FROM json_each(?))
"""
_ALL = -1
# So many records are opened to see what they call an actor.
_SAMPLE = 40
_TOGETHER = 4
# What is said on both sides of a cue is one passage if it is no longer than this.
_PASSAGE = 400


@dataclass(frozen=True, slots=True)
class Appearance:
    """What one record says of an actor, and when it was published."""

    article: int
    day: date | None
    actor: Actor


def sample_of(store: Store, actors: Sequence[int]) -> tuple[Appearance, ...]:
    """What records say of these actors: some of them, spread evenly from the first to the last."""
    rows = store.query(_APPEARANCES, (listed(actors),))
    step = max(1, -(-len(rows) // _SAMPLE))
    chosen = list(dict.fromkeys([*rows[::step], *rows[-1:]]))
    parts = _findings(store, {article for article, _ in chosen})
    return tuple(
        Appearance(article=article, day=parts[article][0], actor=actor)
        for article, number in chosen
        for actor in parts[article][1].actors
        if actor.id == f"a{number}"
    )


def aliases_in(sample: Iterable[Appearance]) -> tuple[Alias, ...]:
    """The names that articles give the actor, the usual one first."""
    names = Counter(name for name, _ in {(seen.actor.name, seen.article) for seen in sample})
    ordered = sorted(names.items(), key=lambda alias: (-alias[1], alias[0]))
    return tuple(Alias(name=name, articles=articles) for name, articles in ordered)


def offices_in(sample: Iterable[Appearance]) -> tuple[Office, ...]:
    """The offices that articles give the actor, the latest first."""
    held: dict[tuple[str, str | None, str], list[tuple[Appearance, Role]]] = {}
    for seen in sample:
        for role in seen.actor.roles:
            key = (role.title.casefold(), role.of, role.tenure)
            held.setdefault(key, []).append((seen, role))
    offices = [_office(ones) for ones in held.values()]
    return tuple(sorted(offices, key=_standing, reverse=True))


def sayings_in(
    store: Store, actors: Sequence[int], days: Days, limit: int | None
) -> tuple[tuple[Saying, ...], int]:
    """What these actors said, the latest first, and how much there is of it."""
    asked = (listed(actors), *bounds(days))
    ((found,),) = store.query(_SAID, asked)
    # One that several of the actors made together stands there as often.
    most = limit * _TOGETHER if limit else _ALL
    rows = list(dict.fromkeys(store.query(_STATEMENTS, (*asked, most))))[:limit]
    parts = _findings(store, {article for _, article, _ in rows})
    told = [
        (day_of(day), article, statement)
        for day, article, number in rows
        for statement in parts[article][1].statements
        if statement.id == f"s{number}"
    ]
    places = [_passages(article, statement) for _, article, statement in told]
    known = witnesses(store, [passage for pair in places for passage in pair if passage])
    return tuple(
        Saying(
            day=day,
            speakers=_speakers(parts[article][1], statement),
            form=statement.form,
            cue=known[cue].words if cue else None,
            venue=statement.venue,
            witness=known[content],
        )
        for (day, article, statement), (content, cue) in zip(told, places, strict=True)
    ), found


def _speakers(record: Record, statement: Statement) -> tuple[str, ...]:
    """The names of who said it."""
    return tuple(actor.name for actor in record.actors if actor.id in statement.speakers)


def _passages(article: int, statement: Statement) -> tuple[Passage, Passage | None]:
    """Where what was said stands, and the word that reports it."""
    whole, cue = Span.around(statement.content), statement.cue
    content = whole if whole.end - whole.start <= _PASSAGE else statement.content[0]
    return (
        Passage(article, statement.id, content.start, content.end),
        Passage(article, statement.id, cue.start, cue.end) if cue else None,
    )


def _office(held: Sequence[tuple[Appearance, Role]]) -> Office:
    """An office from all the records that name it."""
    days = sorted(seen.day for seen, _ in held if seen.day)
    titles = Counter(role.title for _, role in held)
    role = held[0][1]
    return Office(
        title=titles.most_common(1)[0][0],
        of=role.of,
        tenure=role.tenure,
        first=days[0] if days else None,
        last=days[-1] if days else None,
        articles=len({seen.article for seen, _ in held}),
    )


def _standing(office: Office) -> tuple[date, int]:
    """The latest first, and of them the one of which most is told."""
    return office.last or date.min, office.articles


def _findings(store: Store, articles: Iterable[int]) -> dict[int, tuple[date | None, Record]]:
    """The day of each article, and what is found in it."""
    return {
        article: (day_of(published), findings_in(blob, unpack_text(text)))
        for article, published, text, blob in store.each(_RECORDS, (listed(articles),))
    }
