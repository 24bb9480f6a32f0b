"""Refusals: silences that memcon finds, beside sentences judged by reading.

    python bench/refusals.py [--shared ../shared] [--errors]

`gold/refusals.tsv` holds sentences of the newswire and of PolNeAR's training articles, by offsets
into the document's own text, and offsets of who keeps silent. They were found by a wide search
(declined, refused, no comment, did not, without, could not be reached, silent, dodged …), drawn at
random, read and judged; for every sentence with a silence there is one without, half of them with
the same words.

refused      would not speak: declined, had no comment, kept silent, «neither confirmed nor denied»
deflected    answered without answering: sidestepped, demurred, «would say only», referred on
omitted      spoke or wrote and left it out: did not say, made no mention, «without elaborating»
unavailable  gave no answer: could not be reached, did not respond, no immediate reaction
none         nobody keeps silent: a deed refused, a support or an excuse withheld, a name that a
             source keeps back, ignorance, what somebody says of another in a quotation, a passive
             without its agent

Documents are parted in halves by the hash of their name. The rules were improved by what they miss
and mistake in the first, after all had been judged; what they miss in the second was not looked at.
"""

import argparse
import csv
import hashlib
import re
import sys
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import attribution
import newswire
from measurement import Measurement, MissingDataError, present
from memcon.page.page import Page, Rejected
from memcon.reading import Reader
from memcon.record.contract import Record
from memcon.record.span import Span

GOLD = Path(__file__).with_name("gold") / "refusals.tsv"
KINDS = ("refused", "deflected", "omitted", "unavailable")
HALVES = ("first", "second")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A judged sentence, its silences by kind, and by kind who keeps them."""

    document: str
    span: Span
    gold: Mapping[str, Span]

    @property
    def half(self) -> str:
        """Which half its document is in."""
        return HALVES[hashlib.sha256(self.document.encode()).digest()[0] % 2]


@dataclass(frozen=True, slots=True)
class Reading:
    """What memcon found in a judged sentence: and the kinds whose actor is right as well."""

    sentence: Sentence
    words: str
    found: Set[str] = frozenset()
    named: Set[str] = frozenset()


def sentences() -> tuple[Sentence, ...]:
    """The judged sentences, in the order of the file; one with two silences has two rows there."""
    gold: dict[tuple[str, int, int], dict[str, Span]] = {}
    with GOLD.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows, delimiter="\t"):
            key = (row["document"], int(row["start"]), int(row["end"]))
            kinds = gold.setdefault(key, {})
            if row["judgement"] != "none":
                who = Span(start=int(row["who_start"]), end=int(row["who_end"]))
                kinds[row["judgement"]] = who
    return tuple(
        Sentence(document, Span(start=start, end=end), kinds)
        for (document, start, end), kinds in gold.items()
    )


def pages(shared: Path) -> Iterator[Page]:
    """Every document that the sentences may be of."""
    yield from newswire.pages(present(shared, "data", "newswire", "newswire.jsonl.gz"))
    yield from attribution.pages(present(shared, "data", "attribution", "train"))


def readings(shared: Path, reader: Reader) -> tuple[Reading, ...]:
    """The judged sentences as memcon reads them, each in the whole of its document."""
    judged = sentences()
    wanted = {sentence.document for sentence in judged}
    documents = [page for page in pages(shared) if page.given_id in wanted]
    found = []
    for page, record in zip(documents, reader.read_all(documents), strict=True):
        if isinstance(record, Rejected):
            raise ValueError(f"{record.page}: {record.reason}")
        found += [_read(s, page.content, record) for s in judged if s.document == page.given_id]
    return tuple(found)


def _read(sentence: Sentence, text: str, record: Record) -> Reading:
    """The silences of the record whose evidence overlaps the sentence."""
    words = " ".join(sentence.span.words(text).split())
    here = _within(record.article.text, text, sentence.span)
    if here is None:
        return Reading(sentence, words)
    silences = [s for s in record.silences if s.evidence.overlaps(here)]
    mentions = {actor.id: actor.mentions for actor in record.actors}
    named = set()
    for silence in silences:
        if silence.kind in sentence.gold:
            who = sentence.gold[silence.kind]
            # Inside a sentence nothing but line breaks can differ.
            place = Span(
                start=who.start - sentence.span.start + here.start,
                end=who.end - sentence.span.start + here.start,
            )
            if any(mention.overlaps(place) for mention in mentions[silence.actor]):
                named.add(silence.kind)
    return Reading(sentence, words, frozenset(s.kind for s in silences), frozenset(named))


def _within(article: str, text: str, span: Span) -> Span | None:
    """Where the article has a sentence of the page's text, whose line breaks it may have lost.

    A sentence that the page repeats is known by how often it stood before; a title may have come
    in front of all.
    """
    pattern = re.compile(r"\s+".join(map(re.escape, span.words(text).split())))
    before = sum(1 for _ in pattern.finditer(text, 0, span.start))
    places = [Span(start=m.start(), end=m.end()) for m in pattern.finditer(article)]
    added = max(0, len(places) - sum(1 for _ in pattern.finditer(text)))
    return places[before + added] if before + added < len(places) else None


def measure(shared: Path, reader: Reader) -> Measurement:
    """Figures of each kind and of all kinds together, over all sentences and over each half."""
    texts = (
        present(shared, "data", "newswire", "newswire.jsonl.gz"),
        present(shared, "data", "attribution", "train"),
    )
    table, figures = _scored(readings(shared, reader))
    return Measurement("refusals", table, figures, (GOLD, *texts))


def _scored(read: Sequence[Reading]) -> tuple[str, dict[str, float]]:
    """The table of all readings, and its figures."""
    refused, everything = _Score.of(read, KINDS[:1]), _Score.of(read, KINDS)
    lines = [f"{'':20}      P      R     F1  right   said   gold"]
    lines += [_Score.of(read, (kind,)).line(kind) for kind in KINDS]
    lines.append(everything.line("all"))
    figures = {"refused_f1": refused.f1, "all_f1": everything.f1}
    for half in HALVES:
        part = [reading for reading in read if reading.sentence.half == half]
        score = _Score.of(part, KINDS)
        lines.append(_Score.of(part, KINDS[:1]).line(f"refused, {half} half"))
        lines.append(score.line(f"all, {half} half"))
        figures[f"{half}_f1"] = score.f1
    named = sum(len(reading.named) for reading in read)
    silent = sum(bool(reading.sentence.gold) for reading in read)
    lines.append(f"who keeps silent is right in {named} of {everything.right} that are right")
    lines.append(f"sentences with a silence {silent}, without {len(read) - silent}")
    return "\n".join(lines), figures


@dataclass(frozen=True, slots=True)
class _Score:
    """Silences of some kinds: those right, those memcon has, those of the gold."""

    right: int
    said: int
    gold: int

    @classmethod
    def of(cls, read: Sequence[Reading], kinds: Sequence[str]) -> Self:
        """A silence is right when its kind is, in the sentence."""
        wanted = frozenset(kinds)
        pairs = [(r.found & wanted, r.sentence.gold.keys() & wanted) for r in read]
        return cls(
            right=sum(len(found & gold) for found, gold in pairs),
            said=sum(len(found) for found, _ in pairs),
            gold=sum(len(gold) for _, gold in pairs),
        )

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(1, self.said + self.gold)

    def line(self, name: str) -> str:
        """A line of the table."""
        precision, recall = (self.right / max(1, of) for of in (self.said, self.gold))
        return (
            f"{name:20} {precision:6.3f} {recall:6.3f} {self.f1:6.3f}"
            f" {self.right:6} {self.said:6} {self.gold:6}"
        )


def _errors(read: Sequence[Reading]) -> Iterator[str]:
    """The sentences of the first half whose kinds are not the gold's."""
    for reading in read:
        gold = reading.sentence.gold.keys()
        if reading.sentence.half == HALVES[0] and reading.found != gold:
            wanted, found = ("+".join(sorted(kinds)) or "none" for kinds in (gold, reading.found))
            yield f"{wanted} read as {found}: {reading.words}"


def main() -> None:
    """Read, score and print; the errors of the first half if asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--errors", action="store_true", help="list those of the first half")
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    arguments = parser.parse_args()
    try:
        read = readings(arguments.shared, Reader())
    except MissingDataError as reason:
        sys.exit(f"skipped: {reason}")
    lines = _errors(read) if arguments.errors else ()
    print("\n".join([*lines, _scored(read)[0]]))


if __name__ == "__main__":
    main()
