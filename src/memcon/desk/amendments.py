"""Amendment: the rows of what readers set right in records; desk/corrections.py has the verbs."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from memcon.desk.store import Store
from memcon.record.span import Span
from memcon.story.corrections import Coding, Correction, Signature, Speaker

_COLUMNS = (
    "kind",
    "start",
    '"end"',
    "type",
    "mode",
    "speaker",
    "name",
    "named_start",
    "named_end",
    "was",
    "who",
    "corrected",
    "note",
)
_INSERT = (
    f"INSERT INTO corrections (article, {', '.join(_COLUMNS)})"
    f" VALUES ((SELECT id FROM articles WHERE article = ?), {', '.join('?' for _ in _COLUMNS)})"
)
_KEPT = f"""
SELECT c.id, a.id, a.article, {", ".join(f"c.{name}" for name in _COLUMNS)}
FROM corrections c JOIN articles a ON a.id = c.article
"""


def put_correction(store: Store, correction: Correction) -> int:
    """Keep a correction of an article that is on the desk; its number."""
    return store.insert(_INSERT, (correction.article, *_values(correction)))


def remove_correction(store: Store, number: int) -> None:
    """Keep a correction no longer."""
    store.run("DELETE FROM corrections WHERE id = ?", (number,))


def corrections_on(store: Store, article: int) -> tuple[Correction, ...]:
    """What was set right in an article, by its number on the desk, in the order in which it was."""
    return tuple(one for _, _, one in amended(store, (article,)))


def amended(
    store: Store, articles: Iterable[int] | None = None
) -> tuple[tuple[int, int, Correction], ...]:
    """Each correction with its number and that of its article; None: of all articles."""
    if articles is None:
        rows = store.query(f"{_KEPT} ORDER BY c.id")
    else:
        rows = [
            row
            for article in articles
            for row in store.query(f"{_KEPT} WHERE c.article = ? ORDER BY c.id", (article,))
        ]
    return tuple((number, article, _correction(*row)) for number, article, *row in rows)


def _values(correction: Correction) -> tuple[Any, ...]:
    """The row of a correction, in the order of its columns."""
    coding = correction.right if isinstance(correction.right, Coding) else None
    speaker = correction.right if isinstance(correction.right, Speaker) else None
    mention = speaker.mention if speaker else None
    signed = correction.signed
    return (
        correction.kind,
        correction.words.start,
        correction.words.end,
        coding.type if coding else None,
        coding.mode if coding else None,
        speaker.key if speaker else None,
        speaker.name if speaker else None,
        mention.start if mention else None,
        mention.end if mention else None,
        correction.was,
        signed.who,
        signed.when.isoformat(timespec="seconds"),
        signed.note,
    )


def _correction(article: str, *row: Any) -> Correction:
    """A correction from its row."""
    kind, start, end, type_, mode, speaker, name, named_start, named_end, *rest = row
    was, who, corrected, note = rest
    right: Coding | Speaker | None = None
    if kind == "type":
        right = Coding(type_, mode)
    elif kind == "speaker":
        right = Speaker(
            speaker, name, None if named_start is None else _span(named_start, named_end)
        )
    return Correction(
        kind=kind,
        article=article,
        words=_span(start, end),
        right=right,
        was=was,
        signed=Signature(who, datetime.fromisoformat(corrected), note),
    )


def _span(start: int, end: int) -> Span:
    return Span(start=start, end=end)
