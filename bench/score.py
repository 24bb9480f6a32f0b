"""Score: every measurement, or those named, printed and written into docs/benchmarks.md.

    python bench/score.py [NAME …] [--shared ../shared]

Exits with 1 when a figure is below its floor in bench/floors.json. A measurement whose data is not
beside the checkout is skipped, and its figures in the docs stay as they are.
"""

import argparse
import re
import sys
from collections.abc import Mapping
from pathlib import Path

import attribution
import codings
import events
import examples
import facts
import floors
import languages
import memory
import newswire
import pages
import pairs
import refusals
import startup
import story
import throughput
import times
from measurement import Measure, Measurement, MissingDataError
from memcon.reading import Reader

DOCS = Path(__file__).parents[1] / "docs" / "benchmarks.md"
MEASURES: Mapping[str, Measure] = {
    "facts": facts.measure,
    "examples": examples.measure,
    "story": story.measure,
    "times": times.measure,
    "attribution": attribution.measure,
    "refusals": refusals.measure,
    "events": events.measure,
    "codings": codings.measure,
    "pairs": pairs.measure,
    "languages": languages.measure,
    "pages": pages.measure,
    "throughput": throughput.measure,
    "startup": startup.measure,
    "newswire": newswire.measure,
    "memory": memory.measure,
}


def main() -> None:
    """Measure, print, write, compare with the floors."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", help=f"of {', '.join(MEASURES)}")
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    arguments = parser.parse_args()
    if unknown := sorted(set(arguments.names) - set(MEASURES)):
        parser.error(f"no measurement is called {', '.join(unknown)}")
    reader, pinned, failed = Reader(), floors.load(), []
    for name in arguments.names or MEASURES:
        try:
            found = MEASURES[name](arguments.shared, reader)
        except MissingDataError as reason:
            print(f"== {name}: skipped: {reason}\n", flush=True)
            continue
        print(f"== {name}\n{found.table}\n", flush=True)
        DOCS.write_text(written(DOCS.read_text("utf-8"), found), "utf-8")
        failed += floors.failures(found, pinned[name])
    sys.exit("\n".join(failed) or None)


def written(text: str, found: Measurement) -> str:
    """The document with this measurement's table between its marks."""
    begin, end = f"<!-- begin {found.name} -->", f"<!-- end {found.name} -->"
    table = f"{begin}\n```text\n$ python bench/score.py {found.name}\n{found.table}\n```\n{end}"
    marked = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
    if not marked.search(text):
        raise ValueError(f"{DOCS.name} has no place for {found.name}: add {begin}{end}")
    return marked.sub(lambda _: table, text)


if __name__ == "__main__":
    main()
