"""Relation: the brief of two parties: what lies ahead, what was done and said, who holds what."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from memcon.brief import accounts
from memcon.brief.accounts import (
    counted,
    in_words,
    independent,
    more_of,
    named,
    period_words,
    quoted,
)
from memcon.brief.disputes import disputes_chapter
from memcon.brief.lines import Piece, plain
from memcon.brief.matrix import facing
from memcon.brief.outlooks import history_clusters
from memcon.brief.report import Chapter, Cluster, Remark, Report, chapter_of, told
from memcon.brief.series import series_chapter
from memcon.brief.words import HELD, SILENCES, SILENCES_ALONE
from memcon.record.terms import Stance
from memcon.story.answers import Account, Party
from memcon.story.identities import Identity
from memcon.story.matrix import Stand
from memcon.story.periods import Period
from memcon.story.relations import (
    Deed,
    Relation,
    differences,
    is_differing,
    is_welcoming,
    meetings,
    signals,
    toward,
)
from memcon.story.silences import Hush

# So many notes stand behind a line; `memcon happening` shows all.
_NOTES = 2


class _Teller:
    """Tells happenings in lines; each is quoted where it is told first."""

    def __init__(self) -> None:
        self._told: set[int] = set()

    def line(self, account: Account) -> Remark:
        """A happening with few of its witnesses."""
        is_new = account.number not in self._told
        self._told.add(account.number)
        few = replace(account, witnesses=independent(account.witnesses, _NOTES))
        return accounts.told(few, is_quoted=is_new)


def relation_report(relation: Relation, limit: int | None = None) -> Report:
    """What an officer reads before a meeting of the two; at most `limit` lines of each kind."""
    teller = _Teller()
    met = meetings(relation.deeds)
    known = frozenset(met)
    apart = tuple(deed for deed in relation.deeds if deed not in known)
    chapters = (
        _ahead(relation),
        _listed("Latest", teller, relation, relation.deeds, limit),
        _sided("Signals", teller, relation, signals(apart), is_welcoming, limit),
        _sided("Differences", teller, relation, differences(relation.deeds), is_differing, limit),
        _positions(relation),
        _listed("Who met whom", teller, relation, met, limit),
        disputes_chapter(relation.disputes, relation.disputes_found),
        _unsaid(relation),
        series_chapter(relation.points, relation.grain, limit),
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
    happenings = counted(len({deed.happening for deed in relation.deeds}), "happening")
    span = f", {period_words(Period(since, until))}" if since and until else ""
    told_in = f"told in {counted(relation.articles, 'article')}"
    sources = counted(relation.sources, "independent source")
    return f"{happenings}{span}, {told_in} of {sources}; as of {in_words(relation.today)}."


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
    title: str, teller: _Teller, relation: Relation, deeds: Iterable[Deed], limit: int | None
) -> Chapter | None:
    """The latest of these happenings."""
    last = _latest_once(deeds)
    remarks = tuple(teller.line(account) for _, account in relation.opened(last[:limit]))
    more = more_of(len(last), len(remarks), "earlier")
    return chapter_of(title, remarks, "", more) if last else None


def _sided(
    title: str,
    teller: _Teller,
    relation: Relation,
    deeds: tuple[Deed, ...],
    is_meant: Callable[[Stance], bool],
    limit: int | None,
) -> Chapter:
    """By side, what it did and what it holds, the latest first; then what both did."""
    clusters: list[Cluster] = []
    left = 0
    for party, direction in ((relation.a, 1), (relation.b, -1), (None, 0)):
        done = _latest_once(toward(deeds, direction))
        held = _held(relation, party, is_meant) if party else ()
        dated = [*((d.day, account) for d, account in relation.opened(done)), *held]
        dated.sort(key=lambda one: one[0] or date.min, reverse=True)
        remarks = tuple(
            teller.line(what) if isinstance(what, Account) else what for _, what in dated[:limit]
        )
        left += len(done) + len(held) - len(remarks)
        if remarks:
            clusters.append(Cluster(told(party.name if party else "Both"), remarks))
    return Chapter(
        title=title, clusters=tuple(clusters), none="None is told of.", more=more_of(left, 0)
    )


def _held(
    relation: Relation, party: Party, is_meant: Callable[[Stance], bool]
) -> tuple[tuple[date | None, Remark], ...]:
    """What a side holds that is meant: who of it holds the same on an issue stands in one line."""
    alike: dict[tuple[str, Stance], list[tuple[Identity, Stand]]] = {}
    for cell in relation.matrix.cells:
        if cell.actor.code == party.code:
            for stand in cell.stands:
                if is_meant(stand.stance):
                    alike.setdefault((cell.issue, stand.stance), []).append((cell.actor, stand))
    return tuple(_stance(issue, stance, ones) for (issue, stance), ones in alike.items())


def _stance(
    issue: str, stance: Stance, ones: Sequence[tuple[Identity, Stand]]
) -> tuple[date | None, Remark]:
    """ "20 May 2021: the sanctions, opposed by Lavrov and Peskov: “…”", and the day."""
    day = max((stand.until for _, stand in ones if stand.until), default=None)
    witnesses = tuple(witness for _, stand in ones for witness in stand.witnesses)
    remark = Remark(
        pieces=(
            Piece(f"{in_words(day)}: {plain(issue)}, {HELD[stance]} "),
            *named({actor.key: actor for actor, _ in ones}.values()),
            Piece(": "),
            quoted(witnesses[-1]),
        ),
        witnesses=independent(witnesses[::-1], _NOTES),
        marks=(counted(len({witness.family for witness in witnesses}), "source"),),
    )
    return day, remark


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
    more = more_of(relation.silences_found, len(remarks), "earlier")
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
