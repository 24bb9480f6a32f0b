"""Export: the files are those of the command line, sent in pieces while others ask."""

import pytest

from bulletins import SUMMIT
from memcon.cli.main import run
from memcon.desk.desk import Desk
from memcon.export.formats import ABOUT, FORMATS, LEVELLED, TABLES
from memcon.web import export
from visits import until, visiting


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    path = tmp_path_factory.mktemp("export") / "summit.memcon"
    with Desk.create(path) as made:
        for record in SUMMIT:
            made.add(record)
    return path


@pytest.fixture(scope="module")
def visitor(desk):
    with visiting(desk) as client:
        yield client


@pytest.fixture
def command(desk, monkeypatch, tmp_path, capsysbinary):
    """What `memcon desk export` writes of the same desk."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments):
        assert run(("desk", "export", "--desk", str(desk), *arguments)) == 0
        return capsysbinary.readouterr().out

    return call


@pytest.mark.parametrize("piece", [1, 65_536])
@pytest.mark.parametrize("form", FORMATS)
def test_a_file_is_that_of_the_command_line(visitor, command, monkeypatch, form, piece):
    monkeypatch.setattr(export, "_PIECE", piece)
    answer = visitor.get("/export/file", params={"format": form})
    assert answer.status_code == 200
    assert answer.content == command("--format", form)


@pytest.mark.parametrize(
    ("asked", "options"),
    [
        ("format=plover&per=happening", ["--format", "plover", "--per", "happening"]),
        ("format=icews&since=2021-05&until=2021-06-16", ["--format", "icews", "--since", "2021-05", "--until", "2021-06-16"]),
        ("format=happenings&between=USA&between=RUS&limit=2", ["--format", "happenings", "--between", "USA", "RUS", "--limit", "2"]),
        ("format=atom&limit=0", ["--format", "atom", "--limit", "0"]),
        ("format=plover&min_confidence=0.9", ["--format", "plover", "--min-confidence", "0.9"]),
    ],
)  # fmt: skip
def test_what_is_asked_for_is_what_is_sent(visitor, command, asked, options):
    assert visitor.get(f"/export/file?{asked}").content == command(*options)


@pytest.mark.parametrize("form", FORMATS)
def test_it_is_saved_under_a_safe_name(visitor, form):
    headers = visitor.get("/export/file", params={"format": form}).headers
    ending = "csv" if form in TABLES else "xml" if form == "atom" else "jsonl"
    assert headers["content-disposition"] == f'attachment; filename="memcon-{form}.{ending}"'
    assert headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("asked", "status", "reason"),
    [
        ("", 400, "format"),
        ("format=docx", 400, "docx"),
        ("format=atom&per=happening", 400, "go with"),
        ("format=plover&between=USA", 400, "two parties"),
        ("format=plover&between=USA&between=RUS&between=DEU", 400, "two parties"),
        ("format=plover&between=USA&between=Nobody", 404, "nobody on the desk is called so"),
        ("format=plover&between=USA&between=Biden", 404, "USA"),
        ("format=plover&since=soon", 400, "soon"),
        ("format=plover&min_confidence=2", 400, "min_confidence"),
        ("format=plover&name=../../x", 400, "name"),
    ],
)
def test_what_is_wrong_is_told_before_anything_is_sent(visitor, asked, status, reason):
    answer = visitor.get(f"/export/file?{asked}")
    assert answer.status_code == status
    assert reason in answer.text
    assert "content-disposition" not in answer.headers


def test_the_form_has_all_formats_and_is_filled_in_from_its_address(visitor):
    page = visitor.get("/export?format=ftm&between=USA&between=RUS&since=2021-05").text
    assert all(f'value="{form}"' in page for form in FORMATS)
    assert 'value="ftm" checked' in page
    assert 'value="2021-05-01"' in page
    assert 'value="RUS"' in page
    told = visitor.get("/export.json").json()["formats"]
    assert {one["name"]: one["about"] for one in told} == ABOUT
    assert tuple(one["name"] for one in told if one["is_levelled"]) == LEVELLED


def test_others_ask_and_add_while_a_file_is_sent(desk):
    with visiting(desk) as visitor:
        clerk = visitor.app.state.room.clerk

        async def ask():
            pieces = clerk.ask_beside(
                lambda store: (
                    str(store.query("SELECT count(*) FROM articles")).encode() for _ in "ab"
                )
            )
            first = await anext(pieces)
            gone = await clerk.ask(lambda desk: desk.forget(SUMMIT[0].article.id))
            there = await clerk.ask(lambda desk: desk.has(gone))
            await clerk.ask(lambda desk: desk.add(SUMMIT[0]))
            return first == await anext(pieces), there, [one async for one in pieces]

        assert visitor.portal.call(ask) == (True, False, [])


def test_who_leaves_before_the_end_leaves_nothing_open(desk):
    ended = []

    def count(_store):
        try:
            for _ in range(1000):
                yield b"x"
        finally:
            ended.append(True)

    with visiting(desk) as visitor:
        clerk = visitor.app.state.room.clerk

        async def leave():
            pieces = clerk.ask_beside(count)
            await anext(pieces)
            await pieces.aclose()

        visitor.portal.call(leave)
        until(lambda: ended)
