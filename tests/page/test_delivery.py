"""Feeds are asked for only if they have changed, and give their entries or the pages behind them."""

import pytest

from courier import MODIFIED, courier, feed
from memcon.errors import PageError
from memcon.page.delivery import open_entries, take_delivery
from memcon.page.fetch import Stamp
from memcon.page.page import Rejected

ATOM = "application/atom+xml"
ENTRY = ("https://example.org/talks", "Envoys meet", "Envoys of Chile and Peru met in Lima.")


def anything(address: object) -> bool:
    return True


@pytest.fixture
def server():
    with courier() as server:
        server.pages["/feed"] = (ATOM, feed(ENTRY))
        yield server


def test_a_feed_comes_with_its_stamp(server):
    delivery = take_delivery(f"{server.address}/feed", Stamp(), is_allowed=anything)
    assert [entry.title for entry in delivery.entries] == ["Envoys meet"]
    assert delivery.stamp == Stamp(f'"{len(feed(ENTRY))}"', MODIFIED)
    assert server.asked == [("/feed", None, None)]


def test_one_that_has_not_changed_is_not_sent_again(server):
    url = f"{server.address}/feed"
    stamp = take_delivery(url, Stamp(), is_allowed=anything).stamp
    assert take_delivery(url, stamp, is_allowed=anything) is None
    assert server.asked[-1] == ("/feed", stamp.etag, MODIFIED)


def test_one_that_has_changed_comes_with_its_new_stamp(server):
    url = f"{server.address}/feed"
    stamp = take_delivery(url, Stamp(), is_allowed=anything).stamp
    server.pages["/feed"] = (ATOM, feed(ENTRY, ("https://example.org/b", "B", "More of it.")))
    delivery = take_delivery(url, stamp, is_allowed=anything)
    assert len(delivery.entries) == 2
    assert delivery.stamp != stamp


def test_a_server_without_stamps_sends_it_each_time(server):
    server.has_dates = False
    for _ in range(2):
        delivery = take_delivery(f"{server.address}/feed", Stamp(), is_allowed=anything)
        assert delivery.stamp == Stamp()
        assert len(delivery.entries) == 1


@pytest.mark.parametrize(
    ("path", "reason"), [("/page", "is no feed"), ("/missing", "answered 404")]
)
def test_what_is_no_feed_is_refused(server, path, reason):
    server.pages["/page"] = ("text/html", "<html><h1>Envoys meet</h1></html>")
    with pytest.raises(PageError, match=reason):
        take_delivery(f"{server.address}{path}", Stamp(), is_allowed=anything)


def test_an_address_that_is_not_public_is_not_asked(server):
    with pytest.raises(PageError, match="no public address"):
        take_delivery(f"{server.address}/feed", Stamp())
    assert server.asked == []


def test_a_file_is_a_feed_too(tmp_path):
    file = tmp_path / "feed.xml"
    file.write_text(feed(ENTRY))
    delivery = take_delivery(str(file), Stamp())
    assert [entry.url for entry in delivery.entries] == [ENTRY[0]]
    assert delivery.stamp == Stamp()
    with pytest.raises(PageError, match="no such file"):
        take_delivery(str(tmp_path / "missing.xml"), Stamp())


def test_pages_behind_entries_are_fetched_but_for_those_that_are_known(server, monkeypatch):
    monkeypatch.setattr("memcon.page.fetch.is_public", anything)
    page = "<html><head><title>Envoys</title></head><body><p>Envoys met in Lima.</p></body></html>"
    server.pages["/a"] = ("text/html", page)
    urls = [f"{server.address}{path}" for path in ("/a", "/known", "/missing")]
    server.pages["/feed"] = (ATOM, feed(*((url, "Envoys", "A summary.") for url in urls)))
    delivery = take_delivery(f"{server.address}/feed", Stamp(), is_allowed=anything)
    opened = list(open_entries(delivery.entries, lambda url: url == urls[1]))
    assert [type(one) for one in opened[1:]] == [Rejected]
    assert (opened[0].content, opened[0].url) == (page, urls[0])
    assert (opened[0].publisher, str(opened[0].published)) == ("Potomac Ledger", "2021-05-20")
    assert [path for path, *_ in server.asked] == ["/feed", "/a", "/missing"]
