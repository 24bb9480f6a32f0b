"""Node: what schema.org calls the things that JSON-LD tells of, and their properties."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

_NAMES = {
    "context": "@context",
    "graph": "@graph",
    "ident": "@id",
    "kind": "@type",
    "in_language": "inLanguage",
    "date_published": "datePublished",
    "sd_date_published": "sdDatePublished",
    "sd_publisher": "sdPublisher",
    "job_title": "jobTitle",
    "content_location": "contentLocation",
    "address_country": "addressCountry",
    "is_part_of": "isPartOf",
    "start_date": "startDate",
    "end_date": "endDate",
    "event_status": "eventStatus",
    "subject_of": "subjectOf",
}


class Node(msgspec.Struct, frozen=True, kw_only=True, rename=_NAMES, omit_defaults=True):
    """What a line of JSON-LD is made of; what is unknown is left out."""


class Reference(Node, frozen=True, kw_only=True):
    """A node that stands elsewhere."""

    ident: str


class Who(Node, frozen=True, kw_only=True):
    """A person, a body or a country."""

    kind: str
    ident: str | UnsetType = UNSET
    name: str
    job_title: tuple[str, ...] | UnsetType = UNSET
    affiliation: Who | UnsetType = UNSET


class Address(Node, frozen=True, kw_only=True, tag_field="@type", tag="PostalAddress"):
    """The country of a place, as ISO 3166-1 alpha-3."""

    address_country: str


class Coordinates(Node, frozen=True, kw_only=True, tag_field="@type", tag="GeoCoordinates"):
    """Degrees."""

    latitude: float
    longitude: float


class Place(Node, frozen=True, kw_only=True, tag_field="@type", tag="Place"):
    """Where it was."""

    name: str
    address: Address | UnsetType = UNSET
    geo: Coordinates | UnsetType = UNSET


class Thing(Node, frozen=True, kw_only=True, tag_field="@type", tag="Thing"):
    """What is talked about."""

    name: str


class NewsArticle(Node, frozen=True, kw_only=True, tag_field="@type", tag="NewsArticle"):
    """The article; `identifier` is the sha256 of its text."""

    ident: str
    identifier: str
    url: str | UnsetType = UNSET
    headline: str | UnsetType = UNSET
    date_published: str | UnsetType = UNSET
    in_language: str
    publisher: Who | UnsetType = UNSET
    author: tuple[Who, ...]
    mentions: tuple[Reference, ...]
    content_location: tuple[Place, ...]
    sd_date_published: str
    sd_publisher: Who


class Claim(Node, frozen=True, kw_only=True, tag_field="@type", tag="Claim"):
    """What a speaker is reported to have said, or where one stands."""

    ident: str
    name: str
    text: str
    author: tuple[Reference, ...]
    about: tuple[Thing, ...]
    appearance: Reference
    is_part_of: Reference | UnsetType = UNSET
    in_language: str


class Gathering(Node, frozen=True, kw_only=True, tag_field="@type", tag="Event"):
    """What happened, or is to; `subject_of` are the articles that tell it."""

    context: str
    ident: str
    name: str
    description: str
    start_date: str
    end_date: str
    event_status: str
    location: Place | UnsetType = UNSET
    attendee: tuple[Who, ...]
    subject_of: tuple[Reference, ...]


class Graph(Node, frozen=True, kw_only=True):
    """An article with the actors and the claims in it."""

    context: str
    graph: tuple[NewsArticle | Who | Claim, ...]
