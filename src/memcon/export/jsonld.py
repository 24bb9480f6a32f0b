"""JSON-LD: articles and happenings in the terms of schema.org (https://schema.org).

An article is a NewsArticle; each statement in it and each position is a Claim by its speaker, with
the article as its appearance; a happening is an Event. The context is named, never fetched.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from msgspec import UNSET, UnsetType

from memcon.codes.countries import Countries
from memcon.export.captions import caption_of, happening_caption
from memcon.export.iris import (
    actor_iri,
    address,
    article_iri,
    cast_iris,
    finding_iri,
    happening_iri,
    page_iri,
)
from memcon.export.nodes import (
    Address,
    Claim,
    Coordinates,
    Gathering,
    Graph,
    NewsArticle,
    Place,
    Reference,
    Thing,
    Who,
)
from memcon.record.contract import Record
from memcon.record.findings import Actor, Position, Statement
from memcon.record.idents import named
from memcon.record.terms import ActorKind
from memcon.story.dossiers import Dossier
from memcon.story.happenings import Happening
from memcon.story.identities import Identity
from memcon.tables.passages import passages, shown
from memcon.tables.sheet import Sheet

CONTEXT = "https://schema.org"
_SCHEDULED = "https://schema.org/EventScheduled"
_TYPES: dict[ActorKind, str] = {
    "person": "Person",
    "state": "Country",
    "government": "GovernmentOrganization",
    "agency": "GovernmentOrganization",
    "company": "Corporation",
    "media": "NewsMediaOrganization",
    "party": "PoliticalParty",
    "document": "CreativeWork",
    "unnamed": "Thing",
}
# What happens in deeds, and talks, are events; that one accused another is none.
_GATHERING = "CONSULT"
_DEEDS = ("material-cooperation", "material-conflict")
_CERTAIN = ("actual", "ongoing", "planned")


def article_graph(record: Record, countries: Countries, made: datetime) -> Graph:
    """A record as JSON-LD; `made` is said to be when its structured data were published."""
    sheet, who = Sheet.of(record), cast_iris(record)
    cast: dict[str, Who] = {}
    for actor in record.actors:
        # Two actors of a record may be one identity; it stands in the graph once.
        cast.setdefault(who[actor.id], _actor(actor, who[actor.id], countries))
    article = _article(sheet, tuple(cast), made)
    return Graph(context=CONTEXT, graph=(article, *cast.values(), *_claims(sheet, who)))


def happening_event(dossier: Dossier) -> Gathering | None:
    """A happening as an Event; None if it is no meeting and no deed, or has no date."""
    told = dossier.happening
    if told.period is None or not told.is_dated or not _is_event(told):
        return None
    parties = {p.key: p for p in (*told.source, *told.target, *told.intermediaries)}
    return Gathering(
        context=CONTEXT,
        ident=happening_iri(dossier),
        name=happening_caption(told),
        description=dossier.best.words,
        start_date=told.period.first.isoformat(),
        end_date=told.period.last.isoformat(),
        event_status=_SCHEDULED,
        location=_location(told),
        attendee=tuple(_party(party) for party in parties.values()),
        subject_of=tuple(
            Reference(ident=page_iri(s.url, s.article)) for s in dossier.sources.values()
        ),
    )


def _is_event(told: Happening) -> bool:
    return told.status in _CERTAIN and (told.type == _GATHERING or told.quad in _DEEDS)


def _article(sheet: Sheet, mentions: tuple[str, ...], made: datetime) -> NewsArticle:
    """The article itself."""
    record, article = sheet.record, sheet.record.article
    publisher = article.publisher
    return NewsArticle(
        ident=article_iri(article),
        identifier=article.id,
        url=address(article.url) or UNSET,
        headline=article.title or UNSET,
        date_published=article.published.value if article.published else UNSET,
        in_language=article.language,
        publisher=Who(kind="NewsMediaOrganization", name=publisher) if publisher else UNSET,
        author=tuple(
            Who(kind="Person" if c.kind == "author" else "NewsMediaOrganization", name=c.name)
            for c in {c.name: c for c in article.credits if c.kind != "photo"}.values()
        ),
        mentions=tuple(Reference(ident=ident) for ident in mentions),
        content_location=tuple(
            _place(place.name, place.country, place.lat, place.lon)
            for place in {place.name: place for place in record.places}.values()
        ),
        sd_date_published=f"{made:%Y-%m-%d}",
        sd_publisher=Who(kind="Organization", name=f"memcon {record.made_by.memcon}"),
    )


def _claims(sheet: Sheet, who: dict[str, str]) -> Iterator[Claim]:
    """The statements and the positions, in the record's order."""
    article = sheet.record.article
    here = Reference(ident=article_iri(article))
    for ident, finding in named(sheet.record).items():
        if not isinstance(finding, Statement | Position):
            continue
        is_position = isinstance(finding, Position)
        whole = finding.statement if is_position else None
        yield Claim(
            ident=finding_iri(article.id, ident),
            name=caption_of(finding, sheet),
            text=_words(finding, article.text),
            author=tuple(
                Reference(ident=who[speaker])
                for speaker in ((finding.actor,) if is_position else finding.speakers)
            ),
            about=tuple(Thing(name=name) for name in _issues(finding, sheet)),
            appearance=here,
            is_part_of=Reference(ident=finding_iri(article.id, whole)) if whole else UNSET,
            in_language=article.language,
        )


def _words(finding: Statement | Position, text: str) -> str:
    """A statement with quotation marks around what was quoted; the words that tell a position."""
    if isinstance(finding, Position):
        return finding.evidence.words(text)
    return shown(passages(finding, text), text)


def _issues(finding: Statement | Position, sheet: Sheet) -> Iterator[str]:
    """What a position is on, or what a statement speaks of."""
    if isinstance(finding, Position):
        yield sheet.issues[finding.issue].name
        return
    for issue in sheet.issues.values():
        if any(span.covers(m) for span in finding.content for m in issue.mentions):
            yield issue.name


def _actor(actor: Actor, ident: str, countries: Countries) -> Who:
    """An actor of a record with its offices and the country of a person."""
    titles = tuple(dict.fromkeys(role.title for role in actor.roles if role.tenure == "current"))
    land = countries.by_code.get(actor.country or "") if actor.kind == "person" else None
    return Who(
        kind=_TYPES.get(actor.kind, "Organization"),
        ident=ident,
        name=actor.name,
        job_title=titles or UNSET,
        affiliation=Who(kind="Country", name=land.name) if land else UNSET,
    )


def _party(identity: Identity) -> Who:
    return Who(
        kind=_TYPES.get(identity.kind, "Organization"),
        ident=UNSET if identity.kind == "unnamed" else actor_iri(identity.key),
        name=identity.name,
    )


def _location(told: Happening) -> Place | UnsetType:
    spot = told.spot
    return _place(spot.name, spot.country, spot.lat, spot.lon) if spot else UNSET


def _place(name: str, country: str | None, lat: float | None, lon: float | None) -> Place:
    return Place(
        name=name,
        address=Address(address_country=country) if country else UNSET,
        geo=UNSET if lat is None or lon is None else Coordinates(latitude=lat, longitude=lon),
    )
