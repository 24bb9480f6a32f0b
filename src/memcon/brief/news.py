"""News: what is new for each saved question, and which questions are saved."""

from collections.abc import Iterator

from memcon.brief import accounts
from memcon.brief.accounts import counted, gathering, in_words, more_of
from memcon.brief.disputes import dispute_cluster
from memcon.brief.hits import hit_cluster
from memcon.brief.lines import Piece, plain, sentence
from memcon.brief.report import Chapter, Cluster, Grid, Remark, Report, told
from memcon.brief.words import STANCES
from memcon.story.matrix import Holding
from memcon.story.news import News, Turn, Update, Watches


def news_report(news: News) -> Report:
    """A chapter for each watch."""
    return Report(
        title="What is new",
        lead=() if news.updates else (told("Nothing is watched: memcon watch add NAME …"),),
        chapters=tuple(map(_chapter, news.updates)),
    )


def watches_report(watches: Watches) -> Report:
    """A table of the watches."""
    rows = tuple(
        (told(plain(row.name)), told(plain(row.question)), told(f"{row.waiting:,}"))
        for row in watches.rows
    )
    grid = Grid(heads=("Name", "Question", "New articles"), rows=rows) if rows else None
    chapter = Chapter(title="Questions", grid=grid, none="None: memcon watch add NAME …")
    return Report(title="Watches", lead=(), chapters=(chapter,))


def _chapter(update: Update) -> Chapter:
    """What is new for one watch."""
    articles = counted(update.articles, "new article")
    return Chapter(
        title=f"{update.watch}: {' '.join(update.question)}",
        clusters=tuple(_clusters(update)),
        none=update.problem
        or (f"Nothing in {articles}." if update.articles else "No new article."),
        more=more_of(update.found, update.shown),
        is_named=True,
    )


def _clusters(update: Update) -> Iterator[Cluster]:
    """New happenings, more words of known ones, then what else is new."""
    for title, is_new in (("New happenings", True), ("Told again", False)):
        lines = [accounts.told(t.account) for t in update.developments if t.is_new == is_new]
        if lines:
            yield Cluster(head=told(title), remarks=tuple(lines))
    if update.turns:
        yield Cluster(head=told("Prospects"), remarks=tuple(map(_turn, update.turns)))
    if update.holdings:
        yield Cluster(head=told("Positions"), remarks=tuple(map(_holding, update.holdings)))
    yield from map(dispute_cluster, update.disputes)
    yield from map(hit_cluster, update.hits)


def turn_words(turn: Turn) -> tuple[Piece, ...]:
    """ "20 May 2021: summit of A and B: floated → agreed"."""
    before = f"{turn.before} → " if turn.before and turn.before != turn.status else ""
    return sentence(
        Piece(f"{in_words(turn.day)}: "),
        *gathering(turn.what, turn.participants),
        Piece(f": {before}{turn.status}"),
    )


def holding_words(holding: Holding) -> tuple[Piece, ...]:
    """ "20 May 2021: A opposes the sanctions"."""
    return sentence(
        Piece(f"{in_words(holding.day)}: "),
        Piece(plain(holding.actor.name), "name"),
        Piece(f" {STANCES[holding.stance]} {plain(holding.issue)}"),
    )


def _turn(turn: Turn) -> Remark:
    """What became of a prospect, with the words that say so."""
    return Remark(pieces=turn_words(turn), witnesses=(turn.witness,))


def _holding(holding: Holding) -> Remark:
    """A position with its words."""
    return Remark(pieces=holding_words(holding), witnesses=(holding.witness,))
