"""Sources: what the account rests on, and how far its sources are independent of each other."""

from collections.abc import Iterable, Iterator

from memcon.brief.lines import Line, Part, Piece, grouped, listed, plain
from memcon.brief.references import References
from memcon.brief.voices import whole
from memcon.record.article import Credit
from memcon.record.findings import Statement
from memcon.record.span import Span
from memcon.record.terms import ActorKind, CreditKind

_NOBODY = Piece("a publisher not named")


def cautions(references: References) -> tuple[Line, ...]:
    """The page's warnings to its readers, and where they hold."""
    lines: list[Line] = []
    for notice in references.record.article.notices:
        places = listed(Piece(references.country(code)) for code in notice.jurisdictions)
        whom = (Piece("Readers in "), *places) if places else (Piece("Readers"),)
        pieces = (*whom, Piece(": "), references.quoted((notice,)))
        lines.append(Line(pieces=pieces, evidence=(notice,)))
    return tuple(lines)


def sources(references: References) -> Part:
    """Publisher, agencies, second hand, unnamed and named voices."""
    return Part(key="sources", title="Sources", groups=grouped(_sources(references)))


def _sources(references: References) -> Iterator[Line]:
    """One line for each kind of source."""
    article = references.record.article
    publisher = Piece(plain(article.publisher), "name") if article.publisher else _NOBODY
    authors = _credited(references, "author")
    by = (Piece(", by "), *listed(_credit(credit) for credit in authors)) if authors else ()
    yield Line(pieces=(Piece("Report of "), publisher, *by), evidence=_blocks(references, authors))
    agencies = _credited(references, "agency")
    if agencies:
        names = listed(_credit(credit) for credit in agencies)
        tail = Piece("; what rests on them is not independent of other reports from the same wire")
        yield Line(
            pieces=(Piece("Credited to "), *names, tail), evidence=_blocks(references, agencies)
        )
    else:
        yield Line(pieces=(Piece("No agency is credited"),), evidence=())
    yield from _second_hand(references)
    yield from _voices(references)


def _credited(references: References, kind: CreditKind) -> tuple[Credit, ...]:
    """The credits of a kind, each name once."""
    credits = (credit for credit in references.record.article.credits if credit.kind == kind)
    return tuple({credit.name: credit for credit in credits}.values())


def _blocks(references: References, credits: Iterable[Credit]) -> tuple[Span, ...]:
    """The credit lines that name them; a name in another block is cited alone."""
    lines = [section for section in references.record.article.sections if section.kind == "credit"]
    found = (next((line for line in lines if line.covers(c)), c) for c in credits)
    return tuple({(span.start, span.end): span for span in found}.values())


def _credit(credit: Credit) -> Piece:
    """Its name."""
    return Piece(plain(credit.name), "name")


def _second_hand(references: References) -> Iterator[Line]:
    """Who passes on what others said: named as such, or media that speak for what they report."""
    passed: dict[str, list[Statement]] = {}
    for statement in references.record.statements:
        for ident in (statement.via, *_speaking(references, statement, "media")):
            if ident is not None:
                passed.setdefault(ident, []).append(statement)
    for ident, statements in passed.items():
        pieces = (Piece("At second hand through "), references.name(ident), _times(statements))
        yield Line(pieces=pieces, evidence=_evidence(references, statements))


def _voices(references: References) -> Iterator[Line]:
    """Who speaks: unnamed sources one by one, then those who can be held to their word."""
    hidden: dict[str, list[Statement]] = {}
    named: dict[str, Statement] = {}
    for statement in references.record.statements:
        for ident in _speaking(references, statement, "unnamed"):
            hidden.setdefault(ident, []).append(statement)
        for ident in statement.speakers:
            if references.actors[ident].kind not in ("unnamed", "media"):
                named.setdefault(ident, statement)
    for ident, statements in hidden.items():
        pieces = (Piece("Not named: "), references.name(ident), _times(statements))
        yield Line(pieces=pieces, evidence=_evidence(references, statements))
    if named:
        yield Line(
            pieces=(Piece("On the record: "), *references.named(named)),
            evidence=_evidence(references, [*named.values()]),
        )


def _speaking(references: References, statement: Statement, kind: ActorKind) -> tuple[str, ...]:
    """The speakers of a kind."""
    return tuple(i for i in statement.speakers if references.actors[i].kind == kind)


def _times(statements: list[Statement]) -> Piece:
    """How many statements rest on a source."""
    count = len(statements)
    return Piece(f" ({count} statement{'s' if count > 1 else ''})")


def _evidence(references: References, statements: list[Statement]) -> tuple[Span, ...]:
    """The statements' words."""
    return tuple(span for statement in statements for span in whole(references, statement))
