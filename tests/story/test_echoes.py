"""What a headline or a caption tells again of its own article."""

from dataclasses import replace

from memcon.record.span import Span
from memcon.story.echoes import find_echoes
from memcon.story.matches import match
from sighted import BIDEN, LAVROV, MOSCOW, PUTIN, RUSSIA, US_DIPLOMATS, USA, sighting

HEADLINE = (Span(start=0, end=40),)
LEAD = (Span(start=50, end=150),)
LATER = (Span(start=160, end=220),)


def expulsion(evidence, *, is_heading=False, **more):
    """Russia expels ten diplomats."""
    return sighting(
        "a",
        "SANCTION",
        "expel",
        (RUSSIA,),
        (US_DIPLOMATS,),
        counted=((10, "diplomat"),),
        evidence=evidence,
        is_heading=is_heading,
        quad="material-conflict",
        **more,
    )


MEETING = sighting("a", "CONSULT", "meet", (BIDEN, PUTIN), on="2021-06-16", evidence=LATER)
HEADING = expulsion(HEADLINE, is_heading=True)


def test_a_headline_tells_again_what_the_text_tells():
    echoes = find_echoes((HEADING, MEETING, expulsion(LEAD)))
    assert {place: echo.of for place, echo in echoes.items()} == {0: 2}
    found = match(replace(HEADING, article="b"), expulsion(LEAD))
    assert echoes[0].match.reasons == found.reasons
    assert echoes[0].match.score > found.score


def test_a_threat_in_the_text_is_the_plan_of_the_headline():
    heading = expulsion(HEADLINE, is_heading=True, status="planned")
    threat = replace(expulsion(LEAD), type="THREATEN", mode=None, source=(MOSCOW,))
    assert find_echoes((heading, threat))[0].of == 1


def test_what_only_the_headline_tells_is_no_echo():
    assert find_echoes((HEADING, MEETING)) == {}
    assert find_echoes((HEADING,)) == {}
    assert find_echoes(()) == {}


def test_the_text_echoes_nothing():
    assert find_echoes((expulsion(LEAD), expulsion(LATER))) == {}


def test_of_several_the_likest_is_told_again():
    other = replace(expulsion(LATER), source=(USA,), target=(LAVROV,), quantities=())
    assert find_echoes((HEADING, other, expulsion(LEAD)))[0].of == 2


def test_two_events_of_one_headline_are_not_one():
    ban = replace(HEADING, type="COERCE", mode="ban", quantities=())
    assert find_echoes((ban, HEADING, expulsion(LEAD))).keys() == {1}
    caption = replace(HEADING, evidence=LATER)
    assert find_echoes((caption, HEADING, expulsion(LEAD))).keys() == {0, 1}


def test_what_the_headline_and_the_text_tell_together_is_not_told_again_by_the_headline():
    both = expulsion((*HEADLINE, *LEAD), event="e2")
    assert find_echoes((HEADING, both)) == {}
