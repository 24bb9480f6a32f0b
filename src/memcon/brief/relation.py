"""Relation: the brief of two parties: what lies ahead, what was done and said, who holds what."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from memcon.brief import accounts
from memcon.brief.accounts import counted, in_words, more_of, quoted
from memcon.brief.lines import Piece, plain
from memcon.brief.matrix import facing, stance_words
from memcon.brief.outlooks import history_clusters
from memcon.brief.report import (
    Chapter,
    Cluster,
    Remark,
    Report,
    chapter_of,
    told,
)
from memcon.brief.series import series_chapter
from memcon.brief.words import SILENCES, SILENCES_ALONE
from memcon.record.terms import Stance
from memcon.story.matrix import Cell, Stand
from memcon.story.relations import (
    Deed,
    Hush,
    Relation,
    differences,
    is_differing,
    is_welcoming,
    meetings,
    signals,
    toward,
)

_Dated = tuple[date, Remark]


def relation_report(relation: Relation, limit: int | None = None) -> Report:
    """What an officer reads before a meeting of the two; at most `limit` lines of each kind."""
    chapters = (
        _ahead(relation),
        _listed("Latest", relation, relation.deeds, limit),
        _sided("Signals", relation, signals(_apart(relation)), is_welcoming, limit),
        _sided("Differences", relation, differences(relation.deeds), is_differing, limit),
        _positions(relation),
        _listed("Who met whom", relation, meetings(relation.deeds), limit),
        _unsaid(relation),
        series_chapter(relation.points, relation.step, limit),
    )
    return Report(
        title=f"{relation.a.name} and {relation.b.name}",
        lead=(told(_lead(relation)),),
        chapters=tuple(chapter for chapter in chapters if chapter),
    )


def _lead(relation: Relation) -> str:
    """How much there is, from when to when, and as of which day."""
    days = [deed.day for deed in relation.deeds if deed.day]
    since = relation.since or min(days, default=None)
    until = relation.until or max(days, default=None)
    span = f", {in_words(since)} to {in_words(until)}" if since and until else ""
    happenings = len({deed.happening for deed in relation.deeds})
    return f"{counted(happenings, 'happening')}{span}; as of {in_words(relation.today)}."


def _ahead(relation: Relation) -> Chapter:
    """The prospects of both, each with its history."""
    clusters = tuple(history_clusters(relation.prospects))
    return Chapter(
        title="What lies ahead, and what came of it",
        clusters=clusters,
        none="Nothing is said to lie ahead.",
        more=more_of(relation.prospects_found, len(clusters)),
    )


def _listed(
    title: str, relation: Relation, deeds: Sequence[Deed], limit: int | None
) -> Chapter | None:
    """The latest of these happenings, each in the words of an article."""
    last = _latest_once(deeds)
    remarks = tuple(accounts.told(account) for _, account in relation.opened(last[:limit]))
    more = more_of(len(last), len(remarks), "earlier ones")
    return chapter_of(title, remarks, f"{title}: none is told of.", more) if last else None


def _sided(
    title: str,
    relation: Relation,
    deeds: Sequence[Deed],
    is_meant: Callable[[Stance], bool],
    limit: int | None,
) -> Chapter:
    """By side, what it did and what it holds, the latest first; then what both did."""
    clusters: list[Cluster] = []
    left = 0
    for party, direction in ((relation.a, 1), (relation.b, -1), (None, 0)):
        done = _latest_once(toward(deeds, direction))
        code = party.code if party else None
        dated = [
            *(
                (deed.day or date.min, accounts.told(account))
                for deed, account in relation.opened(done)
            ),
            *_stances(relation, code, is_meant),
        ]
        dated.sort(key=lambda one: one[0], reverse=True)
        remarks = tuple(remark for _, remark in dated[:limit])
        left += len(done) - len(relation.opened(done)) + len(dated) - len(remarks)
        if remarks:
            head = told(party.name if party else "Both")
            clusters.append(Cluster(head=head, remarks=remarks))
    return Chapter(
        title=title,
        clusters=tuple(clusters),
        none="None is told of.",
        more=more_of(left, 0),
    )


def _stances(
    relation: Relation, code: str | None, is_meant: Callable[[Stance], bool]
) -> list[_Dated]:
    """What a side holds that is meant, each stand with the day on which it was last told."""
    return [
        (stand.until or date.min, _stance(cell, stand))
        for cell in relation.matrix.cells
        if cell.actor.code == code
        for stand in cell.stands
        if is_meant(stand.stance)
    ]


def _stance(cell: Cell, stand: Stand) -> Remark:
    """ "20 May 2021: Sergei Lavrov opposes the sanctions: “…”"."""
    words = (Piece(": "), quoted(stand.witnesses[0])) if stand.witnesses else ()
    return Remark(
        pieces=(Piece(f"{in_words(stand.until)}: "), *stance_words(cell, stand), *words),
        witnesses=stand.witnesses,
        marks=(counted(stand.sources, "source"),),
    )


def _positions(relation: Relation) -> Chapter | None:
    """The issues, with what each side holds on them."""
    matrix = relation.matrix
    if not matrix.cells:
        return None
    return Chapter(
        title="Positions by issue",
        grid=facing(matrix, (relation.a, relation.b)),
        more=more_of(matrix.found, len(matrix.issues), "more issues"),
    )


def _unsaid(relation: Relation) -> Chapter | None:
    """What was refused or left unsaid."""
    remarks = tuple(_silence(hush) for hush in relation.silences)
    more = more_of(relation.silences_found, len(remarks), "earlier ones")
    return chapter_of("Left unsaid", remarks, "", more) if remarks else None


def _silence(hush: Hush) -> Remark:
    """ "20 May 2021: A would not speak of the issue: “…”"."""
    issue = plain(hush.issue) if hush.issue else None
    silent = f"{SILENCES[hush.kind]} {issue}" if issue else SILENCES_ALONE[hush.kind]
    return Remark(
        pieces=(
            Piece(f"{in_words(hush.day)}: "),
            Piece(plain(hush.actor.name), "name"),
            Piece(f" {silent}: "),
            quoted(hush.witness),
        ),
        witnesses=(hush.witness,),
    )


def _latest_once(deeds: Iterable[Deed]) -> tuple[Deed, ...]:
    """Each happening once, the latest first."""
    return tuple(reversed({deed.happening: deed for deed in deeds}.values()))


def _apart(relation: Relation) -> tuple[Deed, ...]:
    """All but the meetings, which are told on their own."""
    met = {deed.happening for deed in meetings(relation.deeds)}
    return tuple(deed for deed in relation.deeds if deed.happening not in met)
