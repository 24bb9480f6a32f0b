"""What articles tell is put down beside their records, and says the same as these."""

from datetime import date
from hashlib import sha256

import pytest
from msgspec.structs import replace

from bulletins import SUMMIT
from memcon.desk.desk import Desk
from memcon.desk.recall import Recall
from memcon.desk.sightings import keep_sightings, kept_sightings
from memcon.story.sightings import sightings

PAGE = (
    "The Norwegian foreign minister met her Finnish counterpart in Oslo on Tuesday for an hour and "
    "20 minutes.\n\nNorway expelled 12 Russian diplomats on 3 May 2021, Prime Minister Erna Solberg "
    "said. Russia may answer in kind, the Kremlin warned."
)


def put_down(desk: Desk) -> set[int]:
    return {number for (number,) in desk.store.query("SELECT article FROM sightings")}


@pytest.fixture
def older(summit, path):
    """The desk of the summit as a version left it that put no sightings down."""
    summit.store.run("DROP TABLE sightings")
    summit.store.run("PRAGMA user_version = 4")
    summit.close()
    with Desk(path) as desk:
        yield desk


def test_what_is_put_down_is_what_the_record_tells(desk, read):
    compared = 0
    for record in (read(PAGE, published=date(2021, 5, 5)), *SUMMIT):
        number, told = desk.add(record).number, sightings(record)
        assert kept_sightings(desk.store, number) == told
        for one in told:
            assert kept_sightings(desk.store, number, one.event) == (one,)
            compared += bool(one.period) + bool(one.quantities) + bool(one.spot)
    assert compared > 5


def test_an_article_without_events_is_put_down_as_such(desk, bare):
    assert kept_sightings(desk.store, desk.add(bare("Nothing happened.")).number) == ()


def test_on_an_older_desk_it_is_put_down_when_an_article_is_added(older):
    before = older.store.query("SELECT id FROM happenings")
    # Who only asks writes nothing.
    with Desk(older.store.path) as asked:
        asked.happening(before[0][0])
    assert put_down(older) == set()
    first = next(record for record in SUMMIT if record.events)
    text = f"{first.article.text} It was reported twice."
    ident = sha256(text.encode()).hexdigest()
    twin = replace(first, article=replace(first.article, id=ident, text=text, publisher="Twin"))
    added = older.add(twin)
    known = SUMMIT.index(first) + 1
    assert added.is_copy
    assert {known, added.number} <= put_down(older)
    assert kept_sightings(older.store, known) == sightings(first)
    assert older.store.query("SELECT id FROM happenings") == before


def test_what_another_layout_holds_is_read_off_the_record(summit, monkeypatch):
    told = Recall().sightings(summit.store, 1)
    monkeypatch.setattr("memcon.desk.sightings._LAYOUT", 2)
    assert kept_sightings(summit.store, 1) is None
    with summit.store.transaction():
        assert Recall().sightings(summit.store, 1) == told
    assert kept_sightings(summit.store, 1) == told


def test_what_is_read_anew_takes_its_place_and_what_is_forgotten_goes(summit):
    record = SUMMIT[0]
    summit.reread(replace(record, events=()))
    assert kept_sightings(summit.store, 1) == ()
    summit.forget(record.article.id)
    assert 1 not in put_down(summit)


def test_a_transaction_that_fails_puts_nothing_down(summit):
    told = Recall().sightings(summit.store, 2)

    def fail() -> None:
        with summit.store.transaction():
            keep_sightings(summit.store, 2, SUMMIT[1].article.text, ())
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert not summit.store.is_changing
    assert kept_sightings(summit.store, 2) == told
