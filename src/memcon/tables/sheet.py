"""Sheet: one record, finding by finding, as rows."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from memcon.record.contract import Record
from memcon.record.findings import (
    Actor,
    Event,
    Issue,
    Place,
    Position,
    Prospect,
    Silence,
    Statement,
    Time,
)
from memcon.record.span import Span
from memcon.tables.cells import JOINT
from memcon.tables.rows import (
    ActorRow,
    EventRow,
    PlaceRow,
    PositionRow,
    ProspectRow,
    Rows,
    SilenceRow,
    StatementRow,
    TimeRow,
)


def to_rows(records: Iterable[Record]) -> Rows:
    """The rows of the records, in the records' order and in reading order within each."""
    sheets = [Sheet.of(record) for record in records]
    return Rows(
        actors=tuple(row for sheet in sheets for row in sheet.actors()),
        times=tuple(row for sheet in sheets for row in sheet.times()),
        places=tuple(row for sheet in sheets for row in sheet.places()),
        events=tuple(sheet.event(event) for sheet in sheets for event in sheet.record.events),
        statements=tuple(
            sheet.statement(statement) for sheet in sheets for statement in sheet.record.statements
        ),
        positions=tuple(
            sheet.position(position) for sheet in sheets for position in sheet.record.positions
        ),
        silences=tuple(
            sheet.silence(silence) for sheet in sheets for silence in sheet.record.silences
        ),
        prospects=tuple(
            sheet.prospect(prospect) for sheet in sheets for prospect in sheet.record.prospects
        ),
    )


@dataclass(frozen=True, slots=True)
class Sheet:
    """One record, with its findings by id."""

    record: Record
    published: date | None
    cast: Mapping[str, Actor]
    issues: Mapping[str, Issue]
    statements: Mapping[str, Statement]
    calendar: Mapping[str, Time]
    map: Mapping[str, Place]

    @classmethod
    def of(cls, record: Record) -> "Sheet":
        """The sheet of a record."""
        published = record.article.published
        return cls(
            record=record,
            published=date.fromisoformat(published.value) if published else None,
            cast={actor.id: actor for actor in record.actors},
            issues={issue.id: issue for issue in record.issues},
            statements={statement.id: statement for statement in record.statements},
            calendar={time.id: time for time in record.times},
            map={place.id: place for place in record.places},
        )

    def actors(self) -> Iterator[ActorRow]:
        """A row for each actor."""
        for actor in self.record.actors:
            yield ActorRow(
                article=self.record.article.id,
                published=self.published,
                actor=actor.id,
                name=actor.name,
                kind=actor.kind,
                country=actor.country,
                sector=actor.sector,
                offices=JOINT.join(dict.fromkeys(role.title for role in actor.roles)),
                mentions=len(actor.mentions),
            )

    def times(self) -> Iterator[TimeRow]:
        """A row for each time."""
        for time in self.record.times:
            yield TimeRow(
                article=self.record.article.id,
                published=self.published,
                time=time.id,
                type=time.type,
                value=time.value,
                words=self.words((time,)),
            )

    def places(self) -> Iterator[PlaceRow]:
        """A row for each place."""
        for place in self.record.places:
            yield PlaceRow(
                article=self.record.article.id,
                published=self.published,
                place=place.id,
                name=place.name,
                country=place.country,
                lat=place.lat,
                lon=place.lon,
                words=self.words((place,)),
            )

    def event(self, event: Event) -> EventRow:
        """The row of an event."""
        place = self.map[event.place] if event.place else None
        said_by = self.statements[event.said_by].speakers if event.said_by else ()
        return EventRow(
            article=self.record.article.id,
            published=self.published,
            event=event.id,
            type=event.type,
            mode=event.mode,
            cameo=event.cameo,
            contexts=JOINT.join(event.contexts),
            source=self.names(event.source),
            source_countries=self._countries(event.source),
            target=self.names(event.target),
            target_countries=self._countries(event.target),
            mutual=event.mutual,
            intermediaries=self.names(event.intermediaries),
            issues=JOINT.join(self.issues[ident].name for ident in event.issues),
            time=self.value(event.time),
            place=place.name if place else None,
            place_country=place.country if place else None,
            status=event.status,
            background=event.background,
            said_by=self.names(said_by),
            goldstein=event.goldstein,
            quad=event.quad,
            confidence=event.confidence,
            words=self.words(event.evidence),
        )

    def statement(self, statement: Statement) -> StatementRow:
        """The row of a statement."""
        return StatementRow(
            article=self.record.article.id,
            published=self.published,
            statement=statement.id,
            speakers=self.names(statement.speakers),
            speaker_countries=self._countries(statement.speakers),
            form=statement.form,
            via=self.name(statement.via),
            venue=statement.venue,
            time=self.value(statement.time),
            confidence=statement.confidence,
            words=self.words(statement.content),
        )

    def position(self, position: Position) -> PositionRow:
        """The row of a position."""
        issue = self.issues[position.issue]
        return PositionRow(
            article=self.record.article.id,
            published=self.published,
            actor=self.cast[position.actor].name,
            country=self.cast[position.actor].country,
            issue=issue.name,
            context=issue.context,
            stance=position.stance,
            confidence=position.confidence,
            words=self.words((position.evidence,)),
        )

    def silence(self, silence: Silence) -> SilenceRow:
        """The row of a silence."""
        return SilenceRow(
            article=self.record.article.id,
            published=self.published,
            actor=self.cast[silence.actor].name,
            country=self.cast[silence.actor].country,
            about=self.issues[silence.about].name if silence.about else None,
            kind=silence.kind,
            asked_by=self.name(silence.asked_by),
            confidence=silence.confidence,
            words=self.words((silence.evidence,)),
        )

    def prospect(self, prospect: Prospect) -> ProspectRow:
        """The row of a prospect."""
        return ProspectRow(
            article=self.record.article.id,
            published=self.published,
            prospect=prospect.id,
            what=prospect.what,
            participants=self.names(prospect.participants),
            participant_countries=self._countries(prospect.participants),
            status=prospect.status,
            time=self.value(prospect.time),
            place=self.map[prospect.place].name if prospect.place else None,
            deciders=self.names(prospect.deciders),
            announcers=self.names(prospect.announcers),
            conditions=self.words(prospect.conditions),
            confidence=prospect.confidence,
            words=self.words(prospect.evidence),
        )

    def name(self, ident: str | None) -> str | None:
        """An actor's name."""
        return self.cast[ident].name if ident else None

    def names(self, idents: Iterable[str]) -> str:
        """The names of actors, in one cell."""
        return JOINT.join(self.cast[ident].name for ident in idents)

    def _countries(self, idents: Iterable[str]) -> str:
        codes = (self.cast[ident].country for ident in idents)
        return JOINT.join(dict.fromkeys(code for code in codes if code))

    def value(self, ident: str | None) -> str | None:
        """A time's TIMEX3 value."""
        return self.calendar[ident].value if ident else None

    def words(self, spans: Iterable[Span]) -> str:
        """The words of spans, an ellipsis between them."""
        return " … ".join(span.words(self.record.article.text) for span in spans)
