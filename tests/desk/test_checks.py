"""Check: a desk that was only added to is whole; whatever is amiss with it is told."""

import re
import shutil
import sqlite3
from contextlib import closing

import pytest
from sqlcipher3 import dbapi2 as driver

from memcon.desk.census import census
from memcon.desk.checks import problems
from memcon.desk.desk import Desk
from memcon.desk.keys import Key
from memcon.desk.store import Store

PAGE = 4096
TALKS = """
Antony Blinken met Sergei Lavrov in Reykjavik on Wednesday, the State Department said.

Joe Biden and Vladimir Putin may meet in Geneva in June, the White House said.

Lavrov criticised the sanctions against Nord Stream 2 and declined to discuss Ukraine.
"""
AGAIN = """
Antony Blinken met Sergei Lavrov in Reykjavik on 19 May 2021, the Foreign Ministry in Moscow said.
"""


@pytest.fixture(scope="module")
def records(read):
    return [read(TALKS), read(AGAIN, published=None)]


@pytest.fixture(scope="module")
def whole(tmp_path_factory, records):
    """The file of a desk with two articles that tell of the same meeting."""
    path = tmp_path_factory.mktemp("whole") / "desk.memcon"
    with Desk.create(path) as desk:
        for record in records:
            desk.add(record)
    return path


@pytest.fixture
def copied(whole, path):
    """The file of a desk of one's own to damage."""
    return shutil.copy(whole, path)


def found(path, key=None):
    with Store.open(path, key) as store:
        return list(problems(store))


@pytest.mark.parametrize("key", [None, Key.new()], ids=["plain", "encrypted"])
def test_a_desk_that_was_only_added_to_is_whole(path, records, key):
    with Desk.create(path, key) as desk:
        for record in records:
            desk.add(record)
        assert list(problems(desk.store)) == []
        found = census(desk.store)
    assert found.is_encrypted is (key is not None)
    assert (found.articles, found.families) == (2, 2)
    assert found.tellings > found.happenings > 0
    assert min(found.actors, found.issues, found.prospects) > 0
    assert (found.first_published, found.last_published) == ("2021-05-20", "2021-05-20")
    assert found.bytes >= path.stat().st_size


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ("UPDATE articles SET family = 99 WHERE id = 2", "article 2: its family is no article"),
        ("DELETE FROM words WHERE rowid = 2", "article 2: its words cannot be searched for"),
        (
            "INSERT INTO words (rowid, title, text) VALUES (9, '', 'stray')",
            "article 9: its words can be searched for, but it is not there",
        ),
        (
            "INSERT INTO bands VALUES (1, 0, 9)",
            "article 9: is compared with others, but it is not there",
        ),
        ("DELETE FROM names WHERE rowid = 1", "actor 1: its name cannot be searched for"),
        ("DELETE FROM topics WHERE rowid = 1", "issue 1: its name cannot be searched for"),
        (
            "UPDATE happenings SET tellings = 7 WHERE id = 1",
            r"happening 1: has 7 tellings, and \d are there",
        ),
        (
            "INSERT INTO happenings SELECT 99, type, mode, status, quad, goldstein, mutual, first,"
            " last, is_dated, place, place_country, lat, lon, sources, tellings, confidence"
            " FROM happenings WHERE id = 1",
            r"happening 99: has \d tellings, and 0 are there",
        ),
        (
            "UPDATE happenings SET sources = 7 WHERE id = 1",
            r"happening 1: has 7 sources, and \d tell it",
        ),
        (
            "UPDATE dyads SET day = '2000-01-01' WHERE happening = 1",
            "happening 1: the day of its pairs is not its own",
        ),
        (
            "UPDATE parties SET day = '2000-01-01' WHERE happening = 1",
            "happening 1: the day of its parties is not its own",
        ),
        (
            "UPDATE outlook_parties SET mentioned = '2000-01-01' WHERE outlook = 1",
            "prospect 1: the day of its parties is not its own",
        ),
        ("DELETE FROM steps WHERE outlook = 1", "prospect 1: no article tells of it"),
        (
            "UPDATE appearances SET actor = 99 WHERE article = 2 AND number = 1",
            "appearances: names a row of actors that is not there",
        ),
        (
            "UPDATE articles SET length = length + 1 WHERE id = 1",
            r"article 1: its text has \d+ characters, and should have \d+",
        ),
        (
            "UPDATE articles SET article = replace(article, '0', '1') WHERE id = 1",
            "article 1: its text is not the one that was added",
        ),
        (
            "UPDATE tellings SET number = 99 WHERE article = 1 AND number = 1",
            "article 1: its events are not those that tell its happenings",
        ),
        (
            "UPDATE records SET record = substr(record, 1, 40) WHERE article = 1",
            "article 1: .+",
        ),
        ("UPDATE texts SET text = x'01ff' WHERE article = 1", "article 1: .+"),
        ("UPDATE texts SET text = x'ff' WHERE article = 1", "article 1: .+"),
        ("DELETE FROM texts WHERE article = 1", "article 1: .+"),
    ],
)
def test_what_does_not_agree_is_told(copied, damage, told):
    assert found(copied) == []
    with closing(driver.connect(copied)) as desk:
        desk.execute(damage)
        desk.commit()
    lines = found(copied)
    assert any(re.fullmatch(told, line) for line in lines), lines


@pytest.mark.parametrize("table", ["words_data", "articles_published", "dyads"])
def test_a_damaged_page_is_told_and_the_check_goes_on(copied, table):
    """Both the page and, behind it, a family that is no article."""
    with closing(sqlite3.connect(copied)) as desk:
        desk.execute("UPDATE articles SET family = 99 WHERE id = 2")
        desk.commit()
        query = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
        (number,) = desk.execute(query, (table,)).fetchone()
    with copied.open("r+b") as file:
        file.seek((number - 1) * PAGE)
        file.write(b"\xff" * PAGE)
    lines = found(copied)
    assert any("damaged" in line or "malformed" in line or "page" in line for line in lines), lines
    assert "article 2: its family is no article" in lines


def test_each_damaged_page_of_an_encrypted_desk_is_told(path, records):
    key = Key.new()
    with Desk.create(path, key) as desk:
        desk.add(records[0])
    with path.open("r+b") as file:
        for number in (20, 30):
            file.seek((number - 1) * PAGE + 100)
            file.write(b"\0")
    lines = found(path, key)
    assert [line for line in lines if "HMAC" in line] == [
        "file: HMAC verification failed for page 20",
        "file: HMAC verification failed for page 30",
    ]
