"""Prospects: what lies ahead and how firm it is, by sentence; and what is no prospect."""

import pytest

LONG_PAGE = """\
The White House said on Thursday that the summit between Joe Biden and Vladimir Putin would be held in Geneva on June 16.

The meeting, which both sides had called for, was proposed by Biden in April.
"""


@pytest.fixture(scope="session")
def prospects(read):
    """prospects(text, …) -> the record's prospects, their ids resolved to names and values."""

    def find(text, **fields):
        record = read(text, **fields)
        names = {actor.id: actor.name for actor in record.actors}
        times = {time.id: time.value for time in record.times}
        places = {place.id: place.name for place in record.places}
        words = record.article.text

        def resolved(prospect):
            return {
                "what": prospect.what,
                "status": prospect.status,
                "who": [names[ident] for ident in prospect.participants],
                "time": times.get(prospect.time),
                "place": places.get(prospect.place),
                "deciders": [names[ident] for ident in prospect.deciders],
                "announcers": [names[ident] for ident in prospect.announcers],
                "conditions": [words[c.start : c.end] for c in prospect.conditions],
            }

        return [resolved(prospect) for prospect in record.prospects]

    return find


@pytest.mark.parametrize(
    ("text", "what", "status"),
    [
        # floated: somebody has brought it up
        ("Joe Biden proposed a summit with Vladimir Putin.", "summit", "floated"),
        ("Emmanuel Macron suggested that the two leaders meet in Paris.", "meeting", "floated"),
        ("France called for a meeting of the Security Council.", "meeting", "floated"),
        ("Xi Jinping has invited Emmanuel Macron to visit Beijing.", "visit", "floated"),
        ("Narendra Modi invited him to Delhi.", "visit", "floated"),
        ("The Kremlin said it was studying a proposal for talks with Kyiv.", "talks", "floated"),
        ("Washington urged the two sides to hold talks.", "talks", "floated"),
        ("The proposed summit would be the first in ten years.", "summit", "floated"),
        # considered: weighed, possible, expected
        ("Joe Biden and Vladimir Putin may meet in Vienna.", "meeting", "considered"),
        ("Moscow is considering a visit to Ankara by Sergei Lavrov.", "visit", "considered"),
        ("They spoke of a possible summit.", "summit", "considered"),
        ("A summit is unlikely, Dmitry Peskov said.", "summit", "considered"),
        ("Antony Blinken is expected to meet Wang Yi.", "meeting", "considered"),
        ("If Tehran agrees, the ministers will meet in Oman.", "meeting", "considered"),
        ("Peskov did not rule out a meeting with Volodymyr Zelensky.", "meeting", "considered"),
        ("It was unclear whether Moscow had agreed to the summit.", "summit", "considered"),
        # intended: one side means to
        ("Wang Yi plans to visit Islamabad.", "visit", "intended"),
        ("Erdogan said he wanted to meet Assad.", "meeting", "intended"),
        ("Sergei Lavrov said he would meet Antony Blinken soon.", "meeting", "intended"),
        ("South Korea wants talks with Pyongyang.", "talks", "intended"),
        ("Kim Jong-un is ready to meet Donald Trump.", "meeting", "intended"),
        # agreed
        ("Russia and Ukraine have agreed to hold talks.", "talks", "agreed"),
        ("Pashinyan accepted an invitation to a summit.", "summit", "agreed"),
        ("Modi and Xi will meet.", "meeting", "agreed"),
        # scheduled
        ("Biden, Putin to meet in Geneva on June 16", "meeting", "scheduled"),
        ("The Security Council will vote on Friday on the draft.", "vote", "scheduled"),
        ("The summit is set for June 16.", "summit", "scheduled"),
        ("The ministers are due to meet in Doha next week.", "meeting", "scheduled"),
        ("Rafael Grossi is to report to the board in June.", "report", "scheduled"),
        ("The two countries will sign the treaty on June 2.", "signing", "scheduled"),
        ("Armenia holds an election on June 20.", "election", "scheduled"),
        ("He spoke ahead of the NATO summit in Brussels on June 14.", "NATO summit", "scheduled"),
        ("The mission must leave before the deadline of July 1.", "deadline", "scheduled"),
        # ongoing
        ("The talks are under way in Vienna.", "talks", "ongoing"),
        ("The negotiations are continuing in Doha.", "talks", "ongoing"),
        # held: what had been planned has come true
        (
            "The summit had been scheduled for Thursday.\n\nThe summit was held in Geneva.",
            "summit",
            "held",
        ),
        # postponed
        ("Paris has postponed the visit of Sergei Lavrov.", "visit", "postponed"),
        ("The two sides put off the talks until autumn.", "talks", "postponed"),
        ("The talks in Jeddah have been suspended.", "talks", "postponed"),
        ("The vote was delayed after protests.", "vote", "postponed"),
        # cancelled
        ("North Korea called off the talks with Seoul.", "talks", "cancelled"),
        ("Donald Trump cancelled his visit to Copenhagen.", "visit", "cancelled"),
        ("Ankara pulled out of the talks.", "talks", "cancelled"),
        ("The summit was scrapped.", "summit", "cancelled"),
        # rejected
        ("Zelensky ruled out a meeting with Alexander Lukashenko.", "meeting", "rejected"),
        ("The army turned down a proposal for talks.", "talks", "rejected"),
        ("Kim Jong-un refused to meet Moon Jae-in.", "meeting", "rejected"),
        ("A meeting between Modi and Xi is not on the cards.", "meeting", "rejected"),
        ("There are no plans for a summit.", "summit", "rejected"),
        ("Putin will not meet Zelensky.", "meeting", "rejected"),
    ],
)
def test_a_prospect_is_as_firm_as_its_words(prospects, text, what, status):
    found = prospects(text)
    assert [(p["what"], p["status"]) for p in found] == [(what, status)]


@pytest.mark.parametrize(
    "text",
    [
        "Lavrov met Blinken in Reykjavik on Wednesday.",
        "The two presidents held a summit in Helsinki in 2018.",
        "After the meeting Lavrov flew home.",
        "During talks in Geneva last week both sides were polite.",
        "He was sworn in after the election of 2019.",
        "The talks covered trade and visas.",
        "The plan must meet the needs of the people.",
        "The team will meet the expectations of its fans.",
        "Biden will hold a news conference.",
        "Meetings are a waste of time, he said.",
        "On a visit to the region in March, Borrell proposed a new fund.",
        "The minister made a call for calm.",
        "They welcomed the results of the last meeting.",
        "The government fell over the vote.",
        "Wang Yi visited Kabul in March.",
        "At a summit held in Nice in 2000, they agreed to a treaty.",
    ],
)
def test_what_is_past_or_no_gathering_is_no_prospect(prospects, text):
    assert prospects(text) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Joe Biden proposed a summit with Vladimir Putin.", {"Joe Biden", "Vladimir Putin"}),
        ("Biden offered Putin a summit.", {"Joe Biden", "Vladimir Putin"}),
        (
            "A summit between Narendra Modi and Xi Jinping is possible.",
            {"Narendra Modi", "Xi Jinping"},
        ),
        ("Sergei Lavrov will meet Wang Yi on June 2.", {"Sergei Lavrov", "Wang Yi"}),
        (
            "Macron spoke to reporters and suggested a meeting with Merkel.",
            {"Emmanuel Macron", "Angela Merkel"},
        ),
        ("Kishida is considering a visit to Seoul.", {"Fumio Kishida", "Seoul"}),
    ],
)
def test_a_prospect_names_who_takes_part(prospects, text, who):
    (found,) = prospects(text)
    assert set(found["who"]) == who


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("Putin will decide on a summit with Biden.", "deciders", ["Vladimir Putin"]),
        ("It is up to Putin whether a summit takes place.", "deciders", ["Vladimir Putin"]),
        (
            "The Kremlin is to announce the date for the possible summit.",
            "announcers",
            ["Kremlin"],
        ),
        (
            "The White House announced that Biden would meet Putin on June 16.",
            "announcers",
            ["White House"],
        ),
        (
            "They will meet only if the truce holds.",
            "conditions",
            ["only if the truce holds"],
        ),
        (
            "The ministers may meet, but only once the report is out.",
            "conditions",
            ["only once the report is out"],
        ),
        (
            "There will be no summit unless the troops leave.",
            "conditions",
            ["unless the troops leave"],
        ),
        ("The leaders will meet in Geneva on June 16.", "place", "Geneva"),
        ("The leaders will meet in Geneva on June 16.", "time", "2021-06-16"),
        ("Biden will visit Warsaw next week.", "place", "Warsaw"),
        ("Biden will visit Warsaw next week.", "time", "2021-W21"),
        ("On Tuesday Biden proposed a summit with Putin.", "time", None),
    ],
)
def test_a_prospect_says_when_where_and_on_what_it_hangs(prospects, text, key, value):
    assert [p[key] for p in prospects(text)] == [value]


def test_the_meeting_is_the_summit_named_before(prospects):
    (found,) = prospects(LONG_PAGE)
    assert (found["what"], found["status"]) == ("summit", "scheduled")
    assert found["who"] == ["Joe Biden", "Vladimir Putin"]
    assert (found["time"], found["place"]) == ("2021-06-16", "Geneva")


def test_two_summits_stay_two(prospects):
    found = prospects(
        "Biden flies to a G7 summit in Cornwall on June 11 and to a NATO summit in Brussels on June 14."
    )
    assert [(p["what"], p["place"]) for p in found if p["what"] != "visit"] == [
        ("G7 summit", "Cornwall"),
        ("NATO summit", "Brussels"),
    ]


def test_another_meeting_on_another_day_is_another_prospect(prospects):
    found = prospects(
        "Lavrov will meet Blinken on June 2.\n\nLavrov and Blinken will meet again on June 30."
    )
    assert [p["time"] for p in found] == ["2021-06-02", "2021-06-30"]
