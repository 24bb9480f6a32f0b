"""Correction: what readers set right, and what they ruled to be one happening or two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.brief.accounts import counted, in_words, quoted
from memcon.brief.lines import Piece, plain
from memcon.brief.report import Remark, Report, chapter_of, told
from memcon.story.corrections import Coding

if TYPE_CHECKING:
    from datetime import datetime

    from memcon.story.amendments import Amendment, Corrections, Judgement


def corrections_report(corrections: Corrections) -> Report:
    """A list of what was set right in articles, and one of what was ruled on happenings."""
    made = counted(len(corrections.amendments), "correction")
    ruled = counted(len(corrections.judgements), "ruling")
    return Report(
        title="Corrections",
        lead=(told(f"{made}, {ruled}."),),
        chapters=(
            chapter_of(
                "In articles",
                tuple(map(_amendment, corrections.amendments)),
                "None: memcon correct ARTICLE FINDING …",
                None,
            ),
            chapter_of(
                "One happening or two",
                tuple(map(_judgement, corrections.judgements)),
                "None: memcon happening split | merge …",
                None,
            ),
        ),
    )


def _amendment(one: Amendment) -> Remark:
    """ "“met”: was ACCUSE, is CONSULT meet (as the picture shows) [Ada, 20 May 2021] [#3]"."""
    signed = one.correction.signed
    note = f" ({plain(signed.note)})" if signed.note else ""
    lost = () if one.witness.finding else ("no longer found",)
    return Remark(
        pieces=(quoted(one.witness), Piece(f": {change(one)}{note}")),
        witnesses=(one.witness,),
        marks=(signed_by(signed.who, signed.when), *lost, f"#{one.number}"),
    )


def change(one: Amendment) -> str:
    """What stood before, and what is right."""
    correction = one.correction
    before = plain(correction.was)
    match correction.right:
        case None:
            return f"was {before}, is no event"
        case Coding() as coding:
            return f"was {before}, is {coding}"
        case speaker:
            return f"was said by {before or 'nobody'}, is by {plain(speaker.name)}"


def _judgement(one: Judgement) -> Remark:
    """ "“met” and “talks”: one happening [Ada, 20 May 2021]"."""
    what = "one happening" if one.kind == "merge" else "two happenings"
    return Remark(
        pieces=(quoted(one.one), Piece(" and "), quoted(one.other), Piece(f": {what}")),
        witnesses=(one.one, one.other),
        marks=(signed_by(one.who, one.when),),
    )


def signed_by(who: str | None, when: datetime) -> str:
    """ "Ada, 20 May 2021"."""
    day = in_words(when.date())
    return f"{plain(who)}, {day}" if who else day
