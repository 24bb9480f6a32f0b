"""How likely it is that two events are one, and why."""

from dataclasses import replace

import pytest

from memcon.record.terms import EventType
from memcon.story.matches import akin, match
from sighted import (
    BIDEN,
    BLINKEN,
    GENEVA,
    LAVROV,
    MOSCOW,
    PUTIN,
    RUSSIA,
    US_DIPLOMATS,
    USA,
    VIENNA,
    VILLA,
    sighting,
)

SUMMIT = sighting("a", "CONSULT", "meet", (BIDEN, PUTIN), on="2021-06-16", spot=GENEVA)
EXPULSION = sighting(
    "a",
    "SANCTION",
    "expel",
    (RUSSIA,),
    (US_DIPLOMATS,),
    published="2021-04-17",
    quad="material-conflict",
    counted=[(10, "diplomat")],
)
DEMAND = sighting(
    "a",
    "REQUEST",
    None,
    (BIDEN,),
    (PUTIN,),
    published="2021-04-14",
    quad="verbal-conflict",
    words="summi third count telep lower",
    issues=("summit",),
)


def score(one, other):
    found = match(one, other)
    assert found.score == pytest.approx(match(other, one).score)
    return found.score


@pytest.mark.parametrize(
    ("event", "changes"),
    [
        (SUMMIT, {}),
        (SUMMIT, {"source": (PUTIN, BIDEN), "mode": None}),
        (SUMMIT, {"source": (USA, RUSSIA), "spot": VILLA}),
        (SUMMIT, {"period": None}),
        (SUMMIT, {"status": "planned", "period": None}),
        (SUMMIT, {"status": "denied"}),
        (EXPULSION, {"source": (MOSCOW,), "target": (USA,)}),
        (EXPULSION, {"quantities": ()}),
        (EXPULSION, {"status": "planned"}),
        (DEMAND, {"target": (), "words": frozenset(("summi", "third", "count"))}),
    ],
)
def test_one_happening_told_in_other_words(event, changes):
    assert score(event, replace(event, article="b", **changes)) > 0.5


@pytest.mark.parametrize(
    ("event", "changes"),
    [
        (SUMMIT, {"source": (BLINKEN, LAVROV)}),
        (SUMMIT, {"mode": "phone", "spot": None}),
        (SUMMIT, {"spot": VIENNA, "period": None, "source": (USA, RUSSIA)}),
        (EXPULSION, {"source": (USA,), "target": (RUSSIA,), "quantities": ()}),
        (EXPULSION, {"type": "AID", "mode": None, "quad": "material-cooperation"}),
        (DEMAND, {"words": frozenset(("relea", "priso", "journ")), "issues": ("prisoner",)}),
        (
            DEMAND,
            {
                "source": (PUTIN,),
                "target": (BIDEN,),
                "words": frozenset(("summi", "relea")),
                "issues": (),
            },
        ),
    ],
)
def test_another_happening(event, changes):
    assert score(event, replace(event, article="b", **changes)) < 0.5


@pytest.mark.parametrize(
    ("on", "weight_of"),
    [
        ("2021-06-16", "day"),
        ("2021-06", "month"),
        (None, "report"),
        ("2021-06-17", "slip"),
        ("2021-06-10", "days"),
        ("2021-05-20", "weeks"),
        ("2021-01-20", "never"),
    ],
)
def test_the_nearer_the_days_the_likelier(on, weight_of):
    weights = [
        next(
            r.weight
            for r in match(SUMMIT, sighting("b", source=(BIDEN, PUTIN), on=day)).reasons
            if r.aspect == "time"
        )
        for day in ("2021-06-16", "2021-06", None, "2021-06-17", "2021-06-10", "2021-05-20")
    ]
    assert weights == sorted(weights, reverse=True)
    found = match(SUMMIT, sighting("b", source=(BIDEN, PUTIN), on=on))
    assert found.is_impossible == (weight_of == "never")


def test_what_is_told_as_done_cannot_come_later():
    early = sighting("b", "CONSULT", "meet", (BIDEN, PUTIN), published="2021-05-25")
    assert match(SUMMIT, early).is_impossible
    assert not match(SUMMIT, replace(early, status="planned")).is_impossible


def test_the_sentence_dates_what_it_does_not_date():
    vague = sighting("b", "CONSULT", "meet", (BIDEN, PUTIN), published="2021-09-01")
    beside = replace(vague, beside=SUMMIT.period)
    assert score(SUMMIT, beside) > score(SUMMIT, vague)


def test_history_of_one_year_is_more_than_news_of_one_year():
    old = sighting("a", source=(BIDEN, PUTIN), on="2011", background=True)
    new = sighting("a", source=(BIDEN, PUTIN), on="2021")
    assert score(old, replace(old, article="b")) > score(new, replace(new, article="b"))


@pytest.mark.parametrize(
    ("more", "speaks_for"),
    [
        ({"quantities": EXPULSION.quantities}, True),
        ({"quantities": sighting("x", counted=[(12, "diplomat")]).quantities}, False),
        ({"quantities": sighting("x", counted=[(10, "USD")]).quantities}, None),
    ],
)
def test_numbers_of_one_unit(more, speaks_for):
    reasons = match(EXPULSION, replace(EXPULSION, article="b", **more)).reasons
    weights = [reason.weight for reason in reasons if reason.aspect == "number"]
    assert [weight > 0 for weight in weights] == ([] if speaks_for is None else [speaks_for])


def test_issues_speak_for_and_against():
    base = replace(DEMAND, issues=("border ukraine",), words=frozenset())
    same = score(base, replace(base, article="b"))
    none = score(base, replace(base, article="b", issues=()))
    other = score(base, replace(base, article="b", issues=("nord stream",)))
    assert same > none > other


def test_events_of_one_article_are_told_apart():
    found = match(SUMMIT, replace(SUMMIT, event="e2"))
    assert (found.score, found.is_impossible) == (0.0, True)
    assert [reason.aspect for reason in found.reasons] == ["article"]


def test_the_reasons_say_what_they_rest_on():
    told = {
        r.aspect: r.words for r in match(SUMMIT, replace(SUMMIT, article="b", spot=VILLA)).reasons
    }
    assert told == {
        "type": "CONSULT meet",
        "parties": "Joe Biden, Vladimir Putin",
        "time": "2021-06-16",
        "place": "Geneva, Villa La Grange",
    }


def test_a_proposal_may_be_told_the_other_way_round():
    day = replace(DEMAND, period=SUMMIT.period)
    back = replace(day, article="b", source=(PUTIN,), target=(BIDEN,))
    assert score(day, back) > 0.5
    reason = next(r for r in match(day, back).reasons if r.aspect == "parties")
    assert reason.weight < 0
    assert reason.words.endswith("the other way round")


@pytest.mark.parametrize("kind", EventType.__args__)
def test_types_are_akin_both_ways(kind):
    assert kind in akin(kind)
    assert all(kind in akin(other) for other in akin(kind))


@pytest.mark.parametrize(
    ("one", "other"),
    [("AID", "SANCTION"), ("COOPERATE", "ASSAULT"), ("SUPPORT", "ACCUSE"), ("AGREE", "REJECT")],
)
def test_opposites_are_not_akin(one, other):
    assert other not in akin(one)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("status", ["actual", "planned"])
def test_the_calendar_has_ends(day, status):
    undated = sighting("a", published=day, status=status)
    assert 0 <= score(undated, replace(SUMMIT, article="b")) <= 1
    assert 0 <= score(undated, replace(undated, article="b")) <= 1
