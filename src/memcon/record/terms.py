"""Closed lists of the contract. A word that is not here is not written."""

from typing import Literal

EventType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
EventStatus = Literal[
    "actual",
    "ongoing",
    "planned",
    "proposed",
    "possible",
    "conditional",
    "alleged",
    "denied",
    "not-happened",
]
Quad = Literal["verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict"]
SectionKind = Literal[
    "headline",
    "furniture",
    "caption",
    "byline",
    "dateline",
    "body",
    "credit",
    "bio",
    "notice",
    "link",
]
DateBasis = Literal["given", "metadata", "url", "text", "inferred"]
CreditKind = Literal["agency", "author", "photo"]
ActorKind = Literal[
    "person",
    "state",
    "government",
    "agency",
    "igo",
    "armed-group",
    "company",
    "media",
    "party",
    "group",
    "document",
    "unnamed",
]
Tenure = Literal["current", "former", "designate"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Form = Literal["direct", "indirect", "mixed"]
Stance = Literal[
    "supports",
    "opposes",
    "demands",
    "offers",
    "welcomes",
    "concerned",
    "criticizes",
    "open",
    "undecided",
    "denies",
]
SilenceKind = Literal["refused", "deflected", "omitted", "unavailable"]
ProspectStatus = Literal[
    "floated",
    "considered",
    "intended",
    "agreed",
    "scheduled",
    "ongoing",
    "held",
    "postponed",
    "cancelled",
    "rejected",
]
