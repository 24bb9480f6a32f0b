"""Sightings written by hand: events of several articles in short."""

from datetime import date

from memcon.record.findings import Actor, Quantity, Role
from memcon.record.span import Span
from memcon.record.terms import ActorKind
from memcon.story.identities import Identity, identify
from memcon.story.periods import period_of
from memcon.story.sightings import Sighting
from memcon.story.spots import Spot

GENEVA = Spot("Geneva", "CHE", 46.2, 6.15)
VILLA = Spot("Villa La Grange", "CHE", 46.204, 6.168)
VIENNA = Spot("Vienna", "AUT", 48.2, 16.37)
SWITZERLAND = Spot("Switzerland", "CHE", 46.8, 8.2)
BERN = Spot("Bern", "CHE", 46.95, 7.45)


def actor(
    name: str,
    kind: ActorKind = "person",
    country: str | None = None,
    sector: str | None = "GOV",
    *offices: tuple[str, str | None],
    tenure="current",
) -> Actor:
    """An actor as a record has it; each office is a title and whose it is."""
    roles = tuple(
        Role(title=title, of=of, tenure=tenure, start=0, end=len(title)) for title, of in offices
    )
    return Actor(
        id="a1", name=name, kind=kind, country=country, sector=sector, roles=roles, mentions=()
    )


def who(*described) -> Identity:
    """The identity of an actor, given as for `actor`."""
    return identify(actor(*described))


BIDEN = who("Joe Biden", "person", "USA", "GOV")
PUTIN = who("Vladimir Putin", "person", "RUS", "GOV")
BLINKEN = who("Antony Blinken", "person", "USA", "GOV")
LAVROV = who("Sergei Lavrov", "person", "RUS", "GOV")
USA = who("United States", "state", "USA", "GOV")
RUSSIA = who("Russia", "state", "RUS", "GOV")
MOSCOW = who("Moscow", "government", "RUS", "GOV")
US_DIPLOMATS = who("US diplomats", "unnamed", "USA", "GOV")


def sighting(
    article: str,
    type_="CONSULT",
    mode=None,
    source=(BIDEN,),
    target=(),
    *,
    event="e1",
    on=None,
    published="2021-06-17",
    counted=(),
    words="",
    **more,
) -> Sighting:
    """An event; `on` is a TIMEX3 value, `counted` has numbers with their units."""
    told = {
        "status": "actual",
        "background": False,
        "mutual": type_ == "CONSULT" and len(source) > 1,
        "quad": "verbal-cooperation",
        "goldstein": 1.0,
        "intermediaries": (),
        "said_by": (),
        "spot": None,
        "issues": (),
        "trigger": Span(start=0, end=1),
        "evidence": (Span(start=0, end=9),),
        "confidence": 0.8,
        **more,
    }
    return Sighting(
        article=article,
        event=event,
        published=date.fromisoformat(published) if published else None,
        type=type_,
        mode=mode,
        source=source,
        target=target,
        period=period_of(on) if on else None,
        quantities=tuple(
            Quantity(value=value, unit=unit, start=0, end=1) for value, unit in counted
        ),
        words=frozenset(words.split()),
        **told,
    )
