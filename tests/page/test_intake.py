"""What the user points at comes in page by page; what cannot be read is one clear line."""

import gzip
import io
import json
import tracemalloc
from datetime import date

import pytest

from memcon.page.intake import LARGEST_PAGE, media_type_of, take_in
from memcon.page.page import Page, Rejected

HTML = "<!DOCTYPE html><html><body><h1>Ministers meet</h1><p>They met.</p></body></html>"
LINES = [
    {"id": 7, "title": "One", "text": "The first.", "published": "2021-05-20", "extra": [1]},
    {"id": "b", "text": "The second.", "publisher": "Harbour Wire", "language": "en"},
]


@pytest.fixture
def lines_file(tmp_path):
    path = tmp_path / "stories.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in LINES) + "\n\n")
    return path


def only(found):
    (one,) = found
    return one


def test_a_text_and_an_html_file_are_pages(tmp_path):
    (tmp_path / "story.txt").write_text("The ministers met.")
    (tmp_path / "story.html").write_text(HTML)
    page, other = take_in([str(tmp_path / "story.html"), str(tmp_path / "story.txt")])
    assert (page.media_type, other.media_type) == ("text/html", "text/plain")
    assert page.name == str(tmp_path / "story.html")
    assert other.content == "The ministers met."


@pytest.mark.parametrize(
    ("name", "text", "media_type"),
    [
        ("a.html", "no tag at all", "text/html"),
        ("a.txt", "The ministers met.", "text/plain"),
        ("a", "  <!doctype HTML><p>x", "text/html"),
        ("a", "<!-- saved --><html><p>x", "text/html"),
        ("a", '<?xml version="1.0"?><html xmlns="x"><p>x', "text/html"),
        ("a", "<unknown> of the ministers", "text/plain"),
    ],
)
def test_html_is_known_by_suffix_or_beginning(name, text, media_type):
    assert media_type_of(name, text) == media_type


def test_json_lines_keep_what_they_say_of_a_text(lines_file):
    first, second = take_in([str(lines_file)])
    assert first == Page(
        name=f"{lines_file}, line 1",
        content="The first.",
        given_id="7",
        title="One",
        published=date(2021, 5, 20),
    )
    assert (second.publisher, second.language, second.given_id) == ("Harbour Wire", "en", "b")


def test_compressed_files_are_read(tmp_path, lines_file):
    packed = tmp_path / "stories.jsonl.gz"
    packed.write_bytes(gzip.compress(lines_file.read_bytes()))
    page = tmp_path / "story.html.gz"
    page.write_bytes(gzip.compress(HTML.encode()))
    assert [p.content for p in take_in([str(packed)])] == ["The first.", "The second."]
    assert only(take_in([str(page)])).media_type == "text/html"


@pytest.mark.parametrize("cut", [-8, 30, 5])
def test_a_damaged_archive_is_rejected(tmp_path, cut):
    path = tmp_path / "story.txt.gz"
    path.write_bytes(gzip.compress(b"The ministers met." * 90)[:cut])
    assert "decompressed" in only(take_in([str(path)])).reason


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"title": "No text"}', "text"),
        ('{"text": ""}', "empty text"),
        ('{"text": 5}', "text"),
        ('{"text": "cut', "JSON"),
        ("[" * 5_000, "JSON"),
        ('{"text": "x", "published": "soon"}', "no date"),
        ('{"text": "\\ud800"}', ""),
    ],
)
def test_a_bad_line_is_rejected_and_the_rest_goes_on(tmp_path, line, reason):
    path = tmp_path / "stories.jsonl"
    path.write_text(f'{{"text": "Before."}}\n{line}\n{{"text": "After."}}\n')
    before, bad, after = take_in([str(path)])
    assert (before.content, after.content) == ("Before.", "After.")
    assert isinstance(bad, Rejected) or not reason
    if reason:
        assert bad.page == f"{path}, line 2"
        assert reason in bad.reason
        assert "\n" not in bad.reason


def test_standard_input_may_be_a_page_or_json_lines(lines_file):
    page = only(take_in(["-"], stdin=io.BytesIO(HTML.encode())))
    assert (page.name, page.media_type) == ("standard input", "text/html")
    assert len(list(take_in(["-"], stdin=io.BytesIO(lines_file.read_bytes())))) == 2
    assert only(take_in(["-"], stdin=io.BytesIO(b""))).reason == "empty"


def test_a_folder_is_read_whole_in_order_without_what_lies_beside(tmp_path):
    for name in ("b.txt", "a.html", "sub/c.txt", ".hidden.txt", "a_files/style.css", "x.png"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(HTML if name.endswith("html") else "The ministers met.")
    names = [page.name for page in take_in([str(tmp_path)])]
    assert names == [str(tmp_path / name) for name in ("a.html", "b.txt", "sub/c.txt")]
    assert [p.name for p in take_in([str(tmp_path / "*.txt")])] == [str(tmp_path / "b.txt")]


def test_what_cannot_be_read_is_one_line_and_the_rest_goes_on(tmp_path):
    good = tmp_path / "good.txt"
    good.write_text("The ministers met.")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.html").write_bytes(bytes(range(256)) * 20)
    large = tmp_path / "large.html"
    with large.open("wb") as stream:
        stream.truncate(50_000_000)
    sources = ["missing.txt", "empty.txt", "binary.html", "large.html", "*.none", "good.txt"]
    found = list(take_in([str(tmp_path / name) for name in sources]))
    assert found[-1].content == "The ministers met."
    reasons = [rejected.reason for rejected in found[:-1]]
    assert reasons == [
        "no such file or directory",
        "empty",
        "binary, not text",
        "is larger than 20 MB",
        "holds no file to read",
    ]


def test_an_empty_folder_and_an_impossible_name_are_rejected(tmp_path):
    folder, name = take_in([str(tmp_path), "a\0b"])
    assert "no file" in folder.reason
    assert "name" in name.reason


def test_a_line_that_is_too_long_is_skipped_not_held(tmp_path):
    path = tmp_path / "stories.jsonl"
    with path.open("wb") as stream:
        stream.write(b'{"text": "' + b"x" * (LARGEST_PAGE + 10) + b'"}\n{"text": "After."}\n')
    long, after = take_in([str(path)])
    assert "larger" in long.reason
    assert after.content == "After."


def test_pages_come_one_by_one(tmp_path):
    path = tmp_path / "stories.jsonl"
    with path.open("w") as stream:
        for number in range(2_000):
            stream.write(json.dumps({"id": number, "text": "A paragraph of news. " * 100}) + "\n")
    tracemalloc.start()
    for _ in take_in([str(path)]):
        pass
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1_000_000 < path.stat().st_size


@pytest.mark.parametrize(
    ("source", "reason"),
    [("https://example.org/story", "--fetch"), ("ftp://example.org/a", "only http and https")],
)
def test_an_address_is_not_asked_unless_the_user_says_so(source, reason):
    assert reason in only(take_in([source])).reason
