"""Forecasts as articles would tell them, for tests of prospects."""

from datetime import date

from memcon.codes.gatherings import gathering_kind
from memcon.record.span import Span
from memcon.story.forecasts import Forecast
from memcon.story.identities import Identity
from memcon.story.periods import Period
from memcon.story.spots import Spot
from reported import BIDEN, LAVROV, NATO, PUTIN, RUSSIA, USA

BLINKEN = Identity("person:antony blinken", "Antony Blinken", "person", "USA", "GOV", "USA")
ZELENSKY = Identity("person:volodymyr zelensky", "Zelensky", "person", "UKR", "GOV", "UKR")
ALLIES = Identity("unnamed:allies", "allies", "unnamed", None, "GOV", "unnamed:allies")
GENEVA = Spot("Geneva", "CHE", 46.2, 6.15)
VILLA = Spot("Villa La Grange", "CHE", 46.21, 6.16)
VIENNA = Spot("Vienna", "AUT", 48.21, 16.37)
__all__ = [
    "ALLIES",
    "BIDEN",
    "BLINKEN",
    "GENEVA",
    "LAVROV",
    "NATO",
    "PUTIN",
    "RUSSIA",
    "USA",
    "VIENNA",
    "VILLA",
    "ZELENSKY",
    "forecast",
    "period",
]


def period(days: str | None) -> Period | None:
    """ "2021-06-16" is that day, "2021-06-01/2021-06-30" from the first to the last."""
    if days is None:
        return None
    first, _, last = days.partition("/")
    return Period(date.fromisoformat(first), date.fromisoformat(last or first))


def forecast(
    status: str = "scheduled",
    day: str | None = "2021-05-25",
    when: str | None = None,
    who: tuple[Identity, ...] = (BIDEN, PUTIN),
    **fields: object,
) -> Forecast:
    """What an article of a day says of a summit; each day has its own article."""
    what = str(fields.get("what", "summit"))
    return Forecast(
        **{
            "article": f"article of {day}",
            "finding": "n1",
            "day": date.fromisoformat(day) if day else None,
            "what": what,
            "kind": gathering_kind(what).kind,
            "rank": gathering_kind(what).rank,
            "status": status,
            "participants": who,
            "period": period(when),
            "spot": None,
            "evidence": (Span(start=0, end=9),),
            **fields,
        }
    )
