"""Comparison: a happening's sources side by side, in a table, with their words and differences."""

from dataclasses import dataclass

from memcon.brief import accounts
from memcon.brief.accounts import in_words, period_words, quoted
from memcon.brief.disputes import dispute_cluster
from memcon.brief.lines import Piece, plain
from memcon.brief.report import Chapter, Cluster, Grid, Remark, Report, told
from memcon.brief.words import STATUSES
from memcon.story.comparisons import Comparison, Testimony, figures
from memcon.story.sightings import Sighting

# What speaks for two tellings being one happening, and what against it.
_GROUNDS = {
    "type": ("Of one kind", "Of different kinds"),
    "parties": ("The parties fit", "The parties differ"),
    "status": ("Both say that it was", "One says that it was, one denies it"),
    "time": ("The days fit", "The days are apart"),
    "place": ("The places fit", "The places differ"),
    "number": ("The numbers fit", "The numbers differ"),
    "issues": ("About the same", "About different things"),
    "words": ("Told in the same words", "Told in other words"),
}
_HEADS = ("Source", "What", "When", "Where", "How many")
_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Ground:
    """A reason in words: "The parties fit", "Joe Biden, Vladimir Putin", 2.9 in log-odds."""

    words: str
    shown: str
    weight: float


def grounds(one: Testimony) -> tuple[Ground, ...]:
    """Why a telling is one of this happening, what weighs most first; () if no match says so."""
    if one.score is None:
        return ()
    reasons = sorted(one.reasons, key=lambda reason: -abs(reason.weight))
    return tuple(
        Ground(
            words=_GROUNDS.get(reason.aspect, (plain(reason.aspect),) * 2)[reason.weight < 0],
            shown=plain(reason.words),
            weight=reason.weight,
        )
        for reason in reasons
    )


def verdict(one: Testimony) -> str:
    """How sure it is that a telling is one of this happening, or who says so."""
    if one.score is None:
        return "Ruled by hand" if one.reasons else "The first to tell it"
    return f"The same with {one.score:.0%}"


def comparison_report(comparison: Comparison) -> Report:
    """The happening, its sources side by side, their words, and where they differ."""
    account = comparison.account
    chapters = [
        Chapter(
            title="Side by side",
            grid=Grid(heads=_HEADS, rows=tuple(map(_row, comparison.testimonies))),
        ),
        Chapter(title="In their words", clusters=tuple(map(_words, comparison.testimonies))),
    ]
    if comparison.disputes:
        chapters.append(
            Chapter(
                title="Where sources differ",
                clusters=tuple(map(dispute_cluster, comparison.disputes)),
            )
        )
    return Report(
        title=f"Happening {account.number}",
        lead=(accounts.told(account, is_quoted=False),),
        chapters=tuple(chapters),
    )


def _row(one: Testimony) -> tuple[Remark, ...]:
    """What a source says, cell by cell."""
    event = one.told
    return (
        told(_source(one)),
        told(_what(event)),
        told(period_words(event.period) if event.period else "–"),
        told(plain(event.spot.name) if event.spot else "–"),
        told(", ".join(map(plain, figures(event))) or "–"),
    )


def _words(one: Testimony) -> Cluster:
    """A source's words, and why they tell this happening."""
    head = Remark(
        pieces=(Piece(f"{_source(one)}: "), quoted(one.witness)),
        witnesses=(one.witness,),
        marks=(f"{one.witness.article[:_SHOWN]} {one.witness.finding}",),
    )
    return Cluster(head=head, remarks=(told(_why(one)),))


def _source(one: Testimony) -> str:
    """ "Reuters, 20 May 2021"; the title of an article whose publisher is not known."""
    name = plain(one.witness.publisher or one.title or "") or "publisher unknown"
    return f"{name}, {in_words(one.witness.published)}"


def _what(event: Sighting) -> str:
    """ "CONSULT meet: Biden, Putin", "planned SANCTION: United States → Russia"."""
    kind = " ".join(
        word for word in (STATUSES[event.status].lower(), event.type, event.mode) if word
    )
    source = ", ".join(plain(actor.name) for actor in event.source)
    target = ", ".join(plain(actor.name) for actor in event.target)
    return f"{kind}: {' → '.join(side for side in (source, target) if side)}"


def _why(one: Testimony) -> str:
    """Why a telling is one of this happening."""
    if one.score is None:
        return f"{verdict(one)}."
    reasons = ", ".join(
        f"{plain(reason.aspect)} {reason.weight:+.1f}"
        + (f" ({plain(reason.words)})" if reason.words else "")
        for reason in one.reasons
    )
    return f"{verdict(one)}: {reasons}."
