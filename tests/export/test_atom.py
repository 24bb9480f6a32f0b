"""Atom: a feed that a reader takes in, the same each time, whatever the words are."""

from dataclasses import replace
from datetime import date
from html import unescape

import feedparser
import pytest

from memcon.export.atom import render_feed
from memcon.export.iris import happening_iri

TODAY = date(2021, 6, 20)


@pytest.fixture(scope="module")
def feed(told):
    return feedparser.parse(render_feed(told, TODAY, "0.1"))


def test_a_reader_takes_it_in(feed, told):
    assert not feed.bozo
    assert feed.version == "atom10"
    assert feed.feed.title == "memcon: new happenings"
    assert feed.feed.author == "memcon"
    assert feed.feed.generator_detail.version == "0.1"
    assert feed.feed.updated == "2021-06-02T00:00:00+00:00"
    assert [entry.id for entry in feed.entries] == [happening_iri(dossier) for dossier in told]


def test_an_entry_has_its_days_links_and_words(feed, meeting):
    (entry,) = (e for e in feed.entries if e.id == happening_iri(meeting))
    assert entry.title == "CONSULT (meet): Antonia Urrejola, Cesar Landa"
    assert entry.published == "2021-05-18T00:00:00+00:00"
    assert entry.updated == "2021-05-20T00:00:00+00:00"
    assert [(link.rel, link.href) for link in entry.links] == [
        ("alternate", "https://wire.example/envoys%20meet")
    ]
    assert {tag.term for tag in entry.tags} == {"CONSULT", "verbal-cooperation", "actual"}
    (content,) = entry.content
    assert content.type == "text/html"
    for witness in meeting.account.witnesses:
        assert witness.words in unescape(content.value)
    assert "Santiago Paper &amp; Sons, 2021-05-20" in content.value
    assert "2021-05-17; Lima; 2 sources." in content.value


def test_an_entry_tells_where_sources_differ(feed, expulsion):
    (entry,) = (e for e in feed.entries if e.id == happening_iri(expulsion))
    assert "Sources differ on the number: " in entry.content[0].value


def test_it_is_the_same_each_time(told):
    assert render_feed(told, TODAY, "0.1") == render_feed(told, TODAY, "0.1")


def test_without_happenings_it_is_as_old_as_today():
    feed = feedparser.parse(render_feed((), TODAY, "0.1"))
    assert (feed.bozo, feed.entries) == (False, [])
    assert feed.feed.updated == "2021-06-20T00:00:00+00:00"


def test_no_words_break_it(meeting):
    odd = replace(meeting.best, words="a\x00\x0b<b>&amp;]]>\ufffe ünïcode 🕊")
    feed = feedparser.parse(render_feed([replace(meeting, best=odd)], TODAY, "0.1"))
    assert not feed.bozo
    assert "a&lt;b&gt;&amp;amp;]]&gt; ünïcode 🕊" in feed.entries[0].content[0].value


def test_what_has_no_day_has_todays(meeting):
    sources = {ident: replace(s, published=None) for ident, s in meeting.sources.items()}
    feed = feedparser.parse(render_feed([replace(meeting, sources=sources)], TODAY, "0.1"))
    assert feed.entries[0].updated == "2021-06-20T00:00:00+00:00"
