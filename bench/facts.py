"""Facts: what a desk officer finds on the reference page, and what no record of it may say.

    python bench/facts.py [--shared ../shared]

Reads the page twice: with its date given, and without, when the year must be worked out.
"""

import tempfile
from datetime import date
from pathlib import Path

from measurement import Measurement, present, run
from memcon.page.page import Page
from memcon.reading import Reader
from memcon.record.contract import Record, encode
from records import figures, output_of

PUBLISHED = date(2021, 5, 20)


def measure(shared: Path, reader: Reader) -> Measurement:
    """Facts found and nevers broken, with the date given and without."""
    article = present(shared, "reference", "article.txt")
    facts = present(shared, "reference", "facts.json")
    scorer = present(shared, "evaluate", "facts.py")
    text = article.read_text("utf-8")
    lines, found = [], {}
    for prefix, published in (("", PUBLISHED), ("undated_", None)):
        record = reader.read(Page(name="article.txt", content=text, published=published))
        output = _scored(record, scorer, facts)
        lines += [_heading(record), *_counts(output)]
        found |= {prefix + name: value for name, value in figures(output).items()}
        found[f"{prefix}year"] = _year(record)
    return Measurement("facts", "\n".join(lines), found, (article, facts))


def _counts(output: str) -> list[str]:
    """Of the checker's lines those that count; the missed facts are for whoever works on them."""
    lines = [line for line in output.splitlines() if not line.startswith(("missed", "BROKEN"))]
    return [line.removeprefix("METRIC ") for line in lines]


def _scored(record: Record, scorer: Path, facts: Path) -> str:
    """What the checker of facts prints of a record."""
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "record.json"
        file.write_bytes(encode(record))
        return output_of(scorer, facts, file)


def _heading(record: Record) -> str:
    """The day of publication and how it is known."""
    published = record.article.published
    return f"published {published.value} ({published.basis})" if published else "no date found"


def _year(record: Record) -> float:
    """The year of publication, 0 if it was not found."""
    published = record.article.published
    return float(published.value[:4]) if published else 0.0


if __name__ == "__main__":
    run(measure, __doc__)
