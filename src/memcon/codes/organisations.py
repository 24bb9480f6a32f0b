"""Organisations: the bodies that act in the news beside states, with kind, seat and sector."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, cast

from memcon.codes.phrases import Phrases
from memcon.codes.tables import forms, rows

OrganisationKind = Literal["igo", "armed-group", "company", "media", "party", "agency", "group"]


@dataclass(frozen=True, slots=True)
class Organisation:
    """`country` is the state (ISO 3166-1 alpha-3) it belongs to or sits in; IGOs have none."""

    name: str
    kind: OrganisationKind
    country: str | None
    sector: str | None


@dataclass(frozen=True, slots=True)
class Organisations:
    """Intergovernmental bodies, armed groups, companies, media, parties and agencies."""

    by_name: Mapping[str, Organisation]
    phrases: Phrases[Organisation]

    @classmethod
    def load(cls) -> "Organisations":
        """The packaged table; ModelError if it is damaged."""
        pairs: list[tuple[str, Organisation]] = []
        variants: list[tuple[str, Organisation]] = []
        for row in rows("organisations"):
            organisation = Organisation(
                name=row["name"],
                kind=cast("OrganisationKind", row["kind"]),
                country=row["country"] or None,
                sector=row["sector"] or None,
            )
            pairs.append((organisation.name, organisation))
            variants.extend((form, organisation) for form in forms(row["variants"]))
        return cls(by_name=dict(pairs), phrases=Phrases.of([*pairs, *variants]))

    def named(self, words: str) -> Organisation | None:
        """The organisation that exactly these words name: "the E.U." gives the European Union."""
        return self.phrases.get(words)

    def find(self, text: str) -> tuple[tuple[int, int, Organisation], ...]:
        """(start, end, organisation) of every one named in `text`, the longest name that fits."""
        return tuple(self.phrases.find(text))
