"""Prospects: what comes next, who decides on it, who is to tell, and what it hangs on."""

from memcon.brief.deeds import doubts
from memcon.brief.lines import Group, Line, Part, Piece, plain, sentence
from memcon.brief.references import References
from memcon.record.findings import Prospect
from memcon.record.span import Span


def ahead(references: References) -> Part:
    """Each gathering or decision that lies ahead, with all that is known of it."""
    groups = tuple(
        Group(head=gathering(references, one), lines=particulars(references, one))
        for one in references.record.prospects
    )
    return Part(
        key="ahead", title="What comes next", groups=groups, none="Nothing is said to lie ahead."
    )


def gathering(references: References, prospect: Prospect) -> Line:
    """ "Summit of A and B"; how firm it is is its mark."""
    of = references.named(prospect.participants)
    pieces = (Piece(plain(prospect.what)), *((Piece(" of "), *of) if of else ()))
    return Line(
        pieces=sentence(*pieces),
        evidence=prospect.evidence,
        marks=(prospect.status, *doubts(prospect.confidence)),
    )


def particulars(references: References, prospect: Prospect) -> tuple[Line, ...]:
    """When, where, who decides and who announces, on what condition."""
    lines: list[Line] = []
    for label, words, span in (
        ("When", references.when(prospect.time), references.times.get(prospect.time or "")),
        ("Where", references.where(prospect.place), references.places.get(prospect.place or "")),
    ):
        if words and span:
            lines.append(Line(pieces=(Piece(f"{label}: {words}"),), evidence=(span,)))
    for label, idents in (
        ("To be decided by", prospect.deciders),
        ("To be announced by", prospect.announcers),
    ):
        if idents:
            pieces = (Piece(f"{label} "), *references.named(idents))
            lines.append(Line(pieces=pieces, evidence=_naming(references, prospect, idents)))
    lines += (
        Line(
            pieces=(Piece("On condition: "), references.quoted((condition,))),
            evidence=(condition,),
        )
        for condition in prospect.conditions
    )
    return tuple(lines)


def _naming(
    references: References, prospect: Prospect, idents: tuple[str, ...]
) -> tuple[Span, ...]:
    """The evidence that names all of these actors; all of it, if none does."""
    actors = [references.actors[ident] for ident in idents]
    found = tuple(
        span
        for span in prospect.evidence
        if all(any(span.covers(mention) for mention in actor.mentions) for actor in actors)
    )
    return found or prospect.evidence
