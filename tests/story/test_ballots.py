"""What families say, each with one voice."""

from dataclasses import replace

from memcon.story.ballots import Ballot
from sighted import BIDEN, PUTIN, RUSSIA, USA, sighting

TOLD = tuple(replace(sighting("a", source=(BIDEN, PUTIN)), article=a) for a in "abcd")
BALLOT = Ballot.of(TOLD, {"a": 1, "b": 1, "c": 2, "d": 3})


def test_copies_have_one_vote():
    assert BALLOT.votes(["x", "x", "y", "y"]) == {"x": 1, "y": 2}


def test_what_nobody_says_is_none_and_of_equals_the_first_told_holds():
    assert BALLOT.most([None, None, None, None]) is None
    assert BALLOT.most([None, "y", "x", None]) == "y"


def test_a_person_is_named_if_half_of_the_families_name_any():
    assert BALLOT.elect([(USA,), (USA,), (BIDEN,), (RUSSIA,)]) == (BIDEN, RUSSIA)
    assert BALLOT.elect([(USA,), (BIDEN,), (USA,), (USA,)]) == (USA,)
