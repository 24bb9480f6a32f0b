"""Happening: what took place, as a remark: who did what to whom, where and when, by whose word."""

from calendar import monthrange

from memcon.brief.lines import Piece, listed, sentence
from memcon.brief.report import Remark
from memcon.brief.words import ACTS, MONTHS, STATUSES, calendar
from memcon.story.answers import Account
from memcon.story.happenings import Happening
from memcon.story.identities import Identity
from memcon.story.periods import Period

_FACTS = ("actual", "ongoing")


def account_remark(account: Account, *, has_day: bool = True) -> Remark:
    """ "19 May 2021: Antony Blinken and Sergei Lavrov held talks in Reykjavik [3 sources] [#12]".

    Its notes are the words of the articles; `#12` is its number on the desk.
    """
    told = account.happening
    day = when(told) if has_day else ""
    pieces = sentence(*deed(told), *_where(told))
    marks = (
        *(("ongoing",) if told.status == "ongoing" else ()),
        counted(told.sources, "source"),
        f"#{account.number}",
    )
    return Remark(
        pieces=(Piece(f"{day}: "), *pieces) if day else pieces,
        witnesses=account.witnesses,
        marks=marks,
    )


def deed(told: Happening) -> tuple[Piece, ...]:
    """ "A attacked B", "A and B held talks"; of what is no fact "Planned talks between A and B"."""
    return _deed(told) if told.status in _FACTS else _notion(told)


def when(told: Happening) -> str:
    """The days of a happening in words; empty where none are known.

    "reported 20 May 2021" where no article says when it was.
    """
    if told.period is None:
        return ""
    words = span_words(told.period)
    return words if told.is_dated else f"reported {words}"


def span_words(period: Period) -> str:
    """ "19 May 2021", "May 2021", "2021", or "17 May 2021 to 2 June 2021"."""
    first, last = period.first, period.last
    if first == last:
        return calendar(first.isoformat()) or first.isoformat()
    ends = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if ends and (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    if ends and first.year == last.year and (first.month, last.month) == (1, 12):
        return str(first.year)
    return f"{calendar(first.isoformat())} to {calendar(last.isoformat())}"


def names(identities: tuple[Identity, ...]) -> tuple[Piece, ...]:
    """ "A, B and C"."""
    return listed(Piece(identity.name, "name") for identity in identities)


def counted(number: int, what: str) -> str:
    """ "1 source", "3 sources"."""
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"


def _deed(told: Happening) -> tuple[Piece, ...]:
    act = ACTS[told.type]
    source, target = names(told.source), names(told.target)
    if not source:
        return (Piece(act.noun), *_linked(act.towards, target))
    if told.mutual and len(told.source) > 1:
        return (*source, Piece(f" {act.together}"))
    if not target:
        return (*source, Piece(f" {act.alone}"))
    return (*source, Piece(f" {act.did} "), *target)


def _notion(told: Happening) -> tuple[Piece, ...]:
    act = ACTS[told.type]
    what = Piece(f"{STATUSES[told.status]} {act.noun}")
    source = names(told.source)
    if told.mutual and len(told.source) > 1:
        return (what, *_linked("between", source))
    return (what, *_linked("by", source), *_linked(act.towards, names(told.target)))


def _linked(preposition: str, parties: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """ " on B", or nothing."""
    return (Piece(f" {preposition} "), *parties) if parties else ()


def _where(told: Happening) -> tuple[Piece, ...]:
    """Where it was and through whom; a party's own name says nothing of where."""
    parties = {identity.name for identity in (*told.source, *told.target)}
    where = told.spot.name if told.spot and told.spot.name not in parties else None
    return (
        *((Piece(f" in {where}"),) if where else ()),
        *_linked("through", names(told.intermediaries)),
    )
