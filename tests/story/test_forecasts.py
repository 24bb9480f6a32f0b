"""Forecasts: what a record says of gatherings that lie ahead, or were held."""

from collections.abc import Callable

import pytest

from memcon.record.contract import MadeBy, Record, check
from memcon.record.findings import Actor, Event, Place, Prospect, Role, Time
from memcon.record.span import Span
from memcon.story.forecasts import forecasts

TITLE = "Biden and Putin to meet"
LEAD = "The two presidents meet in Geneva on 16 June, after their ministers. The leaders will talk."
REST = "Zelensky, Anna Berg and the allies are not asked."


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start=start, end=start + len(words))


def actor(
    text: str, ident: str, name: str, title: str | None = None, kind: str = "person", **fields
):
    """An actor that the text names by these words."""
    span = at(text, name)
    role = Role(title=title or "", of=None, tenure="current", start=span.start, end=span.end)
    return Actor(
        **{
            "id": ident,
            "name": name,
            "kind": kind,
            "country": None,
            "sector": "GOV",
            "roles": (role,) if title else (),
            "mentions": (span,),
            **fields,
        }
    )


@pytest.fixture(scope="session")
def record(article: Callable[..., object]) -> Callable[..., Record]:
    """record(prospects=, events=, published=) -> Record of the text above, with its people."""

    def make(
        prospects: tuple[dict[str, object], ...] = (),
        events: tuple[dict[str, object], ...] = (),
        published: str | None = "2021-06-01",
    ) -> Record:
        made = article(f"{LEAD}\n\n{REST}", published=published, title=TITLE)
        text = made.text
        found = Record(
            format="memcon/1",
            made_by=MadeBy(memcon="0.0.1", models={}),
            warnings=(),
            article=made,
            actors=(
                actor(text, "a1", "Biden", "President", country="USA"),
                actor(text, "a2", "Putin", "President", country="RUS"),
                actor(text, "a3", "presidents", kind="unnamed"),
                actor(text, "a4", "Zelensky", "President", country="UKR"),
                actor(text, "a5", "allies", kind="unnamed"),
                actor(text, "a6", "ministers", kind="unnamed"),
                actor(text, "a7", "Geneva", kind="government", country="RUS"),
                actor(text, "a8", "leaders", "Foreign Minister", country="RUS"),
                actor(text, "a9", "Anna Berg"),
            ),
            times=(
                Time(id="t1", type="DATE", value="2021-06-16", **_ends(at(text, "16 June"))),
                Time(id="t2", type="DATE", value="2018-07", **_ends(at(text, "after"))),
                Time(id="t3", type="DATE", value="PRESENT_REF", **_ends(at(text, "meet in"))),
            ),
            places=(
                Place(
                    id="p1",
                    name="Geneva",
                    country="CHE",
                    lat=46.2,
                    lon=6.1,
                    **_ends(at(text, "Geneva")),
                ),
            ),
            events=tuple(_event(text, n, event) for n, event in enumerate(events, 1)),
            statements=(),
            issues=(),
            positions=(),
            silences=(),
            prospects=tuple(_prospect(text, n, told) for n, told in enumerate(prospects, 1)),
        )
        check(found)
        return found

    return make


def _ends(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _prospect(text: str, number: int, told: dict[str, object]) -> Prospect:
    return Prospect(
        **{
            "id": f"n{number}",
            "what": "summit",
            "participants": ("a1", "a2"),
            "status": "scheduled",
            "time": "t1",
            "place": "p1",
            "deciders": (),
            "announcers": (),
            "conditions": (),
            "evidence": (at(text, "The two presidents meet in Geneva on 16 June"),),
            "confidence": 0.8,
            **told,
        }
    )


def _event(text: str, number: int, told: dict[str, object]) -> Event:
    return Event(
        **{
            "id": f"e{number}",
            "type": "CONSULT",
            "mode": "meet",
            "cameo": "040",
            "contexts": (),
            "source": ("a1", "a2"),
            "target": (),
            "mutual": True,
            "intermediaries": (),
            "issues": (),
            "time": None,
            "place": None,
            "status": "actual",
            "background": False,
            "said_by": None,
            "quantities": (),
            "goldstein": 1.0,
            "quad": "verbal-cooperation",
            "trigger": at(text, "talk"),
            "evidence": (at(text, "The leaders will talk"),),
            "confidence": 0.9,
            **told,
        }
    )


def test_a_prospect_is_told_in_terms_that_hold_across_articles(record):
    (told,) = forecasts(record(prospects=({},)))
    assert (told.finding, told.what, told.kind, told.rank) == ("n1", "summit", "meeting", "leaders")
    assert (told.status, told.is_report) == ("scheduled", False)
    assert [party.code for party in told.participants] == ["USA", "RUS"]
    assert str(told.day) == "2021-06-01"
    assert told.period is not None
    assert str(told.period.first) == str(told.period.last) == "2021-06-16"
    assert told.spot is not None
    assert told.spot.name == "Geneva"


def test_what_is_not_told_is_unknown(record):
    made = record(prospects=({"time": "t3", "place": None, "participants": ()},), published=None)
    (told,) = forecasts(made)
    assert (told.day, told.period, told.spot, told.participants) == (None, None, None, ())


@pytest.mark.parametrize(
    ("what", "who", "rank"),
    [
        ("meeting", ("a1", "a2"), "leaders"),
        ("meeting", ("a1", "a8"), "ministers"),
        ("meeting", ("a1", "a9"), None),
        ("meeting", ("a7",), None),
        ("meeting", (), None),
        ("visit", ("a8",), "ministers"),
    ],
)
def test_the_lowest_of_those_who_meet_tells_whose_meeting_it_is(what, who, rank, record):
    (told,) = forecasts(record(prospects=({"what": what, "participants": who},)))
    assert told.rank == rank


def test_the_presidents_are_those_whom_the_lead_names(record):
    (told,) = forecasts(record(prospects=({"participants": ("a3",)},)))
    assert [party.code for party in told.participants] == ["USA", "RUS"]


@pytest.mark.parametrize(
    ("who", "kinds"),
    [
        (("a5",), ["unnamed"]),  # "allies" is no office
        (("a6",), ["unnamed"]),  # nobody in the lead is a minister
        (("a3", "a4"), ["unnamed", "person"]),  # one is named: the others are not for guessing
    ],
)
def test_nobody_is_guessed_where_the_words_do_not_tell(who, kinds, record):
    (told,) = forecasts(record(prospects=({"participants": who},)))
    assert [party.kind for party in told.participants] == kinds


def test_a_government_beside_its_own_president_is_nobody_more(record):
    (told,) = forecasts(record(prospects=({"participants": ("a2", "a7")},)))
    assert len(told.participants) == 1


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        ({}, ("meeting", "held")),
        ({"mode": None}, ("meeting", "held")),
        ({"mode": "phone"}, ("call", "held")),
        ({"mode": "visit"}, ("visit", "held")),
        ({"status": "ongoing"}, ("meeting", "ongoing")),
        ({"background": True, "time": "t2"}, ("meeting", "held")),
        # None of these shows that anything was held.
        ({"status": "planned"}, None),
        ({"status": "denied"}, None),
        ({"type": "AGREE", "mode": None}, None),
        ({"background": True}, None),
        ({"background": True, "time": "t3"}, None),
        ({"time": "t1"}, None),
    ],
)
def test_an_event_may_show_that_something_was_held(event, expected, record):
    found = [(told.what, told.status) for told in forecasts(record(events=(event,)))]
    assert found == ([expected] if expected else [])


def test_an_event_is_a_report_with_both_its_sides(record):
    (told,) = forecasts(record(events=({"source": ("a1",), "target": ("a2",), "place": "p1"},)))
    assert (told.finding, told.is_report, told.rank) == ("e1", True, "leaders")
    assert [party.code for party in told.participants] == ["USA", "RUS"]
    assert told.spot is not None


def test_what_lies_ahead_comes_first_and_the_fullest_of_it(record):
    made = record(prospects=({"participants": ("a2",)}, {}), events=({},))
    assert [told.finding for told in forecasts(made)] == ["n2", "n1", "e1"]
