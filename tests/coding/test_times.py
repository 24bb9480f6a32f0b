"""Times: words, type and value of each expression, by sentence and day of publication."""

import re
from dataclasses import fields
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from memcon.coding.calendar import Point, easter, holiday, point_at
from memcon.coding.clues import number_of
from memcon.coding.times import find_times
from memcon.coding.timex import find_expressions
from memcon.language.parse import Parse
from memcon.record.span import Span

# TIMEX3 values as memcon writes them: a point or stretch, a duration, or a reference.
VALUE = re.compile(
    r"(?P<point>[\dX]{2,4}(-([\dX]{2}|Q[1-4X]|H[12X]|SP|SU|FA|WI|W[\dX]{2}(-WE|-[1-7])?)"
    r"(-[\dX]{2})?)?)(T(MO|AF|EV|NI|\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:?\d\d)?))?"
    r"|P(T?(\d+(\.\d+)?|X)[SMHDWQY])+|P\d+DT12H|P(PAST|PRESENT|FUTURE)_REF|(PAST|PRESENT|FUTURE)_REF"
)


@pytest.fixture(scope="session")
def found(parsed, lexicon):
    """found(text, published) -> [(words, type, value)]; published on Thursday, 20 May 2021."""

    def find(text, published="2021-05-20", **fields):
        parse = parsed(text, published=published, **fields)
        times = find_times(parse, lexicon.times)
        return [(time.words(parse.text), time.type, time.value) for time in times]

    return find


DAYS = [
    ("They will sign it on 3 June 2022.", "3 June 2022", "2022-06-03"),
    ("They signed it on June 3, 2020.", "June 3, 2020", "2020-06-03"),
    ("The envoys met on May 19.", "May 19", "2021-05-19"),
    ("The envoys met on the 19th of May.", "the 19th of May", "2021-05-19"),
    ("Voting ends on Sunday, June 6.", "Sunday, June 6", "2021-06-06"),
    ("The ship left on Nov. 9.", "Nov. 9", "2020-11-09"),
    ("The court will rule on Oct. 4.", "Oct. 4", "2021-10-04"),
    ("The order was signed on 2021-04-15.", "2021-04-15", "2021-04-15"),
    ("The permit, dated 14/4/2021, was void.", "14/4/2021", "2021-04-14"),
    ("The permit, dated 5/21/2021, was void.", "5/21/2021", "2021-05-21"),
    ("The permit, dated 6/5/2021, was void.", "6/5/2021", "2021-05-06"),
    ("The permit, dated 09.05.2021, was void.", "09.05.2021", "2021-05-09"),
    ("They spoke by telephone on Monday.", "Monday", "2021-05-17"),
    ("They spoke by telephone on Thursday.", "Thursday", "2021-05-20"),
    ("They will speak again on Monday.", "Monday", "2021-05-24"),
    ("The minister plans to fly to Cairo on Tuesday.", "Tuesday", "2021-05-25"),
    ("The talks, due to resume on Saturday, are in doubt.", "Saturday", "2021-05-22"),
    ("Last Friday the council adjourned.", "Last Friday", "2021-05-14"),
    ("Next Wednesday the council will reconvene.", "Next Wednesday", "2021-05-26"),
    ("This coming Sunday Cypriots go to the polls.", "This coming Sunday", "2021-05-23"),
    ("Shelling resumed yesterday.", "yesterday", "2021-05-19"),
    ("Parliament meets today.", "today", "2021-05-20"),
    ("A verdict is expected tomorrow.", "tomorrow", "2021-05-21"),
    ("The queen arrived the day before yesterday.", "the day before yesterday", "2021-05-18"),
    ("The queen departs the day after tomorrow.", "the day after tomorrow", "2021-05-22"),
    ("He died the day before last Friday.", "the day before last Friday", "2021-05-13"),
    ("Troops left eleven days ago.", "eleven days ago", "2021-05-09"),
    ("They dined together on Christmas Eve.", "Christmas Eve", "2020-12-24"),
    ("The truce began last Easter.", "last Easter", "2021-04-04"),
    ("The fleet will parade on the Fourth of July.", "the Fourth of July", "2021-07-04"),
    ("The mine collapsed on Nov. 13 last year.", "Nov. 13 last year", "2020-11-13"),
    ("They announced patrols beginning Tuesday.", "Tuesday", "2021-05-25"),
    ("Shops closed on Thanksgiving Day.", "Thanksgiving Day", "2020-11-26"),
    ("He lost on Election Day 2016.", "Election Day 2016", "2016-11-08"),
]

LONGER = [
    ("The law took effect in March 1996.", "March 1996", "1996-03"),
    ("He has governed since January.", "January", "2021-01"),
    ("He was elected in September.", "September", "2020-09"),
    ("The pact will lapse in February.", "February", "2022-02"),
    ("They quarrelled last August.", "last August", "2020-08"),
    ("They will vote this September.", "this September", "2021-09"),
    ("He fled in June last year.", "June last year", "2020-06"),
    ("He will step down in April next year.", "April next year", "2022-04"),
    ("A coup followed in early February.", "early February", "2021-02"),
    ("Snow fell in mid-December.", "mid-December", "2020-12"),
    ("The decree was withdrawn last month.", "last month", "2021-04"),
    ("The decree will be published next month.", "next month", "2021-06"),
    ("Prices fell earlier this month.", "earlier this month", "2021-05"),
    ("The embassy closes at the end of the month.", "the end of the month", "2021-05"),
    ("Two months ago he was in prison.", "Two months ago", "2021-03"),
    ("Ministers met last week.", "last week", "2021-W19"),
    ("Ministers meet again next week.", "next week", "2021-W21"),
    ("Earlier this week a bridge collapsed.", "Earlier this week", "2021-W20"),
    ("Six weeks ago the border was closed.", "Six weeks ago", "2021-W14"),
    ("The envoy returns in the week of June 14.", "the week of June 14", "2021-W24"),
    ("Clashes broke out over the weekend.", "the weekend", "2021-W19-WE"),
    ("Clashes broke out last weekend.", "last weekend", "2021-W19-WE"),
    ("They will rally next weekend.", "next weekend", "2021-W21-WE"),
    ("Exports fell in the first quarter.", "the first quarter", "2021-Q1"),
    ("Exports fell in the fourth quarter.", "the fourth quarter", "2020-Q4"),
    ("Exports will recover in the third quarter.", "the third quarter", "2021-Q3"),
    ("First-quarter revenue fell.", "First-quarter", "2021-Q1"),
    ("Output shrank in the second quarter of 1998.", "the second quarter of 1998", "1998-Q2"),
    ("Talks are set for next year's first quarter.", "next year's first quarter", "2022-Q1"),
    ("Output shrank in Q3 2019.", "Q3 2019", "2019-Q3"),
    ("Imports doubled in the first half of 2015.", "the first half of 2015", "2015-H1"),
    ("Imports halved in the last half of 2015.", "the last half of 2015", "2015-H2"),
    ("He resigned last fall.", "last fall", "2020-FA"),
    ("The treaty will be ready this summer.", "this summer", "2021-SU"),
    ("They met in the spring of 1985.", "the spring of 1985", "1985-SP"),
    ("Harvests failed last year.", "last year", "2020"),
    ("Elections are due next year.", "next year", "2022"),
    ("Elections are due later this year.", "later this year", "2021"),
    ("The base will close by the end of the year.", "the end of the year", "2021"),
    ("Ten years ago the dam burst.", "Ten years ago", "2011"),
    ("Almost two decades ago the dam burst.", "Almost two decades ago", "2001"),
    ("War broke out in 1939.", "1939", "1939"),
    ("The fund was closed in fiscal 2018.", "fiscal 2018", "2018"),
    ("Borders moved in nineteen eighty-nine.", "nineteen eighty-nine", "1989"),
    ("The alarm of the year two thousand faded.", "the year two thousand", "2000"),
    ("Arms were cut in the late 1980s.", "the late 1980s", "198"),
    ("Arms were bought in the seventies.", "the seventies", "197"),
    ("It is a monastery of the 12th century.", "the 12th century", "11"),
    ("The nineteenth century ended in Vienna.", "The nineteenth century", "18"),
]

PARTS = [
    ("Sirens sounded on Wednesday night.", "Wednesday night", "2021-05-19TNI"),
    ("Sirens sounded early Tuesday morning.", "early Tuesday morning", "2021-05-18TMO"),
    ("Guests arrived yesterday evening.", "yesterday evening", "2021-05-19TEV"),
    ("The cabinet meets this afternoon.", "this afternoon", "2021-05-20TAF"),
    ("A curfew begins tonight.", "tonight", "2021-05-20TNI"),
    ("Rockets landed last night.", "last night", "2021-05-19TNI"),
    ("Fighting flared on the morning of May 12.", "the morning of May 12", "2021-05-12TMO"),
    ("The strike ended at 10 p.m. Wednesday.", "10 p.m. Wednesday", "2021-05-19T22:00"),
    ("The strike ended at noon on Tuesday.", "noon on Tuesday", "2021-05-18T12:00"),
    ("The ultimatum lapses at midnight Friday.", "midnight Friday", "2021-05-14T24:00"),
    ("The jet took off at 7:45 a.m.", "7:45 a.m.", "2021-05-20T07:45"),
    ("The jet took off at 0630 GMT.", "0630 GMT", "2021-05-20T06:30"),
    ("The jet took off at 7.15 pm.", "7.15 pm", "2021-05-20T19:15"),
    ("He surrendered at 4 in the morning.", "4 in the morning", "2021-05-20T04:00"),
    ("He surrendered at three o'clock.", "three o'clock", "2021-05-20T03:00"),
    ("It was sealed at 2021-05-19T08:30.", "2021-05-19T08:30", "2021-05-19T08:30"),
]

LENGTHS = [
    ("The siege lasted three weeks.", "three weeks", "P3W"),
    ("The siege lasted 210 days.", "210 days", "P210D"),
    ("A two-day summit opened.", "two-day", "P2D"),
    ("The flight took five and a half hours.", "five and a half hours", "PT5H30M"),
    ("The flight took 2 1/2 hours.", "2 1/2 hours", "PT2H30M"),
    ("He ruled for a year and a half.", "a year and a half", "P1Y6M"),
    ("They spoke for half an hour.", "half an hour", "PT30M"),
    ("They spoke for nearly an hour.", "nearly an hour", "PT1H"),
    ("He waited for a month.", "a month", "P1M"),
    ("The treaty held for almost two decades.", "almost two decades", "P20Y"),
    ("The treaty held for a hundred years.", "a hundred years", "P100Y"),
    ("Sanctions lasted several months.", "several months", "PXM"),
    ("They will decide within a few days.", "a few days", "PXD"),
    ("He was silent for years.", "years", "PXY"),
    ("Trade grew over the past two years.", "the past two years", "P2Y"),
    ("Trade will grow over the next five years.", "the next five years", "P5Y"),
    ("Exports fell in the first nine months.", "the first nine months", "P9M"),
    ("Tension has risen in recent weeks.", "recent weeks", "PXW"),
    ("The patrols take 12 to 18 hours.", "12 to 18 hours", "PTXH"),
    ("It was their third day-long session.", "day-long", "P1D"),
    ("He took a half-hour walk.", "a half-hour", "PT30M"),
    ("He served two-and-a-half years.", "two-and-a-half years", "P2Y6M"),
    ("He paused for another minute.", "another minute", "PT1M"),
    ("He has reigned for a couple of years.", "a couple of years", "P2Y"),
]

SETS = [
    ("The board meets every month.", "every month", "P1M"),
    ("The board meets every two weeks.", "every two weeks", "P2W"),
    ("The board meets every other day.", "every other day", "P2D"),
    ("The board meets each Thursday.", "each Thursday", "XXXX-WXX-4"),
    ("The board meets on Mondays.", "Mondays", "XXXX-WXX-1"),
    ("A ferry sails on Tuesday nights.", "Tuesday nights", "XXXX-WXX-2TNI"),
    ("Bulletins are issued daily.", "daily", "P1D"),
    ("Bulletins are issued twice a week.", "twice a week", "P1W"),
    ("The line carries 700 trains a day.", "a day", "P1D"),
    ("He walks ten miles a day.", "a day", "P1D"),
    ("The rent is $2 million a year.", "a year", "P1Y"),
    ("The herd returns every spring.", "every spring", "XXXX-SP"),
]

REFERENCES = [
    ("The border is now open.", "now", "PRESENT_REF"),
    ("He is currently in Oslo.", "currently", "PRESENT_REF"),
    ("The current impasse must end.", "current", "PRESENT_REF"),
    ("The two recently met.", "recently", "PAST_REF"),
    ("In the past they were rivals.", "the past", "PAST_REF"),
    ("Several years ago they were rivals.", "Several years ago", "PAST_REF"),
    ("They will meet in the future.", "the future", "FUTURE_REF"),
    ("They will meet in the near future.", "the near future", "FUTURE_REF"),
    ("It will one day be forgotten.", "one day", "FUTURE_REF"),
    ("An accord will soon be reached.", "soon", "FUTURE_REF"),
    (
        "Work will go on in the weeks and years to come.",
        "the weeks and years to come",
        "FUTURE_REF",
    ),
    ("Talks will resume in the coming months.", "the coming months", "FUTURE_REF"),
]

# The last of several times in a text counts from one told before.
TOLD = [
    ("He fled on March 3, 1998. The next day he was seen in Lima.", "The next day", "1998-03-04"),
    (
        "He fled on March 3, 1998. The next morning he was gone.",
        "The next morning",
        "1998-03-04TMO",
    ),
    ("He fled in March 1998. The following month he came back.", "The following month", "1998-04"),
    ("He fled in March 1998. Later that year he came back.", "Later that year", "1998"),
    ("He fled on March 3, 1998. Two days later he came back.", "Two days later", "1998-03-05"),
    ("He fled on March 3, 1998. A week earlier he had married.", "A week earlier", "1998-W09"),
    ("He fled on March 3, 1998, and died the following May.", "the following May", "1998-05"),
    ("He fled on March 3, 1998, and died that Friday.", "that Friday", "1998-03-06"),
    ("He fled on March 3, 1998, at 9 p.m.", "9 p.m.", "1998-03-03T21:00"),
    (
        "Sales fell in the third quarter of 1997. A year earlier they rose.",
        "A year earlier",
        "1996-Q3",
    ),
    (
        "Sales fell in the third quarter of 1997. They rose in the 1995 period.",
        "the 1995 period",
        "1995-Q3",
    ),
    ("They meet on June 16 and 17.", "17", "2021-06-17"),
    ("They will meet on Dec. 6-9.", "9", "2021-12-09"),
    ("They meet on December 6-9, 2023.", "9, 2023", "2023-12-09"),
    (
        "Sales fell in the third quarter of 1997 from the same period of 1996.",
        "the same period of 1996",
        "1996-Q3",
    ),
    ("It fell at 8:25 a.m. (0525 GMT) on Tuesday.", "Tuesday", "2021-05-18"),
    ("They ruled from 1979-90.", "90", "1990"),
    ("They will vote on Monday. Until Monday nothing is certain.", "Monday", "2021-05-24"),
]

ALL = [
    *((sentence, words, "DATE", value) for sentence, words, value in (*DAYS, *LONGER)),
    *((sentence, words, "TIME", value) for sentence, words, value in PARTS),
    *((sentence, words, "DURATION", value) for sentence, words, value in LENGTHS),
    *((sentence, words, "SET", value) for sentence, words, value in SETS),
    *((sentence, words, "DATE", value) for sentence, words, value in REFERENCES),
]


@pytest.mark.parametrize(("sentence", "words", "kind", "value"), ALL)
def test_time_has_its_words_type_and_value(found, sentence, words, kind, value):
    assert (words, kind, value) in found(sentence)
    assert len(found(sentence)) == 1


@pytest.mark.parametrize(("text", "words", "value"), TOLD)
def test_time_counts_from_what_the_text_told(found, text, words, value):
    said, _, resolved = found(text)[-1]
    assert (said, resolved) == (words, value)


@pytest.mark.parametrize(
    "sentence",
    [
        "Theresa May resigned.",
        "They may march on the capital.",
        "The protest march was peaceful.",
        "He is the second envoy.",
        "He is 37 years old.",
        "A 12-year-old boy was hurt.",
        "About 2000 troops withdrew.",
        "The deal is worth $1999.",
        "The council adopted resolution 1701.",
        "The summit was hailed.",
        "Jan Novak spoke for the union.",
        "Three-quarters of the seats are hers.",
        "They reached the quarter-finals.",
        "Prices may fall.",
        "He is in his 30s.",
        "The sun set over Kabul.",
        "The fall of Kabul was swift.",
        "The fall in exports was steep.",
    ],
)
def test_no_time_is_found_in_its_false_friends(found, sentence):
    assert found(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        ("They met on May 19.", "May 19", "XXXX-05-19"),
        ("They met in January.", "January", "XXXX-01"),
        ("They met on Friday.", "Friday", "XXXX-WXX-5"),
        ("They met on Friday night.", "Friday night", "XXXX-WXX-5TNI"),
        ("They met yesterday.", "yesterday", "XXXX-XX-XX"),
        ("They met last week.", "last week", "XXXX-WXX"),
        ("They met last year.", "last year", "XXXX"),
        ("They met last autumn.", "last autumn", "XXXX-FA"),
        ("They met over the weekend.", "the weekend", "XXXX-WXX-WE"),
        ("They met in the third quarter.", "the third quarter", "XXXX-Q3"),
        ("They met on Christmas Eve.", "Christmas Eve", "XXXX-12-24"),
        ("They met two months ago.", "two months ago", "XXXX-XX"),
        ("They met at 5 p.m. on Monday.", "5 p.m. on Monday", "XXXX-WXX-1T17:00"),
        ("They met on 3 June 2022.", "3 June 2022", "2022-06-03"),
        ("They met for two days.", "two days", "P2D"),
    ],
)
def test_what_the_anchor_should_give_is_unknown_without_one(found, sentence, words, value):
    assert [(w, v) for w, _, v in found(sentence, published=None)] == [(words, value)]


def test_times_of_a_report_in_reading_order(found):
    text = (
        "Ambassadors of six states sat down on May 19 after talks that had begun in January.\n\n"
        "Their spokesman said on May 20 that work would go on in the months and years to come."
    )
    assert [(words, value) for words, _, value in found(text)] == [
        ("May 19", "2021-05-19"),
        ("January", "2021-01"),
        ("May 20", "2021-05-20"),
        ("the months and years to come", "FUTURE_REF"),
    ]


def test_headline_is_searched(found):
    assert found("No date was given.", title="Leaders To Meet In Vienna Next Week") == [
        ("Next Week", "DATE", "2021-W21")
    ]


def test_ids_follow_the_text_and_spans_quote_it(parsed, lexicon):
    parse = parsed("He came on Monday. He left on Tuesday. He wrote yesterday.")
    times = find_times(parse, lexicon.times)
    assert [time.id for time in times] == ["t1", "t2", "t3"]
    assert [time.words(parse.text) for time in times] == ["Monday", "Tuesday", "yesterday"]


def bare(article) -> Parse:
    """A parse without tokens: what is found does not hang on them, only where a clause looks."""
    empty = {field.name: () for field in fields(Parse)}
    return Parse(**{**empty, "article": article, "doc": Doc(Vocab())})


@pytest.fixture(scope="session")
def pieces(lexicon):
    """What odd times are made of: the lexicon's words, digits in all shapes, and other words."""
    words = lexicon.times
    tables = [getattr(words, name) for name in words.__struct_fields__]
    entries = {entry for table in tables if isinstance(table, dict) for entry in table}
    digits = ["1", "31", "00", "89", "1999", "0735", "2.30", "10:35", "1/2", "3rd", "90s", "Q3"]
    dates = ["2021-02-30", "31/12/1999", "4/6/21", "1000000", "99999999999999999999", "0th"]
    marks = [",", ".", "-", "(", ")", "$", "'s", "and", "to", "of", "the", "ago", "later", "troops"]
    return sorted(entries) + digits + dates + marks


@given(data=st.data(), published=st.none() | st.dates())
@settings(max_examples=300, deadline=None)
def test_any_row_of_words_gives_spans_that_quote_and_values_that_are_timex3(
    data, published, pieces, article, lexicon
):
    chosen = data.draw(st.lists(st.sampled_from(pieces), min_size=1, max_size=12))
    day = None if published is None else published.isoformat()
    parse = bare(article(" ".join(chosen), published=day))
    times = find_times(parse, lexicon.times)
    for time in times:
        assert time.words(parse.text).strip() == time.words(parse.text) != ""
        assert VALUE.fullmatch(time.value), time
    assert all(one.end <= other.start for one, other in pairwise(times))


@given(text=st.text(min_size=1, max_size=80))
@settings(max_examples=200, deadline=None)
def test_any_text_can_be_searched(text, lexicon):
    for expression in find_expressions(text, Span(start=0, end=len(text)), lexicon.times):
        assert expression.span.words(text)


@given(day=st.dates(date(1000, 1, 1), date(2900, 1, 1)), steps=st.integers(-9, 9))
def test_stretches_move_by_their_own_length(day, steps):
    for unit in ("day", "week", "month", "quarter", "half", "year", "decade", "century"):
        point = point_at(unit, day)
        moved = point.shifted(steps, unit)
        assert moved is not None
        assert moved == moved.within(unit)
        assert moved.shifted(-steps, unit) == point
        assert (moved.start > point.start) == (steps > 0)


@given(day=st.dates())
def test_stretch_holds_its_day(day):
    for unit in ("week", "month", "quarter", "half", "season", "year"):
        point = point_at(unit, day)
        assert point.start <= day
        following = point.shifted(1, unit)
        assert following is None or day < following.start


def test_stretches_have_their_values():
    day = date(2021, 5, 20)
    values = [
        point_at(unit, day).value
        for unit in ("day", "week", "weekend", "month", "quarter", "half", "season", "year")
    ]
    assert values == [
        "2021-05-20",
        "2021-W20",
        "2021-W20-WE",
        "2021-05",
        "2021-Q2",
        "2021-H1",
        "2021-SP",
        "2021",
    ]
    assert point_at("season", date(2021, 2, 1)) == Point("season", date(2020, 12, 1))
    assert point_at("decade", day).value == "202"
    assert point_at("century", day).value == "20"


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(1818, 3, 22), (1954, 4, 18), (2000, 4, 23), (2021, 4, 4), (2038, 4, 25)],
)
def test_easter_falls_on_its_sunday(year, month, day):
    assert easter(year) == date(year, month, day)
    assert holiday("easter-2", year) == date(year, month, day) - timedelta(days=2)


@pytest.mark.parametrize(
    ("spec", "day"),
    [
        ("12-25", date(2021, 12, 25)),
        ("11:4:4", date(2021, 11, 25)),
        ("5:-1:1", date(2021, 5, 31)),
        ("11:1:1+1", date(2021, 11, 2)),
        ("02-30", None),
        ("", None),
    ],
)
def test_holiday_is_worked_out_from_its_entry(spec, day):
    assert holiday(spec, 2021) == day


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("twenty - five", 25),
        ("two and a half", 2.5),
        ("2 1/2", 2.5),
        ("two hundred and ten", 210),
        ("a hundred", 100),
        ("two thousand five hundred", 2500),
        ("two dozen", 24),
        ("1,500", 1500),
        ("several", None),
    ],
)
def test_number_words_count(words, number, lexicon):
    assert number_of(words.split(), lexicon.times.cardinals) == number
