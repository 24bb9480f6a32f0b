"""Dispute: a discrepancy on the desk: the happening, and what each side says in its own words."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from memcon.story.answers import Account, Answer, Party, Witness, names_of

if TYPE_CHECKING:
    from memcon.story.discrepancies import Kind


@dataclass(frozen=True, slots=True)
class Version:
    """What some of the sources say: "10 diplomats"; `sources` counts their families."""

    value: str
    sources: int
    witnesses: tuple[Witness, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """Where the sources of a happening differ, the version with most sources first."""

    account: Account
    kind: "Kind"
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class Contention:
    """A row of the discrepancies: one version of one of them."""

    happening: int
    first: date | None
    last: date | None
    type: str
    source: str
    target: str
    kind: str
    value: str
    sources: int
    article: str | None
    publisher: str | None
    published: date | None
    words: str | None


@dataclass(frozen=True, slots=True)
class Disputes(Answer[Contention]):
    """Where sources differ, the latest happening first; `found` counts all, shown or not."""

    row = Contention

    parties: tuple[Party, ...]
    kinds: "tuple[Kind, ...]"
    since: date | None
    until: date | None
    disputes: tuple[Dispute, ...]
    found: int

    @property
    def left(self) -> int:
        """How many more discrepancies there are."""
        return self.found - len(self.disputes)

    @property
    def rows(self) -> tuple[Contention, ...]:
        """A row for each version."""
        return tuple(
            _contention(dispute, version)
            for dispute in self.disputes
            for version in dispute.versions
        )


def _contention(dispute: Dispute, version: Version) -> Contention:
    """The row of a version, with the words of its first witness."""
    told, first = dispute.account.happening, next(iter(version.witnesses), None)
    return Contention(
        happening=dispute.account.number,
        first=told.first,
        last=told.last,
        type=told.type,
        source=names_of(told.source),
        target=names_of(told.target),
        kind=dispute.kind,
        value=version.value,
        sources=version.sources,
        article=first.article if first else None,
        publisher=first.publisher if first else None,
        published=first.published if first else None,
        words=first.words if first else None,
    )
