"""Discrepancy: where the sources of a happening differ, with each side's words."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeVar

from memcon.story.amounts import amount
from memcon.story.periods import spelled
from memcon.story.sightings import HAPPENED, Sighting

Kind = Literal["date", "place", "number", "proposer", "denial"]
Value = TypeVar("Value")

# Numbers further apart than so many times count different things.
_COMPARABLE: Final = 3.0
_DENIALS: Final = frozenset({"denied", "not-happened"})
_CLAIMS: Final = frozenset({"actual", "ongoing", "alleged"})


@dataclass(frozen=True, slots=True)
class Side:
    """What some of the sources say: "10 diplomats", and the events that say so."""

    value: str
    told: tuple[Sighting, ...]


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Two or more sides, the one with the most families first."""

    kind: Kind
    sides: tuple[Side, ...]


def find_discrepancies(
    told: Sequence[Sighting], families: Mapping[str, int]
) -> tuple[Discrepancy, ...]:
    """Where the tellings of one happening differ; a family against itself is no discrepancy."""
    found = (
        _discrepancy("date", _dates(told), families),
        _discrepancy("place", _places(told), families),
        *(_discrepancy("number", sides, families) for sides in _numbers(told)),
        _discrepancy("proposer", _proposers(told), families),
        _discrepancy("denial", _denials(told), families),
    )
    return tuple(discrepancy for discrepancy in found if discrepancy)


def _discrepancy(
    kind: Kind, sides: Iterable[Side], families: Mapping[str, int]
) -> Discrepancy | None:
    """The sides by the families behind them; one that no family tells but those of another is
    dropped, as when an article was corrected."""

    def behind(side: Side) -> set[int]:
        return {families[telling.article] for telling in side.told}

    kept: list[Side] = []
    heard: set[int] = set()
    for side in sorted(sides, key=lambda side: -len(behind(side))):
        if behind(side) - heard:
            kept.append(side)
            heard |= behind(side)
    return Discrepancy(kind, tuple(kept)) if len(kept) > 1 else None


def _dates(told: Sequence[Sighting]) -> tuple[Side, ...]:
    """Days that exclude each other, of what happened or else of what was to happen."""
    happened = [(s.period, s) for s in told if s.period and s.status in HAPPENED]
    ahead = [(s.period, s) for s in told if s.period and s.status not in HAPPENED]
    for dated in (happened, ahead):
        sides = _part(
            dated,
            size=lambda period: period.length,
            agree=lambda one, other: one.gap(other) == 0,
            spell=spelled,
        )
        if len(sides) > 1:
            return sides
    return ()


def _places(told: Sequence[Sighting]) -> tuple[Side, ...]:
    """Places of which one cannot lie in the other."""
    placed = [(s.spot, s) for s in told if s.spot]
    return _part(
        placed,
        size=lambda spot: spot.is_nationwide,
        agree=lambda one, other: not one.excludes(other),
        spell=lambda spot: spot.name,
    )


def _numbers(told: Sequence[Sighting]) -> tuple[tuple[Side, ...], ...]:
    """The sides of each unit in which numbers differ; who counts the unit twice takes no side."""
    counted: dict[str, list[tuple[float, Sighting]]] = {}
    for telling in told:
        units = [quantity.unit for quantity in telling.quantities]
        for quantity in telling.quantities:
            if units.count(quantity.unit) == 1:
                counted.setdefault(quantity.unit, []).append((quantity.value, telling))
    return tuple(_counts(unit, values) for unit, values in counted.items())


def _counts(unit: str, values: Sequence[tuple[float, Sighting]]) -> tuple[Side, ...]:
    """The sides of one unit; a number far from the middle one counts something else."""
    middle = sorted(value for value, _ in values)[len(values) // 2]
    low, high = middle / _COMPARABLE, middle * _COMPARABLE
    return _part(
        [(value, telling) for value, telling in values if low <= value <= high],
        size=lambda value: value,
        agree=lambda one, other: one == other,
        spell=lambda value: amount(value, unit),
    )


def _proposers(told: Sequence[Sighting]) -> tuple[Side, ...]:
    """Which of two parties acted, where each is said to have done it to the other."""
    pairs = [
        ((tuple(i.code for i in s.source), tuple(i.code for i in s.target)), s)
        for s in told
        if s.source and s.target and not s.mutual
    ]
    forms = {pair for pair, _ in pairs}
    torn = [(pair, s) for pair, s in pairs if pair[::-1] in forms and pair[0] != pair[1]]
    by_pair: dict[tuple[str, ...], list[Sighting]] = {}
    for pair, telling in torn:
        by_pair.setdefault(pair[0], []).append(telling)
    return tuple(
        Side(", ".join(i.name for i in tellings[0].source), tuple(tellings))
        for tellings in by_pair.values()
    )


def _denials(told: Sequence[Sighting]) -> tuple[Side, ...]:
    """Those who say that it was, and those who deny it."""
    claims = tuple(s for s in told if s.status in _CLAIMS)
    denials = tuple(s for s in told if s.status in _DENIALS)
    if not claims or not denials:
        return ()
    who = dict.fromkeys(i.name for s in denials for i in s.said_by)
    denied = f"denied by {', '.join(who)}" if who else "did not happen"
    return Side("happened", claims), Side(denied, denials)


def _part(
    said: Iterable[tuple[Value, Sighting]],
    *,
    size: Callable[[Value], float],
    agree: Callable[[Value, Value], bool],
    spell: Callable[[Value], str],
) -> tuple[Side, ...]:
    """The sides that values part into, each called by its smallest: "19 May" of "in May".

    A value that agrees with several takes no side.
    """
    sides: list[tuple[Value, list[Sighting]]] = []
    for value, telling in sorted(said, key=lambda pair: size(pair[0])):
        fitting = [side for side in sides if agree(value, side[0])]
        if not fitting:
            sides.append((value, [telling]))
        elif len(fitting) == 1:
            fitting[0][1].append(telling)
    return tuple(Side(spell(value), tuple(tellings)) for value, tellings in sides)
