"""Account: a happening in words: when, who did what to whom, where, and how many sources say so."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date

from memcon.brief.lines import Piece, listed, plain, sentence
from memcon.brief.report import Remark
from memcon.brief.words import ACTS, MONTHS, STATUSES
from memcon.story.answers import Account, Witness
from memcon.story.happenings import Happening
from memcon.story.identities import Identity, is_named_in
from memcon.story.periods import Period

_FACTS = ("actual", "ongoing")
# A quotation in a line is cut at the last space before here; its note has the whole of it.
_LONGEST_QUOTE = 160
_QUOTATION_MARKS = '"“”„«» '


def told(account: Account, *, is_quoted: bool = True, is_dated: bool = True) -> Remark:
    """A happening as one line with its number, quoting its first witness if that is asked for."""
    happening = account.happening
    when = (Piece(f"{day_words(happening)}: "),) if is_dated else ()
    does = deed(happening) if is_dated else sentence(*deed(happening))
    quote = (Piece(": "), quoted(account.witnesses[0])) if is_quoted and account.witnesses else ()
    return Remark(
        pieces=sentence(*when, *does, *quote),
        witnesses=account.witnesses,
        marks=(*marks(happening), f"#{account.number}"),
    )


def deed(happening: Happening) -> tuple[Piece, ...]:
    """ "A and B held talks in Geneva", "planned attack by A on B"."""
    what = _fact if happening.status in _FACTS else _notion
    return (*what(happening), *_setting(happening))


def marks(happening: Happening) -> tuple[str, ...]:
    """How it is qualified: under way, and by how many sources it is told."""
    ongoing = ("ongoing",) if happening.status == "ongoing" else ()
    return (*ongoing, counted(happening.sources, "source"))


def day_words(happening: Happening) -> str:
    """When it was, as far as it is known; where no article says so, when it was reported."""
    words = period_words(happening.period)
    return words if happening.is_dated or happening.period is None else f"reported {words}"


def period_words(period: Period | None) -> str:
    """ "16 June 2021", "June 2021", "14 June 2021 to 16 June 2021"."""
    if period is None:
        return in_words(None)
    first, last = period.first, period.last
    if first == last:
        return in_words(first)
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        return _months(first, last)
    return f"{in_words(first)} to {in_words(last)}"


def in_words(day: date | None) -> str:
    """ "16 June 2021"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else "day not known"


def quoted(witness: Witness) -> Piece:
    """What an article says, cut where it is long."""
    words = plain(witness.words)
    if len(words) > _LONGEST_QUOTE:
        words = f"{words[:_LONGEST_QUOTE].rsplit(' ', 1)[0].rstrip(' ,;:')} …"
    if words[:1] in _QUOTATION_MARKS and words[-1:] in _QUOTATION_MARKS:
        words = words.strip(_QUOTATION_MARKS)
    return Piece(words, "quote")


def independent(witnesses: Sequence[Witness], most: int) -> tuple[Witness, ...]:
    """So many of the witnesses at the most, each of another family."""
    return tuple({w.family: w for w in reversed(witnesses)}.values())[::-1][:most]


def counted(number: int, noun: str) -> str:
    """ "1 source", "3 sources"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def more_of(found: int, shown: int, what: str = "more") -> str | None:
    """ "12 more; --limit 0 shows all.", or None if all are shown."""
    return f"{found - shown:,} {what}; --limit 0 shows all." if found > shown else None


def named(actors: Iterable[Identity]) -> tuple[Piece, ...]:
    """ "A, B and C"."""
    return listed(Piece(plain(actor.name), "name") for actor in actors)


def gathering(what: str, names: Sequence[str]) -> tuple[Piece, ...]:
    """ "summit of A and B", "G7 summit with A": whom its own name tells is not told again."""
    others = [name for name in names if not is_named_in(what, name)]
    link = " of " if len(others) == len(names) else " with "
    who = listed(Piece(plain(name), "name") for name in others)
    return (Piece(plain(what)), *((Piece(link), *who) if who else ()))


def _months(first: date, last: date) -> str:
    """Whole months, from the first to the last; twelve of one year are the year."""
    if (first.month, last.month) == (1, 12):
        return f"{first.year}" if first.year == last.year else f"{first.year} to {last.year}"
    begins, ends = (f"{MONTHS[day.month - 1]} {day.year}" for day in (first, last))
    return begins if begins == ends else f"{begins} to {ends}"


def _fact(happening: Happening) -> tuple[Piece, ...]:
    """ "A attacked B", "A and B held talks"."""
    act = ACTS[happening.type]
    source, target = named(happening.source), named(happening.target)
    if not source:
        return (Piece(act.noun), *_linked(act.towards, target))
    if happening.mutual and len(happening.source) > 1:
        return (*source, Piece(f" {act.together}"))
    if not target:
        return (*source, Piece(f" {act.alone}"))
    return (*source, Piece(f" {act.did} "), *target)


def _notion(happening: Happening) -> tuple[Piece, ...]:
    """ "possible talks between A and B", "alleged attack by A on B"."""
    act = ACTS[happening.type]
    what = Piece(f"{STATUSES[happening.status].lower()} {act.noun}")
    if happening.mutual and len(happening.source) > 1:
        return (what, *_linked("between", named(happening.source)))
    by = _linked("by", named(happening.source))
    return (what, *by, *_linked(act.towards, named(happening.target)))


def _linked(preposition: str, names: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """ " on B", or nothing."""
    return (Piece(f" {preposition} "), *names) if names else ()


def _setting(happening: Happening) -> tuple[Piece, ...]:
    """Where, and through whom; a party's own name says nothing of where."""
    parties = {plain(actor.name) for actor in (*happening.source, *happening.target)}
    where = plain(happening.spot.name) if happening.spot else None
    place = (Piece(f" in {where}"),) if where and where not in parties else ()
    return (*place, *_linked("through", named(happening.intermediaries)))
