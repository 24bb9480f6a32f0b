"""Idents: how a reader names a finding: by its id, or, where it has none, by its number.

The third of `positions` is "pos3", the first of `silences` "sil1".
"""

from memcon.errors import RecordError
from memcon.record.contract import Record
from memcon.record.findings import Event, Position, Prospect, Silence, Statement

Finding = Event | Statement | Position | Silence | Prospect


def finding(record: Record, ident: str) -> Finding:
    """The finding of this name; RecordError says which names there are."""
    known = named(record)
    if ident not in known:
        raise RecordError(f"no finding {ident}; there are {', '.join(known) or 'none'}")
    return known[ident]


def named(record: Record) -> dict[str, Finding]:
    """The findings that can be explained, by name."""
    return {
        **{event.id: event for event in record.events},
        **{statement.id: statement for statement in record.statements},
        **{f"pos{number}": position for number, position in enumerate(record.positions, 1)},
        **{f"sil{number}": silence for number, silence in enumerate(record.silences, 1)},
        **{prospect.id: prospect for prospect in record.prospects},
    }
