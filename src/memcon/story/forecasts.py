"""Forecast: a prospect as one article tells it, or a report that it was held."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from memcon.codes.gatherings import Rank, gathering_kind, rank_of
from memcon.record.contract import Record
from memcon.record.findings import Actor, Event, Prospect
from memcon.record.span import Span
from memcon.record.terms import ProspectStatus
from memcon.story.identities import Identity, identify
from memcon.story.periods import Period, period_of
from memcon.story.spots import Spot
from memcon.tables.days import first_day

# What a CONSULT event shows was held, by its mode, and with which status.
_HELD: Mapping[str, str] = {
    "meet": "meeting",
    "multilateral": "meeting",
    "third-party": "meeting",
    "visit": "visit",
    "phone": "call",
}
_STATUSES: Mapping[str, ProspectStatus] = {"actual": "held", "ongoing": "ongoing"}
_RANKS: tuple[Rank, ...] = ("leaders", "ministers", "envoys")
_BODIES = frozenset({"state", "government"})
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Forecast:
    """A prospect as one article tells it, or an event that shows that it was held.

    `finding` is the id of the prospect or event in the record; `kind` is the class of gathering or
    decision that `what` names: "summit" and "meeting of the leaders" are both "meeting". `rank`
    says whose meeting it is, where the word or the offices of those who meet tell.
    """

    article: str
    finding: str
    day: date | None
    what: str
    kind: str
    rank: Rank | None
    status: ProspectStatus
    participants: tuple[Identity, ...]
    period: Period | None
    spot: Spot | None
    evidence: tuple[Span, ...]

    @property
    def is_report(self) -> bool:
        """Whether it is an event, which can settle a known prospect and never opens one."""
        return self.finding.startswith("e")


def forecasts(record: Record) -> tuple[Forecast, ...]:
    """The prospects of a record, then its meetings, visits and calls that were held.

    Prospects with more parties come first, so that a headline that names one of them finds the
    prospect that the body tells.
    A meeting told as history without a date is left out, and one that lies ahead: neither shows
    that anything was held. So is what no words tell.
    """
    sheet = _Sheet.of(record)
    told = (prospect for prospect in record.prospects if prospect.evidence)
    return (
        *(sheet.ahead(p) for p in sorted(told, key=lambda p: -len(p.participants))),
        *(sheet.held(event, what) for event, what in sheet.reports()),
    )


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A record with its findings by id."""

    record: Record
    actors: Mapping[str, Actor]
    times: Mapping[str, str]
    spots: Mapping[str, Spot]
    day: date | None

    @classmethod
    def of(cls, record: Record) -> "_Sheet":
        """The record's sheet."""
        published = record.article.published
        return cls(
            record=record,
            actors={actor.id: actor for actor in record.actors},
            times={time.id: time.value for time in record.times},
            spots={p.id: Spot(p.name, p.country, p.lat, p.lon) for p in record.places},
            day=first_day(published.value) if published else None,
        )

    def ahead(self, prospect: Prospect) -> Forecast:
        """The forecast of a prospect."""
        gathering = gathering_kind(prospect.what)
        actors = self._present(prospect.participants, prospect.evidence)
        return Forecast(
            article=self.record.article.id,
            finding=prospect.id,
            day=self.day,
            what=prospect.what,
            kind=gathering.kind,
            rank=gathering.rank or _rank(actors),
            status=prospect.status,
            participants=_identities(actors),
            period=self._period(prospect.time),
            spot=self.spots[prospect.place] if prospect.place else None,
            evidence=prospect.evidence,
        )

    def reports(self) -> Iterator[tuple[Event, str]]:
        """The events that show that something was held, each with what."""
        for event in self.record.events:
            what = _HELD.get(event.mode or "meet") if event.type == "CONSULT" else None
            if what and event.evidence and event.status in _STATUSES and self._is_past(event):
                yield event, what

    def _is_past(self, event: Event) -> bool:
        """Whether an event may have been by the day of publication, and the day is known."""
        period = self._period(event.time)
        if period is None:
            return not event.background
        return self.day is None or period.first <= self.day

    def held(self, event: Event, what: str) -> Forecast:
        """The forecast of an event: that it was held, or is under way."""
        actors = self._present((*event.source, *event.target), event.evidence)
        return Forecast(
            article=self.record.article.id,
            finding=event.id,
            day=self.day,
            what=what,
            kind=gathering_kind(what).kind,
            rank=_rank(actors),
            status=_STATUSES[event.status],
            participants=_identities(actors),
            period=self._period(event.time),
            spot=self.spots[event.place] if event.place else None,
            evidence=event.evidence,
        )

    def _period(self, time: str | None) -> Period | None:
        """The days that a time of the record may mean."""
        return period_of(self.times[time]) if time else None

    def _present(self, idents: Sequence[str], evidence: Sequence[Span]) -> Sequence[Actor]:
        """Who takes part; who "the presidents" are is told by the words around, or the lead.

        Where these do not tell it is the only two whom the article has of that rank.
        """
        told = [self.actors[ident] for ident in idents]
        ranks = [_plural_rank(actor.name) for actor in told if actor.kind == "unnamed"]
        if not ranks or len(ranks) < len(told) or ranks[0] is None:
            return told
        peers = [a for a in self.record.actors if a.kind == "person" and _rank((a,)) == ranks[0]]
        for near in (evidence, (*evidence, *self._lead())):
            meant = [a for a in peers if any(s.covers(m) for s in near for m in a.mentions)]
            if len(meant) > 1:
                return meant
        return peers if len(peers) == _PAIR else told

    def _lead(self) -> Iterable[Span]:
        """The headline and the first paragraph."""
        sections = self.record.article.sections
        yield from (section for section in sections if section.kind == "headline")
        yield from [section for section in sections if section.kind == "body"][:1]


def _plural_rank(name: str) -> Rank | None:
    """The rank that a title in the plural names: "the presidents", "foreign ministers"."""
    return rank_of(name[:-1]) if name.endswith("s") else None


def _rank(actors: Iterable[Actor]) -> Rank | None:
    """The lowest rank among the persons, each by the highest office that he holds.

    A meeting of a president with a foreign minister is no meeting of leaders.
    """
    ranks = {_highest(actor) for actor in actors if actor.kind == "person"}
    if None in ranks:
        return None
    return next((rank for rank in reversed(_RANKS) if rank in ranks), None)


def _highest(actor: Actor) -> Rank | None:
    """The highest rank of an actor's offices."""
    titles = (role.title for role in actor.roles if role.tenure != "former")
    ranks = {rank_of(title) for title in titles}
    return next((rank for rank in _RANKS if rank in ranks), None)


def _identities(actors: Iterable[Actor]) -> tuple[Identity, ...]:
    """Who they are, each once; a state or government beside its own official adds nobody."""
    known = {identity.key: identity for actor in actors for identity in (identify(actor),)}
    spoken_for = {i.code for i in known.values() if i.kind == "person"}
    return tuple(i for i in known.values() if i.kind not in _BODIES or i.code not in spoken_for)
