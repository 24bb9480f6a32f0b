"""Positions: an actor's stance towards an issue."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from memcon.actors.cast import Cast
from memcon.coding.parties import Parties
from memcon.coding.scene import Scene
from memcon.coding.stances import Taken
from memcon.lexicon.affairs import AffairWords
from memcon.record.findings import Event, Position, Statement


def find_positions(
    scene: Scene, cast: Cast, events: Sequence[Event], stances: Sequence[Taken], words: AffairWords
) -> tuple[Position, ...]:
    """Each stance of an actor towards an issue, once, with its first evidence."""
    event_at = {event.trigger.start: event.id for event in events}
    first: dict[tuple[str, str, str], Position] = {}
    for taken in stances:
        event = event_at.get(scene.parse.starts[taken.clause.verb.i])
        for position in _stated(taken, scene, cast, event, words.confidence[taken.rule]):
            first.setdefault((position.actor, position.issue, position.stance), position)
    return tuple(sorted(first.values(), key=lambda p: (p.evidence.start, p.actor, p.issue)))


def _stated(
    taken: Taken, scene: Scene, cast: Cast, event: str | None, confidence: float
) -> Iterator[Position]:
    """The positions of one clause that takes a stance."""
    parse = scene.parse
    statement = scene.statement_at(taken.clause.verb)
    for actor in _holders(taken, statement, scene, cast):
        for head in taken.about:
            issue = _issue_at(head, scene)
            if issue is None:
                continue
            yield Position(
                actor=actor,
                issue=issue,
                stance=taken.stance,
                statement=statement.id if statement else None,
                event=event,
                evidence=parse.sentence(taken.clause.verb).span,
                confidence=confidence,
            )


def _holders(
    taken: Taken, statement: Statement | None, scene: Scene, cast: Cast
) -> tuple[str, ...]:
    """Whose stance it is.

    The subject's; the speaker's where the words have no subject, or one that joins the speaker's
    side with another ("the two countries can work on it").
    """
    spoken = statement.speakers if statement is not None else ()
    if taken.holder == "speaker":
        return spoken
    if taken.holder == "object":
        return Parties(scene, cast).acting(taken.clause.objects)
    own = Parties(scene, cast).acting(taken.clause.subjects)
    if not own and not taken.clause.subjects:
        return spoken
    countries = {cast.by_id(ident).country for ident in spoken} - {None}
    is_joint = len(own) > 1 and any(cast.by_id(ident).country in countries for ident in own)
    return spoken if is_joint else own


def _issue_at(head: Token, scene: Scene) -> str | None:
    """The issue that a noun phrase names, the one with the fewest other words; of "them" the last
    one named before in the sentence."""
    at = scene.parse.starts[head.i]
    if head.pos_ == "PRON":
        sentence = scene.parse.sentence(head).span
        before = [
            (mention.end, issue.id)
            for issue in scene.issues
            for mention in issue.mentions
            if sentence.start <= mention.start and mention.end <= at
        ]
        return max(before)[1] if before else None
    held = [
        (mention.end - mention.start, issue.id)
        for issue in scene.issues
        for mention in issue.mentions
        if mention.start <= at < mention.end
    ]
    return min(held)[1] if held else None
