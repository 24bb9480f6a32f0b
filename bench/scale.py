"""Scale: any number of varied records out of a few that were read; the same for the same seed.

    python bench/scale.py RECORDS.jsonl COUNT [--seed 0] > VARIED.jsonl

A varied record is a record: its spans quote, its text is another, and its id is the text's sha256.
The day of publication is drawn from ten years, and the times in it go along. About a third of the
words that carry no finding give way to other words of the same length from the same news, half of
the people get other names, and one article in ten is a near copy of a recent one under another
publisher, as agencies' copies are.
"""

import argparse
import random
import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from itertools import accumulate
from pathlib import Path

from msgspec.structs import replace

from memcon.record.article import Article, Published
from memcon.record.contract import Record, decode, encode
from memcon.record.findings import Actor, Time
from memcon.record.span import Span

FIRST_DAY, DAYS = date(2014, 1, 1), 3653
PUBLISHERS = tuple(
    f"{name} {kind}"
    for name in ("North", "Harbour", "Capital", "Valley", "Union", "Morning")
    for kind in ("Post", "Herald", "News Agency", "Wire", "Tribune")
)
# Of words without a finding as many are replaced; of a copy's words.
REPLACED, TOUCHED = 0.35, 0.01
RENAMED, COPIED, RECENT = 0.5, 0.1, 40

_WORD = re.compile(r"\b[a-z]{3,}\b")
_NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(.*)", re.DOTALL)
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_YEAR = re.compile(r"\d{4}")
_VOWELS, _CONSONANTS = "aeiou", "bcdfghklmnprstvz"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of some news by their length, each as often as it occurs there."""

    words: Mapping[int, Sequence[str]]
    sums: Mapping[int, Sequence[int]]

    @classmethod
    def of(cls, records: Iterable[Record]) -> "Lexicon":
        """The words of the records' texts."""
        counts: dict[int, dict[str, int]] = {}
        for record in records:
            for word in _WORD.findall(record.article.text):
                of_length = counts.setdefault(len(word), {})
                of_length[word] = of_length.get(word, 0) + 1
        return cls(
            words={length: tuple(found) for length, found in counts.items()},
            sums={length: tuple(accumulate(found.values())) for length, found in counts.items()},
        )

    def draw(self, length: int, chance: random.Random) -> str:
        """A word of this length."""
        sums = self.sums[length]
        return self.words[length][bisect_right(sums, chance.randrange(sums[-1]))]


@dataclass(frozen=True, slots=True)
class Mill:
    """Makes varied records out of `bases`; the n-th is the same whenever it is asked for."""

    bases: Sequence[Record]
    lexicon: Lexicon
    seed: int

    @classmethod
    def of(cls, bases: Sequence[Record], seed: int = 0) -> "Mill":
        """A mill for these records."""
        return cls(bases, Lexicon.of(bases), seed)

    def record(self, number: int) -> Record:
        """The varied record of a number."""
        chance = random.Random(f"{self.seed}/{number}")
        if number > RECENT and chance.random() < COPIED:
            origin = self._original(number - chance.randint(1, RECENT))
            return self._copy(origin, number, chance)
        return self._original(number)

    def _original(self, number: int) -> Record:
        """A base with another day, other words and other people."""
        chance = random.Random(f"{self.seed}/{number}/original")
        base = self.bases[chance.randrange(len(self.bases))]
        day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
        text = self._reworded(base, chance, REPLACED)
        renamed = _renamed(base, chance)
        text = _NAME.sub(lambda name: renamed.get(name[0], name[0]), text)
        published = base.article.published
        shift = day - date.fromisoformat(published.value[:10]) if published else timedelta()
        return replace(
            base,
            article=_article(base.article, text, day, number, chance.choice(PUBLISHERS)),
            actors=tuple(_actor(actor, renamed) for actor in base.actors),
            times=tuple(_shifted(time, shift) for time in base.times),
        )

    def _copy(self, origin: Record, number: int, chance: random.Random) -> Record:
        """The same story at another publisher, on that day or the next."""
        published = origin.article.published
        assert published is not None
        day = date.fromisoformat(published.value) + timedelta(days=chance.randint(0, 1))
        text, share = origin.article.text, TOUCHED
        while text == origin.article.text and share < 1:
            text, share = self._reworded(origin, chance, share), share * 2
        publisher = chance.choice(PUBLISHERS)
        return replace(origin, article=_article(origin.article, text, day, number, publisher))

    def _reworded(self, record: Record, chance: random.Random, share: float) -> str:
        """The text with so many of its words replaced where no finding names anything."""
        taken = _taken(record)

        def other(word: re.Match[str]) -> str:
            if any(taken[word.start() : word.end()]) or chance.random() >= share:
                return word[0]
            return self.lexicon.draw(len(word[0]), chance)

        return _WORD.sub(other, record.article.text)


def varied(bases: Sequence[Record], count: int, seed: int = 0) -> Iterator[Record]:
    """So many records, one after another."""
    mill = Mill.of(bases, seed)
    return (mill.record(number) for number in range(count))


def read_bases(file: Path) -> tuple[Record, ...]:
    """The records of a file, a line each, that have a date."""
    with file.open("rb") as lines:
        found = map(decode, lines)
        return tuple(record for record in found if record.article.published)


def _taken(record: Record) -> bytearray:
    """Where words stand that name something or signal a finding: 1 for each such character."""
    taken = bytearray(len(record.article.text))
    for span in _naming(record):
        taken[span.start : span.end] = bytes([1]) * (span.end - span.start)
    return taken


def _naming(record: Record) -> Iterator[Span]:
    for actor in record.actors:
        yield from actor.mentions
        yield from actor.roles
    for issue in record.issues:
        yield from issue.mentions
    for event in record.events:
        yield event.trigger
        yield from event.quantities
    yield from (statement.cue for statement in record.statements if statement.cue)
    yield from (*record.times, *record.places, *record.article.credits)


def _renamed(record: Record, chance: random.Random) -> dict[str, str]:
    """Half of the people's names, each with another of the same length."""
    people = {
        name
        for actor in record.actors
        if actor.kind == "person"
        for name in _NAME.findall(actor.name)
    }
    others = {
        name
        for names in (
            (actor.name for actor in record.actors if actor.kind != "person"),
            (place.name for place in record.places),
        )
        for words in names
        for name in _NAME.findall(words)
    }
    return {
        name: "".join(_letter(letter, chance) for letter in name)
        for name in sorted(people - others)
        if chance.random() < RENAMED
    }


def _letter(letter: str, chance: random.Random) -> str:
    """A vowel for a vowel, a consonant for a consonant, a capital for a capital."""
    drawn = chance.choice(_VOWELS if letter.lower() in _VOWELS else _CONSONANTS)
    return drawn.upper() if letter.isupper() else drawn


def _actor(actor: Actor, renamed: Mapping[str, str]) -> Actor:
    if actor.kind != "person":
        return actor
    return replace(actor, name=_NAME.sub(lambda name: renamed.get(name[0], name[0]), actor.name))


def _article(article: Article, text: str, day: date, number: int, publisher: str) -> Article:
    """The article with another text and date, under an address of its own."""
    headline = next((s.words(text) for s in article.sections if s.kind == "headline"), None)
    return replace(
        article,
        id=sha256(text.encode()).hexdigest(),
        given_id=None,
        url=f"https://{publisher.lower().replace(' ', '-')}.example/{day:%Y/%m/%d}/{number}",
        publisher=publisher,
        published=Published(value=day.isoformat(), basis="given"),
        title=headline or article.title,
        text=text,
    )


def _shifted(time: Time, shift: timedelta) -> Time:
    """A time as far from the day of publication as it was; of months and years by whole ones."""
    if told := _DAY.fullmatch(time.value):
        year, month, day, rest = told.groups()
        moved = _moved(int(year), int(month), int(day), shift)
        return replace(time, value=f"{moved}{rest}") if moved else time
    if told := _MONTH.fullmatch(time.value):
        moved = _moved(int(told[1]), int(told[2]), 15, shift)
        return replace(time, value=f"{moved:%Y-%m}") if moved else time
    if _YEAR.fullmatch(time.value):
        return replace(time, value=f"{int(time.value) + round(shift.days / 365.25):04}")
    return time


def _moved(year: int, month: int, day: int, shift: timedelta) -> date | None:
    """A day, moved; None for what is no day, or would lie outside the calendar."""
    try:
        return date(year, month, day) + shift
    except (ValueError, OverflowError):
        return None


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("records", type=Path)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    for record in varied(read_bases(asked.records), asked.count, asked.seed):
        sys.stdout.buffer.write(encode(record) + b"\n")


if __name__ == "__main__":
    main()
