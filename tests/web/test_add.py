"""Add: what is sent is read and put on the desk, in memory alone, and each fault is told."""

import asyncio
import gzip
import tempfile
from threading import Event
from time import monotonic

import pytest
from msgspec.structs import replace
from starlette.requests import Request

from envoys import ACCORD, TALKS
from memcon.cli.serve import _Reading
from memcon.desk.desk import Desk
from memcon.errors import ModelError
from memcon.page.intake import LARGEST_INFLATED
from memcon.page.page import Page
from memcon.record.contract import encode
from memcon.web import uploads
from memcon.web.bodies import TooLargeError, body_of
from memcon.web.reading import Familiar, Found, Refusal, Sent
from visits import Told, until, visiting

PROOF = {"X-Memcon-Proof": "proof-of-tests"}
CSRF = {"csrf": "proof-of-tests"}


@pytest.fixture
def desk(tmp_path):
    path = tmp_path / "desk.memcon"
    Desk.create(path).close()
    return path


@pytest.fixture
def reading(reader, monkeypatch):
    """What `memcon serve` hands in, with models that are loaded already."""
    monkeypatch.setattr("memcon.reading.Reader", lambda: reader)
    return _Reading()


@pytest.fixture
def visitor(desk, reading):
    with visiting(desk, reading=reading) as client:
        yield client


def put(visitor, name, content, **told):
    params = {"name": name, **told}
    return visitor.put("/add/file", params=params, content=content, headers=PROOF)


def shown(visitor):
    """What has become of all that was sent, the oldest first, once all is done."""
    until(lambda: all(not u["stage"].endswith("ing") for u in listed(visitor)))
    return listed(visitor)


def listed(visitor):
    return visitor.get("/add.json").json()["uploads"][::-1]


def test_a_page_is_read_and_put_on_the_desk(visitor):
    answer = put(visitor, "talks.txt", TALKS.encode(), published="2021-05-18")
    assert (answer.status_code, answer.json()) == (202, {"number": 1})
    (upload,) = shown(visitor)
    assert (upload["stage"], upload["added"], upload["pages"], upload["read"]) == ("done", 1, 1, 1)
    (entry,) = upload["entries"]
    assert entry["title"] == "Envoys of Chile and Peru meet in Lima"
    page = visitor.get("/add").text
    assert f'href="/article/{entry["article"][:16]}"' in page
    assert "1 added" in page
    with Desk(visitor.app.state.room.clerk.path) as desk:
        assert desk.record(entry["article"]).article.published.value == "2021-05-18"
        assert desk.timeline(()).accounts


def test_a_page_that_is_known_is_told_and_changes_nothing(visitor):
    for _ in range(2):
        put(visitor, "talks.txt", TALKS.encode())
    first, second = shown(visitor)
    assert (first["added"], first["known"]) == (1, 0)
    assert (second["added"], second["known"]) == (0, 1)
    assert "1 known" in visitor.get("/add").text


FEED = """<rss version="2.0"><channel><title>Wire</title>
<item><title>One</title><link>https://news.example/1</link><description>{}</description></item>
<item><title>Two</title><link>https://news.example/2</link><description>{}</description></item>
</channel></rss>"""


def test_files_of_many_pages_are_read_page_by_page(visitor, read):
    lines = b'{"text": "%s"}\nno JSON\n{"text": ""}\n' % ACCORD.replace("\n", "\\n").encode()
    record = encode(read("Poland and Latvia signed an agreement in Riga on Monday."))
    put(visitor, "feed.xml", FEED.format(TALKS, "Nothing of note.").encode())
    put(visitor, "many.jsonl.gz", gzip.compress(lines))
    put(visitor, "records.jsonl", record + b"\n\n" + record + b"\nbroken\n")
    feed, many, records = shown(visitor)
    assert (feed["pages"], feed["added"] + feed["refused"]) == (2, 2)
    assert (many["pages"], many["added"], many["refused"]) == (3, 1, 2)
    assert many["refusals"][1]["page"] == "many.jsonl.gz, line 3"
    assert (records["added"], records["known"], records["refused"]) == (1, 1, 1)
    assert "many.jsonl.gz, line 3: has an empty text" in visitor.get("/add").text


def test_a_text_is_pasted_with_what_is_known_of_it(visitor):
    answer = visitor.post(
        "/add",
        data={
            **CSRF,
            "text": ACCORD,
            "title": "An accord",
            "publisher": "The Wire",
            "published": "2021-05-18",
            "url": "https://news.example/accord",
        },
    )
    assert (answer.status_code, answer.headers["location"]) == (303, "/add")
    (upload,) = shown(visitor)
    with Desk(visitor.app.state.room.clerk.path) as desk:
        article = desk.record(upload["entries"][0]["article"]).article
    assert (article.title, article.publisher) == ("An accord", "The Wire")
    assert (article.published.value, article.url) == ("2021-05-18", "https://news.example/accord")


@pytest.mark.parametrize(
    "fields", [{"url": "javascript:alert(1)"}, {"published": "soon"}, {"nothing": "known"}]
)
def test_what_is_said_of_a_text_must_mean_something(visitor, fields):
    answer = visitor.post("/add", data={**CSRF, "text": ACCORD, **fields})
    assert answer.status_code == 400
    assert listed(visitor) == []


def test_without_scripts_a_form_brings_many_files(visitor):
    files = [
        ("file", ("talks.txt", TALKS.encode())),
        ("file", ("accord.html", f"<html><body><p>{ACCORD}</p></body></html>".encode())),
        ("file", ("", b"")),
    ]
    assert visitor.post("/add", data=CSRF, files=files).headers["location"] == "/add"
    assert [(u["name"], u["added"]) for u in shown(visitor)] == [
        ("talks.txt", 1),
        ("accord.html", 1),
    ]


@pytest.fixture
def _watched(monkeypatch):
    """Whoever would write an upload to the disk fails."""

    def spill(_file):
        raise AssertionError("an upload was written to the disk")

    monkeypatch.setattr(tempfile.SpooledTemporaryFile, "rollover", spill)
    monkeypatch.setattr(tempfile, "NamedTemporaryFile", spill)
    monkeypatch.setattr(tempfile, "TemporaryFile", spill)


@pytest.mark.usefixtures("_watched")
def test_nothing_of_an_upload_reaches_the_disk(desk):
    taken = []

    def read(sent, _known):
        taken.append((sent.name, len(sent.content)))
        yield Found(0)

    with visiting(desk, reading=Told(read)) as visitor:
        files = [
            ("file", ("large.txt", b"x" * 5_000_000)),
            ("file", ("other.txt", b"y" * 5_000_000)),
        ]
        assert visitor.post("/add", data=CSRF, files=files).status_code == 303
        assert visitor.post("/add", data={**CSRF, "text": "z" * 5_000_000}).status_code == 303
        assert put(visitor, "put.txt", b"x" * 5_000_000).status_code == 202
        shown(visitor)
    assert [size for _, size in taken] == [5_000_000] * 4


def test_an_upload_of_200_mb_is_refused_before_it_is_read(visitor):
    headers = PROOF | {"Content-Length": "200000000", "Accept": "application/json"}
    answer = visitor.put("/add/file?name=large.txt", content=b"", headers=headers)
    assert (answer.status_code, answer.json()) == (413, {"error": "This is larger than 20 MB."})
    (upload,) = listed(visitor)
    assert upload["refusals"] == [{"page": "large.txt", "reason": "is larger than 20 MB"}]
    page = visitor.get("/add").text
    assert "large.txt" in page
    assert "is larger than 20 MB" in page
    headers = {"Content-Length": "200000000", "Content-Type": "multipart/form-data; boundary=x"}
    answer = visitor.post("/add", content=b"", headers=headers)
    assert answer.status_code == 413
    assert "This is larger than 20 MB." in answer.text


@pytest.mark.parametrize("told", [[], [(b"content-length", b"5")], [(b"content-length", b"many")]])
def test_no_more_of_a_body_is_taken_than_is_allowed_whatever_it_says_of_itself(told):
    taken = []

    async def receive():
        taken.append(1)
        return {"type": "http.request", "body": b"x" * 1_000_000, "more_body": True}

    scope = {"type": "http", "method": "PUT", "headers": told}
    with pytest.raises(TooLargeError):
        asyncio.run(body_of(Request(scope, receive), 20_000_000))
    assert len(taken) == 21


@pytest.mark.parametrize("name", ["bomb.txt.gz", "bomb.jsonl.gz", "BOMB.HTML.GZ"])
def test_a_file_that_inflates_without_end_is_refused(visitor, name):
    line = b'{"text": ""}\n' * 1000
    bomb = gzip.compress(line * (1 + LARGEST_INFLATED // len(line)), compresslevel=1)
    assert len(bomb) < 2_000_000
    put(visitor, name, bomb)
    (upload,) = shown(visitor)
    assert upload["refusals"] == [{"page": name, "reason": "is larger than 100 MB when inflated"}]


def test_a_feed_whose_entities_grow_without_end_is_refused(visitor):
    grown = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    feed = f'<!DOCTYPE rss [<!ENTITY e0 "lol">{grown}]>' + FEED.format("&e11;", "&e11;")
    put(visitor, "lol.xml", feed.encode())
    (upload,) = shown(visitor)
    assert upload["added"] == 0


@pytest.mark.parametrize("name", [
    "../../etc/passwd", "/etc/passwd", "C:\\autoexec.bat", "a\x00b.txt", "<script>.html", "-", "x.gz",
    "https://evil.example/", "talks.jsonl", "\u202etxt.exe", "a" * 300, "%2e%2e/%00", "*", "CON", "\ud83d",
])  # fmt: skip
def test_a_name_is_shown_and_is_no_path(visitor, name, tmp_path):
    before = sorted(tmp_path.iterdir())
    put(visitor, name.encode("utf-8", "replace").decode(), b"\x7fELF" + bytes(600))
    (upload,) = shown(visitor)
    assert (upload["added"], upload["refused"]) == (0, 1)
    assert "<script>" not in visitor.get("/add").text.replace('<script type="module"', "")
    assert sorted(tmp_path.iterdir()) == before


def test_a_name_that_is_too_long_is_refused(visitor):
    assert put(visitor, "a" * 301, b"text").status_code == 400


@pytest.fixture
def held(desk, read):
    """A visitor, and what the reading of each file waits for; each has two pages."""
    is_free, record = Event(), read(TALKS)

    def told(_sent, known):
        yield Found(2)
        assert is_free.wait(20)
        yield Refusal("page 1", "is odd")
        if record.article.id not in known:
            yield record

    with visiting(desk, reading=Told(told)) as client:
        yield client, is_free
        is_free.set()


def test_a_file_is_cancelled_whether_its_turn_has_come_or_not(held):
    visitor, is_free = held
    for name in ("first.txt", "second.txt", "third.txt"):
        put(visitor, name, b"text")
    until(lambda: listed(visitor)[0]["stage"] == "reading")
    assert 'max="2"' in visitor.get("/add").text
    for number in (1, 2, 99):
        answer = visitor.post("/add/cancel", data={**CSRF, "number": number})
        assert answer.headers["location"] == "/add"
    is_free.set()
    first, second, third = shown(visitor)
    assert (first["stage"], first["read"], first["added"]) == ("cancelled", 0, 0)
    assert (second["stage"], second["added"]) == ("cancelled", 0)
    assert (third["stage"], third["added"], third["refused"]) == ("done", 1, 1)


def test_faults_stay_until_they_are_dismissed(held):
    visitor, is_free = held
    is_free.set()
    for n in range(3):
        put(visitor, f"{n}.txt", b"text")
    shown(visitor)
    assert visitor.get("/add").text.count("is odd") == 3
    visitor.post("/add/dismiss", data={**CSRF, "number": 2})
    assert [upload["name"] for upload in listed(visitor)] == ["0.txt", "2.txt"]
    visitor.post("/add/dismiss", data=CSRF)
    assert listed(visitor) == []


def test_what_is_under_way_cannot_be_dismissed(held):
    visitor, _ = held
    put(visitor, "a.txt", b"text")
    visitor.post("/add/dismiss", data={**CSRF, "number": 1})
    visitor.post("/add/dismiss", data=CSRF)
    assert len(listed(visitor)) == 1


def test_others_ask_the_desk_meanwhile(held):
    visitor, is_free = held
    put(visitor, "a.txt", b"text")
    until(lambda: listed(visitor)[0]["stage"] == "reading")
    assert visitor.get("/export").status_code == 200
    assert not is_free.is_set()


def test_too_much_at_once_is_to_be_sent_later(held, monkeypatch):
    visitor, is_free = held
    monkeypatch.setattr(uploads, "MOST_BYTES", 10)
    assert put(visitor, "a.txt", b"12345678").status_code == 202
    until(lambda: listed(visitor)[0]["stage"] == "reading")
    answer = put(visitor, "b.txt", b"1234")
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "1")
    is_free.set()
    shown(visitor)
    assert put(visitor, "b.txt", b"1234").status_code == 202


def test_lists_do_not_grow_without_end(desk, monkeypatch):
    monkeypatch.setattr(uploads, "_MOST_DONE", 3)
    monkeypatch.setattr(uploads, "_MOST_NAMED", 2)

    def told(sent, _known):
        yield Found(5)
        if sent.name == "odd.txt":
            yield from (Refusal(f"page {n}", "is odd") for n in range(5))

    with visiting(desk, reading=Told(told)) as visitor:
        put(visitor, "odd.txt", b"text")
        for n in range(9):
            put(visitor, f"{n}.txt", b"text")
            shown(visitor)
        names = [upload["name"] for upload in listed(visitor)]
        assert names == ["odd.txt", "5.txt", "6.txt", "7.txt", "8.txt"]
        odd = listed(visitor)[0]
        assert (odd["refused"], len(odd["refusals"])) == (5, 2)
        assert "and 3 more" in visitor.get("/add").text
        monkeypatch.setattr(uploads, "_MOST_REFUSED", 1)
        assert put(visitor, "more.txt", b"text").status_code == 429


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (ModelError("tagger.onnx is missing"), "tagger.onnx is missing"),
        (ZeroDivisionError("secret words"), "the fault is memcon's"),
    ],
)
def test_after_a_file_that_fails_the_next_is_read_all_the_same(desk, read, caplog, error, reason):
    record = read(TALKS)

    def told(sent, _known):
        yield Found(1)
        if sent.name == "bad.txt":
            raise error
        yield record

    with visiting(desk, reading=Told(told)) as visitor:
        put(visitor, "bad.txt", b"text")
        put(visitor, "good.txt", b"text")
        bad, good = shown(visitor)
        assert reason in bad["refusals"][0]["reason"]
        assert good["added"] == 1
    assert "secret words" not in caplog.text


def test_after_a_desk_that_cannot_be_asked_the_next_is_read_all_the_same(
    desk, read, monkeypatch, caplog
):
    record = read(TALKS)

    def unasked(_desk):
        raise ZeroDivisionError("secret words")

    with visiting(desk, reading=Told(lambda _sent, _known: iter((Found(1), record)))) as visitor:
        with monkeypatch.context() as patched:
            patched.setattr(Desk, "articles", unasked)
            put(visitor, "bad.txt", b"text")
            (bad,) = shown(visitor)
        put(visitor, "good.txt", b"text")
        _, good = shown(visitor)
    assert "the fault is memcon's" in bad["refusals"][0]["reason"]
    assert good["added"] == 1
    assert "secret words" not in caplog.text


def test_a_record_that_breaks_the_contract_costs_itself_alone(desk, read):
    record = read(TALKS)
    broken = replace(record, article=replace(record.article, id="0" * 64))

    def told(_sent, _known):
        yield from (Found(2), broken, record)

    with visiting(desk, reading=Told(told)) as visitor:
        put(visitor, "a.jsonl", b"text")
        (upload,) = shown(visitor)
        assert (upload["added"], upload["refused"]) == (1, 1)


def test_the_end_of_the_server_waits_for_no_page(desk):
    begun, is_over = Event(), Event()

    def told(_sent, _known):
        begun.set()
        is_over.wait(30)
        yield Found(1)

    start = monotonic()
    with visiting(desk, reading=Told(told)) as visitor:
        put(visitor, "a.txt", b"text")
        put(visitor, "b.txt", b"text")
        assert begun.wait(10)
    assert monotonic() - start < 20
    is_over.set()


def test_pages_are_known_by_their_articles(reading):
    (found, record) = reading.read(Sent("talks.txt", TALKS.encode()), ())
    assert found == Found(1)
    again = tuple(reading.read(Sent("again.txt", TALKS.encode()), {record.article.id}))
    assert again == (Found(1), Familiar("again.txt", record.article.id))


def test_it_is_the_same_whether_a_page_is_sent_or_named(reading, reader):
    named = reader.read(Page(name="talks.txt", content=TALKS))
    assert tuple(reading.read(Sent("talks.txt", TALKS.encode()), ()))[1] == named
