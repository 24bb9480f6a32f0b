"""Other languages: how often the type of a marked pair is right in eight of them.

    python bench/languages.py [--shared ../shared]

`gold/languages.tsv` holds sentences about real public events as papers of each language would print
them, written for this measurement and apart from the training's examples: in every language one of
each of the fifteen types. The answer `none` is wrong everywhere.
"""

import csv
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from measurement import Measurement, run
from memcon.coding.pairs import type_pairs
from memcon.reading import Reader

GOLD = Path(__file__).with_name("gold") / "languages.tsv"
NAMES: Mapping[str, str] = {
    "ru": "Russian",
    "uk": "Ukrainian",
    "fa": "Persian",
    "az": "Azerbaijani",
    "hy": "Armenian",
    "ka": "Georgian",
    "kk": "Kazakh",
    "ro": "Romanian",
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its source and target marked, and the type of what one does to the other."""

    language: str
    type: str
    marked: str


def sentences() -> tuple[Sentence, ...]:
    """The judged sentences, in the order of the file."""
    with GOLD.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return tuple(Sentence(row["language"], row["type"], row["sentence"]) for row in rows)


def measure(_shared: Path, reader: Reader) -> Measurement:
    """The share of right types, of each language and of all together."""

    judged = sentences()
    said = type_pairs([sentence.marked for sentence in judged], reader.models)
    of = Counter(sentence.language for sentence in judged)
    right = Counter(s.language for s, label in zip(judged, said, strict=True) if label == s.type)
    lines = [f"{'':12} right    of  share"]
    lines += [_line(name, right[language], of[language]) for language, name in NAMES.items()]
    lines.append(_line("all", right.total(), of.total()))
    accuracy = right.total() / of.total()
    return Measurement("languages", "\n".join(lines), {"accuracy": accuracy}, (GOLD,))


def _line(name: str, right: int, of: int) -> str:
    """A line of the table."""
    return f"{name:12} {right:5} {of:5} {right / of:6.3f}"


if __name__ == "__main__":
    run(measure, __doc__)
