"""What the desk knows of an actor."""

from datetime import date

import msgspec
import pytest

from bulletins import Act, Say, bulletin
from memcon.errors import DeskError
from memcon.record.findings import Role


def with_role(record, name, title, of, tenure="current"):
    """The record with an office of one of its actors."""
    role = Role(title=title, of=of, tenure=tenure, start=0, end=4)
    actors = (
        msgspec.structs.replace(a, roles=(*a.roles, role)) if a.name == name else a
        for a in record.actors
    )
    return msgspec.structs.replace(record, actors=tuple(actors))


@pytest.fixture
def spoken(summit):
    """The desk of the summit, and what Lavrov said on three days."""
    for day, words in (
        ("2021-05-01", "Lavrov warned that time was short."),
        ("2021-05-03", "Lavrov said the door was open."),
        ("2021-05-02", "Lavrov hinted at a meeting."),
    ):
        record = bulletin(day, Say(words, "Sergei Lavrov", words.split()[1]))
        summit.add(with_role(record, "Sergei Lavrov", "Foreign Minister", "RUS"))
    return summit


def test_who_it_is(spoken):
    profile = spoken.actor("Lavrov")
    assert profile.identity.name == "Sergei Lavrov"
    assert (profile.identity.key, profile.identity.code) == ("person:sergei lavrov", "RUS")
    assert (profile.articles, profile.sampled) == (7, 7)
    assert [(alias.name, alias.articles) for alias in profile.aliases] == [("Sergei Lavrov", 7)]


def test_an_office_has_the_days_on_which_it_was_told(spoken):
    (office,) = spoken.actor("Lavrov").offices
    assert (office.title, office.of, office.tenure) == ("Foreign Minister", "RUS", "current")
    assert (office.first, office.last) == (date(2021, 5, 1), date(2021, 5, 3))
    assert office.articles == 3


def test_a_former_office_stands_apart_and_the_latest_first(desk):
    for day, tenure in (("2020-01-01", "current"), ("2021-02-01", "former")):
        record = bulletin(day, Act(f"On {day} Biden spoke.", "CONSULT", ("Joe Biden",)))
        desk.add(with_role(record, "Joe Biden", "Vice President", "USA", tenure))
    offices = desk.actor("Biden").offices
    assert [(office.tenure, str(office.last)) for office in offices] == [
        ("former", "2021-02-01"),
        ("current", "2020-01-01"),
    ]


def test_what_it_said_last_comes_first_in_its_words(spoken):
    profile = spoken.actor("Lavrov", 2)
    assert [(str(s.day), s.cue, s.witness.words) for s in profile.sayings] == [
        ("2021-05-03", "said", "the door was open."),
        ("2021-05-02", "hinted", "at a meeting."),
    ]
    assert (profile.said, profile.sayings[0].speakers) == (3, ("Sergei Lavrov",))


def test_a_person_dealt_with_whom_it_met_or_acted_on(spoken):
    profile = spoken.actor("Lavrov")
    assert [(p.name, p.happenings, p.last) for p in profile.partners] == [
        ("United States", 1, date(2021, 4, 14)),
        ("Antony Blinken", 1, date(2021, 5, 19)),
    ]
    assert [p.conflict for p in profile.partners] == [-2.0, 0.0]
    assert profile.partners[1].cooperation > 0


def test_a_country_is_all_who_stand_for_it(spoken):
    profile = spoken.actor("RUS")
    assert (profile.identity.key, profile.party.actors) == ("state:RUS", None)
    names = [member.name for member in profile.members]
    assert names[0] == "Sergei Lavrov"
    assert {"Vladimir Putin", "Dmitry Peskov"} <= set(names)
    assert [(p.name, p.code, p.happenings) for p in profile.partners] == [
        ("United States", "USA", 4),
        ("Germany", "DEU", 1),
        ("NATO", "igo:nato", 1),
    ]
    # A planned act is none that weighs.
    assert profile.partners[1].cooperation == 0
    assert profile.happened == 6


def test_a_country_of_which_nobody_has_told_is_empty(summit):
    profile = summit.actor("Bhutan")
    assert (profile.identity.name, profile.articles) == ("Bhutan", 0)
    assert profile.rows == ()


def test_the_latest_happening_comes_first(summit):
    profile = summit.actor("USA", 2)
    assert [str(a.happening.period.first) for a in profile.accounts] == ["2021-06-16"] * 2
    assert (profile.happened, profile.left > 0) == (4, True)


def test_positions_and_silences(summit):
    profile = summit.actor("RUS")
    turned = {cell.issue: [stand.stance for stand in cell.stands] for cell in profile.matrix.cells}
    assert turned == {"sanctions": ["opposes", "open"], "talks": ["welcomes"]}
    (hush,) = profile.silences
    assert (hush.actor.name, hush.kind) == ("Dmitry Peskov", "refused")


def test_days_bound_all_but_who_it_is(spoken):
    profile = spoken.actor("RUS", since=date(2021, 5, 2), until=date(2021, 5, 20))
    assert [str(a.happening.period.first) for a in profile.accounts] == ["2021-05-19"]
    assert [str(s.day) for s in profile.sayings] == ["2021-05-03", "2021-05-02"]
    assert (profile.articles, profile.said, profile.matrix.issues) == (3, 2, ("talks",))
    assert [partner.name for partner in profile.partners] == ["United States"]


def test_rows_tell_every_part(spoken):
    rows = spoken.actor("Lavrov").rows
    parts = ["office", "alias", "partner", "happening", "statement", "position"]
    assert list(dict.fromkeys(row.part for row in rows)) == parts
    (office,) = [row for row in rows if row.part == "office"]
    assert (office.what, office.about, office.count) == ("Foreign Minister", "RUS", 3)
    partner = next(row for row in rows if row.part == "partner")
    assert (partner.about, partner.cooperation, partner.conflict) == ("United States", 0.0, -2.0)


def test_frames_have_a_column_for_each_field(spoken):
    frame = spoken.actor("Lavrov").to_pandas()
    assert list(frame.columns)[:4] == ["part", "what", "about", "first"]
    assert frame["first"].dtype.kind == "M"
    assert spoken.actor("Bhutan").to_polars().schema == spoken.actor("RUS").to_polars().schema


def test_who_is_not_on_the_desk_is_refused(summit):
    with pytest.raises(DeskError, match="nobody on the desk"):
        summit.actor("Metternich")
