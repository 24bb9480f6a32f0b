"""Who an actor is in every article."""

import pytest

from memcon.story.identities import identify, is_named_in
from sighted import actor, who


@pytest.mark.parametrize(
    "names",
    [
        (
            "Sergei Lavrov",
            "Sergey Lavrov",
            "Lavrov",
            "Sergey V. Lavrov",
            "Sergei Viktorovich Lavrov",
        ),
    ],
)
def test_one_person_has_one_key_however_the_name_is_written(names):
    told = [who(name, "person", "RUS", "GOV", ("Foreign Minister", "RUS")) for name in names]
    assert {(i.key, i.name, i.code) for i in told} == {
        ("person:sergei lavrov", "Sergei Lavrov", "RUS")
    }


def test_spellings_of_one_president():
    told = [who(name, "person", "UKR") for name in ("Volodymyr Zelensky", "Zelenskyy", "Zelenskiy")]
    assert {i.key for i in told} == {"person:volodymyr zelensky"}


@pytest.mark.parametrize(
    ("name", "country", "key"),
    [
        ("Krzysztof Krajewski", "POL", "person:krzysztof krajewsky"),
        ("Thomas J. Whitfield Jr.", None, "person:thomas whitfield"),
        ("Whitfield", "GBR", "person:whitfield@GBR"),
        ("Whitfield", None, "person:whitfield"),
        ("P.G.K. Menon", "IND", "person:p g k menon"),
    ],
)
def test_persons_whom_no_table_knows(name, country, key):
    assert who(name, "person", country).key == key


def test_a_surname_in_another_country_is_another_person():
    assert who("Lavrov", "person", "BGR").key == "person:lavrov@BGR"


@pytest.mark.parametrize(
    ("described", "key", "name", "code"),
    [
        (("Iran", "state", "IRN"), "state:IRN", "Iran", "IRN"),
        (("Tehran", "government", "IRN"), "government:IRN", "government of Iran", "IRN"),
        (("U.S. State Department", "agency", "USA"), "agency:state department", None, "USA"),
        (("Sudan’s foreign ministry", "agency", "SDN"), "agency:SDN:foreign ministry", None, "SDN"),
        (("Nato", "igo", None, "IGO"), "igo:nato", "NATO", "igo:nato"),
        (("the Houthis", "armed-group", "YEM", "REB"), "armed-group:houthis", "Houthis", None),
        (("US diplomats", "unnamed", "USA"), "unnamed:USA:diplomats", "US diplomats", "USA"),
        (("10 American diplomats", "unnamed", "USA"), "unnamed:USA:diplomats", None, "USA"),
        (("reporters", "unnamed", None, "MED"), "unnamed:reporters", None, "unnamed:reporters"),
        (("Iranians", "group", "IRN", "CVL"), "group:IRN", "Iranians", "group:IRN"),
        (("Ryanair", "company", "IRL", "BUS"), "company:ryanair", "Ryanair", "company:ryanair"),
    ],
)
def test_states_bodies_and_those_who_are_only_described(described, key, name, code):
    identity = who(*described)
    assert identity.key == key
    assert name is None or identity.name == name
    assert code is None or identity.code == code


@pytest.mark.parametrize(
    ("described", "code"),
    [
        (("Ned Price", "person", "USA", "GOV"), "USA"),
        (("Sergei Shoigu", "person", "RUS", "MIL"), "RUS"),
        (("Alexei Navalny", "person", "RUS", "OPP"), "person:aleksei navalny"),
        (("Vladimir Putin", "person", "RUS", "CRM", ("President", "RUS")), "RUS"),
        (("Jens Stoltenberg", "person", None, "GOV", ("Secretary-General", "NATO")), "igo:nato"),
        (
            ("EU diplomat", "unnamed", None, "GOV", ("diplomat", "European Union")),
            "igo:european union",
        ),
        (
            (
                "Mohamed Hamdan Dagalo",
                "person",
                "SDN",
                "MIL",
                ("Commander", "Rapid Support Forces"),
            ),
            "armed-group:rapid support forces",
        ),
    ],
)
def test_whom_one_stands_for(described, code):
    assert who(*described).code == code


def test_a_former_office_is_not_stood_for():
    former = actor(
        "Yusuf Karim", "person", "SDN", "ELI", ("Envoy", "United Nations"), tenure="former"
    )
    assert identify(former).code == "person:yusuf karim"


@pytest.mark.parametrize("name", ["", "\u200b", "—"])
def test_a_name_without_letters_is_somebody(name):
    assert who(name, "person", "SDN").key.startswith("person:")


def test_numbers_tell_apart_what_has_no_other_name():
    assert who("3M", "company", "USA").key != who("360", "company", "USA").key
    assert who("12 diplomats", "unnamed", "USA").key == who("US diplomats", "unnamed", "USA").key


@pytest.mark.parametrize(
    ("words", "name", "is_named"),
    [
        ("G7 summit", "Group of Seven", True),
        ("Nato summit", "NATO", True),
        ("Arctic Council meeting", "Arctic Council", True),
        ("US-Russia summit", "Russia", True),
        ("US-Russia summit", "United States", True),
        ("US-Russia summit", "Ukraine", False),
        ("G7 summit", "Group of 77", False),
        ("Security Council meeting", "European Council", False),
        ("summit", "NATO", False),
        ("G7 summit", "Joe Biden", False),
    ],
)
def test_words_name_an_actor_by_any_of_its_names(words, name, is_named):
    assert is_named_in(words, name) == is_named
