"""Era: the day of a page that bears no date."""

from datetime import date
from pathlib import Path

import pytest

from memcon.codes.offices import Offices
from memcon.lexicon.lexicon import Lexicon
from memcon.page.era import infer_published, printed_year
from memcon.page.incumbents import find_incumbents

MINSK = """
German Chancellor Angela Merkel and French President François Hollande flew to Moscow on February 6
for talks with Russian President Vladimir Putin. U.S. Secretary of State John Kerry, who had met
Ukrainian Prime Minister Arseniy Yatsenyuk, said the plan deserved a chance. Ukrainian President Petro
Poroshenko said on Saturday, February 7, that he hoped for a truce.
"""
OFFICE_IN_OCTOBER = """
Since Rishi Sunak became prime minister in October, London has sent more arms. Defence Secretary Ben
Wallace said on January 14 that tanks would follow.
"""
WEEKDAYS = """
Secretary of State Hillary Clinton told reporters on Thursday, March 4, that President Obama had
written to Brazilian President Luiz Inácio Lula da Silva.
"""
SHORT_TENURE = """
KYIV (AP) — President Volodymyr Zelenskyy received an envoy of British Prime Minister Liz Truss on
September 20, his office said. U.S. Secretary of State Antony Blinken called the visit timely.
"""
BREXIT = """
Prime Minister Theresa May said on Wednesday, November 14, that her cabinet backed the draft. European
Commission President Jean-Claude Juncker and Brexit Secretary Dominic Raab are to meet on November 20.
"""
HISTORY = """
In 1987 President Ronald Reagan and Soviet leader Mikhail Gorbachev signed the treaty. On October 20
U.S. President Donald Trump said he would leave it; national security adviser John Bolton arrived in
Moscow on October 22 to see Foreign Minister Sergei Lavrov and Defense Minister Sergei Shoigu.
"""
TURN_OF_THE_YEAR = """
U.S. Secretary of State Rex Tillerson said on January 3 that he had spoken with Foreign Minister Boris
Johnson's office. South Korean President Moon Jae-in welcomed an offer made on December 31.
President Emmanuel Macron and Foreign Minister Sigmar Gabriel agreed.
"""
BEHIND_THE_NAME = """
Kishida Fumio met Antony Blinken, the U.S. secretary of state, and Qin Gang, the Chinese foreign
minister, who said on April 2 that the talks were candid.
"""
TURKISH = """
Turkish Foreign Minister Ahmet Davutoğlu spoke with his colleagues. U.N. envoy Kofi Annan was in Moscow.
French Foreign Minister Alain Juppé said on February 12 that Russian President Dmitry Medvedev had erred.
"""
WAR = """
State Department spokesman Ned Price said on June 3 that Secretary of State Antony Blinken had called Ukrainian
Foreign Minister Dmytro Kuleba. Russia invaded Ukraine in February 2022.
"""
FORMER_AND_FUTURE = """
Former President Donald Trump praised Foreign Secretary David Lammy's guest. White House press secretary
Karine Jean-Pierre said on September 4 that President Joe Biden had not been asked.
"""
TOO_LONG_A_TIME = """
President Joe Biden and President Vladimir Putin spoke by telephone, and Russian Foreign Minister Sergei
Lavrov said on July 9 that it had gone well.
"""
ONLY_AHEAD = """
The summit will be held on June 16, President Joe Biden and Secretary of State Antony Blinken announced,
as spokesman Ned Price and President Vladimir Putin had wished.
"""
HEADLINE = """
Biden and Putin to meet in Geneva on 16 June. President Joe Biden will see Swiss President Guy Parmelin.
"""
NOBODY = "On May 20 it rained, the weather service said."
STILL_IN_OFFICE = """
President Xi Jinping received President Cyril Ramaphosa on September 2, said Foreign Ministry spokesman
Lin Jian.
"""
ONE_OF_HISTORY = "He was honoured by President Bill Clinton, his family said on April 1."
IMPOSSIBLE_WEEKDAY = BREXIT.replace("Wednesday", "Monday")


# Both ministers served in May of 2014, 2015 and 2016; 12 May was a Thursday in 2016 only.
WIRE = (
    "BERLIN, May 12 (Spree Wire) - German Foreign Minister Frank-Walter Steinmeier and U.S. Secretary "
    "of State John Kerry spoke on Thursday about the truce in Syria. Kerry had called on Tuesday."
)

OPEN_WIRE = WIRE.replace("on Thursday", "at length").replace("on Tuesday", "twice")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (WIRE, "2016-05-12"),
        (WIRE.replace("BERLIN, May 12 (Spree Wire) - ", "On May 12 "), None),
        (WIRE.replace("on Thursday", "at length"), "2015-05-12"),
        (OPEN_WIRE, None),
        (MINSK, "2015-02-07"),
        (OFFICE_IN_OCTOBER, "2023-01-14"),
        (WEEKDAYS, "2010-03-04"),
        (SHORT_TENURE, "2022-09-20"),
        (BREXIT, "2018-11-14"),
        (HISTORY, "2018-10-22"),
        (TURN_OF_THE_YEAR, "2018-01-03"),
        (BEHIND_THE_NAME, "2023-04-02"),
        (TURKISH, "2012-02-12"),
        (WAR, "2022-06-03"),
        (WAR.replace("in February 2022", "in winter"), None),
        (FORMER_AND_FUTURE, "2024-09-04"),
        (TOO_LONG_A_TIME, None),
        (ONLY_AHEAD, None),
        (HEADLINE, None),
        (NOBODY, None),
        (STILL_IN_OFFICE, None),
        (ONE_OF_HISTORY, None),
        (IMPOSSIBLE_WEEKDAY, None),
        ("", None),
    ],
)
def test_a_page_is_of_the_day_that_its_words_allow(
    offices: Offices, lexicon: Lexicon, text: str, day: str | None
) -> None:
    found = infer_published(" ".join(text.split()), offices, lexicon.page.era)
    assert found == (date.fromisoformat(day) if day else None)


@pytest.mark.parametrize(
    ("text", "printed", "day"),
    [
        (OPEN_WIRE, 2016, "2016-05-12"),
        (OPEN_WIRE, 2014, "2014-05-12"),
        (OPEN_WIRE, 2019, None),
        ("GORKY, May 12 (Spree Wire) - The town mourned.", 2016, None),
        # Without a dateline it cannot be told which of the days is that of the news.
        (TOO_LONG_A_TIME, 2022, None),
        (ONLY_AHEAD, 2021, None),
        # What the text allows goes before a line that may have been printed later.
        (MINSK, 2019, "2015-02-07"),
    ],
)
def test_the_year_of_print_decides_where_the_text_does_not(
    offices: Offices, lexicon: Lexicon, text: str, printed: int, day: str | None
) -> None:
    found = infer_published(" ".join(text.split()), offices, lexicon.page.era, printed)
    assert found == (date.fromisoformat(day) if day else None)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("© 2021 Baltic Wire. All rights reserved.", 2021),
        ("Copyright © 1998-2021", 2021),
        ("(c) The Lister Co. 2019", 2019),
        ("(C) The Exchange Lister", None),
        ("Read 2021 in pictures", None),
    ],
)
def test_a_copyright_line_bears_a_year(text: str, year: int | None) -> None:
    assert printed_year(text) == year


def test_a_whole_page_without_a_year(offices: Offices, lexicon: Lexicon, shared: Path) -> None:
    text = (shared / "reference" / "article.txt").read_text("utf-8")
    assert infer_published(text, offices, lexicon.page.era) == date(2021, 5, 20)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("U.S. Secretary of State Antony Blinken spoke.", [("Antony Blinken", False)]),
        ("Former President Barack Obama spoke.", [("Barack Obama", True)]),
        ("President Biden spoke.", [("Joe Biden", False)]),
        ("Vice President Joe Biden spoke.", [("Joe Biden", False)]),
        ("Deputy Foreign Minister Sergei Lavrov spoke.", []),
        ("He had resigned as president. Joe Biden followed.", []),
        ("Sergei Lavrov, the Russian foreign minister, spoke.", [("Sergei Lavrov", False)]),
        ("Sergei Lavrov, a tall man, spoke.", []),
        ("Defense Minister Kim spoke.", []),
        ("Gov. Joe Biden spoke.", []),
    ],
)
def test_incumbents_are_called_by_their_office(
    offices: Offices, lexicon: Lexicon, text: str, found: list[tuple[str, bool]]
) -> None:
    incumbents = find_incumbents(text, offices, lexicon.page.era)
    assert [(i.tenures[0].person, i.has_left) for i in incumbents] == found
