"""Subjects: who acts in a clause or undergoes it, where grammar leaves that to the reader."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from spacy.tokens import Token

from memcon.lexicon.grammar import GrammarWords

if TYPE_CHECKING:
    from memcon.language.clauses import Clause


def coordinated(head: Token) -> tuple[Token, ...]:
    """The head and what is joined to it, as "Lavrov" and "Blinken" in "Lavrov and Blinken"."""
    found = [head]
    for token in found:
        found.extend(child for child in token.rights if child.dep_ == "conj")
    return tuple(found)


def through_relative(
    verb: Token, heads: tuple[Token, ...], words: GrammarWords
) -> tuple[Token, ...]:
    """A relative pronoun stands for the noun that its clause describes."""
    if verb.dep_ != "relcl":
        return heads
    noun = verb.head
    return tuple(noun if head.lower_ in words.relative else head for head in heads)


def owner(verb: Token, words: GrammarWords) -> tuple[Token, ...]:
    """The noun that an infinitive behind it belongs to, wherever the parser hangs it."""
    to = infinitive_mark(verb)
    if to is None or to.i == 0:
        return ()
    if is_heading(verb):
        return (verb.head,)
    noun = to.nbor(-1)
    is_owner = noun.pos_ == "NOUN" and noun.lemma_.lower() in words.infinitive_nouns
    return (noun,) if is_owner else ()


def is_heading(verb: Token) -> bool:
    """Whether an infinitive hangs on what heads a headline: "Minister to visit Oslo"."""
    head = verb.head
    is_nominal = head.dep_ == "ROOT" and head.pos_ in ("NOUN", "PROPN")
    return is_nominal and verb.dep_ in ("acl", "relcl") and infinitive_mark(verb) is not None


def undergoer(verb: Token, parent: Clause | None) -> tuple[Token, ...]:
    """Who undergoes a passive without a subject of its own."""
    if verb.dep_ in ("acl", "relcl"):
        return (verb.head,)
    if parent is None or verb.dep_ not in ("conj", "xcomp", "advcl"):
        return ()
    return parent.objects if parent.is_passive else parent.subjects


def agents(children: Sequence[Token]) -> tuple[Token, ...]:
    """The "by" of a passive."""
    return tuple(
        token
        for child in children
        if child.dep_ == "agent"
        for pobj in child.children
        if pobj.dep_ == "pobj"
        for token in coordinated(pobj)
    )


def shared_subject(verb: Token, parent: Clause | None, words: GrammarWords) -> tuple[Token, ...]:
    """The subject that a clause takes over: coordination, adverbial clauses, and control."""
    if parent is None or verb.dep_ not in ("conj", "xcomp", "advcl", "ccomp", "pcomp", "dep"):
        return ()
    doer = parent.objects if parent.is_passive else parent.subjects
    if verb.dep_ == "pcomp":
        return _gerund_subject(verb, parent, words)
    told = _behind_preposition(parent.verb, words) if infinitive_mark(verb) else ()
    if told:
        return told
    is_infinitive = verb.dep_ in ("xcomp", "ccomp") and not parent.is_passive
    if is_infinitive and parent.objects and parent.verb.lemma_.lower() in words.object_control:
        return parent.objects
    if verb.dep_ == "ccomp" and not is_infinitive:
        return ()
    return doer


def infinitive_mark(verb: Token) -> Token | None:
    """The "to" of an infinitive."""
    return next((c for c in verb.lefts if c.dep_ == "aux" and c.tag_ == "TO"), None)


def _gerund_subject(verb: Token, parent: Clause, words: GrammarWords) -> tuple[Token, ...]:
    """Who does it: the accused in "accuse Baku of shelling", the speaker in "end by thanking"."""
    holder = verb.head.head
    if holder.dep_ == "advmod":  # "stopped short of going"
        holder = holder.head
    if holder.i != parent.verb.i:
        return ()
    if parent.objects and verb.head.lower_ in words.gerund_of_object:
        return parent.objects
    return () if parent.is_passive else parent.subjects


def _behind_preposition(verb: Token, words: GrammarWords) -> tuple[Token, ...]:
    """Who is to do it: "call on Russia to withdraw", "leave it to the Kremlin to decide"."""
    wanted = words.preposition_control.get(verb.lemma_.lower())
    return tuple(
        token
        for prep in verb.children
        if prep.dep_ in ("prep", "dative", "prt") and prep.lower_ == wanted
        for pobj in prep.children
        if pobj.dep_ == "pobj"
        for token in coordinated(pobj)
    )
