"""Judgement: the story of the bundled pages as judged by hand, and the events that tell it."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from memcon.page.intake import take_in
from memcon.page.page import Page
from memcon.reading import Reader
from memcon.record.contract import Record
from memcon.record.findings import Event
from memcon.record.span import Span

GOLD = Path(__file__).with_name("gold") / "story.json"
EXAMPLES = Path(__file__).parents[1] / "examples"


class Kin(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A happening of the story, and the types that an event which tells it may have."""

    tells: str
    types: tuple[str, ...]


class Mention(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that stand once on a page, and the happening that they tell."""

    page: str
    happening: str
    words: str


class Stage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a page says of the summit: one of these statuses and no other."""

    page: str
    day: str
    statuses: tuple[str, ...]


class Quarrel(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A discrepancy: the pages of either side."""

    happening: str
    kind: str
    sides: tuple[tuple[str, ...], ...]
    about: str


class Gold(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The story as it was judged."""

    happenings: dict[str, Kin]
    mentions: tuple[Mention, ...]
    families: tuple[tuple[str, ...], ...]
    summit: tuple[Stage, ...]
    discrepancies: tuple[Quarrel, ...]


Told = tuple[str, int]
"""An event: the page, and the event's number in its record."""


def load() -> Gold:
    """The gold story."""
    return msgspec.json.decode(GOLD.read_bytes(), type=Gold)


def read_pages(reader: Reader) -> Mapping[str, Record]:
    """The records of all bundled pages by the names of their folders, the oldest first."""
    records = {}
    for folder in sorted(path.parent for path in EXAMPLES.glob("*/facts.json")):
        (page,) = take_in([str(next(folder.glob("page.*")))])
        assert isinstance(page, Page), page
        records[folder.name] = reader.read(page)
    return dict(sorted(records.items(), key=lambda named: (_day(named[1]), named[0])))


def _day(record: Record) -> str:
    return record.article.published.value if record.article.published else ""


def align(gold: Gold, records: Mapping[str, Record]) -> Mapping[Mention, Told]:
    """The event that the reader found for each mention; a mention without one is left out.

    It is one whose trigger stands in the mention's words; else the only one of a fitting type whose
    evidence holds them, if no other mention claims it.
    """
    aligned: dict[Mention, Told] = {}
    for by_trigger in (True, False):
        taken = set(aligned.values())
        for mention in gold.mentions:
            if mention in aligned:
                continue
            record, types = records[mention.page], gold.happenings[mention.happening].types
            fit = [e for e in record.events if e.type in types]
            fit = _fitting(fit, _place(record, mention), by_trigger=by_trigger)
            free = [(mention.page, int(e.id[1:])) for e in fit]
            free = [event for event in free if event not in taken]
            if free and (by_trigger or len(free) == 1):
                aligned[mention] = free[0]
                taken.add(free[0])
    return aligned


def _place(record: Record, mention: Mention) -> Span:
    """Where the words of a mention stand."""
    text = record.article.text
    if text.count(mention.words) != 1:
        raise ValueError(f"{mention.page}: does not say once: {mention.words}")
    start = text.index(mention.words)
    return Span(start=start, end=start + len(mention.words))


def _fitting(events: Sequence[Event], place: Span, *, by_trigger: bool) -> list[Event]:
    """The events that a place may tell, the surest first."""
    if by_trigger:
        fit = [event for event in events if event.trigger.overlaps(place)]
    else:
        fit = [e for e in events if any(span.overlaps(place) for span in e.evidence)]
    return sorted(fit, key=lambda event: -event.confidence)
