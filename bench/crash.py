"""Crash: a process that adds articles is killed at random, again and again; what remains.

    python bench/crash.py [--shared ../shared] [--records FILE] [--count 500] [--kills 200]

`memcon add` is started anew until it was killed so often, and then runs to its end. It says of each
article that it is kept; after some of these lines, and up to three hundredths of a second, it is
killed; every tenth time while it starts. Then each article must be there as it was added, none
twice, and the check of the desk must find nothing. The same is done with pages that are read, with
fewer kills, as the models take seconds to load.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from threading import Timer

import newswire
from measurement import present
from memcon.desk.checks import problems
from memcon.desk.desk import Desk
from memcon.reading import Reader
from memcon.record.contract import decode, encode
from records import write_records

COUNT, KILLS, KILLS_OF_READING = 500, 200, 12
_COMMAND = (sys.executable, "-c", "from memcon.cli.main import main; main()", "add")
_ADDED = "added "
# A kill comes after so many lines at the most and so many seconds; one in so many comes earlier.
_LINES, _SECONDS, _EARLY, _STARTING = 2, 0.02, 10, 0.6


@dataclass(slots=True)
class Outcome:
    """How often adding was killed, what it had said by then, and what was wrong in the end."""

    kills: int = 0
    runs: int = 0
    reported: list[str] = field(default_factory=list[str])
    faults: list[str] = field(default_factory=list[str])


def crash(desk: Path, arguments: Sequence[str], kills: int, seed: int = 0) -> Outcome:
    """Add and be killed so often, then add the rest."""
    drawn = random.Random(seed)
    outcome = Outcome()
    while True:
        is_due = outcome.kills < kills
        is_killed = _run([*_COMMAND, "--desk", str(desk), *arguments], outcome, drawn, is_due)
        outcome.runs += 1
        outcome.kills += is_killed
        if not is_killed and not is_due:
            return outcome
        if not is_killed:
            raise RuntimeError(f"all was added after {outcome.kills} kills: add more")


def inspect(desk: Path, outcome: Outcome, records: Path | None = None) -> Outcome:
    """Find what is wrong with a desk, given what was said of it and, if known, what was added."""
    told = set(outcome.reported)
    if len(told) < len(outcome.reported):
        outcome.faults.append("an article was reported twice")
    with Desk(desk) as opened:
        kept = opened.articles()
        outcome.faults += [f"{one} was reported and is lost" for one in told - _heads(kept)]
        outcome.faults += problems(opened.store)
        for line in records.read_bytes().splitlines() if records else ():
            article = decode(line).article.id
            if article not in kept:
                outcome.faults.append(f"{article} is lost")
            elif encode(opened.record(article)) != line:
                outcome.faults.append(f"{article} was changed")
    return outcome


def _run(command: Sequence[str], outcome: Outcome, drawn: random.Random, is_due: bool) -> bool:
    """Whether a command was killed before its end; what it said is put to the outcome."""
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdout
        timers: list[Timer] = []
        if is_due and drawn.randrange(_EARLY) == 0:
            timers.append(_timer(process, drawn.uniform(0, _STARTING)))
        last = drawn.randrange(_LINES) if is_due else -1
        for number, article in enumerate(_added(process.stdout)):
            outcome.reported.append(article)
            if number == last:
                timers.append(_timer(process, drawn.uniform(0, _SECONDS)))
        for timer in timers:
            timer.cancel()
    return process.returncode < 0


def _timer(process: subprocess.Popen[str], seconds: float) -> Timer:
    timer = Timer(seconds, process.kill)
    timer.start()
    return timer


def _added(lines: Iterator[str]) -> Iterator[str]:
    """The beginning of each article's id, of whole lines."""
    for line in lines:
        if line.startswith(_ADDED) and line.endswith("\n"):
            yield line.split()[1]


def _heads(articles: frozenset[str]) -> set[str]:
    """The ids as far as a line shows them."""
    return {article[:12] for article in articles}


def main() -> None:
    """Kill, inspect, and print what was found; the exit code is 1 if anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--records", type=Path)
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--kills", type=int, default=KILLS)
    parser.add_argument("--kills-of-reading", type=int, default=KILLS_OF_READING)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    faults: list[str] = []
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        records = folder / "records.jsonl"
        if options.records:
            with options.records.open("rb") as lines:
                records.write_bytes(b"".join(islice(lines, options.count)))
        else:
            stories = present(options.shared, "data", "newswire", "newswire.jsonl.gz")
            write_records(Reader(), islice(newswire.pages(stories), options.count), records)
        pages = sorted(map(str, Path("examples").glob("*/page.*")))
        for what, arguments, kills, kept in (
            ("records", ["--records", str(records)], options.kills, records),
            ("pages that are read", pages, options.kills_of_reading, None),
        ):
            started = time.monotonic()
            desk = folder / f"{kills} kills.memcon"
            outcome = inspect(desk, crash(desk, arguments, kills, options.seed), kept)
            print(
                f"{what}: {len(outcome.reported)} articles added in {outcome.runs} runs, "
                f"{outcome.kills} of them killed ({time.monotonic() - started:.0f} s); "
                f"faults: {len(outcome.faults)}"
            )
            faults += outcome.faults
    print(*faults, sep="\n", end="\n" if faults else "")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
