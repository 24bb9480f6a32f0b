"""Encryption: nothing that a desk knows stands readable in any file that its process writes.

The process stops at each step; then every file is searched that is below its folder, or that it
holds open, even if it was deleted. A plain desk shows that the search finds what there is.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from memcon.desk.blobs import pack_text
from memcon.desk.keys import Key
from memcon.record.contract import encode
from memcon.record.findings import Actor
from memcon.record.span import Span

URL = "https://courier.example/2021/05/20/quiet-channel"
TEXT = """
Antony Blinken met Sergei Lavrov in Reykjavik on Wednesday.

The envoys spoke of a quiet channel through Helsinki, and Lavrov declined to name its keeper.
"""
WORDS = [
    URL,
    "courier.example",
    "Quiet channel",
    "The envoys spoke of a quiet channel through Helsinki",
    "declined to name its keeper",
    "Sergei Lavrov",
    "lavrov",
    "helsinki",
    "Example Courier",
    "How quiet was it?",
]
KEEPER = """
import sys
from pathlib import Path
from memcon.desk.checks import problems
from memcon.desk.desk import Desk
from memcon.desk.keys import read_key_file
from memcon.record.contract import decode

def pause():
    print("ready", flush=True)
    sys.stdin.readline()

path, temp_store, *key_file = sys.argv[1:]
record = decode(sys.stdin.readline())
key = read_key_file(Path(key_file[0])) if key_file else None
with Desk.create(path, key) as desk:
    store = desk.store
    desk.add(record)
    list(problems(store))
    pause()
    store.run("PRAGMA cache_size = 20")
    with store.transaction():
        store.run(
            "WITH n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 3000)"
            " INSERT INTO watches (name, question, seen)"
            " SELECT n || ' How quiet was it?', url || title, 0 FROM n, articles"
        )
        store.run("UPDATE watches SET question = question || ' Sergei Lavrov'")
        pause()
    if temp_store != "as the store has it":
        store.run(f"PRAGMA temp_store = {temp_store}")
    rows = store.each("SELECT w.name || v.question FROM watches w, watches v WHERE w.id < 20 ORDER BY 1")
    next(rows)
    pause()
    rows.close()
    store.query("SELECT rowid FROM words WHERE words MATCH 'quiet channel'")
    store.back_up(Path(path + ".copy"))
    pause()
"""


def files_of(process, folder):
    """What the files hold that are below a folder or that a process has open."""
    links = [link for link in Path(f"/proc/{process.pid}/fd").iterdir() if link.is_file()]
    for link in links:
        assert str(link.readlink()).startswith(str(folder)), link.readlink()
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path): path.read_bytes() for path in [*links, *paths]}


def readable(content, needles):
    """The words that stand in some bytes, in UTF-8 or UTF-16."""
    return [
        word
        for word in needles
        if any(word.encode(form) in content for form in ("utf-8", "utf-16-le", "utf-16-be"))
    ]


@pytest.fixture
def kept(tmp_path, bare):
    """kept(temp_store, key file if any) -> what every file held, step by step."""
    record = bare(TEXT, title="Quiet channel")
    start = record.article.text.index("Sergei Lavrov")
    actor = Actor(
        id="a1",
        name="Sergei Lavrov",
        kind="person",
        country="RUS",
        sector="GOV",
        mentions=(Span(start=start, end=start + len("Sergei Lavrov")),),
        roles=(),
    )
    article = replace(record.article, url=URL, publisher="Example Courier")
    line = encode(replace(record, article=article, actors=(actor,))).decode()
    folder, temporary = tmp_path / "desk", tmp_path / "desk" / "tmp"
    temporary.mkdir(parents=True)

    def run(temp_store, *key_file):
        process = subprocess.Popen(
            [sys.executable, "-c", KEEPER, folder / "desk.memcon", temp_store, *key_file],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=folder,
            env={
                "HOME": str(folder),
                "TMPDIR": str(temporary),
                "SQLITE_TMPDIR": str(temporary),
                "PATH": os.environ["PATH"],
                "PYTHONDONTWRITEBYTECODE": "1",
            },
        )
        with process:
            process.stdin.write(line + "\n")
            for _ in range(4):
                process.stdin.flush()
                assert process.stdout.readline() == "ready\n", process.stderr.read()
                yield files_of(process, folder)
                process.stdin.write("\n")
        assert process.returncode == 0
        yield files_of_folder(folder)

    return run


def files_of_folder(folder):
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.skipif(sys.platform != "linux", reason="sees open files in /proc")
def test_no_word_of_an_encrypted_desk_stands_in_any_file(kept, tmp_path):
    key_file = tmp_path / "key"
    key_file.write_text(Key.new().secret)
    blob = pack_text(TEXT)
    for step, files in enumerate(kept("as the store has it", key_file)):
        assert any(name.endswith("-wal") for name in files) is (step < 4)
        for name, content in files.items():
            assert readable(content, WORDS) == [], (step, name)
            assert b"SQLite format" not in content
            assert b"CREATE TABLE" not in content
            assert blob[20:60] not in content


@pytest.mark.skipif(sys.platform != "linux", reason="sees open files in /proc")
def test_the_same_search_finds_the_words_of_a_plain_desk(kept):
    found = [
        {word for content in files.values() for word in readable(content, WORDS)}
        for files in kept("FILE")
    ]
    for words in found:
        assert {URL, "Quiet channel", "lavrov", "helsinki", "Example Courier"} <= words


@pytest.mark.skipif(sys.platform != "linux", reason="sees open files in /proc")
def test_the_same_search_finds_a_temporary_file_that_was_deleted(kept):
    steps = list(kept("FILE"))
    sorting = [content for name, content in steps[2].items() if "/proc/" in name]
    assert any(b"How quiet was it?" in content and b"SQLite" not in content for content in sorting)
