"""Outlook: what lies or lay ahead, each prospect with its history from the first word of it."""

from collections.abc import Iterable, Iterator

from memcon.brief.accounts import counted, gathering, in_words, independent, more_of, period_words
from memcon.brief.lines import Piece, plain, sentence
from memcon.brief.report import Chapter, Cluster, Remark, Report, told
from memcon.story.histories import History, Prospects, Stage
from memcon.story.outlook import State

_UNDATED = "Of unknown day: no article that tells of it has a date"
# So many notes stand behind a stage.
_NOTES = 2
_TITLES: dict[State, str] = {
    "overdue": "Overdue: the day passed without report",
    "open": "Open",
    "dormant": "Dormant: nobody speaks of it any more",
    "settled": "Settled: held, cancelled or rejected",
}


def prospects_report(prospects: Prospects) -> Report:
    """The prospects by how they stand, each with its stages; last those that no day places."""
    whom = ", ".join(party.name for party in prospects.parties)
    shown = len(prospects.histories)
    chapters = [
        Chapter(title=title, clusters=tuple(_cluster(one, grouped_words(one)) for one in histories))
        for title, histories in grouped(prospects)
    ]
    if not chapters:
        chapters = [Chapter(title="Prospects", none="Nothing is said to lie ahead.")]
    lead = [told(f"{counted(prospects.found, 'prospect')} as of {in_words(prospects.today)}.")]
    if more := more_of(prospects.found, shown):
        lead.append(told(more))
    return Report(
        title=f"Prospects: {whom}" if whom else "Prospects",
        lead=tuple(lead),
        chapters=tuple(chapters),
    )


def grouped(prospects: Prospects) -> Iterator[tuple[str, tuple[History, ...]]]:
    """The prospects by how they stand, under what that is called; last those that no day places."""
    for state in prospects.states:
        placed = (h for h in prospects.histories if h.state == state and not h.is_undated)
        if histories := tuple(placed):
            yield _TITLES[state], histories
    if undated := tuple(history for history in prospects.histories if history.is_undated):
        yield _UNDATED, undated


def grouped_words(history: History) -> str:
    """How a prospect stands among those that stand alike: its latest status says more."""
    return standing_words(history) if history.is_undated else history.outlook.status


def history_clusters(histories: Iterable[History]) -> Iterable[Cluster]:
    """Each prospect with how it stands, and its stages under it."""
    for history in histories:
        yield _cluster(history, standing_words(history))


def standing_words(history: History) -> str:
    """How a prospect stands: "open", "overdue"; of a settled one how it was: "held"."""
    return history.outlook.status if history.state == "settled" else history.state


def _cluster(history: History, standing: str) -> Cluster:
    """A prospect with its stages."""
    return Cluster(
        head=_head(history, standing),
        remarks=tuple(_stage(stage) for stage in history.stages),
    )


def _head(history: History, standing: str) -> Remark:
    """The prospect; how it stands is its mark."""
    marks = (standing, counted(history.outlook.sources, "source"))
    return Remark(pieces=outlook_words(history), marks=marks)


def outlook_words(history: History) -> tuple[Piece, ...]:
    """ "Summit of A and B in Geneva, expected 16 June 2021"."""
    outlook = history.outlook
    where = f" in {plain(outlook.spot.name)}" if outlook.spot else ""
    due = "" if outlook.status == "held" else "expected "
    when = f", {due}{period_words(outlook.period)}" if outlook.period else ""
    pieces = gathering(outlook.what, [actor.name for actor in outlook.participants])
    return (*sentence(*pieces), Piece(f"{where}{when}"))


def stage_words(stage: Stage) -> str:
    """ "20 May 2021 to 25 May 2021: floated"."""
    until = f" to {in_words(stage.until)}" if stage.until != stage.day else ""
    return f"{in_words(stage.day)}{until}: {stage.status}"


def _stage(stage: Stage) -> Remark:
    """A stage with its sources."""
    return Remark(
        pieces=(Piece(stage_words(stage)),),
        witnesses=independent(stage.witnesses, _NOTES),
        marks=(counted(stage.sources, "source"),),
    )
