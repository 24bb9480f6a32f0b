"""memcon follow and memcon pull: feeds are remembered, and what is new in them is added."""

import pytest

from courier import MODIFIED, courier, feed
from envoys import ACCORD, TALKS
from memcon.desk.desk import Desk

ATOM = "application/atom+xml"


def entry(url: str, page: str) -> tuple[str, str, str]:
    title, *paragraphs = page.strip().split("\n\n")
    return url, title, " ".join(paragraphs)


@pytest.fixture
def named(tmp_path):
    return ("--desk", str(tmp_path / "desk.memcon"))


@pytest.fixture
def server(monkeypatch):
    """A courier on this machine, whose address may be asked."""
    monkeypatch.setattr("memcon.page.fetch.is_public", lambda address: True)
    with courier() as server:
        server.pages["/feed"] = (ATOM, feed(entry("https://example.org/talks", TALKS)))
        yield server


def test_feeds_are_followed_and_listed(memcon, named, tmp_path):
    (tmp_path / "feed.xml").write_text(feed(entry("https://example.org/talks", TALKS)))
    code, out, _ = memcon("follow", "https://example.org/feed", "feed.xml", *named)
    assert code == 0
    assert out.splitlines() == [
        "followed: https://example.org/feed",
        f"followed: {tmp_path / 'feed.xml'}",
    ]
    assert "followed already" in memcon("follow", "feed.xml", *named)[1]
    assert memcon("follow", "--list", *named)[1].splitlines() == [
        "not pulled yet  https://example.org/feed",
        f"not pulled yet  {tmp_path / 'feed.xml'}",
    ]
    assert memcon("follow", "--remove", "https://example.org/feed", *named)[0] == 0
    assert memcon("follow", "--list", *named)[1].splitlines() == [
        f"not pulled yet  {tmp_path / 'feed.xml'}"
    ]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ((), "name FEEDS"),
        (("--remove",), "name FEEDS"),
        (("--list", "feed.xml"), "name FEEDS"),
        (("ftp://example.org/feed",), "only http and https"),
        (("missing.xml",), "no such file"),
        (("--remove", "https://example.org/x"), "is not followed"),
    ],
)
def test_what_cannot_be_followed_is_told(memcon, named, arguments, reason):
    code, _, err = memcon("follow", *arguments, *named)
    assert code == 2
    assert reason in err


def test_nothing_is_fetched_by_following(memcon, named, server):
    memcon("follow", f"{server.address}/feed", *named)
    assert server.asked == []


def test_what_is_new_is_added_and_nothing_sent_twice(memcon, named, server):
    memcon("follow", f"{server.address}/feed", *named)
    code, out, err = memcon("pull", *named)
    assert (code, len(out.splitlines())) == (0, 1)
    assert "1 added, 0 known, 0 refused" in err
    etag = server.asked and f'"{len(server.pages["/feed"][1])}"'
    code, out, err = memcon("pull", *named)
    assert (code, out) == (0, "")
    assert "0 added, 0 known, 0 refused" in err
    assert server.asked[-1] == ("/feed", etag, MODIFIED)
    server.pages["/feed"] = (
        ATOM,
        feed(
            entry("https://example.org/accord", ACCORD), entry("https://example.org/talks", TALKS)
        ),
    )
    code, out, err = memcon("pull", *named)
    assert "1 added, 1 known, 0 refused" in err
    assert out.rstrip().endswith("Kenya and Ethiopia sign accord on trade")
    with Desk(named[1]) as desk:
        assert desk.has_page("https://example.org/accord")
        (followed,) = desk.feeds()
        assert followed.pulled


def test_a_feed_that_fails_is_listed_and_the_others_pulled(memcon, named, server):
    memcon("follow", f"{server.address}/gone", f"{server.address}/feed", *named)
    code, out, err = memcon("pull", *named)
    assert (code, len(out.splitlines())) == (2, 1)
    assert f"{server.address}/gone: answered 404" in err
    with Desk(named[1]) as desk:
        assert [bool(one.pulled) for one in desk.feeds()] == [False, True]


def test_a_feed_is_asked_for_again_where_adding_was_broken_off(memcon, named, server, monkeypatch):
    memcon("follow", f"{server.address}/feed", *named)

    def interrupted(self, record):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Desk, "add", interrupted)
        assert memcon("pull", *named)[0] == 130
    assert "1 added" in memcon("pull", *named)[2]
    assert server.asked[-1] == ("/feed", None, None)


def test_the_pages_behind_entries_are_read(memcon, named, server):
    url = f"{server.address}/talks"
    title, *paragraphs = TALKS.strip().split("\n\n")
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    server.pages["/talks"] = (
        "text/html",
        f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>",
    )
    server.pages["/feed"] = (ATOM, feed((url, title, "Envoys meet; more on our page.")))
    memcon("follow", f"{server.address}/feed", *named)
    assert "1 added" in memcon("pull", "--pages", *named)[2]
    with Desk(named[1]) as desk:
        (article,) = desk.articles()
        record = desk.record(article)
        assert "second meeting would be held in Santiago" in record.article.text
        assert (record.article.url, record.article.publisher) == (url, "Potomac Ledger")
    server.pages["/feed"] = (ATOM, feed((url, title, "Envoys meet; a longer word on it.")))
    assert "0 added, 0 known" in memcon("pull", "--pages", *named)[2]
    assert [path for path, *_ in server.asked].count("/talks") == 1


def test_a_page_that_could_not_be_fetched_is_asked_for_again(memcon, named, server):
    url = f"{server.address}/talks"
    title, *paragraphs = TALKS.strip().split("\n\n")
    server.pages["/feed"] = (ATOM, feed((url, title, "Envoys meet; more on our page.")))
    memcon("follow", f"{server.address}/feed", *named)
    assert "0 added, 0 known, 1 refused" in memcon("pull", "--pages", *named)[2]
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    server.pages["/talks"] = ("text/html", f"<html><body><h1>{title}</h1>{body}</body></html>")
    assert "1 added, 0 known, 0 refused" in memcon("pull", "--pages", *named)[2]


def test_without_feeds_there_is_nothing_to_pull(memcon, named):
    memcon("desk", "init", *named)
    code, _, err = memcon("pull", *named)
    assert code == 2
    assert "no feed is followed" in err
