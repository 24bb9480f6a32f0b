"""Knowledge: what is known before the article is read, at hand in the form that it is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from memcon.codes.countries import Countries
from memcon.codes.offices import Office, Offices
from memcon.codes.organisations import Organisations
from memcon.lexicon.actors import ActorWords, Agent
from memcon.record.article import Article
from memcon.record.terms import ActorKind

# A surname alone still means one who left office so long before.
_NEAR = timedelta(days=5 * 365)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Words and tables, and the day on which the article speaks."""

    words: ActorWords
    countries: Countries
    offices: Offices
    organisations: Organisations
    agents: Mapping[str, Agent]
    endings: Mapping[str, ActorKind]
    day: date | None

    @classmethod
    def of(
        cls,
        article: Article,
        words: ActorWords,
        countries: Countries,
        offices: Offices,
        organisations: Organisations,
    ) -> "Knowledge":
        """What bears on one article."""
        return cls(
            words=words,
            countries=countries,
            offices=offices,
            organisations=organisations,
            agents=words.by_noun,
            endings=words.organisations.by_ending,
            day=_day(article),
        )

    def offices_of(self, name: str) -> tuple[Office, ...]:
        """The offices that a person of this name, full or surname, holds or held by the day."""
        if " " in name:
            held = self.offices.holders(name)
        else:
            held = self.offices.by_surname(name, self.day)
        day = self.day
        return held if day is None else tuple(o for o in held if o.tenure_on(day) is not None)

    def offices_near(self, surname: str) -> tuple[Office, ...]:
        """The offices of those of this surname who held one on the day or shortly before."""
        held = self.offices_of(surname)
        if self.day is None:
            return held
        since = self.day - _NEAR
        return tuple(o for o in held if o.last >= since and len(surname) > 2)

    def standing(self, surname: str) -> int:
        """How known a surname is: 4 of one in office on the day, 3 of one before, else 0."""
        held = self.offices_of(surname)
        if any(self.day is None or o.tenure_on(self.day) == "current" for o in held):
            return 4
        return 3 if held else 0


def _day(article: Article) -> date | None:
    """The day of publication; None if the article does not tell."""
    if article.published is None:
        return None
    try:
        return date.fromisoformat(article.published.value)
    except ValueError:
        return None
