"""Throughput: documents a second of memcon beside bare spaCy, on one process and on two.

    python bench/throughput.py [--shared ../shared]

Both read the PolNeAR development texts in the same run, in alternating rounds: spaCy's small model
with all its components, `nlp(text)`, against `Reader.read`. Ratios are medians over the rounds. The
clock of two processes starts when their models are loaded and the first results are there. What
else the machine does meanwhile is told, for beside it two processes cannot have two cores.
"""

import os
import sys
import time
from collections.abc import Callable, Sequence
from itertools import chain
from pathlib import Path
from statistics import median

import psutil
import spacy

import attribution
from measurement import Measurement, present, run
from memcon.models.models import ENGLISH
from memcon.page.page import Page
from memcon.reading import Reader

ROUNDS = 3
WARM_UP = 16
FOREIGN = 0.05


def measure(shared: Path, reader: Reader) -> Measurement:
    """Rates and their ratios."""
    gold = present(shared, "data", "attribution", "dev")
    pages = tuple(attribution.pages(gold))
    nlp = spacy.load(next(name for name in ENGLISH if spacy.util.is_package(name)))
    bare, one, two = [], [], []
    busy, own = _busy_seconds(), _own_seconds()
    for _ in range(ROUNDS):
        bare.append(_rate(pages, lambda page: nlp(page.content)))
        one.append(_rate(pages, reader.read))
        two.append(_rate_of_two(reader, pages))
    busy, own = _busy_seconds() - busy, _own_seconds() - own
    if busy - own > FOREIGN * busy:
        print(f"note: {1 - own / busy:.0%} of the work was other programs'", file=sys.stderr)
    found = {
        "of_bare": round(median(o / b for o, b in zip(one, bare, strict=True)), 2),
        "two_of_one": round(median(t / o for t, o in zip(two, one, strict=True)), 2),
    }
    lines = (
        ("bare spaCy, one process ", median(bare), ""),
        ("memcon, one process     ", median(one), f"{found['of_bare']} of bare spaCy"),
        ("memcon, two processes   ", median(two), f"{found['two_of_one']} of one process"),
    )
    table = "\n".join(f"{what} {rate:5.1f} documents/s  {of}".rstrip() for what, rate, of in lines)
    return Measurement("throughput", table, found, (gold,))


def _busy_seconds() -> float:
    """CPU seconds that the machine has spent on programs."""
    times = psutil.cpu_times()
    return times.user + times.system


def _own_seconds() -> float:
    """CPU seconds that this process and those it has ended have spent."""
    return sum(os.times()[:4])


def _rate(pages: Sequence[Page], read: Callable[[Page], object]) -> float:
    """Documents a second, one after the other."""
    start = time.perf_counter()
    for page in pages:
        read(page)
    return len(pages) / (time.perf_counter() - start)


def _rate_of_two(reader: Reader, pages: Sequence[Page]) -> float:
    """Documents a second of two processes at work, over two passes.

    At the end one of them waits for the other's last document, which weighs less in a longer run.
    """
    records = reader.read_all(chain(pages[:WARM_UP], pages, pages), jobs=2)
    for _ in range(WARM_UP):
        next(records)
    start = time.perf_counter()
    count = sum(1 for _ in records)
    return count / (time.perf_counter() - start)


if __name__ == "__main__":
    run(measure, __doc__)
