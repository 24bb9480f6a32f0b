"""Records for the scorers: texts read into JSON Lines, and a scorer run over them."""

import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from memcon.page.page import Page, Rejected
from memcon.reading import Reader
from memcon.record.contract import encode


def write_records(reader: Reader, pages: Iterable[Page], file: Path) -> None:
    """One record a line; the scorers know a page by the id that it was given."""
    with file.open("wb") as lines:
        for record in reader.read_all(pages):
            if isinstance(record, Rejected):
                print(f"{record.page}: {record.reason}", file=sys.stderr)
            else:
                lines.write(encode(record) + b"\n")


def scored(reader: Reader, pages: Iterable[Page], scorer: Path, gold: Path) -> str:
    """What a scorer prints of the pages' records beside the gold."""
    with tempfile.TemporaryDirectory() as scratch:
        records = Path(scratch) / "records.jsonl"
        write_records(reader, pages, records)
        return output_of(scorer, gold, records)


def output_of(script: Path, *arguments: Path) -> str:
    """What a script prints; its own errors go to our standard error."""
    command = [sys.executable, str(script), *map(str, arguments)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout.rstrip()


def figures(output: str) -> Mapping[str, float]:
    """The figures of a scorer's METRIC line; "54/63" becomes 54."""
    (line,) = (line for line in output.splitlines() if line.startswith("METRIC "))
    pairs = (part.partition("=") for part in line.split()[1:])
    return {name: float(value.partition("/")[0]) for name, _, value in pairs}


def without_metrics(output: str) -> str:
    """The scorer's table for people."""
    return "\n".join(line for line in output.splitlines() if not line.startswith("METRIC "))
