"""Times: how far memcon's expressions of time agree with TimeML annotators.

    python bench/times.py [--shared ../shared] [--records FILE]

Reads the texts of data/time whole, each with the day it was published, and hands the records to
evaluate/time.py, whose table is printed. Value F1 is the figure that peers give.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

from memcon.page.page import Page, Rejected
from memcon.reading import Reader
from memcon.record.contract import encode


def pages(folder: Path) -> Iterator[Page]:
    """The text of each TimeML file, and its document creation time as the day of publication."""
    for file in sorted(folder.glob("*.tml")):
        root = ElementTree.parse(file).getroot()
        text, created = root.find("TEXT"), root.find("DCT/TIMEX3")
        if text is None or created is None:
            continue
        published = date.fromisoformat(created.attrib["value"][:10])
        yield Page(name=file.stem, content="".join(text.itertext()), published=published)


def write_records(folder: Path, records: Path) -> None:
    """A line of JSON for each text that can be read."""
    reader = Reader()
    with records.open("wb") as lines:
        for page, record in zip(pages(folder), reader.read_all(pages(folder)), strict=True):
            if isinstance(record, Rejected):
                print(f"{record.page}: {record.reason}", file=sys.stderr)
                continue
            name = page.name.replace('"', "")
            lines.write(b'{"name": "%s", "record": %s}\n' % (name.encode(), encode(record)))


def score(folder: Path, scorer: Path, records: Path) -> str:
    """The scorer's table over the records of a folder of TimeML files."""
    command = [sys.executable, str(scorer), str(folder), str(records)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def main() -> None:
    """Read the texts, score the records, print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--records", type=Path, help="keep the records in this file")
    arguments = parser.parse_args()
    folder = arguments.shared / "data" / "time"
    scorer = arguments.shared / "evaluate" / "time.py"
    if not folder.is_dir() or not scorer.is_file():
        print(f"skipped: no TimeML texts and scorer in {arguments.shared}")
        return
    with tempfile.TemporaryDirectory() as scratch:
        records = arguments.records or Path(scratch) / "times.jsonl"
        write_records(folder, records)
        print(score(folder, scorer, records), end="")


if __name__ == "__main__":
    main()
