"""Places: names that say where something is, told apart from states that act."""

from collections.abc import Callable

import msgspec
import pytest
from spacy.language import Language

from memcon.actors.cast import Cast
from memcon.coding.places import find_places
from memcon.language.parse import Parse
from memcon.language.parsing import parse_article
from memcon.models.models import Models
from memcon.record.article import Article, Section
from memcon.record.findings import Place

Find = Callable[[Parse], tuple[Place, ...]]


@pytest.fixture(scope="module")
def find(models: Models, cast_of: Callable[[Parse], Cast]) -> Find:
    return lambda parse: find_places(
        parse, cast_of(parse), models.gazetteer, models.countries, models.lexicon.places
    )


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("The ministers met in Oslo, Norway, on Monday.", ["Oslo NOR", "Norway NOR"]),
        ("Moscow said that talks in Moscow would resume.", ["Moscow RUS"]),
        ("Russia said its troops near the Ukraine border would leave.", ["Ukraine UKR"]),
        (
            "Delegates flew to Geneva, where the Vienna talks had begun.",
            ["Geneva CHE", "Vienna AUT"],
        ),
        ("He was arrested in Paris, Texas, last week.", ["Paris USA", "Texas USA"]),
        ("Fighting went on in Syria and Iraq.", ["Syria SYR", "Iraq IRQ"]),
        (
            "The envoy visited Tehran before a trip from Doha to Cairo.",
            ["Tehran IRN", "Doha QAT", "Cairo EGY"],
        ),
        ("At the White House, the president thanked his guests.", ["White House USA"]),
        ("The White House denied the report.", []),
        ("Warships were shadowed in the South China Sea.", ["South China Sea None"]),
        ("France backs Ukraine against Russia.", []),
        ("A bombing in the Iraqi city of Mosul killed five people.", ["Mosul IRQ"]),
        ("Trade with China grew.", []),
        ("He has little trust in Iran.", []),
        ("Jordan said that it would host a meeting in Aqaba.", ["Aqaba JOR"]),
        (
            "Protesters gathered outside the parliament in Tbilisi, Georgia.",
            ["Tbilisi GEO", "Georgia GEO"],
        ),
        ("Voters in Georgia elected a U.S. senator.", ["Georgia USA"]),
        ("Talks on Syria were held in Astana.", ["Astana KAZ"]),
        (
            "Israel struck targets in southern Lebanon and the Gaza Strip.",
            ["Lebanon LBN", "Gaza Strip PSE"],
        ),
        ("The coast of Somalia is dangerous.", ["Somalia SOM"]),
        ("The newspaper reported from Kyiv.", ["Kyiv UKR"]),
        ("They agreed to leave it to the Kremlin.", []),
        ("Nothing is said of any place.", []),
    ],
)
def test_a_name_is_a_place_where_the_sentence_says_so(
    parsed: Callable[..., Parse], find: Find, sentence: str, places: list[str]
) -> None:
    assert [f"{place.name} {place.country}" for place in find(parsed(sentence))] == places


def test_a_place_quotes_its_words_and_lies_where_it_lies(
    parsed: Callable[..., Parse], find: Find
) -> None:
    parse = parsed("They met in Geneva.\n\nThe next round will be held in Muscat.")
    geneva, muscat = find(parse)
    assert (geneva.id, muscat.id) == ("p1", "p2")
    assert (geneva.words(parse.text), muscat.words(parse.text)) == ("Geneva", "Muscat")
    assert geneva.lat == pytest.approx(46.2, abs=0.1)
    assert geneva.lon == pytest.approx(6.1, abs=0.1)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("A court in Tripoli freed them. Lebanon's army was pleased.", "LBN"),
        ("A court in Tripoli freed them. Libya's army was pleased.", "LBY"),
        ("A court in Tripoli freed them.", "LBY"),
        ("A fair opened in London. Canadian farmers came.", "GBR"),
        ("Talks opened in Geneva. The United States was pleased.", "CHE"),
        ("A fair opened in San Jose. Costa Rica was pleased.", "CRI"),
        ("A fair opened in Birmingham. It drew crowds.", "GBR"),
        ("A fair opened in Birmingham. American farmers came to Alabama.", "USA"),
    ],
)
def test_a_namesake_in_a_country_that_the_article_names_is_meant(
    parsed: Callable[..., Parse], find: Find, text: str, country: str
) -> None:
    assert find(parsed(text))[0].country == country


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("MOSCOW (Reuters) -", ["Moscow RUS"]),
        ("GENEVA, March 20 (Xinhua) --", ["Geneva CHE"]),
        ("PARIS, Texas —", ["Paris USA", "Texas USA"]),
        ("WASHINGTON/BERLIN (AP)", ["Washington USA", "Berlin DEU"]),
        ("PORT-AU-PRINCE, Haiti –", ["Port-Au-Prince HTI", "Haiti HTI"]),
        ("NOWHERE-AT-ALL (AP) —", []),
    ],
)
def test_datelines_begin_with_places(
    models: Models,
    nlp: Language,
    article: Callable[..., Article],
    find: Find,
    line: str,
    places: list[str],
) -> None:
    plain = article(f"{line}\n\nMinisters spoke on Monday.")
    dateline = Section(kind="dateline", start=0, end=len(line))
    dated = msgspec.structs.replace(plain, sections=(dateline, plain.sections[1]))
    found = find(parse_article(dated, nlp, models.lexicon.grammar))
    assert [f"{place.name} {place.country}" for place in found] == places
