"""Reader: whole pages into whole records, one by one and on two processes."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from memcon.errors import PageError, RecordError
from memcon.page.page import Page, Rejected
from memcon.reading import Known, Reader
from memcon.record.contract import MadeBy, Record, encode
from memcon.record.idents import named

TALKS = (
    "Norwegian Foreign Minister Anniken Huitfeldt met Finnish Prime Minister Sanna Marin in Helsinki"
    ' on Tuesday.\n\nHuitfeldt said the talks were "useful".'
)
PIECES = [
    "Norway", "the Finnish minister", "Moscow", "He", "they", "the two sides", "a U.S. official",
    "Anniken Huitfeldt", "NATO", "the summit", "which", "whose", "and", "or", "but", "of", "in",
    "with", "to", "by", "said", "met", "agreed to", "declined to", "did not mention", "may",
    "has been", "accused", "threatened", "will", "if", "that", "on Monday", "in 2014", "last week",
    "3,000 troops", "$2 billion", "Geneva", ",", ".", ";", ":", "?", "--", "—", "(", ")", '"', "“",
    "”", "'", "’s", "...", "\n\n", "U.S.", "No.", "reported", "according to", "including", "A", "1",
]  # fmt: skip


def test_a_page_becomes_a_record_of_who_met_whom(read: Callable[..., Record]):
    record = read(TALKS)
    names = {actor.id: actor.country for actor in record.actors}
    (meeting,) = [event for event in record.events if event.type == "CONSULT"]
    assert sorted(names[ident] or "" for ident in meeting.source) == ["FIN", "NOR"]
    assert (meeting.mutual, meeting.status) == (True, "actual")


def test_a_language_that_is_not_coded_keeps_its_article(read: Callable[..., Record]):
    record = read(
        "Министры иностранных дел Норвегии и Финляндии встретились во вторник в Хельсинки.\n\n"
        "Стороны обсудили поставки газа и договорились продолжить переговоры в мае."
    )
    assert record.article.language == "ru"
    assert any("ru is not coded" in warning for warning in record.warnings)
    assert record.article.sections
    assert record.events == record.actors == ()


@pytest.mark.parametrize("content", ["", " \n\n\t", "\ufeff"])
def test_a_page_without_words_is_refused(reader: Reader, content: str):
    with pytest.raises(PageError, match=r"^blank: "):
        reader.read(Page(name="blank", content=content))


def test_a_bad_page_does_not_stop_the_others(reader: Reader):
    pages = [
        Page(name="first", content=TALKS, given_id="1"),
        Page(name="blank", content=""),
        Rejected("gone.html", "no such file"),
        Page(name="last", content=TALKS, given_id="2"),
    ]
    alone = list(reader.read_all(pages))
    assert [isinstance(found, Rejected) for found in alone] == [False, True, True, False]
    assert list(reader.read_all(pages, jobs=2)) == alone


def test_a_page_reads_the_same_twice(reader: Reader):
    page = Page(name="page", content=TALKS, published=date(2021, 5, 20))
    assert encode(reader.read(page)) == encode(reader.read(page))


@pytest.mark.fuzz
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=40), st.booleans())
def test_no_row_of_words_is_too_odd_to_read(reader: Reader, pieces: list[str], is_dated: bool):
    page = Page(
        name="odd",
        content=" ".join(pieces),
        language="en",
        published=date(2021, 5, 20) if is_dated else None,
    )
    try:
        record = reader.read(page)
    except PageError:
        return
    assert encode(record)


def test_a_record_is_explained_finding_by_finding(reader: Reader):
    text = "On Monday Chad condemned Togo, a spokesman said. Benin met Ghana in Accra."
    record = reader.read(Page(name="page", content=text))
    for name in named(record):
        explanation = reader.explain(record, name)
        assert explanation.ident == name
        assert explanation.rule
    event = next(event for event in record.events if event.type == "ACCUSE")
    labels = reader.explain(record, event.id).labels
    assert labels[0].name == "ACCUSE"
    assert labels[0].probability == max(label.probability for label in labels)


def test_an_unknown_finding_is_refused(reader: Reader):
    record = reader.read(Page(name="page", content="Benin met Ghana in Accra."))
    with pytest.raises(RecordError, match="no finding e9"):
        reader.explain(record, "e9")


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_page_whose_article_is_known_is_not_read_on(reader: Reader, jobs: int):
    pages = [
        Page(name="first", content=TALKS),
        Page(name="blank", content=""),
        Page(name="other", content=f"Envoys meet in Oslo\n\n{TALKS}"),
    ]
    known = reader.read(pages[0])
    first, blank, other = reader.read_new(pages, frozenset({known.article.id}), jobs)
    assert first == Known("first", known.article.id)
    assert isinstance(blank, Rejected)
    assert isinstance(other, Record)
    assert other == reader.read(pages[2])


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_article_is_read_again_from_its_record(reader: Reader, jobs: int):
    record = reader.read(Page(name="talks", content=TALKS, published=date(2021, 5, 20)))
    old = replace(record, events=(), made_by=MadeBy(memcon="0.0.1", models={}))
    assert list(reader.read_new([old], (), jobs)) == [record]
    assert reader.made_by == record.made_by
