"""Erratum: what a reader set right, in words, and the number by which it is taken back."""

from dataclasses import dataclass

from memcon.brief.corrections import change, signed_by
from memcon.brief.lines import plain
from memcon.story.amendments import Amendment
from memcon.story.answers import Witness


@dataclass(frozen=True, slots=True)
class Erratum:
    """ "was ACCUSE, is CONSULT meet", "Ada, 20 May 2021", and the words that it is about."""

    number: int
    what: str
    signed: str
    note: str | None
    witness: Witness


def erratum(amendment: Amendment) -> Erratum:
    """An amendment as a page tells it."""
    signed = amendment.correction.signed
    return Erratum(
        number=amendment.number,
        what=change(amendment),
        signed=signed_by(signed.who, signed.when),
        note=plain(signed.note) if signed.note else None,
        witness=amendment.witness,
    )
