"""Desk: the verbs a user has: add articles, and ask what happened.

Each verb imports what it needs when it is called, so that a question costs no more than its answer.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from memcon.desk.store import Store

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from typing import Unpack

    from memcon.desk.days import Days
    from memcon.desk.feeds import Feed
    from memcon.desk.intake import Added
    from memcon.desk.keys import Key
    from memcon.desk.recall import Recall
    from memcon.desk.scopes import Scope
    from memcon.record.contract import MadeBy, Record
    from memcon.record.terms import ActorKind, EventStatus, EventType
    from memcon.story.activity import Activity
    from memcon.story.amendments import Corrections
    from memcon.story.arrivals import Arrivals, Look
    from memcon.story.clippings import Clipping
    from memcon.story.comparisons import Comparison
    from memcon.story.corrections import Correction
    from memcon.story.debates import Debate
    from memcon.story.directories import Actors, Issues, Outlets
    from memcon.story.discrepancies import Kind
    from memcon.story.disputes import Disputes
    from memcon.story.histories import History, Horizon, Prospects
    from memcon.story.hits import Hits
    from memcon.story.matrix import Positions
    from memcon.story.networks import Network, Whom
    from memcon.story.news import News, Watch, Watches
    from memcon.story.outlook import State
    from memcon.story.places import Places
    from memcon.story.profiles import Profile
    from memcon.story.quotes import Quotes
    from memcon.story.relations import Grain, Relation
    from memcon.story.timelines import Timeline


class Desk:
    """An open desk. It is a context manager, and of one thread.

    >>> with Desk("news.memcon") as desk:
    ...     desk.add(Reader().read(page))
    """

    def __init__(self, path: Path | str, key: Key | None = None) -> None:
        """Open the desk in a file; DeskError if there is none or it cannot be opened."""
        self.store = Store.open(Path(path), key)

    @cached_property
    def _recall(self) -> Recall:
        """What was read of the articles that were looked at last."""
        from memcon.desk.recall import Recall

        return Recall()

    @classmethod
    def create(cls, path: Path | str, key: Key | None = None) -> Self:
        """Make a new desk, encrypted if there is a key; DeskError if the file is there already."""
        Store.create(Path(path), key).close()
        return cls(path, key)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the desk's file."""
        self.store.close()

    def add(self, record: Record) -> Added:
        """Put a record on the desk; one whose text is there already changes nothing."""
        from memcon.desk.intake import add

        return add(self.store, self._recall, record)

    def reread(self, record: Record) -> Added:
        """Put what was read anew off an article in the place of what the desk has of it."""
        from memcon.desk.intake import reread

        return reread(self.store, self._recall, record)

    def forget(self, article: str) -> str:
        """Take the article whose id begins so off the desk; its id."""
        from memcon.desk.intake import forget

        return forget(self.store, self._recall, article)

    def articles(self) -> frozenset[str]:
        """The ids of all articles on the desk."""
        return frozenset(article for (article,) in self.store.each("SELECT article FROM articles"))

    def has(self, article: str) -> bool:
        """Whether the article with this id is on the desk."""
        return self.store.first("SELECT 1 FROM articles WHERE article = ?", (article,)) is not None

    def has_page(self, url: str) -> bool:
        """Whether an article from this address is on the desk."""
        return self.store.first("SELECT 1 FROM articles WHERE url = ?", (url,)) is not None

    def follow(self, source: str) -> bool:
        """Remember a feed, an address or a file; whether it was not followed before."""
        from memcon.desk.feeds import follow

        return follow(self.store, source)

    def unfollow(self, source: str) -> None:
        """Forget a feed; what came from it stays."""
        from memcon.desk.feeds import unfollow

        unfollow(self.store, source)

    def feeds(self) -> tuple[Feed, ...]:
        """The feeds that are followed."""
        from memcon.desk.feeds import feeds

        return feeds(self.store)

    def note_pull(self, source: str, etag: str | None, modified: str | None) -> None:
        """Remember that all entries of this version of a feed are on the desk."""
        from memcon.desk.feeds import note_pull

        note_pull(self.store, source, etag, modified)

    def record(self, article: str) -> Record:
        """The record of the article whose id begins so, with what was set right in it."""
        from memcon.desk.records import named, record_of

        return record_of(self.store, named(self.store, article).number)

    def reading(self, article: str) -> Record:
        """The record of the article whose id begins so, as it was read."""
        from memcon.desk.records import named, reading_of

        return reading_of(self.store, named(self.store, article).number)

    def outdated(self, made_by: MadeBy) -> tuple[str, ...]:
        """The ids of the articles that another version, or other models, read."""
        from memcon.desk.records import outdated

        return outdated(self.store, made_by)

    def happening(self, number: int) -> Comparison:
        """A happening with what each of its sources says, side by side."""
        from memcon.desk.comparisons import happening

        return happening(self.store, self._recall, number)

    def split(
        self, number: int, article: str, events: Sequence[str] = (), who: str | None = None
    ) -> int:
        """Make a happening of its own of what an article tells of one; the number of the new."""
        from memcon.desk.revisions import split

        return split(self.store, self._recall, number, article, events, who)

    def merge(self, number: int, other: int, who: str | None = None) -> int:
        """Make one happening of two, under the first's number."""
        from memcon.desk.revisions import merge

        return merge(self.store, self._recall, number, other, who)

    def correct(self, correction: Correction) -> int:
        """Set something right in an article; the number by which that is taken back.

        >>> signed = Signature("Ada", datetime.now(UTC))
        >>> desk.correct(retyped(desk.record("3f1c09"), "e3", Coding("ACCUSE"), signed))
        """
        from memcon.desk.corrections import correct

        return correct(self.store, self._recall, correction)

    def uncorrect(self, number: int) -> Correction:
        """Take a correction back, and give it."""
        from memcon.desk.corrections import uncorrect

        return uncorrect(self.store, self._recall, number)

    def corrections(self, article: str | None = None) -> Corrections:
        """All that readers set right, or that in the article whose id begins so."""
        from memcon.desk.corrections import corrections

        return corrections(self.store, article)

    def actor(self, name: str, limit: int | None = None, **days: Unpack[Days]) -> Profile:
        """What the desk knows of an actor; of a country, of all who stand for it."""
        from memcon.desk.profiles import actor

        return actor(self.store, name, limit, **days)

    def search(
        self, words: str, limit: int | None = None, is_ranked: bool = False, **scope: Unpack[Scope]
    ) -> Hits:
        """The articles that have all the words, "phrases" and beginnings*, the latest first."""
        from memcon.desk.search import search

        return search(self.store, words, limit, is_ranked, **scope)

    def discrepancies(
        self,
        parties: Sequence[str] = (),
        kinds: Sequence[Kind] = (),
        limit: int | None = None,
        **days: Unpack[Days],
    ) -> Disputes:
        """Where sources differ on happenings in which all these parties took part."""
        from memcon.desk.disputes import discrepancies

        return discrepancies(self.store, parties, kinds, limit, **days)

    def watch(self, name: str, question: Sequence[str]) -> Watch:
        """Save a question under a name: ("relation", "USA", "RUS")."""
        from memcon.desk.watches import watch

        return watch(self.store, name, question)

    def unwatch(self, name: str) -> None:
        """Forget a saved question."""
        from memcon.desk.watches import unwatch

        unwatch(self.store, name)

    def watches(self) -> Watches:
        """The saved questions."""
        from memcon.desk.watches import watches

        return watches(self.store)

    def news(self, names: Sequence[str] = (), limit: int | None = None) -> News:
        """What is new for these watches, or all; it stays new until `mark_seen` is told."""
        from memcon.desk.news import news

        return news(self.store, names, limit)

    def mark_seen(self, news: News) -> None:
        """Take note that what is new was looked at."""
        from memcon.desk.watches import mark_seen

        mark_seen(self.store, news)

    def relation(
        self,
        a: str,
        b: str,
        grain: Grain = "month",
        today: date | None = None,
        limit: int | None = None,
        **days: Unpack[Days],
    ) -> Relation:
        """What two parties did and said to each other, and what lies ahead of them."""
        from memcon.desk.relations import relation

        return relation(self.store, a, b, grain, today, limit, **days)

    def timeline(
        self,
        parties: Sequence[str] = (),
        types: Sequence[EventType] = (),
        statuses: Sequence[EventStatus] = (),
        limit: int | None = None,
        place: str | None = None,
        **days: Unpack[Days],
    ) -> Timeline:
        """The happenings in which all of these parties have a part, by date."""
        from memcon.desk.timelines import timeline

        return timeline(self.store, parties, types, statuses, limit, place, **days)

    def positions(self, issue: str, limit: int | None = None, **days: Unpack[Days]) -> Positions:
        """Who holds what on the issues whose names have these words, or words that begin so."""
        from memcon.desk.positions import positions

        return positions(self.store, issue, limit, **days)

    def issue(self, name: str, limit: int | None = None, **days: Unpack[Days]) -> Debate:
        """An issue by its name: who holds what on it over time, and who would not speak of it."""
        from memcon.desk.debates import issue

        return issue(self.store, name, limit, **days)

    def prospects(
        self,
        parties: Sequence[str] = (),
        states: Sequence[State] = (),
        today: date | None = None,
        limit: int | None = None,
    ) -> Prospects:
        """The prospects in which all of these parties have a part, each with its history."""
        from memcon.desk.prospects import prospects

        return prospects(self.store, parties, states, today, limit)

    def horizon(self, today: date | None = None, limit: int = 3) -> Horizon:
        """What is overdue, open and dormant today, of each the first so many."""
        from memcon.desk.prospects import horizon

        return horizon(self.store, today, limit)

    def prospect(self, number: int, today: date | None = None) -> History:
        """A prospect with its history up to today."""
        from memcon.desk.prospects import prospect

        return prospect(self.store, number, today)

    def article(self, article: str) -> Clipping:
        """The article whose id begins so, with what each of its findings became on the desk."""
        from memcon.desk.clippings import article as clipping

        return clipping(self.store, article)

    def activity(
        self, limit: int | None = None, today: date | None = None, **days: Unpack[Days]
    ) -> Activity:
        """The relations of states and organisations, those with most happenings lately first."""
        from memcon.desk.activity import activity

        return activity(self.store, limit, today, **days)

    def said(
        self, about: str | None = None, limit: int | None = None, **scope: Unpack[Scope]
    ) -> Quotes:
        """Who said what, the latest first: `speaker` tells by whom, `about` has words of it."""
        from memcon.desk.quotes import said

        return said(self.store, about, limit, **scope)

    def places(
        self,
        types: Sequence[EventType] = (),
        parties: Sequence[str] = (),
        limit: int | None = None,
        **days: Unpack[Days],
    ) -> Places:
        """Where the happenings were in which all of these parties have a part, spot by spot."""
        from memcon.desk.places import places

        return places(self.store, types, parties, limit, **days)

    def network(
        self,
        of: str | None = None,
        grain: Whom = "actor",
        limit: int | None = None,
        **days: Unpack[Days],
    ) -> Network:
        """Who met whom, or whom one party met."""
        from memcon.desk.networks import network

        return network(self.store, of, grain, limit, **days)

    def issues(self, words: str | None = None, limit: int | None = None) -> Issues:
        """The issues on which most positions are told."""
        from memcon.desk.directories import issues

        return issues(self.store, words, limit)

    def actors(
        self, words: str | None = None, kind: ActorKind | None = None, limit: int | None = None
    ) -> Actors:
        """The actors of whom most articles speak."""
        from memcon.desk.directories import actors

        return actors(self.store, words, kind, limit)

    def outlets(self) -> Outlets:
        """The publishers of the articles, those with most of them first."""
        from memcon.desk.directories import outlets

        return outlets(self.store)

    def recent(self, since_article: int | None = None, limit: int | None = None) -> Arrivals:
        """What is new since the article of this number, else since the last look."""
        from memcon.desk.arrivals import recent

        return recent(self.store, since_article, limit)

    def looked(self) -> Look | None:
        """When, and at which article, the desk was looked at last."""
        from memcon.desk.looks import looked

        return looked(self.store)

    def look(self, until: int | None = None) -> Look:
        """Take note that the articles up to this number, else all of them, were looked at now."""
        from memcon.desk.looks import look

        return look(self.store, until)
