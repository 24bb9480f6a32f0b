"""Prospects: gatherings and decisions that lie ahead, and how firm they are."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from memcon.actors.cast import Cast
from memcon.coding.modality import Modality
from memcon.coding.parties import Parties, unique
from memcon.coding.scene import Scene
from memcon.language.clauses import Clause, is_question, verb_names
from memcon.lexicon.acts import ActWords
from memcon.lexicon.affairs import AffairWords
from memcon.record.findings import Prospect
from memcon.record.span import Span
from memcon.record.terms import EventStatus, ProspectStatus

# When the page speaks of one prospect in several ways, the firmest news wins; an end beats all.
FIRMNESS: tuple[ProspectStatus, ...] = (
    "considered",
    "floated",
    "intended",
    "agreed",
    "scheduled",
    "ongoing",
    "held",
    "rejected",
    "postponed",
    "cancelled",
)
AHEAD: frozenset[EventStatus] = frozenset({"possible", "planned", "proposed", "conditional"})
BY_MODALITY: Mapping[EventStatus, ProspectStatus] = {
    "possible": "considered",
    "conditional": "considered",
    "proposed": "floated",
    "planned": "intended",
}


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that speaks of a prospect."""

    token: Token
    what: str
    status: ProspectStatus
    participants: tuple[str, ...]
    deciders: tuple[str, ...]
    announcers: tuple[str, ...]
    conditions: tuple[Span, ...]


def find_prospects(
    scene: Scene, cast: Cast, words: AffairWords, acts: ActWords
) -> tuple[Prospect, ...]:
    """Each gathering or decision ahead once, with all that the page says of it."""
    outlook = Outlook(
        scene,
        cast,
        words,
        Modality.of(scene.parse, acts),
        {word: sign.status for sign in words.signs for word in sign.words},
    )
    groups = _grouped(tuple(outlook.mentions()), scene, cast)
    return tuple(
        _prospect(f"n{number}", group, scene, words.confidence["prospect"])
        for number, group in enumerate(groups, 1)
    )


@dataclass(frozen=True, slots=True)
class Outlook:
    """Finds what one article puts ahead."""

    scene: Scene
    cast: Cast
    words: AffairWords
    modality: Modality
    signs: Mapping[str, ProspectStatus]

    def mentions(self) -> Iterator[Mention]:
        """Each gathering that the text puts ahead, in reading order."""
        for token in self.scene.parse.doc:
            what = self._what(token)
            status = self._status(token) if what else None
            if what is not None and status is not None:
                yield self._mention(token, what, status)

    def _what(self, token: Token) -> str | None:
        """What kind of gathering or decision a word names."""
        if token.pos_ == "NOUN":
            return self.words.gatherings.get(token.lemma_.lower())
        clause = self._own_clause(token)
        if clause is None:
            return None
        names = verb_names(clause)
        return next((what for n in names if (what := self.words.gathering_verbs.get(n))), None)

    def _own_clause(self, token: Token) -> Clause | None:
        """The clause whose verb the token is."""
        clause = self.scene.parse.clause(token)
        return clause if clause is not None and clause.verb.i == token.i else None

    def _status(self, token: Token) -> ProspectStatus | None:
        """How firm it is; None when it is not ahead."""
        governed = self._governed(token)
        if governed is not None:
            return governed[0]
        modified = [
            self.signs[c.lower_]
            for c in token.children
            if c.dep_ == "amod" and c.lower_ in self.signs
        ]
        if token.dep_ == "nsubj" and token.head.lemma_ == "be":
            said = [c.lower_ for c in token.head.children if c.dep_ == "acomp"]
            modified += [self.signs[word] for word in said if word in self.signs]
        if modified:
            return modified[0]
        clause = self._held_by(token)
        status = self.modality.status(clause.verb) if clause is not None else "actual"
        if status == "planned" and clause is not None:
            return self._planned(token, clause)
        return BY_MODALITY.get(status) or ("scheduled" if self._is_dated_ahead(token) else None)

    def _is_dated_ahead(self, token: Token) -> bool:
        """Whether its time lies after the article: "the G7 summit in Cornwall on June 11"."""
        time, published = self.scene.time_of(token), self.scene.parse.article.published
        if time is None or published is None or not self.scene.belongs(time, token):
            return False
        return time.value[:10] > published.value[: len(time.value[:10])]

    def _planned(self, token: Token, clause: Clause) -> ProspectStatus:
        """To meet on a day is scheduled; with both sides named agreed; else one means to."""
        if self.scene.time_of(token) is not None or self.scene.time_of(clause.verb) is not None:
            return "scheduled"
        return "agreed" if len(self._participants(token)) > 1 else "intended"

    def _held_by(self, token: Token) -> Clause | None:
        """The clause that says that the gathering takes place: its own, or that of "hold"."""
        own = self._own_clause(token)
        if own is not None:
            return own
        clause = self.scene.parse.clause(token)
        if clause is None or not self._is_light(clause):
            return None
        heads = (*clause.objects, *clause.subjects)
        return (
            clause if any(head.i == token.i or head.is_ancestor(token) for head in heads) else None
        )

    def _is_light(self, clause: Clause) -> bool:
        return clause.lemma in self.words.light

    def _governed(self, token: Token) -> tuple[ProspectStatus, Clause | None] | None:
        """What the word says that the gathering hangs on, and the clause of that word.

        "agreed to hold", "postponed", "the possibility of"
        """
        at = token
        for _ in range(5):
            head = at.head
            if head.i == at.i or at.dep_ in ("nsubj", "relcl", "advcl", "conj", "appos", "ccomp"):
                return None
            clause = self._own_clause(head)
            names = verb_names(clause) if clause else (head.lemma_.lower(),)
            sign = next((self.signs[name] for name in names if name in self.signs), None)
            if sign is not None:
                return self._doubted(sign, clause), clause
            if clause is not None and not self._is_light(clause):
                return None
            if clause is None and head.pos_ not in ("ADP", "NOUN", "SCONJ"):
                return None
            if clause is None and head.pos_ == "NOUN" and not self._counts(head):
                return None
            at = head
        return None

    def _counts(self, noun: Token) -> bool:
        """Whether a noun only measures the gathering: "a round of talks"."""
        return noun.lemma_.lower() in self.words.gatherings

    def _doubted(self, sign: ProspectStatus, clause: Clause | None) -> ProspectStatus:
        """What is asked about, denied or only may be is no firmer than considered."""
        if clause is None:
            return sign
        may_be = bool(set(clause.modals) & {"may", "might", "could"})
        is_doubtful = is_question(clause) or clause.is_negated or may_be
        return "considered" if is_doubtful else sign

    def _participants(self, token: Token) -> tuple[str, ...]:
        """Who is to take part."""
        parties = Parties(self.scene, self.cast)
        clause = self._held_by(token)
        if clause is not None and clause.verb.i == token.i:
            slots = ("subject", "object", "with")
            found = unique(p for slot in slots for p in parties.of_verb(slot, clause))
            return found or self._movers(token, parties)
        slots = ("between", "with", "among", "of")
        named = unique(p for slot in slots for p in parties.of_noun(slot, token))
        owners = tuple(actor.id for actor in self.cast.acting(token))
        holders: tuple[str, ...] = ()
        if clause is not None and clause.objects:
            holders = (*parties.of_verb("subject", clause), *parties.of_verb("with", clause))
        found = unique((*owners, *holders, *named))
        return found if len(found) > 1 else unique((*self._movers(token, parties), *found))

    def _movers(self, token: Token, parties: Parties) -> tuple[str, ...]:
        """Who proposes, plans or agrees to it, and to whom: "offered Putin a summit"."""
        governed = self._governed(token)
        if governed is None or governed[1] is None:
            return ()
        slots = ("subject", "dative", "to", "with")
        return unique(p for slot in slots for p in parties.of_verb(slot, governed[1]))

    def _mention(self, token: Token, what: str, status: ProspectStatus) -> Mention:
        parties = Parties(self.scene, self.cast)
        above = tuple(self._clauses_above(token))
        deciders = unique(
            p
            for c in above
            if self._is_about(c, self.words.deciding)
            for p in parties.acting(c.subjects)
        )
        announcers = unique(
            p
            for c in above
            if c.lemma in self.words.announcing and c.tense in ("none", "future")
            for p in parties.acting(c.subjects)
        )
        conditions = tuple(c.span for c in self._conditions(token))
        named = [c.text for c in token.lefts if c.dep_ == "compound"]
        return Mention(
            token,
            " ".join((*named, what)),
            status,
            self._participants(token),
            deciders,
            announcers,
            conditions,
        )

    def _clauses_above(self, token: Token) -> Iterator[Clause]:
        """The clause of a word and those that it stands in."""
        clause = self.scene.parse.clause(token)
        while clause is not None:
            yield clause
            clause = None if clause.parent is None else self.scene.parse.clauses[clause.parent]

    def _is_about(self, clause: Clause, nouns: frozenset[str]) -> bool:
        """Whether the clause decides: "decides on", "makes a decision on"."""
        return clause.lemma in nouns or any(o.lemma_.lower() in nouns for o in clause.objects)

    def _conditions(self, token: Token) -> Iterator[Clause]:
        """The if-clauses of the sentence."""
        sentence = self.scene.parse.sentence(token)
        for clause in self.scene.parse.clauses:
            if sentence.first <= clause.verb.i < sentence.stop and clause.relation == "advcl":
                marks = (c for c in clause.verb.lefts if c.dep_ in ("mark", "advmod"))
                if any(mark.lower_ in self.words.conditions for mark in marks):
                    yield clause


def _grouped(
    mentions: Sequence[Mention], scene: Scene, cast: Cast
) -> tuple[tuple[Mention, ...], ...]:
    """The mentions of each prospect; those that name nobody go with the one spoken of before."""
    groups: list[list[Mention]] = []
    for mention in mentions:
        fitting = [g for g in groups if _is_same_kind(g[0].what, mention.what)]
        fitting = [g for g in fitting if _same_day(g, mention, scene)]
        group = next((g for g in reversed(fitting) if _agree(g, mention, cast)), None)
        if group is None:
            groups.append([mention])
        else:
            group.append(mention)
    return tuple(tuple(group) for group in groups)


def _is_same_kind(one: str, other: str) -> bool:
    """Whether two names fit one thing: a summit is a meeting, but a G7 summit no peace talks."""
    (*first, kind), (*second, other_kind) = one.split(), other.split()
    meetings = ("summit", "talks", "call", "meeting")
    is_kin = kind == other_kind or (kind in meetings and other_kind in meetings)
    return is_kin and (not first or not second or first == second)


def _same_day(group: Sequence[Mention], mention: Mention, scene: Scene) -> bool:
    """Whether no two dates speak against one thing."""
    mine = scene.time_of(mention.token)
    for member in group:
        theirs = scene.time_of(member.token)
        if mine is not None and theirs is not None:
            early, late = sorted((mine.value[:10], theirs.value[:10]), key=len)
            if not late.startswith(early):
                return False
    return True


def _agree(group: Sequence[Mention], mention: Mention, cast: Cast) -> bool:
    """Whether the participants can be the same people, or the countries they stand for."""
    known = unique(p for m in group for p in m.participants)
    if not known or not mention.participants:
        return True
    mine = {_side(p, cast) for p in mention.participants}
    theirs = {_side(p, cast) for p in known}
    return mine <= theirs or theirs <= mine


def _side(ident: str, cast: Cast) -> str:
    """A party's country, or the party itself."""
    return cast.by_id(ident).country or ident


def _prospect(ident: str, group: Sequence[Mention], scene: Scene, confidence: float) -> Prospect:
    """One prospect of all its mentions."""
    first = next((m for m in group if len(m.participants) > 1), group[0])
    status = max((m.status for m in group), key=FIRMNESS.index)
    times = [t.id for m in group if (t := scene.time_of(m.token)) is not None]
    places = [p.id for m in group if (p := scene.place_of(m.token)) is not None]
    evidence = dict.fromkeys(scene.parse.sentence(m.token).span for m in group)
    return Prospect(
        id=ident,
        what=first.what,
        participants=first.participants,
        status=status,
        time=next(iter(times), None),
        place=next(iter(places), None),
        deciders=unique(p for m in group for p in m.deciders),
        announcers=unique(p for m in group for p in m.announcers),
        conditions=tuple(dict.fromkeys(c for m in group for c in m.conditions)),
        evidence=tuple(evidence),
        confidence=confidence,
    )
