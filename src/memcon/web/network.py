"""Network: who met whom, in a picture and pair by pair."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from msgspec import Meta

from memcon.brief.accounts import counted, in_words
from memcon.brief.lines import plain
from memcon.desk.desk import Desk
from memcon.story.answers import Party
from memcon.story.networks import Edge, Network, Node, Whom
from memcon.web.answering import address
from memcon.web.arcs import Arc, Name, arcs_chart
from memcon.web.completions import names
from memcon.web.query import Within
from memcon.web.sheets import segment
from memcon.web.view import Chart, View

_WHO: Mapping[Whom, str] = {"state": "States and organisations", "actor": "Persons and groups"}
_MOST = 1000
# "More" shows so many times more.
_WIDER = 4
# So many names can be read in a picture.
_DRAWN = 40


class NetworkQuery(Within, frozen=True, kw_only=True):
    """Whom this party met, or who met whom, as states or as actors."""

    of: str | None = None
    grain: Whom = "state"
    limit: Annotated[int, Meta(ge=1, le=_MOST)] = 60


@dataclass(frozen=True, slots=True)
class Pair:
    """A row of the table: two who met, and where either name leads."""

    edge: Edge
    a: Name
    b: Name
    address: str


def _ask(desk: Desk, query: NetworkQuery) -> Network:
    return desk.network(query.of, query.grain, query.limit, **query.days)


def _frame(answer: Network, query: NetworkQuery) -> Mapping[str, Any]:
    known = _known(answer, query)
    return {
        "pairs": tuple(
            Pair(edge, known[edge.a], known[edge.b], _relation(edge)) for edge in answer.edges
        ),
        "drawn": len({end for edge in _drawn(answer) for end in (edge.a, edge.b)}),
        "who": _WHO,
        "wider": _wider(query),
    }


def _chart(answer: Network, query: NetworkQuery) -> Chart:
    known, drawn = _known(answer, query), _drawn(answer)
    ends = dict.fromkeys(end for edge in drawn for end in (edge.a, edge.b))
    arcs = [_arc(edge, known) for edge in drawn]
    return arcs_chart([known[end] for end in ends], arcs)


def _known(answer: Network, query: NetworkQuery) -> dict[str, Name]:
    """Who met somebody, by key; who is chosen is shown with all it met, who is shown so in full."""
    return {
        node.key: Name(
            key=node.key,
            name=plain(node.name),
            meetings=node.meetings,
            told=f"{plain(node.name)}: {counted(node.meetings, 'meeting')}",
            address=_way(answer, query, node),
        )
        for node in answer.nodes
    }


def _arc(edge: Edge, known: Mapping[str, Name]) -> Arc:
    last = f", the last {in_words(edge.last)}" if edge.last else ""
    return Arc(
        a=edge.a,
        b=edge.b,
        meetings=edge.meetings,
        told=f"{known[edge.a].name} and {known[edge.b].name}: "
        f"{counted(edge.meetings, 'meeting')}{last}",
        address=_relation(edge),
    )


def _drawn(answer: Network) -> Sequence[Edge]:
    """As many of those who met most often as can be read."""
    ends: set[str] = set()
    drawn: list[Edge] = []
    for edge in answer.edges:
        if len(ends | {edge.a, edge.b}) <= _DRAWN:
            ends |= {edge.a, edge.b}
            drawn.append(edge)
    return drawn


def _relation(edge: Edge) -> str:
    return f"/relation/{segment(edge.a)}/{segment(edge.b)}"


def _way(answer: Network, query: NetworkQuery, node: Node) -> str:
    """Whom somebody met; of whom that is shown already, everything else."""
    if answer.of and _is(node, answer.of):
        return f"/actor/{segment(node.key)}"
    return address("/network", of=node.key, grain=query.grain, **query.days)


def _is(node: Node, party: Party) -> bool:
    """Whether a name is the party's, by whatever name it was asked for."""
    return node.key == party.code if party.actors is None else node.name == party.name


def _wider(query: NetworkQuery) -> str | None:
    """Where more pairs are shown; None where no more can be."""
    if query.limit == _MOST:
        return None
    return address(
        "/network",
        of=query.of,
        grain=query.grain,
        since=query.since,
        until=query.until,
        limit=min(query.limit * _WIDER, _MOST),
    )


NETWORK = View(
    path="/network",
    about="Who met whom",
    query=NetworkQuery,
    ask=_ask,
    template="network.html",
    frame=_frame,
    aside=names,
    chart=_chart,
)
