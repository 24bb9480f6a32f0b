"""Measurement: one scorer's table and figures, and the gold they were measured against."""

import argparse
import hashlib
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from memcon.reading import Reader


@dataclass(frozen=True, slots=True)
class Measurement:
    """What one scorer prints.

    `figures` are what floors and ceilings are set for; `gold` are the files and folders that the
    figures depend on, by which a floor knows whether it still speaks of the same data.
    """

    name: str
    table: str
    figures: Mapping[str, float]
    gold: tuple[Path, ...] = ()

    def digest(self) -> str:
        """The sha256 of the gold's file names and bytes; of nothing where there is no gold."""
        total = hashlib.sha256()
        for path in sorted(self.gold):
            files = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
            for file in files:
                total.update(f"{file.name}\0".encode())
                total.update(hashlib.sha256(file.read_bytes()).digest())
        return f"sha256:{total.hexdigest()}"


class MissingDataError(Exception):
    """The data that a measurement needs is not beside this checkout."""


Measure = Callable[[Path, Reader], Measurement]


def present(shared: Path, *names: str) -> Path:
    """A file or folder of the development data; MissingDataError if it is absent."""
    path = shared.joinpath(*names)
    if not path.exists():
        raise MissingDataError(f"{'/'.join(names)} is not in {shared}")
    return path


def run(measure: Measure, doc: str | None) -> None:
    """The command line of one scorer: read, score, print."""
    parser = argparse.ArgumentParser(
        description=doc, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    shared = parser.parse_args().shared
    try:
        print(measure(shared, Reader()).table)
    except MissingDataError as reason:
        print(f"skipped: {reason}", file=sys.stderr)
