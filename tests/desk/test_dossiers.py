"""What the desk hands out: which articles and happenings, in which order, and all that is told."""

from datetime import date

import pytest

from memcon.desk.dossiers import (
    Wanted,
    articles_wanted,
    dossiers,
    happenings_wanted,
    keys_of,
    pair_of,
    records,
)
from memcon.errors import DeskError

TEXTS = (
    ("2021-05-18", "Chile expelled 10 Peruvian diplomats on 17 May 2021."),
    ("2021-05-20", "Kenya and Ethiopia signed an accord on trade in Nairobi on 19 May 2021."),
    (
        "2021-05-21",
        "Peru condemned Chile on Thursday. Cesar Landa, Peru's minister, criticised it.",
    ),
    ("2021-05-18", "Chile expelled eight Peruvian diplomats on 17 May 2021, a report said."),
)


@pytest.fixture
def filled(desk, read):
    """The desk with an article of each text, and the records."""
    found = [read(text, published=date.fromisoformat(day)) for day, text in TEXTS]
    for record in found:
        desk.add(record)
    return desk.store, found


def kinds(store, wanted):
    return [d.happening.type for d in dossiers(store, happenings_wanted(store, wanted))]


def test_all_go_out_in_the_order_in_which_they_came(filled):
    store, found = filled
    assert list(records(store, articles_wanted(store, Wanted()))) == found
    assert kinds(store, Wanted())[:2] == ["SANCTION", "SUPPORT"]


def test_of_some_the_newest(filled):
    store, _ = filled
    every = happenings_wanted(store, Wanted())
    assert happenings_wanted(store, Wanted(limit=2)) == every[:-3:-1]
    assert happenings_wanted(store, Wanted(limit=99)) == every[::-1]


@pytest.mark.parametrize(
    ("since", "until", "articles", "happenings"),
    [
        (None, None, 4, {"SANCTION", "SUPPORT", "ACCUSE"}),
        ("2021-05-19", None, 2, {"SUPPORT", "ACCUSE"}),
        (None, "2021-05-18", 2, {"SANCTION"}),
        ("2021-05-19", "2021-05-19", 0, {"SUPPORT"}),
        ("2021-05-20", "2021-05-20", 1, {"ACCUSE"}),
        ("2022-01-01", None, 0, set()),
    ],
)
def test_days(filled, since, until, articles, happenings):
    store, _ = filled
    day = date.fromisoformat
    wanted = Wanted(since=since and day(since), until=until and day(until))
    assert len(articles_wanted(store, wanted)) == articles
    assert set(kinds(store, wanted)) == happenings


def test_a_pair(filled):
    store, _ = filled
    wanted = Wanted(pair=pair_of(store, "Chile", "PER"))
    assert set(kinds(store, wanted)) == {"SANCTION", "ACCUSE"}
    assert len(articles_wanted(store, wanted)) == 3
    assert kinds(store, Wanted(pair=pair_of(store, "USA", "PER"))) == []


def test_one_man_is_known_by_his_key_and_a_country_by_its_code(filled):
    store, _ = filled
    landa, chile = pair_of(store, "Landa", "Chile")
    assert keys_of(store, chile) == {"CHL"}
    assert keys_of(store, landa) == {"person:cesar landa"}
    assert all(
        "Landa" in w.words
        for d in dossiers(store, happenings_wanted(store, Wanted(pair=(landa, chile))))
        for w in d.account.witnesses
    )


@pytest.mark.parametrize(
    ("pair", "words"),
    [(("Chile", "CHL"), "both stand for CHL"), (("Chile", "Atlantis"), "Atlantis: nobody")],
)
def test_a_pair_of_nobody_is_told(filled, pair, words):
    with pytest.raises(DeskError, match=words):
        pair_of(filled[0], *pair)


def test_what_is_less_sure_stays(filled):
    store, _ = filled
    found = dossiers(store, happenings_wanted(store, Wanted()))
    floor = sorted(d.happening.confidence for d in found)[1]
    kept = list(dossiers(store, happenings_wanted(store, Wanted(floor=floor))))
    assert len(kept) == len(happenings_wanted(store, Wanted())) - 1
    assert all(dossier.happening.confidence >= floor for dossier in kept)


def test_a_dossier_has_sources_contrasts_and_its_best_telling(filled):
    store, found = filled
    (expulsion,) = (
        d
        for d in dossiers(store, happenings_wanted(store, Wanted()))
        if d.happening.type == "SANCTION"
    )
    assert list(expulsion.sources) == [found[0].article.id, found[3].article.id]
    assert expulsion.origin.article == found[0].article.id
    (contrast,) = expulsion.contrasts
    assert contrast.kind == "number"
    assert set(contrast.values) == {"10 diplomats", "8 diplomats"}
    assert expulsion.event.type == "SANCTION"
    assert expulsion.record.article.id == expulsion.best.article
    assert expulsion.reported == (date(2021, 5, 18),)
