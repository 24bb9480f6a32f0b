"""Outlook: the places of a text that put a gathering or a decision ahead."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from memcon.actors.cast import Cast
from memcon.coding.conditions import find_conditions
from memcon.coding.firmness import Firmness, Sign
from memcon.coding.gatherings import Gathering, find_gatherings
from memcon.coding.horizon import Horizon
from memcon.coding.modality import Modality
from memcon.coding.parties import Parties, behind, unique
from memcon.coding.scene import Scene
from memcon.language.clauses import Clause, verb_names
from memcon.lexicon.acts import ActWords
from memcon.lexicon.affairs import AffairWords
from memcon.record.findings import Place, Time
from memcon.record.span import Span
from memcon.record.terms import ProspectStatus

KNOWN = frozenset({"the", "this", "that", "these", "such", "possible", "proposed", "planned"})
AT = frozenset({"in", "at", "to", "outside", "near", "for"})
# Who proposes or agrees to a gathering takes part in it; who sets a date for others need not.
MOVING: frozenset[ProspectStatus] = frozenset(
    {"floated", "intended", "agreed", "postponed", "cancelled", "rejected"}
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that speaks of a prospect.

    `is_former`: the status is one that it had before. `is_definite`: spoken of as known ("the
    summit"). A mention of status "held" alone is none.
    """

    token: Token
    what: str
    status: ProspectStatus
    is_former: bool
    is_definite: bool
    participants: tuple[str, ...]
    deciders: tuple[str, ...]
    announcers: tuple[str, ...]
    conditions: tuple[Span, ...]
    time: Time | None
    place: Place | None


def find_mentions(
    scene: Scene, cast: Cast, words: AffairWords, acts: ActWords
) -> tuple[Mention, ...]:
    """Each mention of what lies ahead, or has just been held, in reading order."""
    horizon = Horizon.of(scene)
    signs: dict[str, ProspectStatus] = {w: sign.status for sign in words.signs for w in sign.words}
    firmness = Firmness(scene, words, Modality.of(scene.parse, acts), signs, horizon)
    outlook = Outlook(scene, cast, words, firmness, horizon, Parties(scene, cast))
    found = (outlook.mention(g) for g in find_gatherings(scene, cast, words))
    return tuple(mention for mention in found if mention is not None)


@dataclass(frozen=True, slots=True)
class Outlook:
    """Reads what one article puts ahead."""

    scene: Scene
    cast: Cast
    words: AffairWords
    firmness: Firmness
    horizon: Horizon
    parties: Parties

    def mention(self, gathering: Gathering) -> Mention | None:
        """What is said of a gathering; None when it does not lie ahead."""
        sign = self.firmness.of(gathering)
        if sign is None:
            sign = Sign("held") if self._has_taken_place(gathering) else None
        if sign is None:
            return None
        above = tuple(self._clauses_above(gathering))
        participants = self._participants(gathering, sign)
        return Mention(
            token=gathering.token,
            what=gathering.what,
            status=self._settled(gathering, sign, participants),
            is_former=sign.is_former,
            is_definite=_is_definite(gathering),
            participants=participants,
            deciders=self._deciders(gathering, above),
            announcers=self._announcers(above),
            conditions=tuple(find_conditions(gathering.token, above, self.scene.parse, self.words)),
            time=self._time(gathering, sign),
            place=self._place(gathering),
        )

    def _has_taken_place(self, gathering: Gathering) -> bool:
        """Whether the text tells it as over: "the summit was held", "they met"."""
        clause = gathering.clause or next(
            (c for c in gathering.told if c.lemma in self.words.over), None
        )
        if clause is None or clause.tense != "past" or clause.is_negated or clause.modals:
            return False
        return clause.relation in ("ROOT", "ccomp", "conj")

    def _settled(
        self, gathering: Gathering, sign: Sign, participants: tuple[str, ...]
    ) -> ProspectStatus:
        """What both sides are said to do is agreed; what one says that it will do is intended."""
        if sign.status != "intended" or sign.clause is not gathering.clause:
            return sign.status
        if gathering.kind == "visit" or len(participants) < 2 or sign.clause is None:
            return "intended"
        statement = self.scene.statement_at(gathering.token)
        speakers = () if statement is None else statement.speakers
        is_own = len(speakers) == 1 and self.cast.are_one_side(speakers, participants)
        return "intended" if is_own else "agreed"

    def _participants(self, gathering: Gathering, sign: Sign) -> tuple[str, ...]:
        """Who is to take part."""
        token, parties = gathering.token, self.parties
        if gathering.own is not None:
            is_act = gathering.kind in ("signing", "ratification", "vote")
            slots = ("subject", "with") if is_act else ("subject", "object", "with")
            found = unique(p for slot in slots for p in parties.of_verb(slot, gathering.own))
            if gathering.kind == "visit":
                goal = (t for slot in ("to", "in", "for") for t in behind(slot, (token,)))
                found = unique((*found, *parties.inside(goal)))
            if gathering.kind == "decision":
                return parties.acting(gathering.own.subjects)
            is_gerund = token.tag_ == "VBG" and not gathering.own.subjects
            if len(found) < 2 and is_gerund and gathering.own.parent is not None:
                # "before Putin made any decision on meeting Biden"
                above = self.scene.parse.clauses[gathering.own.parent]
                found = unique((*parties.acting(above.subjects), *found))
            is_invited = sign.clause is not None and sign.clause.lemma == "invite"
            return unique((*found, *self._movers(sign))) if len(found) < 2 or is_invited else found
        slots = ("between", "with", "among", "of", "by", "to")
        named = unique(p for slot in slots for p in parties.of_noun(slot, token))
        owners = tuple(actor.id for actor in self.cast.acting(token))
        if gathering.kind in ("election", "referendum") or (owners and " " in gathering.what):
            return unique((*owners, *named))  # "the G7 summit", whoever goes there
        found = unique((*owners, *self._holders(gathering), *named))
        return found if len(found) > 1 else unique((*self._movers(sign), *found))

    def _holders(self, gathering: Gathering) -> tuple[str, ...]:
        """Who holds or attends it; a host need not take part."""
        clause = gathering.light
        if clause is None or clause.lemma in self.words.hosting:
            return ()
        if not any(o.i == gathering.token.i for o in clause.objects) and gathering.told:
            return self.parties.of_verb("with", clause)
        return (*self.parties.of_verb("subject", clause), *self.parties.of_verb("with", clause))

    def _movers(self, sign: Sign) -> tuple[str, ...]:
        """Who proposes, plans or agrees to it, and to whom: "offered Putin a summit"."""
        clause = sign.clause
        if clause is None:
            return ()
        names = verb_names(clause)
        if sign.status not in MOVING and not any(n in self.words.taking_part for n in names):
            return ()
        slots = ("subject", "dative", "to", "with")
        found = unique(p for slot in slots for p in self.parties.of_verb(slot, clause))
        if clause.lemma == "invite":
            return unique((*found, *self.parties.of_verb("object", clause)))
        if len(found) < 2 and clause.relation == "conj" and clause.parent is not None:
            # "spoke with Putin and suggested a summit"
            spoken = self.scene.parse.clauses[clause.parent].verb
            withs = (t for t in spoken.rights if t.dep_ == "prep")
            found = unique((*found, *self.parties.inside(t for p in withs for t in _with(p))))
        return found

    def _deciders(self, gathering: Gathering, above: Iterable[Clause]) -> tuple[str, ...]:
        """Who decides: "will decide on it", "a decision by", "it is up to X"."""
        token = gathering.token
        if gathering.kind == "decision" and gathering.own is not None:
            return self._who_decides(gathering.own)
        found = tuple(p for c in above if self._is_deciding(c) for p in self._who_decides(c))
        nouns = (t for t in token.ancestors if t.lemma_.lower() in self.words.deciding)
        by = tuple(p for t in nouns if t.pos_ == "NOUN" for p in self.parties.of_noun("by", t))
        return unique((*found, *by, *(p for c in above for p in self._up_to(c))))

    def _who_decides(self, clause: Clause) -> tuple[str, ...]:
        """The subject; where there is none, those between or by whom it is settled."""
        acting = self.parties.acting(clause.subjects)
        return acting or unique(
            p for slot in ("by", "between", "with") for p in self.parties.of_verb(slot, clause)
        )

    def _is_deciding(self, clause: Clause) -> bool:
        """Whether the clause decides: "decides on", "makes a decision on"."""
        if any(o.lemma_.lower() in self.words.deciding for o in clause.objects):
            return True
        return clause.lemma in self.words.deciding

    def _up_to(self, clause: Clause) -> tuple[str, ...]:
        """Whose it is to decide: "it is up to the leaders"."""
        if clause.lemma != "be":
            return ()
        ups = [c for c in clause.verb.children if c.lower_ == "up"]
        return self.parties.inside(t for up in ups for t in behind("to", (up,)))

    def _announcers(self, above: Iterable[Clause]) -> tuple[str, ...]:
        """Who makes it known, or is to."""
        return unique(
            p
            for c in above
            if c.lemma in self.words.announcing and not c.is_negated
            for p in self.parties.acting(c.subjects)
        )

    def _clauses_above(self, gathering: Gathering) -> Iterator[Clause]:
        """The clauses that a gathering stands in and those that tell of it."""
        seen: set[int] = set()
        parse = self.scene.parse
        for start in (parse.clause(gathering.token), gathering.light, *gathering.told):
            clause = start
            while clause is not None and clause.index not in seen:
                seen.add(clause.index)
                yield clause
                clause = None if clause.parent is None else parse.clauses[clause.parent]

    def _time(self, gathering: Gathering, sign: Sign) -> Time | None:
        """Its own time, or that of the clauses that tell of it, if it does not lie behind.

        The clause that proposes or announces it has a time of its own; it counts only if ahead.
        """
        clauses = (gathering.own, gathering.light, *gathering.told)
        beside = () if gathering.own is not None else self.horizon.beside(gathering.token)
        for time in (*beside, *self.horizon.within(clauses)):
            is_of_sign = sign.clause is not None and time in self.horizon.within((sign.clause,))
            is_early = is_of_sign and sign.clause is not gathering.clause
            if not self.horizon.is_past(time) and (not is_early or self.horizon.is_ahead(time)):
                return time
        above = self.horizon.within((sign.clause,))
        return next((time for time in above if self.horizon.is_ahead(time)), None)

    def _place(self, gathering: Gathering) -> Place | None:
        """The place behind "in", "at" or "to" of the word, or of the verb that tells of it."""
        tellers = (gathering.own, gathering.light, *gathering.told)
        heads = {gathering.token.i, *(c.verb.i for c in tellers if c is not None)}
        sentence = self.scene.parse.sentence(gathering.token).span
        for place in self.scene.places:
            if not sentence.covers(place):
                continue
            tokens = self.scene.parse.tokens_in(place)
            if tokens and self._is_at(tokens[-1], heads, gathering):
                return place
        return None

    def _is_at(self, word: Token, heads: set[int], gathering: Gathering) -> bool:
        """Whether a place hangs on one of the heads by a preposition of place."""
        top = word
        while top.dep_ in ("compound", "appos", "conj", "nmod", "poss") and top.head.i != top.i:
            top = top.head
        is_goal = gathering.kind == "visit" and top.dep_ == "dobj" and top.head.i in heads
        if is_goal or top.dep_ != "pobj":
            return is_goal
        prep = top.head
        if prep.lower_ not in AT:
            return False
        return prep.head.i in heads or _is_within(prep.head, gathering.token)


def _is_within(token: Token, noun: Token) -> bool:
    """Whether a word stands in a noun's phrase, in no clause of its own."""
    while token.dep_ in ("pobj", "prep", "conj") and token.head.i != token.i:
        token = token.head
        if token.i == noun.i:
            return True
    return False


def _with(prep: Token) -> Iterator[Token]:
    """What stands behind "with", also "by telephone with Putin"."""
    for word in prep.subtree:
        if word.lower_ == "with" and word.dep_ == "prep":
            yield from (c for c in word.children if c.dep_ == "pobj")


def _is_definite(gathering: Gathering) -> bool:
    """Whether it is spoken of as known: "the summit", "a possible meeting"."""
    if gathering.own is not None:
        return False
    words = {c.lower_ for c in gathering.token.lefts}
    return bool(words & KNOWN) or any(c.dep_ == "poss" for c in gathering.token.lefts)
