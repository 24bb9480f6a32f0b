"""Who is in the article: kind, country and sector of each actor."""

import pytest

from memcon.actors.casting import find_cast

KINDS = [
    # persons
    ("Sergei Lavrov flew home.", "Sergei Lavrov", "person", "RUS", "GOV"),
    ("Norwegian Foreign Minister Ine Sorde met reporters.", "Ine Sorde", "person", "NOR", "GOV"),
    ("Kenya's Amina Otieno chaired the session.", "Amina Otieno", "person", "KEN", None),
    ("King Faisal of Saudi Arabia opened the hall.", "Faisal", "person", "SAU", "GOV"),
    ("Rebel commander Taban Lual fled.", "Taban Lual", "person", None, "REB"),
    ("Opposition leader Marta Kowal was jailed in Minsk.", "Marta Kowal", "person", "BLR", "OPP"),
    ("NATO Secretary-General Jens Stoltenberg spoke.", "Jens Stoltenberg", "person", None, "GOV"),
    ("Senator Ben Holt of Nebraska spoke.", "Ben Holt", "person", "USA", "LEG"),
    ("In Lusaka, police chief Tom Mbeki resigned.", "Tom Mbeki", "person", "ZMB", "COP"),
    ("Egyptian and Omani envoys met.", "Egyptian envoys", "unnamed", "EGY", "GOV"),
    ("Egyptian and Omani envoys met.", "Omani envoys", "unnamed", "OMN", "GOV"),
    (
        "Two Britons, Adam Fenwick and Ruth Lacey, were freed.",
        "Ruth Lacey",
        "person",
        "GBR",
        None,
    ),
    # states and governments
    ("Iran rejected the offer.", "Iran", "state", "IRN", "GOV"),
    ("The U.S. accused Iran of delay.", "United States", "state", "USA", "GOV"),
    ("Tehran rejected the offer.", "Tehran", "government", "IRN", "GOV"),
    ("The Kremlin was silent.", "Kremlin", "government", "RUS", "GOV"),
    ("The Peruvian government resigned.", "Peruvian government", "government", "PER", "GOV"),
    ("Lima said so before the White House did.", "White House", "government", "USA", "GOV"),
    # bodies
    ("The Arctic Council met in May.", "Arctic Council", "igo", None, "IGO"),
    ("Hezbollah fired rockets.", "Hezbollah", "armed-group", "LBN", None),
    ("The U.S. State Department replied.", "State Department", "agency", "USA", "GOV"),
    ("Peru's Defense Ministry replied.", "Defense Ministry", "agency", "PER", "GOV"),
    ("Interfax reported the visit.", "Interfax", "media", "RUS", "MED"),
    ("The news site Harbour Mail reported it.", "Harbour Mail", "media", None, "MED"),
    ("Gazprom cut supplies.", "Gazprom", "company", "RUS", "BUS"),
    ("Chile's Meadow Party split.", "Meadow Party", "party", "CHL", "PTY"),
    ("The Clean Rivers Foundation sued.", "Clean Rivers Foundation", "group", None, "NGO"),
    ("The report accused the army of theft.", "report", "document", None, None),
    # people without a name
    ("A U.S. official called it useful.", "U.S. official", "unnamed", "USA", "GOV"),
    ("Police dispersed protesters.", "protesters", "unnamed", None, "OPP"),
    ("The West broke its word.", "West", "group", None, None),
    ("The plaintiffs refused the money.", "plaintiffs", "unnamed", None, "CVL"),
    ("Police dispersed protesters.", "Police", "agency", None, "COP"),
    ("Rebels took the bridge.", "Rebels", "armed-group", None, "REB"),
    ("Israeli police arrested a man.", "Israeli police", "agency", "ISR", "COP"),
    ("Two senior diplomats resigned.", "senior diplomats", "unnamed", None, "GOV"),
    ("Turkish lawmakers passed the bill.", "Turkish lawmakers", "unnamed", "TUR", "LEG"),
    ("The Iranians want relief.", "Iranians", "group", "IRN", "CVL"),
]


@pytest.mark.parametrize(("text", "name", "kind", "country", "sector"), KINDS)
def test_an_actor_has_kind_country_and_sector(staged, text, name, kind, country, sector):
    actor = staged(text).named(name)
    assert (actor.kind, actor.country) == (kind, country)
    if sector is not None:
        assert actor.sector == sector


NOBODY = [
    ("They met in Reykjavik, Iceland.", "Reykjavik"),
    ("They met in Reykjavik, Iceland.", "Iceland"),
    ("Lavrov flew to Cairo on Monday.", "Cairo"),
    ("The mayor of Warsaw resigned.", "Warsaw"),
    ("Prices rose by four U.S. dollars.", "United States"),
    ("The pipeline runs to Lubmin.", "Lubmin"),
    ("The nuclear power plant was shut.", "nuclear power"),
    ("She holds the post of prime minister.", "prime minister"),
    ("The army used a nerve agent.", "nerve agent"),
    ("Biden took office in January.", "office"),
    ("French Foreign Minister Jean-Yves Le Drian spoke.", "France"),
    ("Russian-backed separatists shelled the town.", "Russia"),
    ("South American leaders met.", "United States"),
    ("The Gulf of Oman is calm.", "Oman"),
    ("A group of rebels fled.", "group"),
    ("Prices fell in West Africa.", "West"),
    ("They shut Nord Stream 2 in May.", "Nord Stream 2"),
    ("The exercise, Steel Harvest, an annual drill, ended.", "Steel Harvest"),
]


@pytest.mark.parametrize(("text", "name"), NOBODY)
def test_a_place_a_title_or_a_thing_is_no_actor(staged, text, name):
    assert name not in staged(text).names()


def test_actors_are_numbered_by_first_mention_and_their_spans_quote(staged):
    text = "The Kremlin welcomed the call. U.S. President Joe Biden had asked Moscow for it."
    stage = staged(text)
    firsts = [min(m.start for m in a.mentions) for a in stage.cast.actors]
    assert firsts == sorted(firsts)
    assert [a.id for a in stage.cast.actors] == ["a1", "a2"]
    quoted = [m.words(stage.parse.text) for a in stage.cast.actors for m in a.mentions]
    assert quoted == ["Kremlin", "Moscow", "Joe Biden"]


def test_two_castings_are_equal(parsed, cast_of):
    parse = parsed("Iraqi and Iranian officials met. They agreed that their countries would talk.")
    assert cast_of(parse) == cast_of(parse)


@pytest.mark.parametrize("text", ["", ".", "—", "()", "He.", "'s", "the of and", "Mr.", "U.S.-"])
def test_odd_text_gives_a_cast_and_no_error(models, parsed, text):
    parse = parsed(text or " ")
    cast = find_cast(
        parse, models.lexicon.actors, models.countries, models.offices, models.organisations
    )
    assert all(a.mentions for a in cast.actors)
