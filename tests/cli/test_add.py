"""memcon add: what is kept, what is known and what was refused."""

from datetime import date

import pytest
from msgspec.structs import replace

from bulletins import SUMMIT
from envoys import ACCORD, TALKS
from memcon.desk.desk import Desk
from memcon.page.page import Page
from memcon.record.contract import MadeBy, encode


@pytest.fixture
def desk(tmp_path):
    """The options that name a desk, and where it is."""
    path = tmp_path / "desk.memcon"
    return ("--desk", str(path)), path


@pytest.fixture
def records(tmp_path):
    """A file of records."""
    file = tmp_path / "records.jsonl"
    file.write_bytes(b"".join(encode(record) + b"\n" for record in SUMMIT))
    return file


def test_pages_are_added_once(memcon, pages, desk):
    named, path = desk
    for name in ("b.txt", "c.txt"):
        (pages / name).unlink()
    code, out, err = memcon("add", str(pages), *named)
    assert code == 0
    first, second = out.splitlines()
    assert first.endswith("Envoys of Chile and Peru meet in Lima")
    assert second.endswith("Kenya and Ethiopia sign accord on trade")
    assert "2 added, 0 known, 0 refused" in err
    with Desk(path) as opened:
        assert {article[:12] for article in opened.articles()} == {
            line.split()[1] for line in (first, second)
        }
    code, out, err = memcon("add", str(pages), *named)
    assert (code, out) == (0, "")
    assert "0 added, 2 known, 0 refused" in err


def test_what_is_known_is_not_read_on(memcon, reader, pages, desk, monkeypatch):
    named, _ = desk
    memcon("add", str(pages / "a.txt"), *named)
    read: list[str] = []
    whole = type(reader).read_unless

    def counted(self, page, known):
        result = whole(self, page, known)
        read.append(type(result).__name__)
        return result

    monkeypatch.setattr(type(reader), "read_unless", counted)
    memcon("add", str(pages / "a.txt"), str(pages / "d.txt"), *named)
    assert read == ["Known", "Record"]


def test_what_is_refused_is_listed_and_the_rest_is_added(memcon, pages, desk):
    code, out, err = memcon("add", str(pages), *desk[0])
    assert code == 2
    assert len(out.splitlines()) == 2
    assert "2 added, 0 known, 2 refused" in err
    assert "b.txt: " in err
    assert "c.txt: " in err


def test_the_day_of_publication_can_be_given(memcon, tmp_path, desk):
    (tmp_path / "talks.txt").write_text(TALKS)
    _, out, _ = memcon("add", "talks.txt", "--published", "2022-05-16", *desk[0])
    assert out.split()[2] == "2022-05-16"


def test_records_are_added_as_they_are(memcon, records, desk):
    named, path = desk
    code, out, err = memcon("add", "--records", str(records), *named)
    assert (code, len(out.splitlines())) == (0, len(SUMMIT))
    assert f"{len(SUMMIT)} added" in err
    with Desk(path) as opened:
        assert [opened.record(record.article.id) for record in SUMMIT] == list(SUMMIT)


def test_a_line_that_is_no_record_is_refused(memcon, records, desk):
    broken = replace(SUMMIT[1], article=replace(SUMMIT[1].article, id="0" * 64))
    lines = records.read_bytes().splitlines()
    lines[1:3] = [b'{"text": "no record"}', b"", encode(broken)]
    records.write_bytes(b"\n".join(lines) + b"\n")
    code, out, err = memcon("add", "--records", str(records), *desk[0])
    assert (code, len(out.splitlines())) == (2, 3)
    assert "records.jsonl, line 2: not a memcon/1 record" in err
    assert f"article {'0' * 64}: its id is not the SHA-256 of its text" in err


def test_a_file_that_is_none_of_records_is_refused_once(memcon, records, desk, tmp_path):
    (tmp_path / "page.html").write_text("\n<html>\n<p>Envoys met.</p>\n</html>\n")
    code, out, err = memcon("add", "--records", "page.html", str(records), *desk[0])
    assert (code, len(out.splitlines())) == (2, len(SUMMIT))
    assert err.count("page.html") == 1
    assert "page.html, line 2: not a memcon/1 record" in err


def test_records_that_are_taken_for_pages_are_refused_once(memcon, records, desk):
    with records.open("a") as file:
        file.write('{"text": "Envoys of Chile and Peru met in Lima on Tuesday."}\n')
    code, out, err = memcon("add", str(records), *desk[0])
    assert (code, len(out.splitlines())) == (2, 1)
    assert err.count("records.jsonl") == 1
    assert "records.jsonl: holds records of memcon, no pages; `memcon add --records`" in err


def test_a_copy_is_told(memcon, tmp_path, desk):
    text = "\n\n".join(page.partition("\n\n")[2].strip() for page in (ACCORD, TALKS))
    (tmp_path / "a.txt").write_text(f"Accord on trade signed\n\n{text}")
    (tmp_path / "b.txt").write_text(f"Kenya and Ethiopia agree\n\n{text}")
    _, out, _ = memcon("add", "a.txt", "b.txt", "--published", "2022-05-16", *desk[0])
    first, second = out.splitlines()
    assert not first.endswith("(a copy)")
    assert second.endswith("(a copy)")


def test_what_another_version_read_is_read_again(memcon, reader, desk):
    named, path = desk
    page = Page(name="talks", content=TALKS, published=date(2021, 5, 20))
    made_by = MadeBy(memcon="0.0.1", models={"events": "old"})
    old = replace(reader.read(page), made_by=made_by, events=(), positions=())
    with Desk.create(path) as opened:
        opened.add(old)
    code, out, err = memcon("add", "--reread", *named)
    assert (code, err) == (0, "1 read again\n")
    assert out.startswith(f"read again {old.article.id[:12]} 2021-05-20")
    with Desk(path) as opened:
        made = opened.record(old.article.id)
        assert made == reader.reread(old)
        assert made.events
        assert opened.outdated(reader.made_by) == ()
    assert memcon("add", "--reread", *named) == (0, "", "0 read again\n")


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ((), "name PAGES to add"),
        (("--reread", "page.txt"), "name PAGES to add"),
        (("missing.txt",), "missing.txt: no such file"),
        (("--records", "missing.jsonl"), "missing.jsonl: no such file"),
    ],
)
def test_what_cannot_be_added_is_told(memcon, desk, arguments, reason):
    code, out, err = memcon("add", *arguments, *desk[0])
    assert (code, out) == (2, "")
    assert reason in err


def test_after_ctrl_c_it_says_how_many_are_kept(memcon, pages, desk, monkeypatch):
    named, path = desk
    add = Desk.add

    def interrupted(self, record):
        added = add(self, record)
        if added.number == 2:
            raise KeyboardInterrupt
        return added

    monkeypatch.setattr(Desk, "add", interrupted)
    code, out, err = memcon("add", str(pages), *named)
    assert code == 130
    assert len(out.splitlines()) == 1
    assert "interrupted; 1 articles were added" in err
    with Desk(path) as opened:
        assert len(opened.articles()) == 2
