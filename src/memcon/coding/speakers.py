"""Speaker: the actors for whom the words that name a speaker stand.

Who speaks is mostly who spoke last: in «Kim said … Seoul would follow, he added» it is Kim, though
others were named since.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from spacy.tokens import Token

from memcon.actors.cast import Cast
from memcon.coding.cues import Cue
from memcon.language.parse import Parse
from memcon.lexicon.speech import SpeechWords
from memcon.record.findings import Actor
from memcon.record.span import Span

# How many sentences may lie between two statements of one speaker.
GAP = 2


@dataclass(frozen=True, slots=True)
class Turn:
    """A statement made: who spoke, and its last token."""

    actor: Actor
    last: int


def actors_of(cast: Cast, heads: Sequence[Token]) -> tuple[Actor, ...]:
    """Who is named, each once."""
    found = {actor.id: actor for head in heads for actor in cast.at(head) or cast.acting(head)}
    return tuple(found.values())


def named_by(parse: Parse, cast: Cast, cue: Cue) -> tuple[Actor, ...]:
    """Whom the speaker's words name; a transcript names in capitals who is known otherwise."""
    found = actors_of(cast, cue.speakers)
    if found or cue.rule != "turn":
        return found
    name = cue.speakers[0].lower_
    return tuple(
        actor
        for actor in cast.actors
        if any(name in _words(mention, parse.text)[-1:] for mention in actor.mentions)
    )[:1]


def speakers_of(
    parse: Parse,
    cast: Cast,
    cue: Cue,
    said: Set[int],
    known: tuple[Turn | None, SpeechWords],
) -> tuple[Actor, ...]:
    """Who speaks; a pronoun goes on with the last turn unless something turns to another.

    `said` are the tokens of what is said; `known` are the last turn and the words.
    """
    turn, words = known
    found = named_by(parse, cast, cue)
    if turn is None or len(cue.speakers) != 1 or turn.actor in found:
        return found
    pronoun = cue.speakers[0].lower_
    if pronoun in words.things and found and not any(_is_person(actor) for actor in found):
        return found
    if not _fits(parse, turn.actor, pronoun, words.pronouns):
        return found
    here, before = parse.sentence_of[cue.first], parse.sentence_of[turn.last]
    if here - before > GAP or _turns(parse, cast, turn, cue, said):
        return found
    return (turn.actor,)


def _fits(parse: Parse, actor: Actor, pronoun: str, pronouns: Mapping[str, frozenset[str]]) -> bool:
    """Whether the pronoun can be the actor's: by its kind, and by what else it is called."""
    if pronoun not in pronouns:
        return False
    if _is_person(actor) == (pronoun == "it"):
        return False
    called = {word for m in actor.mentions for word in _words(m, parse.text)}
    return not called & pronouns[pronoun]


def _words(mention: Span, text: str) -> tuple[str, ...]:
    return tuple(mention.words(text).lower().replace(".", "").split())


def _turns(parse: Parse, cast: Cast, turn: Turn, cue: Cue, said: Set[int]) -> bool:
    """Whether somebody else comes up between the turn and the cue.

    A person by being named, anything else by doing something.
    """
    between = [
        i for i in range(turn.last + 1, cue.first) if parse.quote_of[i] < 0 and i not in said
    ]
    if _is_person(turn.actor):
        heads = [parse.doc[i] for i in between]
    else:
        verbs = {i for i in between if (c := parse.clause(i)) and c.verb.i == i}
        heads = [s for c in parse.clauses if c.verb.i in verbs for s in c.subjects]
    others = actors_of(cast, [t for t in heads if t not in cue.speakers])
    return any(a != turn.actor and _is_person(a) == _is_person(turn.actor) for a in others)


def _is_person(actor: Actor) -> bool:
    return actor.kind in ("person", "unnamed")
