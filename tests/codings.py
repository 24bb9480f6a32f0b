"""How the codebook's tables write a coding, and how they tell whether a record holds it.

An event is a line: "REQUEST Britain > Iran", "CONSULT Egypt + Sudan [ongoing]" for parties that
act on each other, "ASSAULT Russia > Ukraine [alleged] by Kyiv" for what a statement tells. An
actor is called by its name, its last name or the words of a mention; "-" is nobody, "?" leaves a
place unchecked, "Iran|Tehran" lets either do. Without a status the event is actual.
"""

import re
from dataclasses import dataclass

from memcon.record.contract import Record
from memcon.record.findings import Actor, Event

LINE = re.compile(
    r"(?P<type>[A-Z|]+) (?P<source>[^>\[]+?)(?: > (?P<target>[^\[]+?))?"
    r"(?: \[(?P<status>[a-z|?-]+)\])?(?: by (?P<teller>.+))?"
)


@dataclass(frozen=True, slots=True)
class Coding:
    """What an expert codes; a mutual event has no target."""

    line: str
    type: str
    source: str
    target: str
    status: str
    teller: str

    @classmethod
    def of(cls, line: str) -> "Coding":
        """The coding that a line writes."""
        match = LINE.fullmatch(line)
        assert match is not None, f"no coding: {line}"
        return cls(
            line,
            match["type"],
            match["source"],
            match["target"] or "-",
            match["status"] or "actual",
            match["teller"] or "?",
        )

    def fits(self, event: Event, record: Record) -> bool:
        """Whether the event is coded so."""
        statement = next((s for s in record.statements if s.id == event.said_by), None)
        tellers = statement.speakers if statement is not None else ()
        return (
            event.type in self.type.split("|")
            and event.mutual == (" + " in self.source)
            and (self.status == "?" or event.status in self.status.split("|"))
            and are(record, event.source, self.source.replace(" + ", ", "))
            and are(record, event.target, self.target)
            and are(record, tellers, self.teller)
        )


def misread(record: Record, lines: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """The codings that the record misses, and its events that are none of them."""
    missed, left = [], list(record.events)
    for coding in map(Coding.of, lines):
        event = next((e for e in left if coding.fits(e, record)), None)
        if event is None:
            missed.append(coding.line)
        else:
            left.remove(event)
    return missed, [line_of(event, record) for event in left]


def are(record: Record, idents: tuple[str, ...], wanted: str) -> bool:
    """Whether these actors are those that a line names, no more and no fewer."""
    if wanted == "?":
        return True
    names = [] if wanted == "-" else wanted.split(", ")
    actors = [actor for actor in record.actors if actor.id in idents]
    return len(names) == len(idents) and all(
        any(is_called(record, actor, name) for actor in actors) for name in names
    )


def is_called(record: Record, actor: Actor, wanted: str) -> bool:
    """Whether an actor has one of these names, also as its last name or in a mention."""
    spelt = {actor.name, actor.name.split()[-1]}
    spelt |= {record.article.text[m.start : m.end] for m in actor.mentions}
    plain = {re.sub(r"^the ", "", name.lower()) for name in spelt}
    return any(name.lower() in plain for name in wanted.split("|"))


def line_of(event: Event, record: Record) -> str:
    """The event as a line."""
    names = {actor.id: actor.name for actor in record.actors}
    source = (" + " if event.mutual else ", ").join(names[i] for i in event.source) or "-"
    target = ", ".join(names[i] for i in event.target) or "-"
    return f"{event.type} {source} > {target} [{event.status}]"
