"""Knowledge: what is known before the article is read, at hand in the form that it is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from memcon.codes.countries import Countries
from memcon.codes.offices import Office, Offices
from memcon.codes.organisations import Organisations
from memcon.lexicon.actors import ActorWords
from memcon.record.article import Article
from memcon.record.terms import ActorKind


class Agent(NamedTuple):
    """What a noun says of the one it names."""

    kind: ActorKind
    sector: str | None

    @property
    def is_person(self) -> bool:
        """Whether the noun names people, and so can be a title."""
        return self.kind in ("unnamed", "armed-group")


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
        agents: dict[str, Agent] = {}
        for group in words.agents:
            for noun in group.nouns:
                agents.setdefault(noun, Agent(group.kind, group.sector or None))
        endings: dict[str, ActorKind] = {}
        for kind, nouns in words.organisations.kinds.items():
            for noun in nouns:
                endings.setdefault(noun, kind)
        return cls(
            words=words,
            countries=countries,
            offices=offices,
            organisations=organisations,
            agents=agents,
            endings=endings,
            day=_day(article),
        )

    def offices_of(self, name: str) -> tuple[Office, ...]:
        """The offices that a person of this name, full or surname alone, holds or held by the day."""
        if " " in name:
            held = self.offices.holders(name)
        else:
            held = self.offices.by_surname(name, self.day)
        if self.day is None:
            return held
        return tuple(o for o in held if o.tenure_on(self.day) is not None)


def _day(article: Article) -> date | None:
    """The day of publication; None if the article does not tell."""
    if article.published is None:
        return None
    try:
        return date.fromisoformat(article.published.value)
    except ValueError:
        return None
