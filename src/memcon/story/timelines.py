"""Timeline: happenings by date."""

from dataclasses import dataclass
from datetime import date

from memcon.story.answers import Account, Answer, Party, names_of


@dataclass(frozen=True, slots=True)
class Moment:
    """A row of a timeline: one happening."""

    happening: int
    first: date | None
    last: date | None
    is_dated: bool
    source: str
    target: str
    type: str
    mode: str | None
    status: str
    quad: str
    goldstein: float
    place: str | None
    sources: int
    tellings: int
    publisher: str | None
    words: str | None


@dataclass(frozen=True, slots=True)
class Timeline(Answer[Moment]):
    """Happenings by their first day, those without one first; `found` counts them all, shown or
    not."""

    row = Moment

    parties: tuple[Party, ...]
    since: date | None
    until: date | None
    accounts: tuple[Account, ...]
    found: int
    place: str | None = None

    @property
    def rows(self) -> tuple[Moment, ...]:
        """A row for each happening."""
        return tuple(_moment(account) for account in self.accounts)

    @property
    def left(self) -> int:
        """Happenings that were not opened."""
        return self.found - len(self.accounts)


def _moment(account: Account) -> Moment:
    """The row of a happening, with the words of its first witness."""
    told, first = account.happening, next(iter(account.witnesses), None)
    return Moment(
        happening=account.number,
        first=told.first,
        last=told.last,
        is_dated=told.is_dated,
        source=names_of(told.source),
        target=names_of(told.target),
        type=told.type,
        mode=told.mode,
        status=told.status,
        quad=told.quad,
        goldstein=told.goldstein,
        place=told.spot.name if told.spot else None,
        sources=told.sources,
        tellings=told.tellings,
        publisher=first.publisher if first else None,
        words=first.words if first else None,
    )
