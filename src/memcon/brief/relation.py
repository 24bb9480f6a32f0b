"""Relation: the brief of two parties: what lies ahead, what was done and said, who holds what."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

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
from memcon.story.answers import Account
from memcon.story.periods import Period
from memcon.story.relations import Deed, Relation, meetings
from memcon.story.sides import Side, Tenet, differed, latest_once, signalled
from memcon.story.silences import Hush

# So many notes stand behind a line; `memcon happening` shows all.
_NOTES = 2


class _Teller:
    """Tells happenings in lines; each is quoted where it is told first."""

    def __init__(self) -> None:
        self._told: set[int] = set()

    def line(self, account: Account | Tenet) -> Remark:
        """A happening, or what is held, with few of its witnesses."""
        if isinstance(account, Tenet):
            return _tenet(account)
        is_new = account.number not in self._told
        self._told.add(account.number)
        few = replace(account, witnesses=independent(account.witnesses, _NOTES))
        return accounts.told(few, is_quoted=is_new)


def relation_report(relation: Relation, limit: int | None = None) -> Report:
    """What an officer reads before a meeting of the two; at most `limit` lines of each kind."""
    teller = _Teller()
    chapters = (
        _ahead(relation),
        _listed("Latest", teller, relation, relation.deeds, limit),
        _sided("Signals", teller, signalled(relation, limit)),
        _sided("Differences", teller, differed(relation, limit)),
        _positions(relation),
        _listed("Who met whom", teller, relation, meetings(relation.deeds), limit),
        disputes_chapter(relation.disputes, relation.disputes_found),
        _unsaid(relation),
        series_chapter(relation.points, relation.grain, limit),
    )
    return Report(
        title=f"{relation.a.name} and {relation.b.name}",
        lead=(told(relation_lead(relation)),),
        chapters=tuple(chapter for chapter in chapters if chapter),
    )


def relation_lead(relation: Relation) -> str:
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
    last = latest_once(deeds)
    remarks = tuple(teller.line(account) for _, account in relation.opened(last[:limit]))
    more = more_of(len(last), len(remarks), "earlier")
    return chapter_of(title, remarks, "", more) if last else None


def _sided(title: str, teller: _Teller, sides: Sequence[Side]) -> Chapter:
    """By side, what it did and what it holds, the latest first; then what both did."""
    clusters = tuple(
        Cluster(told(side.party.name if side.party else "Both"), remarks)
        for side in sides
        if (remarks := tuple(map(teller.line, side.told)))
    )
    left = sum(side.left for side in sides)
    return Chapter(title=title, clusters=clusters, none="None is told of.", more=more_of(left, 0))


def tenet_words(tenet: Tenet) -> tuple[Piece, ...]:
    """ "20 May 2021: the sanctions, opposed by Lavrov and Peskov"."""
    words = f"{in_words(tenet.day)}: {plain(tenet.issue)}, {HELD[tenet.stance]} "
    return (Piece(words), *named(tenet.actors))


def _tenet(tenet: Tenet) -> Remark:
    """ "20 May 2021: the sanctions, opposed by Lavrov: “…”"."""
    return Remark(
        pieces=(*tenet_words(tenet), Piece(": "), quoted(tenet.witnesses[0])),
        witnesses=independent(tenet.witnesses, _NOTES),
        marks=(counted(tenet.sources, "source"),),
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
    more = more_of(relation.silences_found, len(remarks), "earlier")
    return chapter_of("Left unsaid", remarks, "", more) if remarks else None


def silence_words(hush: Hush) -> tuple[Piece, ...]:
    """ "20 May 2021: A would not speak of the issue"."""
    issue = plain(hush.issue) if hush.issue else None
    silent = f"{SILENCES[hush.kind]} {issue}" if issue else SILENCES_ALONE[hush.kind]
    name = Piece(plain(hush.actor.name), "name")
    return (Piece(f"{in_words(hush.day)}: "), name, Piece(f" {silent}"))


def _silence(hush: Hush) -> Remark:
    """ "20 May 2021: A would not speak of the issue: “…”"."""
    return Remark(
        pieces=(*silence_words(hush), Piece(": "), quoted(hush.witness)),
        witnesses=(hush.witness,),
    )
