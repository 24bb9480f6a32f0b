"""Times: how far memcon's expressions of time agree with TimeML annotators.

    python bench/times.py [--shared ../shared]

Reads the texts of data/time whole, each with the day it was published, and hands the records to
evaluate/time.py. Value F1 is the figure that peers give.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

from measurement import Measurement, present, run
from memcon.page.page import Page
from memcon.reading import Reader
from records import figures, scored, without_metrics


def pages(folder: Path) -> Iterator[Page]:
    """The text of each TimeML file, and its document creation time as the day of publication."""
    for file in sorted(folder.glob("*.tml")):
        root = ElementTree.parse(file).getroot()
        text, created = root.find("TEXT"), root.find("DCT/TIMEX3")
        if text is None or created is None:
            continue
        yield Page(
            name=file.name,
            content="".join(text.itertext()),
            given_id=file.stem,
            published=date.fromisoformat(created.attrib["value"][:10]),
        )


def measure(shared: Path, reader: Reader) -> Measurement:
    """Figures over spans, types and values."""
    gold = present(shared, "data", "time")
    output = scored(reader, pages(gold), present(shared, "evaluate", "time.py"), gold)
    return Measurement("times", without_metrics(output), figures(output), (gold,))


if __name__ == "__main__":
    run(measure, __doc__)
