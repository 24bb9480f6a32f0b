"""Profile: what the desk knows of an actor: who it is, with whom it dealt, what it did and said."""

from dataclasses import dataclass, replace
from datetime import date

from memcon.record.terms import ActorKind, Form, Tenure
from memcon.story.answers import Account, Answer, Party, Witness
from memcon.story.identities import Identity
from memcon.story.matrix import Matrix
from memcon.story.silences import Hush


@dataclass(frozen=True, slots=True)
class Office:
    """An office that articles give the actor, and the days of the first and last that do."""

    title: str
    of: str | None
    tenure: Tenure
    first: date | None
    last: date | None
    articles: int


@dataclass(frozen=True, slots=True)
class Alias:
    """A name by which articles know the actor, and how many do."""

    name: str
    articles: int


@dataclass(frozen=True, slots=True)
class Partner:
    """With whom the actor dealt: happenings, and the sums of their Goldstein values above and
    below zero. `key` names it without doubt, `code` is whom it stands for."""

    key: str
    name: str
    code: str
    happenings: int
    cooperation: float
    conflict: float
    last: date | None


@dataclass(frozen=True, slots=True)
class Member:
    """Who stands for a country or body, and in how many articles."""

    name: str
    key: str
    kind: ActorKind
    articles: int


@dataclass(frozen=True, slots=True)
class Saying:
    """What the actor said, or who stands for it; `cue` is the word that reports it ("warned")."""

    day: date | None
    speakers: tuple[str, ...]
    form: Form
    cue: str | None
    venue: str | None
    witness: Witness


@dataclass(frozen=True, slots=True)
class Trait:
    """A row of a profile: one thing known of the actor; the sums are a partner's.

    `part` is the part of the profile ("office", "alias", "member", "partner", "happening",
    "statement", "position", "silence"), `what` says it in words or terms, `about` is the
    other party, the issue, the country of the office, or who speaks.
    """

    part: str
    what: str
    about: str | None
    first: date | None
    last: date | None
    count: int
    cooperation: float | None
    conflict: float | None
    happening: int | None
    publisher: str | None
    article: str | None
    words: str | None


@dataclass(frozen=True, slots=True)
class Profile(Answer[Trait]):
    """An actor in what the desk has read.

    `articles`, `happened` and `said` count all there are; happenings, sayings and silences are
    latest first and may be fewer. Offices and aliases are those in `sampled` of the articles,
    spread evenly from the first to the last. `members` are those who stand for a country or body.
    """

    row = Trait

    party: Party
    identity: Identity
    articles: int
    sampled: int
    offices: tuple[Office, ...]
    aliases: tuple[Alias, ...]
    members: tuple[Member, ...]
    partners: tuple[Partner, ...]
    accounts: tuple[Account, ...]
    happened: int
    sayings: tuple[Saying, ...]
    said: int
    matrix: Matrix
    silences: tuple[Hush, ...]

    @property
    def left(self) -> int:
        """How many more happenings, statements and issues there are."""
        return (
            self.happened
            - len(self.accounts)
            + self.said
            - len(self.sayings)
            + self.matrix.found
            - len(self.matrix.issues)
        )

    @property
    def rows(self) -> tuple[Trait, ...]:
        """A row for each office, alias, member, partner, happening, saying, stand and silence."""
        return (
            *(_trait("office", o.title, o.of, o.first, o.last, o.articles) for o in self.offices),
            *(_trait("alias", a.name, None, None, None, a.articles) for a in self.aliases),
            *(_trait("member", m.kind, m.name, None, None, m.articles) for m in self.members),
            *(_partner(partner) for partner in self.partners),
            *(_happening(account) for account in self.accounts),
            *(_saying(saying) for saying in self.sayings),
            *(
                _words("position", stand.stance, cell.issue, stand.day, witness)
                for cell in self.matrix.cells
                for stand in cell.stands
                for witness in stand.witnesses[:1]
            ),
            *(_words("silence", s.kind, s.issue, s.day, s.witness) for s in self.silences),
        )


def _trait(
    part: str, what: str, about: str | None, first: date | None, last: date | None, count: int
) -> Trait:
    """A row that rests on many articles."""
    return Trait(
        part=part,
        what=what,
        about=about,
        first=first,
        last=last,
        count=count,
        cooperation=None,
        conflict=None,
        happening=None,
        publisher=None,
        article=None,
        words=None,
    )


def _partner(partner: Partner) -> Trait:
    """With whom the actor dealt."""
    row = _trait("partner", partner.code, partner.name, None, partner.last, partner.happenings)
    return replace(row, cooperation=partner.cooperation, conflict=partner.conflict)


def _happening(account: Account) -> Trait:
    """What the actor did, or what was done to it."""
    told, witness = account.happening, next(iter(account.witnesses), None)
    others = dict.fromkeys(actor.name for actor in (*told.source, *told.target))
    return Trait(
        part="happening",
        what=" ".join(word for word in (told.type, told.mode, told.status) if word),
        about="; ".join(others) or None,
        first=told.first,
        last=told.last,
        count=told.sources,
        cooperation=None,
        conflict=None,
        happening=account.number,
        publisher=witness.publisher if witness else None,
        article=witness.article if witness else None,
        words=witness.words if witness else None,
    )


def _saying(saying: Saying) -> Trait:
    """What was said, and by whom."""
    speakers = "; ".join(saying.speakers)
    return _words("statement", saying.cue or saying.form, speakers, saying.day, saying.witness)


def _words(part: str, what: str, about: str | None, day: date | None, witness: Witness) -> Trait:
    """A row that rests on the words of one article."""
    return Trait(
        part=part,
        what=what,
        about=about,
        first=day,
        last=day,
        count=1,
        cooperation=None,
        conflict=None,
        happening=None,
        publisher=witness.publisher,
        article=witness.article,
        words=witness.words,
    )
