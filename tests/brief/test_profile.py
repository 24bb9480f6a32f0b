"""A profile in words."""

from datetime import date

import pytest

from memcon.brief.press import render_report
from memcon.brief.profile import profile_report
from memcon.codes.countries import Countries
from memcon.story.answers import Party
from memcon.story.matrix import Cell, Matrix, Stand
from memcon.story.profiles import Alias, Member, Office, Partner, Profile, Saying
from memcon.story.silences import Hush
from reported import LAVROV, RUSSIA, USA, account, happening, witness

MAY, JUNE = date(2021, 5, 20), date(2021, 6, 16)
OPPOSED = Stand("opposes", MAY, MAY, 1, (witness("He opposed it."),))
OPEN = Stand("open", JUNE, JUNE, 2, (witness("He was open."),))
FIELDS = {
    "party": Party("RUS", "Sergei Lavrov", (7,)),
    "identity": LAVROV,
    "articles": 12,
    "sampled": 12,
    "offices": (
        Office("Foreign Minister", "RUS", "current", MAY, JUNE, 9),
        Office("Ambassador", None, "former", MAY, MAY, 1),
    ),
    "aliases": (Alias("Sergei Lavrov", 8), Alias("Sergey Lavrov", 4)),
    "members": (),
    "partners": (
        Partner("person:antony blinken", "Antony Blinken", "USA", 3, 2.5, -7.0, JUNE),
        Partner("USA", "United States", "USA", 1, 0.0, 0.0, None),
    ),
    "accounts": (account(5, happening("ACCUSE", (LAVROV,), (USA,), "2021-05-20")),),
    "happened": 4,
    "sayings": (
        Saying(MAY, ("S. Lavrov",), "direct", "warned", "call", witness("Time is short.")),
    ),
    "said": 2,
    "matrix": Matrix((Cell(LAVROV, "sanctions", (OPPOSED, OPEN)),), 2),
    "silences": (
        Hush(LAVROV, "the pipeline", "refused", MAY, witness("He would not.")),
        Hush(LAVROV, None, "omitted", None, witness("He did not.")),
    ),
}


@pytest.fixture(scope="module")
def told(countries: Countries):
    """told(**fields) -> the lines of a profile."""
    return lambda **fields: (
        render_report(profile_report(Profile(**{**FIELDS, **fields}), countries))
        .replace("\xa0", " ")
        .splitlines()
    )


@pytest.mark.parametrize(
    "line",
    [
        "Foreign Minister, Russia, person:sergei lavrov",
        "Also called: Sergey Lavrov",
        "12 articles, 4 happenings, 2 statements.",
        "• Foreign Minister of Russia, told from 20 May 2021 to 16 June 2021 [9 articles]",
        "• Ambassador, told on 20 May 2021 [former] [1 article]",
        "Antony Blinken (USA)  3           +2.5         -7.0      16 June 2021",
        "United States         1           +0.0         +0.0      day not known",
        "• 20 May 2021: Sergei Lavrov faulted United States [1 source] [#5] [1]",
        "3 more; --limit 0 shows all.",
        "• 20 May 2021, warned (call): “Time is short.” [2]",
        "1 more; --limit 0 shows all.",
        "• Sergei Lavrov is open to sanctions (16 June 2021); before: opposes (20 May",
        "• 20 May 2021: Sergei Lavrov would not speak of the pipeline [4]",
        "• Day not known: Sergei Lavrov left something unsaid [5]",
    ],
)
def test_all_that_is_known_is_told(told, line):
    assert line in told()


def test_who_turned_is_marked(told):
    assert any("[turned]" in line for line in told())


def test_what_rests_on_a_sample_says_so(told):
    assert "As 12 of the articles tell, spread over all." in told(articles=300)
    assert not any("spread over all" in line for line in told())


def test_a_country_tells_who_stands_and_who_speaks_for_it(told):
    members = (Member("Sergei Lavrov", LAVROV.key, "person", 8), Member("TASS", "x", "media", 1))
    lines = told(party=Party("RUS", "Russia"), identity=RUSSIA, members=members, offices=())
    assert lines[:2] == ["Russia", "state, state:RUS"]
    assert "• Sergei Lavrov [8 articles]" in lines
    assert "• TASS (media) [1 article]" in lines
    assert "• 20 May 2021, S. Lavrov, warned (call): “Time is short.” [2]" in lines


def test_of_nobody_nothing_is_told(told):
    empty = {name: () for name, value in FIELDS.items() if isinstance(value, tuple)}
    lines = told(**empty, matrix=Matrix((), 0), articles=0, happened=0, said=0)
    assert "No happening is told of." in lines
    assert "No statement is told of." in lines
    assert not any("POSITIONS" in line or "SILENCES" in line for line in lines)
