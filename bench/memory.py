"""Memory: the peak of one process, and whether it stays flat over 5,000 documents.

    python bench/memory.py [--shared ../shared]

A fresh process reads the newswire stories and PolNeAR's training and development articles, long
and short ones mixed, and then all again. "Flat" compares its size after the first 1,000 documents,
when all that is loaded late is there, with its size at the end.
"""

import json
import random
import subprocess
import sys
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

import psutil

import attribution
import newswire
from measurement import Measurement, present, run
from memcon.page.page import Page
from memcon.reading import Reader

DOCUMENTS = 5000
STEP = 500
MEGABYTE = 1 << 20


def measure(shared: Path, _reader: Reader) -> Measurement:
    """Sizes along the way, read off a process of its own."""
    gold = (
        present(shared, "data", "newswire", "newswire.jsonl.gz"),
        present(shared, "data", "attribution", "train"),
        present(shared, "data", "attribution", "dev"),
    )
    command = [sys.executable, __file__, "--child", str(shared)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    sizes = json.loads(done.stdout)
    peak, growth = max(sizes), round(sizes[-1] / sizes[1] - 1, 3)
    steps = "  ".join(f"{size:.0f}" for size in sizes)
    table = (
        f"peak of one process                 {peak:.0f} MB\n"
        f"growth from 1,000 to 5,000 documents  {growth:.1%}\n"
        f"MB after each {STEP} documents         {steps}"
    )
    return Measurement("memory", table, {"peak_mb": peak, "growth": growth}, gold)


def _pages(shared: Path) -> Iterator[Page]:
    """Every text there is, in a mixed order, again and again."""
    data = shared / "data"
    pages = [
        *newswire.pages(data / "newswire" / "newswire.jsonl.gz"),
        *attribution.pages(data / "attribution" / "dev"),
        *attribution.pages(data / "attribution" / "train"),
    ]
    random.Random(0).shuffle(pages)
    return cycle(pages)


def _sizes(shared: Path) -> list[float]:
    """The size of this process in MB after each step of documents."""
    reader, process, sizes = Reader(), psutil.Process(), []
    for number, _ in enumerate(reader.read_all(islice(_pages(shared), DOCUMENTS)), 1):
        if number % STEP == 0:
            sizes.append(process.memory_info().rss / MEGABYTE)
    return sizes


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        print(json.dumps(_sizes(Path(sys.argv[2]))))
    else:
        run(measure, __doc__)
