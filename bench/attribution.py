"""Attribution: how many of PolNeAR's attributions memcon's statements find, and with whom.

    python bench/attribution.py [--shared ../shared]

Reads the 84 development articles and hands the records to evaluate/attribution.py.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from measurement import Measurement, present, run
from memcon.page.page import Page
from memcon.reading import Reader
from records import figures, scored, without_metrics


def pages(folder: Path) -> Iterator[Page]:
    """Each article as plain text, headline first; its file's name tells its publisher and day."""
    for file in sorted(folder.glob("*.txt")):
        publisher, day, _ = file.stem.split("_", 2)
        yield Page(
            name=file.name,
            content=file.read_text("utf-8"),
            given_id=file.stem,
            published=date.fromisoformat(day),
            publisher=publisher,
        )


def measure(shared: Path, reader: Reader) -> Measurement:
    """Figures over tokens and over whole attributions."""
    gold = present(shared, "data", "attribution", "dev")
    output = scored(reader, pages(gold), present(shared, "evaluate", "attribution.py"), gold)
    return Measurement("attribution", without_metrics(output), figures(output), (gold,))


if __name__ == "__main__":
    run(measure, __doc__)
