"""Corrections in words."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from memcon.brief.corrections import corrections_report
from memcon.brief.press import render_report
from memcon.record.span import Span
from memcon.story.amendments import Amendment, Corrections, Judgement
from memcon.story.corrections import Coding, Correction, Signature, Speaker
from reported import witness

WHEN = datetime(2021, 6, 1, 12, tzinfo=UTC)
PLACE = Span(start=0, end=3)


def amendment(number, kind, right, was, note=None, finding="e1"):
    correction = Correction(kind, "a", PLACE, right, was, Signature("Ada", WHEN, note))
    seen = replace(witness(f"words {number}"), finding=finding)
    return Amendment(number, correction, seen)


CORRECTIONS = Corrections(
    amendments=(
        amendment(1, "type", Coding("CONSULT", "meet"), "ACCUSE", "as the\x1b picture shows"),
        amendment(2, "not-event", None, "ASSAULT firearms", finding=""),
        amendment(3, "speaker", Speaker("person:x", "Sergei\nLavrov", None), ""),
    ),
    judgements=(
        Judgement("merge", witness("They met."), witness("Talks were held."), "Ben", WHEN),
        Judgement("split", witness("They met."), witness("They dined."), None, WHEN),
    ),
)


@pytest.mark.parametrize(
    "line",
    [
        "3 corrections, 2 rulings.",
        "“words 1”: was ACCUSE, is CONSULT meet (as the picture shows) [Ada, 1 June 2021] [#1]",
        "“words 2”: was ASSAULT firearms, is no event [Ada, 1 June 2021] [no longer found] [#2]",
        "“words 3”: was said by nobody, is by Sergei Lavrov [Ada, 1 June 2021] [#3]",
        "“They met.” and “Talks were held.”: one happening [Ben, 1 June 2021]",
        "“They met.” and “They dined.”: two happenings [1 June 2021]",
    ],
)
def test_each_is_told_in_a_line(line):
    told = " ".join(render_report(corrections_report(CORRECTIONS)).replace("\xa0", " ").split())
    assert line in told
