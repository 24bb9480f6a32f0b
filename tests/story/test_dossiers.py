"""Dossiers: which telling is the best."""

from datetime import date

import pytest
from msgspec.structs import replace

from memcon.record.findings import Event
from memcon.record.span import Span
from memcon.story.answers import Witness
from memcon.story.dossiers import best_of
from memcon.story.happenings import Happening
from memcon.story.periods import Period

DAY = date(2021, 5, 17)
HAPPENING = Happening(
    type="CONSULT",
    mode="meet",
    status="actual",
    quad="verbal-cooperation",
    goldstein=1.0,
    mutual=True,
    source=(),
    target=(),
    intermediaries=(),
    period=Period(DAY, DAY),
    is_dated=True,
    spot=None,
    sources=2,
    tellings=2,
    confidence=0.9,
)
EVENT = Event(
    id="e1",
    type="CONSULT",
    mode="meet",
    cameo="040",
    contexts=(),
    source=("a1", "a2"),
    target=(),
    mutual=True,
    intermediaries=(),
    issues=(),
    time=None,
    place=None,
    status="actual",
    background=False,
    said_by=None,
    quantities=(),
    goldstein=1.0,
    quad="verbal-cooperation",
    trigger=Span(start=0, end=3),
    evidence=(Span(start=0, end=9),),
    confidence=0.9,
)


def witness(article):
    return Witness(article, "e1", None, DAY, 1, 0, 9, "They met.")


@pytest.mark.parametrize(
    ("first", "second", "best"),
    [
        ({}, {}, "first"),
        ({"confidence": 0.8}, {}, "second"),
        ({"status": "planned"}, {"confidence": 0.5}, "second"),
        ({"type": "AGREE"}, {"background": True}, "second"),
        ({"background": True, "time": "t1"}, {"confidence": 0.5}, "second"),
        ({"mode": None}, {"confidence": 0.5}, "second"),
        ({}, {"time": "t1", "confidence": 0.5}, "second"),
        ({}, {"place": "p1", "confidence": 0.5}, "second"),
        ({"time": "t1"}, {"place": "p1"}, "first"),
    ],
)
def test_the_best_telling_is_the_one_that_says_what_happened(first, second, best):
    told = [
        (witness(name), replace(EVENT, **fields))
        for name, fields in (("first", first), ("second", second))
    ]
    assert best_of(HAPPENING, told).article == best
