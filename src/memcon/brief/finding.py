"""Finding: one finding of a record in a line, as the memo tells it."""

from memcon.brief import deeds, prospects, voices
from memcon.brief.lines import Line, Piece, plain, sentence
from memcon.brief.references import References
from memcon.brief.words import STANCES
from memcon.record.findings import Event, Position, Prospect, Silence, Statement
from memcon.record.idents import Finding


def line_of(references: References, found: Finding) -> Line:
    """What a finding says, in words, with the evidence that it is said on."""
    match found:
        case Event():
            return deeds.told(references, found)
        case Statement():
            return _said(references, found)
        case Position():
            return _held(references, found)
        case Silence():
            return voices.silence(references, found)
        case Prospect():
            return prospects.gathering(references, found)


def _said(references: References, statement: Statement) -> Line:
    """ "Dmitry Peskov, spokesman, Russia: “…”"."""
    words = voices.utterance(references, statement)
    pieces = (*voices.speaker(references, statement).pieces, Piece(": "), *words.pieces)
    return Line(pieces=pieces, evidence=words.evidence, marks=words.marks)


def _held(references: References, position: Position) -> Line:
    """ "Russia opposes the Nord Stream 2 sanctions: “…”"."""
    issue = plain(references.issues[position.issue].name)
    pieces = (
        references.name(position.actor),
        Piece(f" {STANCES[position.stance]} {issue}: "),
        references.quoted((position.evidence,)),
    )
    return Line(
        pieces=sentence(*pieces),
        evidence=(position.evidence,),
        marks=deeds.doubts(position.confidence),
    )
