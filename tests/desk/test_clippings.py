"""An article, and what each of its findings became on the desk."""

from datetime import date

import pytest

from bulletins import SUMMIT, Act, bulletin
from memcon.errors import DeskError


def test_findings_know_where_they_belong(summit):
    clipping = summit.article(SUMMIT[2].article.id[:12])
    assert clipping.record == SUMMIT[2]
    assert (clipping.publisher, clipping.published) == ("Daily Beacon", date(2021, 5, 25))
    (number,) = clipping.happenings.values()
    account = summit.happening(number).account
    assert (SUMMIT[2].article.id, "e1") in {(w.article, w.finding) for w in account.witnesses}
    history = summit.prospect(clipping.prospects["n1"])
    assert SUMMIT[2].article.id in {
        witness.article for stage in history.stages for witness in stage.witnesses
    }
    names = {actor.id: actor.name for actor in SUMMIT[2].actors}
    keys = {names[ident]: key for ident, key in clipping.actors.items()}
    assert keys["Sergei Lavrov"] == "person:sergei lavrov"


def test_rows_tell_what_each_belongs_to(summit):
    rows = summit.article(SUMMIT[2].article.id).rows
    assert {(row.finding, row.kind) for row in rows} >= {
        ("e1", "happening"),
        ("n1", "prospect"),
        ("a1", "actor"),
    }


def test_copies_are_the_rest_of_the_family(desk):
    words = " ".join(f"Word{number} of the long report on the talks" for number in range(40))
    records = [
        bulletin(day, Act(f"{words}, {outlet}.", "CONSULT", ("NATO", "Russia")), publisher=outlet)
        for day, outlet in (("2021-05-20", "Ledger"), ("2021-05-21", "Beacon"))
    ]
    for record in records:
        desk.add(record)
    one, other = (desk.article(record.article.id) for record in records)
    assert one.family == other.family
    assert [(copy.article, copy.publisher) for copy in one.copies] == [
        (records[1].article.id, "Beacon")
    ]
    assert [copy.published for copy in other.copies] == [date(2021, 5, 20)]


@pytest.mark.parametrize("article", ["ffffffff", "abc", "'; --x"])
def test_an_article_must_be_there(summit, article):
    with pytest.raises(DeskError):
        summit.article(article)


def test_a_prospect_has_a_page_of_its_own(summit):
    (known,) = summit.prospects(today=date(2021, 6, 30)).histories
    assert summit.prospect(known.number, date(2021, 6, 30)) == known


@pytest.mark.parametrize(("number", "today"), [(4711, None), (-1, None), (1, date(2021, 4, 1))])
def test_a_prospect_must_have_been_told_of(summit, number, today):
    with pytest.raises(DeskError, match="no prospect"):
        summit.prospect(number, today)
