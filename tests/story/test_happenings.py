"""Which happening an event tells, and what its tellings say together."""

from dataclasses import replace
from datetime import date

import pytest

from memcon.story.happenings import assign, choose, merge
from memcon.story.matches import match
from memcon.story.periods import Period, period_of
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
    sighting,
)

SUMMIT = sighting("a", "CONSULT", "meet", (BIDEN, PUTIN), on="2021-06-16", spot=GENEVA)
TALKS = sighting("a", "CONSULT", "meet", (BLINKEN, LAVROV), on="2021-05-19", event="e2")
EXPULSION = sighting("a", "SANCTION", "expel", (RUSSIA,), (US_DIPLOMATS,), quad="material-conflict")
FAMILIES = {"a": 1, "b": 2, "c": 3, "d": 4, "copy": 1}


def told(*sightings, base=SUMMIT):
    """The base, and a telling for each mapping of changes, in articles "b", "c", "d"."""
    rest = (replace(base, article=a, **c) for a, c in zip("bcd", sightings, strict=False))
    return (base, *rest)


def test_an_event_goes_to_the_happening_it_fits():
    known = {1: [TALKS], 2: [SUMMIT]}
    number, found = choose(replace(SUMMIT, article="b"), known)
    assert number == 2
    assert found.reasons == match(replace(SUMMIT, article="b"), SUMMIT).reasons


def test_an_event_that_fits_none_is_new():
    assert choose(replace(EXPULSION, article="b"), {1: [TALKS], 2: [SUMMIT]}) is None
    assert choose(SUMMIT, {}) is None


def test_a_happening_that_the_article_tells_already_is_taken():
    assert choose(replace(SUMMIT, event="e9"), {2: [SUMMIT]}) is None


def test_one_telling_that_cannot_be_it_forbids():
    new = replace(SUMMIT, article="c")
    year_before = sighting("b", "CONSULT", "meet", (BIDEN, PUTIN), on="2020-06-16")
    assert choose(new, {1: [SUMMIT]}) is not None
    assert choose(new, {1: [SUMMIT, year_before]}) is None


def test_of_two_as_likely_the_lower_number_is_chosen():
    known = {7: [SUMMIT], 3: [replace(SUMMIT, article="b")]}
    for order in (known, dict(reversed(known.items()))):
        assert choose(replace(SUMMIT, article="c"), order)[0] == 3


def test_a_happening_of_many_tellings_is_still_chosen():
    many = [replace(SUMMIT, article=f"n{number}") for number in range(500)]
    assert choose(replace(SUMMIT, article="b"), {1: many})[0] == 1


def test_headlines_are_not_asked_where_a_text_tells_it():
    wrong = replace(
        SUMMIT, article="h", is_heading=True, source=(BLINKEN, LAVROV), period=None, spot=None
    )
    new = replace(SUMMIT, article="c", spot=None)
    assert choose(new, {1: [SUMMIT, wrong]})[1].score == choose(new, {1: [SUMMIT]})[1].score
    assert choose(new, {1: [wrong]}) is None
    assert choose(new, {1: [replace(SUMMIT, is_heading=True)]}) is not None


def test_no_two_events_of_an_article_tell_one_happening():
    vague = replace(SUMMIT, article="b", event="e1", period=None, spot=None, source=(USA, RUSSIA))
    exact = replace(SUMMIT, article="b", event="e2")
    known = {5: [SUMMIT]}
    first, second = assign((vague, exact), (known, known))
    assert first is None
    assert second[0] == 5
    assert assign((), ()) == ()


def test_the_event_that_loses_chooses_again():
    vague = replace(SUMMIT, article="b", event="e1", source=(USA, RUSSIA), spot=None)
    exact = replace(SUMMIT, article="b", event="e2")
    known = {5: [SUMMIT], 6: [replace(SUMMIT, article="c", source=(USA, RUSSIA), spot=None)]}
    assert [chosen[0] for chosen in assign((vague, exact), (known, known))] == [6, 5]


@pytest.mark.parametrize(
    ("statuses", "status"),
    [
        (("planned", "actual"), "actual"),
        (("actual", "planned"), "actual"),
        (("alleged", "actual", "actual"), "actual"),
        (("alleged", "denied"), "alleged"),
        (("denied", "denied"), "denied"),
        (("actual", "denied"), "actual"),
        (("possible", "planned"), "planned"),
        (("actual", "not-happened", "not-happened"), "not-happened"),
    ],
)
def test_the_firmest_status_holds(statuses, status):
    first, *rest = statuses
    base = replace(SUMMIT, status=first)
    assert merge(told(*({"status": s} for s in rest), base=base), FAMILIES).status == status


def test_of_statuses_as_firm_the_later_told_holds():
    base = replace(SUMMIT, status="ongoing", published=date(2021, 6, 15))
    tellings = told({"status": "actual", "published": date(2021, 6, 17)}, base=base)
    assert merge(tellings, FAMILIES).status == "actual"
    assert merge(tuple(reversed(tellings)), FAMILIES).status == "actual"


@pytest.mark.parametrize(
    ("times", "period"),
    [
        (("2021-06", "2021-06-16"), "2021-06-16"),
        (("2021-W24", "2021-06-15/2021-06-16"), "2021-06-15/2021-06-16"),
        ((None, "2021-06"), "2021-06"),
        (("2021-06-15", "2021-06-16", "2021-06-16"), "2021-06-16"),
        (("2021-06-15", "2021-06"), "2021-06-15"),
    ],
)
def test_the_days_are_those_that_most_agree_on(times, period):
    first, *rest = (period_of(time) if time else None for time in times)
    happening = merge(
        told(*({"period": p} for p in rest), base=replace(SUMMIT, period=first)), FAMILIES
    )
    assert happening.period == period_of(period)
    assert happening.is_dated


def test_the_day_it_was_held_is_not_that_for_which_it_was_planned():
    plans = [{"status": "planned", "period": period_of("2021-06-12")}] * 2
    assert merge(told(*plans), FAMILIES).period == SUMMIT.period


def test_without_a_time_it_is_that_of_the_first_report():
    undated = replace(SUMMIT, period=None)
    happening = merge(told({"published": date(2021, 6, 16)}, base=undated), FAMILIES)
    assert happening.period == Period(date(2021, 6, 16), date(2021, 6, 16))
    assert not happening.is_dated


def test_history_without_a_time_has_no_day():
    happening = merge((replace(SUMMIT, period=None, background=True),), FAMILIES)
    assert (happening.period, happening.is_dated) == (None, False)


def test_families_are_the_sources_and_have_one_voice():
    vienna = replace(SUMMIT, article="b", spot=VIENNA, type="COOPERATE", mode=None)
    copies = [replace(vienna, article="copy"), replace(SUMMIT, article="c")]
    happening = merge((vienna, *copies), {"b": 2, "copy": 2, "c": 3})
    assert (happening.sources, happening.tellings) == (2, 3)
    assert merge((vienna, copies[0], SUMMIT), {"b": 2, "copy": 2, "a": 1}).sources == 2
    most = merge((vienna, copies[0], SUMMIT, copies[1]), {"b": 2, "copy": 2, "a": 1, "c": 3})
    assert (most.type, most.mode, most.spot) == ("CONSULT", "meet", GENEVA)


def test_more_families_are_surer_but_never_certain():
    one = merge((SUMMIT,), FAMILIES).confidence
    copied = merge((SUMMIT, replace(SUMMIT, article="copy")), FAMILIES).confidence
    two = merge(told({}), FAMILIES).confidence
    many = [replace(SUMMIT, article=f"n{n}") for n in range(40)]
    most = merge(many, {f"n{n}": n for n in range(40)}).confidence
    assert one == copied == 0.8
    assert two == pytest.approx(0.96)
    assert two < most < 1


@pytest.mark.parametrize(
    ("sources", "elected"),
    [
        (((USA, RUSSIA), (BIDEN, PUTIN)), (BIDEN, PUTIN)),
        (((BIDEN, PUTIN), (USA, PUTIN), (USA, PUTIN)), (USA, PUTIN)),
        (((MOSCOW, USA), (RUSSIA, USA)), (MOSCOW, USA)),
        (((BIDEN, BLINKEN, PUTIN), (BIDEN, PUTIN)), (BIDEN, BLINKEN, PUTIN)),
        (((BIDEN, PUTIN), (PUTIN,)), (BIDEN, PUTIN)),
    ],
)
def test_the_parties_have_the_best_names_that_enough_give(sources, elected):
    first, *rest = sources
    happening = merge(
        told(*({"source": s} for s in rest), base=replace(SUMMIT, source=first)), FAMILIES
    )
    assert (happening.source, happening.target) == (elected, ())


def test_each_party_is_on_the_side_where_most_have_it():
    turned = {"source": (US_DIPLOMATS,), "target": (MOSCOW,)}
    happening = merge(told({}, turned, base=EXPULSION), FAMILIES)
    assert (happening.source, happening.target) == ((RUSSIA,), (US_DIPLOMATS,))


def test_what_one_state_does_to_its_own_stays():
    inner = replace(EXPULSION, source=(BLINKEN,), target=(BIDEN,))
    happening = merge((inner,), FAMILIES)
    assert (happening.source, happening.target) == ((BLINKEN,), (BIDEN,))


def test_a_family_that_is_not_known_is_an_error():
    with pytest.raises(KeyError):
        merge((SUMMIT,), {})
