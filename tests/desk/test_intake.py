"""Articles come to the desk once, are read again, and leave it with all that is theirs."""

import json
from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from bulletins import SUMMIT, Act, Mum, Plan, View, bulletin
from memcon.desk.checks import problems
from memcon.desk.desk import Desk
from memcon.errors import DeskError, RecordError
from memcon.record.contract import MadeBy, Record, decode, encode

# Tables whose rows follow from the articles.
TABLES = (
    "articles",
    "texts",
    "records",
    "bands",
    "actors",
    "appearances",
    "happenings",
    "tellings",
    "parties",
    "dyads",
    "discrepancies",
    "issues",
    "positions",
    "silences",
    "statements",
    "outlooks",
    "outlook_parties",
    "steps",
)
# When it came, and against which telling it was weighed, may differ.
COLUMNS = {
    "articles": "id, article, family, made_by",
    "tellings": 'article, number, happening, start, "end"',
}
EXPULSION = Act(
    "Russia expelled ten diplomats of the United States on Friday, its foreign ministry said.",
    "SANCTION",
    ("Russia",),
    ("United States",),
    day="2021-04-16",
)


def counts(desk: Desk) -> dict[str, int]:
    return {t: desk.store.first(f"SELECT count(*) FROM {t}")[0] for t in TABLES}


def contents(desk: Desk) -> Iterator[list[tuple[object, ...]]]:
    for table in TABLES:
        yield desk.store.query(f"SELECT {COLUMNS.get(table, '*')} FROM {table} ORDER BY 1, 2")


def numbers(desk: Desk, record: Record) -> list[int]:
    """The happenings that an article tells."""
    rows = desk.store.query(
        "SELECT happening FROM tellings t JOIN articles a ON a.id = t.article"
        " WHERE a.article = ? ORDER BY number",
        (record.article.id,),
    )
    return [number for (number,) in rows]


def by_another(record: Record, **changes: object) -> Record:
    return replace(record, made_by=MadeBy(memcon="9.9.9", models={"events": "x"}), **changes)


def test_an_article_is_kept_byte_for_byte(summit):
    for record in SUMMIT:
        assert encode(summit.record(record.article.id)) == encode(record)
    assert list(problems(summit.store)) == []


def test_what_becomes_of_an_article_is_told(desk):
    first, second = (desk.add(record) for record in SUMMIT[:2])
    assert (first.article, first.number, first.family, first.is_new) == (
        SUMMIT[0].article.id,
        1,
        1,
        True,
    )
    assert (second.number, second.is_copy) == (2, False)


def test_adding_twice_changes_nothing(summit):
    before = list(contents(summit))
    again = [summit.add(record) for record in SUMMIT]
    assert not any(added.is_new for added in again)
    assert [added.number for added in again] == [1, 2, 3, 4, 5]
    assert list(contents(summit)) == before


def test_events_of_several_articles_are_one_happening(summit):
    assert numbers(summit, SUMMIT[1]) == numbers(summit, SUMMIT[2])
    row = summit.store.first(
        "SELECT tellings, sources, first FROM happenings WHERE id = ?", numbers(summit, SUMMIT[1])
    )
    assert row == (2, 2, "2021-05-19")


def test_a_prospect_has_its_steps(summit):
    rows = summit.store.query("SELECT status, day FROM steps ORDER BY day")
    assert [row for row in rows if row[0] != "ongoing"][:3] == [
        ("floated", "2021-04-14"),
        ("scheduled", "2021-05-25"),
        ("held", "2021-06-16"),
    ]
    assert summit.store.query("SELECT what, status FROM outlooks") == [("summit", "held")]


@pytest.mark.parametrize("order", [(4, 3, 2, 1, 0), (3, 0, 2, 4, 1)])
def test_the_order_in_which_articles_come_does_not_matter(tmp_path, summit, order):
    with Desk.create(tmp_path / "other.memcon") as other:
        for place in order:
            other.add(SUMMIT[place])
        assert list(problems(other.store)) == []
        for sql in (
            "SELECT type, first, last, status, sources, tellings FROM happenings ORDER BY 1, 2, 3",
            "SELECT what, status, opened, mentioned, sources FROM outlooks",
            "SELECT finding, day, status FROM steps ORDER BY day, finding",
        ):
            assert other.store.query(sql) == summit.store.query(sql)


def test_a_broken_record_is_refused_and_nothing_kept(desk):
    record = SUMMIT[0]
    with pytest.raises(RecordError, match="SHA-256"):
        desk.add(replace(record, article=replace(record.article, id="0" * 64)))
    cut = replace(record, article=replace(record.article, text=record.article.text[:20]))
    with pytest.raises(RecordError, match="quotes nothing"):
        desk.add(cut)
    assert counts(desk)["articles"] == 0


def test_an_article_without_date_and_findings_is_kept(desk, bare):
    added = desk.add(bare("A page about nothing.", published=None))
    assert added.is_new
    assert list(problems(desk.store)) == []


def test_an_event_without_a_code_for_either_side_is_kept(desk):
    desk.add(
        bulletin(
            None, Act("NATO held talks, it said, without naming anybody.", "CONSULT", ("NATO",))
        )
    )
    assert desk.store.query("SELECT a, b FROM dyads") == [
        (desk.store.first("SELECT code FROM actors")[0], "")
    ]


def test_reading_again_with_the_same_result_changes_nothing(summit):
    before = list(contents(summit))
    for record in SUMMIT:
        summit.reread(record)
    assert list(contents(summit)) == before


def test_reading_again_replaces_what_was_found(summit):
    before = numbers(summit, SUMMIT[3])
    record = by_another(SUMMIT[3], events=SUMMIT[3].events[:1], positions=())
    added = summit.reread(record)
    assert (added.number, added.is_new) == (4, False)
    assert summit.record(record.article.id) == record
    assert numbers(summit, record) == before[:1]
    assert summit.store.first("SELECT count(*) FROM happenings WHERE id = ?", before[1:])[0] == 0
    assert list(problems(summit.store)) == []


def test_who_is_found_no_more_is_no_longer_known(desk):
    record = bulletin(
        "2021-05-20", Mum("Maria Lavrova would not say when it would be.", "Maria Lavrova")
    )
    desk.add(record)
    desk.reread(by_another(record, actors=(), silences=()))
    assert desk.store.query("SELECT name FROM actors") == []
    assert desk.store.query("SELECT rowid FROM names WHERE names MATCH 'Lavrova'") == []


def test_what_another_version_read_is_outdated(summit):
    summit.reread(by_another(SUMMIT[0]))
    outdated = summit.outdated(SUMMIT[0].made_by)
    assert outdated == (SUMMIT[0].article.id,)
    assert len(summit.outdated(by_another(SUMMIT[0]).made_by)) == 4


def test_an_article_that_is_not_there_is_not_read_again(desk):
    with pytest.raises(DeskError, match="no article"):
        desk.reread(SUMMIT[0])


def test_an_article_that_is_forgotten_leaves_no_trace(desk):
    for record in SUMMIT[:-1]:
        desk.add(record)
    before, kept = counts(desk), list(contents(desk))
    desk.add(SUMMIT[-1])
    assert counts(desk) != before
    assert desk.forget(SUMMIT[-1].article.id[:12]) == SUMMIT[-1].article.id
    issues = counts(desk).pop("issues")
    assert {**counts(desk), "issues": issues} == {**before, "issues": issues}
    assert [
        rows for table, rows in zip(TABLES, contents(desk), strict=True) if table != "issues"
    ] == [rows for table, rows in zip(TABLES, kept, strict=True) if table != "issues"]
    assert desk.store.query("SELECT rowid FROM words WHERE words MATCH 'delegation'") == []
    assert list(problems(desk.store)) == []


def test_what_others_tell_too_stays_when_one_is_forgotten(summit):
    (number, *_) = numbers(summit, SUMMIT[1])
    summit.forget(SUMMIT[1].article.id)
    row = summit.store.first("SELECT tellings, sources FROM happenings WHERE id = ?", (number,))
    assert row == (1, 1)
    assert list(problems(summit.store)) == []


@pytest.mark.parametrize(
    ("name", "reason"), [("ab", "at least"), ("0123456789", "no article"), ("zzzz", "no article")]
)
def test_an_article_must_be_named_well(summit, name, reason):
    with pytest.raises(DeskError, match=reason):
        summit.record(name)


def test_a_failure_midway_leaves_no_half_article(desk, monkeypatch):
    desk.add(SUMMIT[0])
    before = list(contents(desk))

    def fail(*_: object) -> None:
        raise RuntimeError("the power is gone")

    with monkeypatch.context() as patch:
        patch.setattr("memcon.desk.intake.put_steps", fail)
        with pytest.raises(RuntimeError):
            desk.add(SUMMIT[1])
    assert list(contents(desk)) == before
    assert desk.add(SUMMIT[1]).is_new
    assert list(problems(desk.store)) == []


def test_a_position_towards_no_issue_and_a_plan_of_nobody_are_kept(desk):
    desk.add(
        bulletin(
            "2021-05-20",
            View("Lavrov welcomed the talks warmly.", "Sergei Lavrov", "welcomes", "talks"),
            Plan("An election will be held in September.", "election", (), "scheduled", "2021-09"),
            EXPULSION,
        )
    )
    assert desk.store.query("SELECT what, status FROM outlooks") == [("election", "scheduled")]
    assert list(problems(desk.store)) == []


def changed(record: Record, *way: str | int, to: object) -> Record:
    """A record with another value where the way through its JSON leads."""
    made = json.loads(encode(record))
    part = made
    for step in way[:-1]:
        part = part[step]
    part[way[-1]] = to
    return decode(json.dumps(made))


ODD = bulletin(
    "2021-05-20",
    Act("Sergei Lavrov threatened NATO.", "THREATEN", ("Sergei Lavrov",), ("NATO",)),
    Act("Joe Biden met Vladimir Putin.", "CONSULT", ("Joe Biden", "Vladimir Putin")),
    Plan("They will meet.", "summit", ("Joe Biden", "Vladimir Putin"), "agreed", "2021-06-16"),
)
WEIRD = "\x1b[31m\u202e\x00=cmd|'/C calc'!A0"


@pytest.mark.parametrize(
    ("way", "value"),
    [
        *(
            (("article", "published", "value"), value)
            for value in ("2021-05", "soon", "", "0000-01-01", "0001-01-01", "9999-12-31")
        ),
        *((("times", 0, "value"), value) for value in ("0001-01-01", "9999", "-0044-03-15")),
        *((("actors", 0, "name"), value) for value in ("", "\u200b", "—", WEIRD, "x" * 100_000)),
        (("prospects", 0, "what"), WEIRD),
        (("prospects", 0, "evidence"), []),
        (("events", 1, "evidence"), []),
        (("article", "title"), WEIRD),
    ],
)
def test_odd_values_make_no_odd_desk(desk, way, value):
    odd = changed(ODD, *way, to=value)
    desk.add(odd)
    for record in SUMMIT:
        desk.add(record)
    assert desk.record(odd.article.id) == odd
    assert desk.reread(odd).number == 1
    answers = (desk.relation("USA", "RUS"), desk.timeline(), desk.prospects(), desk.actor("RUS"))
    assert all(answer.to_json() for answer in answers)
    assert list(problems(desk.store)) == []


@pytest.mark.parametrize(
    ("published", "kept"),
    [("2021-05-20", "2021-05-20"), ("2021-05", "2021-05-01"), ("soon", None)],
)
def test_an_article_has_the_first_day_that_its_date_may_mean(desk, published, kept):
    desk.add(changed(ODD, "article", "published", "value", to=published))
    assert desk.store.query("SELECT published FROM articles") == [(kept,)]
