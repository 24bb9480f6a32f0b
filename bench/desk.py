"""Desk: 100,000 varied articles: the rate of adding at first and at last, size, and answers.

    python bench/desk.py [--shared ../shared] [--records FILE] [--count 100000] [--desk FILE]

The newswire's stories are read once, or taken from `--records` (a record a line); `scale.py` makes
as many out of them as are asked for. Only the adding is timed, not the making. Questions are asked
of the full desk as a user does, each a process of its own; their time is the median of five after
one that warms the files up. Where other programs run as well, compare the seconds of the processor.
With `--desk` the desk is kept, and where it is there already it is only asked.
"""

import argparse
import gc
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import newswire
from measurement import Measurement, present
from memcon.cli.desks import SELDOM
from memcon.desk.desk import Desk
from memcon.reading import Reader
from records import write_records
from scale import read_bases, varied

COUNT = 100_000
# The first and the last of so many shares of the articles are compared.
SHARES = 20
STEP = 1000
ROUNDS = 5
MEGABYTE = 1 << 20
AS_OF = ("--as-of", "2023-12-31")
# Stands for the person of whom most articles speak.
PERSON = "PERSON"
QUESTIONS: Sequence[Sequence[str]] = (
    ("relation", "USA", "CHN", "--since", "2019", "--until", "2020", *AS_OF),
    ("relation", "USA", "CHN", *AS_OF),
    ("timeline", "USA", "CHN"),
    ("positions", "sanctions"),
    ("prospects", *AS_OF),
    ("prospects", "--open", *AS_OF),
    ("prospects", "--overdue", *AS_OF),
    ("actor", PERSON),
    ("actor", "RUS"),
    ("search", "nuclear", "talks"),
    ("discrepancies",),
    ("happening", "1000"),
    ("watch", "news", "--keep"),
)
WATCH = ("watch", "add", "china", "relation", "USA", "CHN")


@dataclass(frozen=True, slots=True)
class Filling:
    """Seconds, on the clock and of the processor, that each step of articles took to add.

    `articles` counts them, `text` the bytes of their text.
    """

    seconds: Sequence[float]
    work: Sequence[float]
    articles: int
    text: int

    def rates(self, spent: Sequence[float]) -> tuple[float, float]:
        """Articles a second in the first and in the last share."""
        share = max(len(spent) // SHARES, 1)
        return STEP * share / sum(spent[:share]), STEP * share / sum(spent[-share:])


def fill(path: Path, records: Path, count: int) -> Filling:
    """Add varied records to a new desk; how it went is told on standard error."""
    seconds, work = [0.0], [0.0]
    text = articles = 0
    # As `memcon add` does.
    gc.set_threshold(*SELDOM)
    with Desk.create(path) as desk:
        for number, record in enumerate(varied(read_bases(records), count)):
            if number and number % STEP == 0:
                print(f"{number} articles, {STEP / seconds[-1]:.1f} a second", file=sys.stderr)
                seconds.append(0.0)
                work.append(0.0)
            text += len(record.article.text.encode())
            start, began = time.perf_counter(), time.process_time()
            articles += desk.add(record).is_new
            seconds[-1] += time.perf_counter() - start
            work[-1] += time.process_time() - began
    return Filling(seconds, work, articles, text)


def ask(path: Path, question: Sequence[str]) -> float:
    """Seconds until a command has answered, the median of several rounds."""
    command = [str(Path(sys.executable).with_name("memcon")), *question, "--desk", str(path)]
    seconds = []
    for _ in range(ROUNDS + 1):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        seconds.append(time.perf_counter() - start)
    return median(seconds[1:])


def asked(path: Path) -> Iterator[tuple[str, float]]:
    """Each question and how long its answer takes."""
    program = str(Path(sys.executable).with_name("memcon"))
    known = subprocess.run(
        [program, "watch", "list", "--csv", "--desk", str(path)], capture_output=True, text=True
    )
    if WATCH[2] not in known.stdout:
        subprocess.run([program, *WATCH, "--desk", str(path)], check=True)
    person = _most_spoken_of(path)
    for question in QUESTIONS:
        words = " ".join(question).removesuffix(" ".join(AS_OF)).strip()
        yield words, ask(path, [person if word == PERSON else word for word in question])


def _most_spoken_of(path: Path) -> str:
    """The key of a person, by which nobody else can be meant."""
    with Desk(path) as desk:
        row = desk.store.first(
            "SELECT a.key FROM actors a JOIN appearances p ON p.actor = a.id"
            " WHERE a.kind = 'person' GROUP BY a.id ORDER BY count(*) DESC LIMIT 1"
        )
    assert row is not None
    return row[0]


def size_of(path: Path) -> int:
    """Bytes of the desk and what lies beside it."""
    return sum(file.stat().st_size for file in path.parent.glob(f"{path.name}*"))


def measured(path: Path, records: Path | None, shared: Path, count: int) -> Measurement:
    """Rates and size of a desk that is filled now, and the times of answers."""
    figures: dict[str, float] = {}
    lines: list[str] = []
    if not path.exists():
        filling = fill(path, records or _read(shared, path.parent), count)
        first, last = filling.rates(filling.seconds)
        quick, slow = filling.rates(filling.work)
        figures = {
            "articles": filling.articles,
            "first_rate": round(first, 1),
            "slowdown": round(first / last, 2),
            "slowdown_of_work": round(quick / slow, 2),
            "size_of_text": round(size_of(path) / filling.text, 2),
        }
        lines = [
            f"articles on the desk           {filling.articles}",
            f"added a second, first and last {first:.1f} and {last:.1f}: {first / last:.2f} times",
            f"by time of the processor       {quick:.1f} and {slow:.1f}: {quick / slow:.2f} times",
            f"file of {size_of(path) / MEGABYTE:.0f} MB                 "
            f"{size_of(path) / filling.text:.2f} times the text",
        ]
    times = dict(asked(path))
    slowest = max(times.values())
    lines += [f"{1000 * seconds:5.0f} ms  memcon {words}" for words, seconds in times.items()]
    figures |= {
        "answer_ms": round(1000 * median(times.values())),
        "slowest_ms": round(1000 * slowest),
    }
    return Measurement("desk", "\n".join(lines), figures, (_stories(shared),))


def measure(shared: Path, _reader: Reader) -> Measurement:
    """All of it on a desk of its own."""
    with tempfile.TemporaryDirectory() as scratch:
        return measured(Path(scratch) / "desk.memcon", None, shared, COUNT)


def _stories(shared: Path) -> Path:
    return present(shared, "data", "newswire", "newswire.jsonl.gz")


def _read(shared: Path, folder: Path) -> Path:
    """The newswire's stories, read into a file."""
    file = folder / "newswire.jsonl"
    write_records(Reader(), newswire.pages(_stories(shared)), file)
    return file


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--records", type=Path)
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--desk", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        path = given.desk or Path(scratch) / "desk.memcon"
        print(measured(path, given.records, given.shared, given.count).table)


if __name__ == "__main__":
    main()
