"""Newswire: 1,987 stories read twice by two processes; no crash, and the same bytes both times.

    python bench/newswire.py [--shared ../shared]

Every process hashes words with a seed of its own, so an order that hangs on a set would show.
That every span quotes its text is checked before a record is encoded.
"""

import gzip
import hashlib
import json
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from measurement import Measurement, present, run
from memcon.page.page import Page, Rejected
from memcon.reading import Reader
from memcon.record.contract import encode

JOBS = 2


def pages(file: Path) -> Iterator[Page]:
    """Each story with what its line says of it."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            story = json.loads(line)
            yield Page(
                name=story["id"],
                content=story["text"],
                given_id=story["id"],
                title=story["title"] or None,
                published=date.fromisoformat(story["published"]),
                publisher=story["publisher"],
            )


def measure(shared: Path, reader: Reader) -> Measurement:
    """Stories read and refused, whether both runs agree, and how long one took."""
    file = present(shared, "data", "newswire", "newswire.jsonl.gz")
    first, again = (_read(reader, file) for _ in range(2))
    read, refused, digest, seconds = first
    is_same = digest == again[2]
    table = (
        f"stories read             {read}\n"
        f"stories refused          {refused}\n"
        f"both runs, byte by byte  {'the same' if is_same else 'DIFFERENT'}\n"
        f"stories a second         {read / seconds:.1f} ({JOBS} processes)"
    )
    found = {"read": read, "refused": refused, "same_bytes": float(is_same)}
    return Measurement("newswire", table, found, (file,))


def _read(reader: Reader, file: Path) -> tuple[int, int, str, float]:
    """How many were read and refused, the digest of all records, and seconds."""
    start, digest, read, refused = time.perf_counter(), hashlib.sha256(), 0, 0
    for record in reader.read_all(pages(file), jobs=JOBS):
        if isinstance(record, Rejected):
            refused += 1
        else:
            digest.update(encode(record) + b"\n")
            read += 1
    return read, refused, digest.hexdigest(), time.perf_counter() - start


if __name__ == "__main__":
    run(measure, __doc__)
