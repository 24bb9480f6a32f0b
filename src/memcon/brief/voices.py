"""Voices: what was said by whom, what was refused or left unsaid, and each side's position."""

from memcon.brief.deeds import doubts, refusals
from memcon.brief.lines import Group, Line, Part, Piece, grouped, plain, sentence
from memcon.brief.references import References
from memcon.brief.words import SILENCES, SILENCES_ALONE
from memcon.record.findings import Issue, Position, Silence, Statement
from memcon.record.span import Span

# A statement is cited with its speaker and cue as one piece, unless a paragraph ends between them.
_PARAGRAPH = "\n\n"
# A quotation is cited with the mark that opens it.
_OPENING = ('"', "“", "„", "«")


def said(references: References) -> Part:
    """The statements by speaker, in the order in which the speakers are first heard."""
    heard: dict[tuple[str, ...], list[Statement]] = {}
    for statement in references.record.statements:
        heard.setdefault(_voice(references, statement), []).append(statement)
    groups = tuple(
        Group(
            head=speaker(references, statements[0]),
            lines=tuple(utterance(references, statement) for statement in statements),
        )
        for statements in heard.values()
    )
    return Part(key="said", title="What was said", groups=groups, none="No statement is reported.")


def positions(references: References) -> Part:
    """Each issue with each side's stance, then the issues on which no stance is told."""
    record = references.record
    groups: list[Group] = []
    silent: list[Issue] = []
    for issue in record.issues:
        held = [position for position in record.positions if position.issue == issue.id]
        if held:
            lines = tuple(_stance(references, position) for position in held)
            groups.append(Group(head=_issue(issue), lines=lines))
        else:
            silent.append(issue)
    also = Line(pieces=(Piece("Also spoken of" if groups else "Spoken of"),), evidence=())
    groups += grouped((_issue(issue) for issue in silent), also)
    return Part(key="issues", title="Issues and positions", groups=tuple(groups))


def unsaid(references: References) -> Part:
    """What was refused or left unsaid: as much a finding as what was said."""
    lines = (*refusals(references), *(silence(references, s) for s in references.record.silences))
    ordered = sorted(lines, key=lambda line: min(span.start for span in line.evidence))
    return Part(
        key="unsaid",
        title="What was refused or left unsaid",
        groups=grouped(ordered),
        none="No refusal and no silence is reported.",
    )


def whole(references: References, statement: Statement) -> tuple[Span, ...]:
    """Where a statement stands: speaker, cue and content as one where one paragraph holds them."""
    text = references.record.article.text
    parts = [*statement.content]
    parts += (span for span in (statement.speaker_span, statement.cue) if span is not None)
    around = Span.around(parts)
    if _PARAGRAPH in around.words(text):
        return statement.content
    opens = text[max(around.start - 1, 0) : around.start] in _OPENING
    return (Span(start=around.start - opens, end=around.end),)


def _voice(references: References, statement: Statement) -> tuple[str, ...]:
    """What makes two statements the same speaker's."""
    if statement.speakers or statement.speaker_span is None:
        return statement.speakers
    return (plain(statement.speaker_span.words(references.record.article.text)),)


def speaker(references: References, statement: Statement) -> Line:
    """ "Dmitry Peskov, spokesman", or the words for a speaker who is no actor."""
    if not statement.speakers:
        where = statement.speaker_span
        words = references.quoted((where,)) if where else Piece("Speaker not told")
        return Line(pieces=(words,), evidence=())
    pieces = references.named(statement.speakers)
    if len(statement.speakers) == 1:
        actor = references.actors[statement.speakers[0]]
        told = [references.office(actor), references.side(actor) if actor.country else None]
        pieces = (*pieces, *(Piece(f", {words}") for words in told if words))
    return Line(pieces=sentence(*pieces), evidence=())


def utterance(references: References, statement: Statement) -> Line:
    """The words: in quotation marks if direct, else as the article reports them."""
    if statement.form == "direct":
        words = references.spoken(statement.content)
    else:
        words = Piece(references.quoted(statement.content).words)
    setting = [plain(statement.venue) if statement.venue else None, references.date(statement.time)]
    told = ", ".join(words for words in setting if words)
    pieces = [*sentence(words), Piece(f" ({told})")] if told else [*sentence(words)]
    if statement.via is not None:
        pieces += (Piece(" — as reported by "), references.name(statement.via))
    return Line(
        pieces=tuple(pieces),
        evidence=whole(references, statement),
        marks=doubts(statement.confidence),
    )


def _issue(issue: Issue) -> Line:
    """An issue's name, with where the article first has it."""
    return Line(pieces=sentence(Piece(plain(issue.name))), evidence=issue.mentions[:1])


def _stance(references: References, position: Position) -> Line:
    """ "Antony Blinken (United States): demands"."""
    actor = references.actors[position.actor]
    name = references.name(actor.id)
    side = references.side(actor)
    pieces = (name,) if name.words == side or not actor.country else (name, Piece(f" ({side})"))
    return Line(
        pieces=sentence(*pieces, Piece(f": {position.stance}")),
        evidence=(position.evidence,),
        marks=doubts(position.confidence),
    )


def silence(references: References, silence: Silence) -> Line:
    """ "A would not speak of the issue", with the words."""
    if silence.about is None:
        told = SILENCES_ALONE[silence.kind]
    else:
        told = f"{SILENCES[silence.kind]} {plain(references.issues[silence.about].name)}"
    asker = (Piece(", asked by "), references.name(silence.asked_by)) if silence.asked_by else ()
    return Line(
        pieces=sentence(
            references.name(silence.actor),
            Piece(f" {told}"),
            *asker,
            Piece(": "),
            references.quoted((silence.evidence,)),
        ),
        evidence=(silence.evidence,),
        marks=doubts(silence.confidence),
    )
