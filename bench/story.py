"""Story: what the desk takes for the same in the bundled pages, beside a story judged by hand.

    python bench/story.py [--errors]

`gold/story.json` holds words of the pages on the United States and Russia from April to June 2021,
each with the happening that they tell; words of one happening and of two are so judged pair by
pair. Beside them stand the families of wire copies, what each page says of the summit ahead, and
the discrepancies that a reader would mark. All bundled pages are added to a fresh desk, the oldest
first, and once more the newest first.

B-cubed (Bagga and Baldwin 1998) is counted over the words that the reader found as an event of a
type that they may have; the others are the reader's to find, and are only counted.
"""

import argparse
import json
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from judgement import EXAMPLES, GOLD, Gold, Mention, Quarrel, Stage, Told, align, load, read_pages
from measurement import Measurement
from memcon.desk.desk import Desk
from memcon.reading import Reader
from memcon.record.contract import Record

Discord = tuple[int, str, Sequence[tuple[str, frozenset[Told]]]]
"""A discrepancy of the desk: its happening, its kind, and the events that tell each side."""


@dataclass(frozen=True)
class Telling:
    """What a desk made of the pages."""

    happenings: Mapping[Told, int]
    families: frozenset[frozenset[str]]
    discrepancies: Sequence[Discord]
    steps: Mapping[int, Sequence[tuple[str, str]]]
    """Of each prospect the pages and the statuses they give it."""
    outlooks: Mapping[int, tuple[str, str | None, str | None, str | None]]
    """Of each prospect the status, the first and the last day, and the place."""

    @cached_property
    def summit(self) -> int | None:
        """The prospect that the most pages speak of."""
        pages = {number: len({page for page, _ in told}) for number, told in self.steps.items()}
        return max(pages, key=lambda number: pages[number], default=None)


@dataclass(frozen=True)
class Score:
    """A desk beside the gold."""

    gold: Gold
    aligned: Mapping[Mention, Told]
    told: Telling

    def b_cubed(self) -> tuple[float, float, float]:
        """Precision, recall and F1 of the happenings."""
        kin, found = defaultdict(set), defaultdict(set)
        for mention, event in self.aligned.items():
            kin[mention.happening].add(mention)
            found[self.told.happenings[event]].add(mention)
        precision = recall = 0.0
        for mention, event in self.aligned.items():
            same, chosen = kin[mention.happening], found[self.told.happenings[event]]
            precision += len(same & chosen) / len(chosen)
            recall += len(same & chosen) / len(same)
        precision, recall = precision / len(self.aligned), recall / len(self.aligned)
        return precision, recall, 2 * precision * recall / (precision + recall)

    def numbers(self, happening: str) -> set[int]:
        """The desk's happenings that tell a happening of the story."""
        return {
            self.told.happenings[event]
            for mention, event in self.aligned.items()
            if mention.happening == happening
        }

    def families(self) -> tuple[int, int]:
        """Families that are exact, and families that the desk has and the gold has not."""
        gold = {frozenset(family) for family in self.gold.families}
        return len(gold & self.told.families), len(self.told.families - gold)

    def discords(self) -> tuple[list[Quarrel], list[Quarrel], list[Discord]]:
        """Discrepancies found, those missed, and what else the desk has on what was judged."""
        judged = {self.told.happenings[event] for event in self.aligned.values()}
        rows = [row for row in self.told.discrepancies if row[0] in judged]
        found = [quarrel for quarrel in self.gold.discrepancies if self._rows_of(quarrel, rows)]
        used = {n for quarrel in found for n in self._rows_of(quarrel, rows)}
        missed = [quarrel for quarrel in self.gold.discrepancies if quarrel not in found]
        return found, missed, [row for n, row in enumerate(rows) if n not in used]

    def _rows_of(self, quarrel: Quarrel, rows: Sequence[Discord]) -> list[int]:
        """Which rows of the desk set the sides of a discrepancy against each other."""
        numbers = self.numbers(quarrel.happening)
        one, other = (set(side) for side in quarrel.sides)
        return [
            n
            for n, (number, kind, sides) in enumerate(rows)
            if number in numbers
            and kind == quarrel.kind
            # A side of the desk that both sides of the gold tell sets nothing against anything.
            and any(pages & one for pages in _pages(sides))
            and any(pages & other and not pages & one for pages in _pages(sides))
        ]

    def history(self) -> tuple[list[Stage], list[Stage]]:
        """The pages whose word on the summit is right in its history, and those where it is not."""
        said = defaultdict(set)
        for page, status in self.told.steps.get(self.told.summit or -1, ()):
            said[page].add(status)
        right = [s for s in self.gold.summit if said[s.page] and said[s.page] <= set(s.statuses)]
        return right, [stage for stage in self.gold.summit if stage not in right]


def _pages(sides: Sequence[tuple[str, frozenset[Told]]]) -> list[set[str]]:
    """The pages that tell each side."""
    return [{page for page, _ in told} for _, told in sides]


def tell(records: Mapping[str, Record]) -> Telling:
    """What a fresh desk makes of records that are added in this order."""
    names = {record.article.id: name for name, record in records.items()}
    with (
        tempfile.TemporaryDirectory() as folder,
        Desk.create(Path(folder, "story.memcon")) as desk,
    ):
        for record in records.values():
            desk.add(record)
        return _telling(desk.store.query, names)


def _telling(rows: Callable[[str], list[tuple[Any, ...]]], names: Mapping[str, str]) -> Telling:
    """What stands in the desk's tables."""
    pages = {n: names[article] for n, article in rows("SELECT id, article FROM articles")}
    families, steps = defaultdict(set), defaultdict(list)
    for number, family in rows("SELECT id, family FROM articles"):
        families[family].add(pages[number])
    for outlook, article, status in rows("SELECT outlook, article, status FROM steps"):
        steps[outlook].append((pages[article], status))
    discords = rows("SELECT happening, kind, sides FROM discrepancies")
    tellings = rows("SELECT article, number, happening FROM tellings")
    outlooks = rows("SELECT id, status, first, last, place FROM outlooks")

    def _told(events: Sequence[tuple[int, int]]) -> frozenset[Told]:
        return frozenset((pages[article], number) for article, number in events)

    return Telling(
        happenings={(pages[a], n): happening for a, n, happening in tellings},
        families=frozenset(frozenset(kin) for kin in families.values() if len(kin) > 1),
        discrepancies=[
            (h, kind, [(value, _told(told)) for value, told in json.loads(sides)])
            for h, kind, sides in discords
        ],
        steps=steps,
        outlooks={number: tuple(outlook) for number, *outlook in outlooks},
    )


def measure(_shared: Path, reader: Reader) -> Measurement:
    """The story told by a desk to which the pages came the oldest first, and the newest first."""
    gold, records = load(), read_pages(reader)
    score, back = scores(gold, records)
    found, missed, more = score.discords()
    right, _ = score.history()
    exact, other = score.families()
    precision, recall, f1 = score.b_cubed()
    table = [
        f"{len(records)} pages; {len(gold.mentions)} tellings of {len(gold.happenings)} happenings"
        f" judged, {len(score.aligned)} found as events",
        "happenings, B-cubed       P      R     F1",
        f"oldest first          {precision:.3f}  {recall:.3f}  {f1:.3f}",
        "newest first          {:.3f}  {:.3f}  {:.3f}".format(*back.b_cubed()),
        f"families exact        {exact} of {len(gold.families)}, others {other}",
        f"the summit's history  {len(right)} of {len(gold.summit)} pages, newest first"
        f" {len(back.history()[0])}; in the end {_end(score)}",
        f"discrepancies found   {len(found)} of {len(found) + len(missed)}, others {len(more)}",
    ]
    figures = {
        "found": len(score.aligned),
        "f1": f1,
        "f1_newest_first": back.b_cubed()[2],
        "families": exact,
        "other_families": other,
        "history": len(right),
        "history_newest_first": len(back.history()[0]),
        "discrepancies": len(found),
        "other_discrepancies": len(more),
    }
    return Measurement("story", "\n".join(table), figures, (GOLD, *EXAMPLES.glob("*/page.*")))


def scores(gold: Gold, records: Mapping[str, Record]) -> tuple[Score, Score]:
    """The pages added the oldest first, and the newest first."""
    aligned = align(gold, records)
    backwards = {name: records[name] for name in reversed(list(records))}
    return Score(gold, aligned, tell(records)), Score(gold, aligned, tell(backwards))


def _end(score: Score) -> str:
    """How the summit's prospect stands: "held, 2021-06-16, Geneva"."""
    if score.told.summit is None:
        return "unknown"
    status, first, last, place = score.told.outlooks[score.told.summit]
    days = first if first == last else f"{first} to {last}"
    return ", ".join(str(part) for part in (status, days, place) if part)


def _errors(score: Score) -> Iterator[str]:
    """What is missed, what is told apart or together and should not be, and what else is wrong."""
    for mention in score.gold.mentions:
        if mention not in score.aligned:
            yield f"not found: {mention.happening}: {mention.page}: {mention.words}"
    yield from _apart(score)
    yield from _together(score)
    yield from (f"history: {stage.page}: not {stage.statuses}" for stage in score.history()[1])
    _, missed, others = score.discords()
    yield from (f"no discrepancy: {q.happening} {q.kind}: {q.about}" for q in missed)
    for number, kind, sides in others:
        yield f"other discrepancy: {number} {kind}"
        yield from (f"  {value}: {sorted(told)}" for value, told in sides)


def _apart(score: Score) -> Iterator[str]:
    """Happenings of the story that are several on the desk."""
    for label in score.gold.happenings:
        told = sorted(
            (score.told.happenings[event], mention.page, mention.words)
            for mention, event in score.aligned.items()
            if mention.happening == label
        )
        if len({number for number, *_ in told}) > 1:
            yield f"told apart: {label}"
            yield from (f"  {number}: {page}: {words}" for number, page, words in told)


def _together(score: Score) -> Iterator[str]:
    """Happenings of the desk that are several in the story."""
    found = defaultdict(list)
    for mention, event in score.aligned.items():
        found[score.told.happenings[event]].append(mention)
    for number, mentions in sorted(found.items()):
        if len({mention.happening for mention in mentions}) > 1:
            yield f"told together: {number}"
            yield from (f"  {m.happening}: {m.page}: {m.words}" for m in mentions)


def main() -> None:
    """Read, add, score and print; what is wrong if asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--errors", action="store_true", help="list what is wrong")
    arguments = parser.parse_args()
    reader = Reader()
    if arguments.errors:
        print("\n".join(_errors(scores(load(), read_pages(reader))[0])))
    print(measure(Path(), reader).table)


if __name__ == "__main__":
    main()
