"""Happening: what each of its sources says, side by side, and where they differ."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from msgspec import Meta

from memcon.brief.accounts import period_words
from memcon.brief.comparison import Ground, grounds, verdict
from memcon.brief.corrections import signed_by
from memcon.brief.disputes import KINDS
from memcon.brief.lines import plain
from memcon.brief.words import ACTS
from memcon.desk.desk import Desk
from memcon.story.amendments import Judgement
from memcon.story.answers import Witness
from memcon.story.comparisons import Comparison, Testimony, figures
from memcon.story.discrepancies import Kind
from memcon.story.identities import Identity
from memcon.story.sightings import Sighting
from memcon.web.answering import wider
from memcon.web.errata import Erratum, erratum
from memcon.web.finding import Term, actor_page
from memcon.web.query import Query
from memcon.web.view import View

# Under which label a discrepancy shows.
_DISPUTED: Mapping[Kind, str] = {
    "date": "When",
    "place": "Where",
    "number": "How many",
    "proposer": "Who",
    "denial": "Status",
}
_MOST = 1000
_NOTHING: frozenset[Term] = frozenset()
State = Literal["", "other", "disputed"]


class HappeningQuery(Query, frozen=True, kw_only=True):
    """A happening by its number on the desk; so many of its sources are shown."""

    number: Annotated[int, Meta(ge=0, le=2**62)]
    limit: Annotated[int, Meta(ge=1, le=_MOST)] = 24


@dataclass(frozen=True, slots=True)
class Cell:
    """A detail as one source has it: `other` than most say, or in a discrepancy."""

    label: str
    terms: tuple[Term, ...]
    state: State


@dataclass(frozen=True, slots=True)
class Card:
    """A family: what its first article says, why that is this happening, and the copies of it."""

    testimony: Testimony
    cells: tuple[Cell, ...]
    verdict: str
    grounds: tuple[Ground, ...]
    copies: tuple[Testimony, ...]
    errata: tuple[Erratum, ...]
    rulings: tuple[str, ...]


def cards(comparison: Comparison) -> tuple[Card, ...]:
    """A card for each family, in the order in which they told it."""
    families: dict[int, list[Testimony]] = {}
    for one in comparison.testimonies:
        families.setdefault(one.witness.family, []).append(one)
    heads = [own[0] for own in families.values()]
    details = [_details(head.told) for head in heads]
    usual = {label: _usual(detail[label] for detail in details) for label in details[0]}
    return tuple(
        Card(
            testimony=head,
            cells=tuple(_cells(comparison, head.witness, detail, usual)),
            verdict=verdict(head),
            grounds=grounds(head),
            copies=tuple(own[1:]),
            errata=tuple(_errata(comparison, own)),
            rulings=tuple(_rulings(comparison.judgements, own)),
        )
        for own, head, detail in zip(families.values(), heads, details, strict=True)
    )


def _details(event: Sighting) -> dict[str, tuple[Term, ...]]:
    """What an article tells of it, label by label; each source has the same labels."""
    code = " ".join(filter(None, (event.type, event.mode)))
    return {
        "What": (Term(f"{code}: {ACTS[event.type].noun}"),),
        "Status": (Term(event.status),),
        "Who": _actors(event.source),
        "To whom": _actors(event.target),
        "When": (Term(period_words(event.period)),) if event.period else (),
        "Where": (Term(plain(event.spot.name)),) if event.spot else (),
        "How many": tuple(Term(plain(words)) for words in figures(event)),
        "Said by": _actors(event.said_by),
    }


def _actors(actors: Iterable[Identity]) -> tuple[Term, ...]:
    return tuple(Term(plain(actor.name), actor_page(actor.key)) for actor in actors)


def _usual(told: Iterable[tuple[Term, ...]]) -> frozenset[Term]:
    """What most sources say, of those that say anything."""
    found = Counter(frozenset(terms) for terms in told if terms)
    return max(found, key=lambda terms: found[terms], default=_NOTHING)


def _cells(
    comparison: Comparison,
    witness: Witness,
    detail: Mapping[str, tuple[Term, ...]],
    usual: Mapping[str, frozenset[Term]],
) -> Iterator[Cell]:
    """The details of a source that any source has."""
    disputed = {
        _DISPUTED[dispute.kind]
        for dispute in comparison.disputes
        if any(_is_same(witness, one) for v in dispute.versions for one in v.witnesses)
    }
    for label, terms in detail.items():
        if usual[label]:
            is_other = bool(terms) and frozenset(terms) != usual[label]
            state: State = "disputed" if label in disputed else "other" if is_other else ""
            yield Cell(label, terms, state)


def _is_same(one: Witness, other: Witness) -> bool:
    return (one.article, one.finding) == (other.article, other.finding)


def _errata(comparison: Comparison, own: Sequence[Testimony]) -> Iterator[Erratum]:
    """What was set right in the events of a family."""
    told = {(one.witness.article, one.witness.finding) for one in own}
    for one in comparison.amendments:
        if (one.witness.article, one.witness.finding) in told:
            yield erratum(one)


def _rulings(judgements: Iterable[Judgement], own: Sequence[Testimony]) -> Iterator[str]:
    """Who ruled what of the events of a family, each time once."""
    told = {(one.witness.article, one.witness.finding) for one in own}
    words = {"merge": "joined by hand", "split": "split off by hand"}
    ruled = (
        f"{words[one.kind]}: {signed_by(one.who, one.when)}"
        for one in judgements
        if told & {(side.article, side.finding) for side in (one.one, one.other)}
    )
    yield from dict.fromkeys(ruled)


def _ask(desk: Desk, query: HappeningQuery) -> Comparison:
    return desk.happening(query.number)


def _frame(answer: Comparison, query: HappeningQuery) -> Mapping[str, Any]:
    told = cards(answer)
    return {
        "cards": told[: query.limit],
        "left": max(len(told) - query.limit, 0),
        "kinds": KINDS,
        "wider": wider(f"/happening/{query.number}", query.limit, _MOST),
    }


HAPPENING = View(
    path="/happening/{number}",
    about="A happening, source by source",
    query=HappeningQuery,
    ask=_ask,
    template="happening.html",
    frame=_frame,
)
