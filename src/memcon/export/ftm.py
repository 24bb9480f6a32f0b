"""FtM: articles, actors and happenings as entities of FollowTheMoney (followthemoney.tech).

The schemata are those of version 3.8: Article, Person, PublicBody, Organization, Company,
LegalEntity, Position and Occupancy, Mention, Event, UnknownLink. Ids are the sha1 of what an
entity is known by, so that exports of several desks come together.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha1
from itertools import combinations, product

import msgspec

from memcon.codes.countries import Countries
from memcon.codes.languages import alpha3_of
from memcon.codes.spelling import title_key
from memcon.export.captions import happening_caption
from memcon.export.iris import address
from memcon.record.contract import Record
from memcon.record.findings import Actor, Role
from memcon.record.terms import ActorKind
from memcon.story.dossiers import Dossier, Source
from memcon.story.identities import Identity, identify

# Who has no entity of its own: nobody knows who "officials" are, and a report does not act.
_NOBODY = frozenset({"unnamed", "document"})
_SCHEMATA: dict[ActorKind, str] = {
    "person": "Person",
    "state": "PublicBody",
    "government": "PublicBody",
    "agency": "PublicBody",
    "igo": "Organization",
    "armed-group": "Organization",
    "media": "Organization",
    "party": "Organization",
    "company": "Company",
    "group": "LegalEntity",
}
# What there is one of for each article or happening, and what hangs on it.
_HEADS, _HANGING = ("Article", "Event"), ("Mention", "UnknownLink")
_TOPICS: dict[ActorKind, str] = {
    "state": "gov.national",
    "government": "gov.national",
    "agency": "gov",
    "igo": "gov.igo",
    "party": "pol.party",
}


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """One entity: a line of the file; what is unknown is not among its properties."""

    id: str
    schema: str
    properties: dict[str, list[str]]


def article_entities(record: Record, countries: Countries) -> Iterator[Entity]:
    """The article, who is spoken of in it, what offices they hold, and where each is named."""
    article = record.article
    document = _article_id(article.id)
    yield _entity(
        document,
        "Article",
        title=[article.title],
        contentHash=[article.id],
        sourceUrl=[address(article.url)],
        publisher=[article.publisher],
        publishedAt=[article.published.value if article.published else None],
        language=[alpha3_of(article.language)],
        author=[credit.name for credit in article.credits if credit.kind == "author"],
        generator=[f"memcon {record.made_by.memcon}"],
    )
    for actor in record.actors:
        if actor.kind not in _NOBODY:
            who = identify(actor)
            yield _party(who, countries)
            yield from _mention(document, actor, who, countries)
            yield from _offices(actor, who, countries)


def happening_entities(dossier: Dossier, countries: Countries) -> Iterator[Entity]:
    """A happening as an Event, who was involved, and a link from each party to each other."""
    told = dossier.happening
    sides = [_known(side) for side in (told.source, told.target, told.intermediaries)]
    for who in (who for side in sides for who in side):
        yield _party(who, countries)
    urls = [address(source.url) for source in dossier.sources.values()]
    when = _days(dossier)
    key = (dossier.origin.article, dossier.origin.finding)
    yield _entity(
        _ident("event", *key),
        "Event",
        name=[happening_caption(told)],
        involved=[_actor_id(who) for side in sides for who in side],
        keywords=[told.type, told.mode, told.status, told.quad],
        location=[told.spot.name if told.spot else None],
        country=[_iso2(told.spot.country, countries) if told.spot else None],
        description=[dossier.best.words],
        proof=[_article_id(source.article) for source in dossier.sources.values()],
        sourceUrl=urls,
        publisher=_publishers(dossier.sources.values()),
        **when,
    )
    for one, other in _pairs(sides[0], sides[1]):
        yield _entity(
            _ident("link", *key, one.key, other.key),
            "UnknownLink",
            subject=[_actor_id(one)],
            object=[_actor_id(other)],
            role=[f"{told.type} ({told.mode})" if told.mode else told.type],
            status=[told.status],
            summary=[dossier.best.words],
            sourceUrl=urls,
            **when,
        )


def once(entities: Iterable[Entity]) -> Iterator[Entity]:
    """Each entity the first time that it comes.

    Of actors and offices seen the ids are held; what hangs on an article or a happening can only
    come again before the next one.
    """
    seen: set[bytes] = set()
    near: set[bytes] = set()
    for entity in entities:
        if entity.schema in _HEADS:
            near.clear()
        known = near if entity.schema in (*_HEADS, *_HANGING) else seen
        mark = bytes.fromhex(entity.id)
        if mark not in known:
            known.add(mark)
            yield entity


def _party(who: Identity, countries: Countries) -> Entity:
    """An actor across articles."""
    return _entity(
        _actor_id(who),
        _SCHEMATA[who.kind],
        name=[who.name],
        country=[_iso2(who.country, countries)],
        topics=["mil" if who.sector == "MIL" else _TOPICS.get(who.kind)],
    )


def _mention(document: str, actor: Actor, who: Identity, countries: Countries) -> Iterator[Entity]:
    """That an article names an actor."""
    yield _entity(
        _ident("mention", document, who.key),
        "Mention",
        document=[document],
        resolved=[_actor_id(who)],
        name=[actor.name],
        detectedSchema=[_SCHEMATA[actor.kind]],
        contextCountry=[_iso2(actor.country, countries)],
    )


def _offices(actor: Actor, who: Identity, countries: Countries) -> Iterator[Entity]:
    """The offices that an article gives a person."""
    if actor.kind != "person":
        return
    for role in actor.roles:
        post = _ident("post", title_key(role.title), role.of or "")
        yield _entity(
            post,
            "Position",
            name=[_post(role, countries)],
            country=[_iso2(role.of, countries)],
        )
        yield _entity(
            _ident("occupancy", who.key, post, role.tenure),
            "Occupancy",
            holder=[_actor_id(who)],
            post=[post],
            status=[role.tenure],
        )


def _post(role: Role, countries: Countries) -> str:
    """ "Foreign Minister, Russia"."""
    land = countries.by_code.get(role.of or "")
    of = land.name if land else role.of
    return f"{role.title}, {of}" if of else role.title


def _pairs(source: list[Identity], target: list[Identity]) -> Iterable[tuple[Identity, Identity]]:
    """Who acts on whom; of those who act on each other each pair once."""
    pairs = product(source, target) if target else combinations(source, 2)
    return ((one, other) for one, other in pairs if one.key != other.key)


def _known(side: Iterable[Identity]) -> list[Identity]:
    """Those of a side who have an entity."""
    return [who for who in side if who.kind not in _NOBODY]


def _days(dossier: Dossier) -> dict[str, list[str | None]]:
    """When it was, or if nobody says so, when it was reported."""
    period = dossier.happening.period
    if period is None or not dossier.happening.is_dated:
        return {"date": [day.isoformat() for day in dossier.reported[:1]]}
    return {"startDate": [_iso(period.first)], "endDate": [_iso(period.last)]}


def _iso(day: date) -> str:
    return day.isoformat()


def _publishers(sources: Iterable[Source]) -> list[str | None]:
    return [source.publisher for source in sources]


def _entity(ident: str, schema: str, **properties: Iterable[str | None]) -> Entity:
    """An entity with each value of its properties once, and none that is empty."""
    cleaned = {
        name: list(dict.fromkeys(value for value in values if value))
        for name, values in properties.items()
    }
    return Entity(id=ident, schema=schema, properties={n: v for n, v in cleaned.items() if v})


def _iso2(iso3: str | None, countries: Countries) -> str | None:
    """ "ru" of "RUS"; None for what is no country."""
    land = countries.by_code.get(iso3 or "")
    return land.iso2.lower() if land else None


def _article_id(article: str) -> str:
    return _ident("article", article)


def _actor_id(who: Identity) -> str:
    return _ident("actor", who.key)


def _ident(*key: str) -> str:
    return sha1("\0".join(key).encode(), usedforsecurity=False).hexdigest()
