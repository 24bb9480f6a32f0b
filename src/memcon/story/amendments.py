"""Amendment: a correction as the desk keeps it, and the list of all that readers set right."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from memcon.story.answers import Answer, Witness
from memcon.story.corrections import Correction


@dataclass(frozen=True, slots=True)
class Amendment:
    """A correction on the desk; its number takes it back.

    `witness` are the words that it is about. Its finding is empty where the article, read again,
    has none there: then the correction changes nothing.
    """

    number: int
    correction: Correction
    witness: Witness


@dataclass(frozen=True, slots=True)
class Judgement:
    """A ruling on the desk: that two events are one happening, or that they are not."""

    kind: Literal["split", "merge"]
    one: Witness
    other: Witness
    who: str | None
    when: datetime


@dataclass(frozen=True, slots=True)
class Change:
    """A row of the corrections; `number` is that of one that can be taken back by it."""

    kind: str
    number: int | None
    article: str
    publisher: str | None
    published: date | None
    finding: str | None
    words: str
    was: str | None
    became: str | None
    other_article: str | None
    other_finding: str | None
    other_words: str | None
    who: str | None
    when: str
    note: str | None


@dataclass(frozen=True, slots=True)
class Corrections(Answer[Change]):
    """What readers set right, the latest last: in records, and of what is one happening."""

    row = Change

    amendments: tuple[Amendment, ...]
    judgements: tuple[Judgement, ...]

    @property
    def rows(self) -> tuple[Change, ...]:
        """A row for each, those in records first."""
        return (*map(_amended, self.amendments), *map(_judged, self.judgements))


def _amended(one: Amendment) -> Change:
    correction, witness = one.correction, one.witness
    return Change(
        kind=correction.kind,
        number=one.number,
        article=witness.article,
        publisher=witness.publisher,
        published=witness.published,
        finding=witness.finding or None,
        words=witness.words,
        was=correction.was or None,
        became=str(correction.right) if correction.right else None,
        other_article=None,
        other_finding=None,
        other_words=None,
        who=correction.signed.who,
        when=correction.signed.when.isoformat(),
        note=correction.signed.note,
    )


def _judged(one: Judgement) -> Change:
    return Change(
        kind=one.kind,
        number=None,
        article=one.one.article,
        publisher=one.one.publisher,
        published=one.one.published,
        finding=one.one.finding or None,
        words=one.one.words,
        was=None,
        became=None,
        other_article=one.other.article,
        other_finding=one.other.finding or None,
        other_words=one.other.words,
        who=one.who,
        when=one.when.isoformat(),
        note=None,
    )
