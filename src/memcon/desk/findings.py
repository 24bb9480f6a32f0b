"""Finding: a position, silence or statement of an article, as a row beside its actor."""

from memcon.desk.appearances import Numbers, number_of
from memcon.desk.records import day_of
from memcon.desk.store import Store
from memcon.record.contract import Record


def put_findings(
    store: Store, article: int, record: Record, actors: Numbers, issues: Numbers
) -> None:
    """Put the positions, silences and statements of an article on the desk."""
    day = day_of(record)
    store.run_each(
        'INSERT INTO positions (article, number, actor, issue, stance, day, start, "end",'
        " confidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                article,
                number,
                actors[position.actor],
                issues[position.issue],
                position.stance,
                day,
                position.evidence.start,
                position.evidence.end,
                position.confidence,
            )
            for number, position in enumerate(record.positions, 1)
            if position.issue in issues
        ],
    )
    store.run_each(
        'INSERT INTO silences (article, number, actor, issue, kind, day, start, "end")'
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                article,
                number,
                actors[silence.actor],
                issues.get(silence.about or ""),
                silence.kind,
                day,
                silence.evidence.start,
                silence.evidence.end,
            )
            for number, silence in enumerate(record.silences, 1)
        ],
    )
    store.run_each(
        'INSERT INTO statements (article, number, actor, day, start, "end")'
        " VALUES (?, ?, ?, ?, ?, ?)",
        [
            (
                article,
                number_of(statement.id),
                speaker,
                day,
                statement.content[0].start,
                statement.content[0].end,
            )
            for statement in record.statements
            if statement.content
            for speaker in dict.fromkeys(actors[ident] for ident in statement.speakers)
        ],
    )


def remove_findings(store: Store, article: int, record: Record) -> None:
    """Take the positions, silences, statements and appearances of an article off the desk."""
    store.run(
        "DELETE FROM statements WHERE day = ? AND article = ?"
        " AND actor IN (SELECT actor FROM appearances WHERE article = ?)",
        (day_of(record), article, article),
    )
    for table in ("positions", "silences", "appearances"):
        store.run(f"DELETE FROM {table} WHERE article = ?", (article,))
