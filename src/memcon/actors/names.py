"""Name: a run of words with capitals, and what the whole article says of its bearer.

One sentence can mislead: the small model takes "Lavrov" for an organisation as easily as for a place. So
every place where a name stands votes, and the whole article decides.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from memcon.actors.descriptions import Description
from memcon.actors.knowledge import Knowledge
from memcon.actors.known import Known
from memcon.actors.tokens import SUBJECTS, Tokens
from memcon.codes.organisations import Organisation
from memcon.record.terms import ActorKind

Bearer = Literal["person", "body", "people", "place", "none"]

_HYPHENS = frozenset({"-", "–", "/", "'", "’"})
_NAMED = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_PARTS = frozenset({"compound", "amod", "nmod"})
_ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj", "appos"})
_LINKING = frozenset({"of", "for", "&", "the", "and", "on", "in"})
_THINGS = frozenset({"PRODUCT", "EVENT", "LAW", "WORK_OF_ART", "DATE", "LANGUAGE"})


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens `first` to `last`; `before` and `behind` are descriptions that touch it."""

    first: int
    last: int
    words: tuple[str, ...]
    is_honoured: bool

    @property
    def text(self) -> str:
        """The words of the name."""
        return " ".join(self.words)


def find_names(
    tokens: Tokens, known: Known, descriptions: Sequence[Description], knowledge: Knowledge
) -> tuple[Name, ...]:
    """Every run of capitals that is neither a known name nor a title."""
    taken = _taken(tokens, known, descriptions)
    lower = frozenset(t for t in tokens.texts if t.islower())
    named = _named_inside(tokens)
    found: list[Name] = []
    i = 0
    while i < len(tokens):
        if taken[i] or not (_begins(i, tokens, lower, knowledge) or tokens.texts[i] in named):
            i += 1
            continue
        last = _end(i, taken, tokens, knowledge)
        found.append(_name(i, last, tokens, knowledge))
        i = last + 1
    return tuple(name for name in found if name.first <= name.last)


def _taken(
    tokens: Tokens, known: Known, descriptions: Sequence[Description]
) -> list[bool]:
    """Which tokens belong to a country, a known body or a title."""
    taken = [where >= 0 for where in known.hit_of]
    for description in descriptions:
        first, last = description.title
        for i in range(first, last + 1):
            taken[i] = True
    return taken


def _named_inside(tokens: Tokens) -> frozenset[str]:
    """Words that are names where no sentence begins, so that they are names at a beginning too."""
    firsts = {s.first for s in tokens.parse.sentences}
    return frozenset(
        text
        for i, text in enumerate(tokens.texts)
        if i not in firsts and tokens.entities[i] == "PERSON" and tokens.is_capital(i)
    )


def _begins(i: int, tokens: Tokens, lower: frozenset[str], knowledge: Knowledge) -> bool:
    """Whether token i begins a name, and not just a sentence."""
    word = tokens.lowers[i]
    if not tokens.is_capital(i):
        return (
            word in knowledge.words.names.particles
            and i + 1 < len(tokens)
            and tokens.entities[i] in ("PERSON", "ORG", "NORP", "GPE")
            and (tokens.is_capital(i + 1) or tokens.texts[i + 1] == "-")
            and not tokens.is_capital(i - 1)
        )
    if tokens.entities[i] in ("DATE", "TIME", "ORDINAL"):
        return False
    if word in knowledge.words.names.common and tokens.entities[i] != "PERSON":
        return False
    if tokens.parts[i] in ("PRON", "DET", "ADP", "CCONJ", "SCONJ", "AUX", "NUM", "PUNCT", "INTJ"):
        return False
    if tokens.parts[i] == "PROPN" and word not in lower:
        return True
    starts = tokens.parse.sentences[tokens.parse.sentence_of[i]].first
    if i == starts or (i == starts + 1 and not tokens.texts[starts][:1].isalnum()):
        return tokens.entities[i] in _NAMED and word not in lower
    return tokens.parts[i] in ("PROPN", "NOUN", "ADJ", "X")


def _end(i: int, taken: Sequence[bool], tokens: Tokens, knowledge: Knowledge) -> int:
    """The last token of the name that begins at i."""
    _, stop = tokens.bounds(i)
    names = knowledge.words.names
    last = i
    at = i + 1
    while at < stop:
        if taken[at]:
            if not _is_inside(at, last, tokens):
                break
            last, at = at, at + 1
            continue
        is_common = tokens.lowers[at] in names.common and tokens.entity_of[at] != tokens.entity_of[i]
        if _goes_on(at, last, tokens) and not is_common:
            last = at
        elif not _links(at, stop, taken, tokens, names.particles):
            break
        at += 1
    return last


def _is_inside(at: int, last: int, tokens: Tokens) -> bool:
    """Whether a country's word is part of a body's name that began before: "Times of Zambia"."""
    same = tokens.entity_of[at] == tokens.entity_of[last] >= 0
    return same and tokens.entities[at] == "ORG" and tokens.lowers[at - 1] in ("of", "the")


def _goes_on(at: int, last: int, tokens: Tokens) -> bool:
    """Whether token `at` is a further word of the name that now ends at `last`."""
    if tokens.is_capital(at):
        return tokens.parts[at] not in ("PRON", "DET", "AUX") and tokens.entities[at] != "DATE"
    is_part = tokens.texts[at - 1] in _HYPHENS and tokens.touch(at) and tokens.touch(at - 1)
    same = tokens.entity_of[at] == tokens.entity_of[last] >= 0
    return same and (is_part or tokens.texts[at].isdecimal())


def _links(
    at: int, stop: int, taken: Sequence[bool], tokens: Tokens, particles: frozenset[str]
) -> bool:
    """Whether token `at` joins the name to more of it: a hyphen, "bin", or "of" inside one entity."""
    if at + 1 >= stop:
        return False
    word = tokens.lowers[at]
    if taken[at + 1]:
        return word == "of" and _is_inside(at + 1, at - 1, tokens)
    if tokens.texts[at] in _HYPHENS:
        return tokens.touch(at) and tokens.touch(at + 1)
    if word in particles or word in ("&", "."):
        return True
    same = tokens.entity_of[at - 1] == tokens.entity_of[at + 1] >= 0
    return same and word in ("of", "for", "the", "and", "on", "in") and tokens.entities[at] == "ORG"


def _name(first: int, last: int, tokens: Tokens, knowledge: Knowledge) -> Name:
    """The name without the honorific it begins with."""
    is_honoured = False
    while first <= last and _is_honorific(first, tokens, knowledge):
        first, is_honoured = first + 1, True
        if first <= last and tokens.texts[first] == ".":
            first += 1
    before = first - 1
    if before >= 0 and not is_honoured:
        is_honoured = _is_honorific(before, tokens, knowledge)
    words = tuple(tokens.words(first, last).split()) if first <= last else ()
    if len(words) > 1 and all(word.isupper() and len(word) > 3 for word in words):
        return Name(first, first - 1, (), False)
    return Name(first, last, words, is_honoured)


def _is_honorific(i: int, tokens: Tokens, knowledge: Knowledge) -> bool:
    """ "Mr.", "Gen.", "Lord"."""
    return tokens.is_capital(i) and tokens.lowers[i] in knowledge.words.titles.honorifics


def bearers(
    names: Sequence[Name], titled: frozenset[int], tokens: Tokens, knowledge: Knowledge
) -> Mapping[str, Bearer]:
    """Who or what bears each name; `titled` are the first tokens of names that have a title.

    Names of several words are settled first; a single word is a person if a person's name holds it.
    """
    votes: Counter[str] = Counter()
    labels: dict[str, Counter[str]] = {}
    for name in names:
        votes[name.text] += _person_vote(name, name.first in titled, tokens, knowledge)
        counted = labels.setdefault(name.text, Counter())
        counted.update(tokens.entities[i] for i in range(name.first, name.last + 1))
    found: dict[str, Bearer] = {}
    parts: set[str] = set()
    for text in sorted(votes, key=lambda t: (-t.count(" "), t)):
        words = text.split()
        if len(words) == 1 and words[0] in parts:
            found[text] = "person"
            continue
        score = votes[text] + _table_vote(words, knowledge)
        found[text] = "person" if score > 0 else _other(words, labels[text], knowledge)
        if found[text] == "person":
            parts.update((words[0], words[-1]))
    return found


def _person_vote(name: Name, is_titled: bool, tokens: Tokens, knowledge: Knowledge) -> int:
    """How much one place of a name speaks for a person."""
    vote = 10 if is_titled or name.is_honoured else 0
    labels = {tokens.entities[i] for i in range(name.first, name.last + 1)}
    root = tokens.roots(name.first, name.last)[0]
    dep, governor = tokens.deps[root], tokens.lemmas[tokens.heads[root]]
    if "PERSON" in labels:
        vote += 3
    elif labels & _PLACES:
        vote -= 3
    elif labels & {"NORP", "ORG"} or labels & _THINGS:
        vote -= 2
    behind = name.last + 1
    if behind < len(tokens) and tokens.lowers[behind] == "who":
        vote += 3
    phrases = knowledge.words.phrases
    if dep in SUBJECTS and governor in phrases.person_verbs:
        vote += 4 if len(name.words) == 1 and "ORG" not in labels else 1
    if dep in ("dobj", "nsubjpass") and governor in phrases.person_object_verbs:
        vote += 4 if "ORG" not in labels else 1
    if dep in _PARTS and tokens.parts[tokens.heads[root]] == "NOUN":
        vote -= 2
    if len(name.words) == 1 and _is_place(name, root, tokens, knowledge):
        vote -= 5
    if not labels - {""} and len(name.words) > 1 and dep in _ROLES:
        vote += 1
    return vote


def _is_place(name: Name, root: int, tokens: Tokens, knowledge: Knowledge) -> bool:
    """Whether a single word stands where places do: "in Lyon", "Ipswich, Suffolk", "Busan city"."""
    governor = tokens.heads[root]
    if tokens.deps[root] == "pobj" and tokens.lowers[governor] in knowledge.words.phrases.locative:
        return True
    behind = name.last + 1
    if behind + 1 < len(tokens) and tokens.texts[behind] == ",":
        is_pair = tokens.entities[behind + 1] == "GPE" and tokens.deps[behind + 1] == "appos"
        return is_pair and tokens.deps[root] == "pobj"
    is_part = tokens.deps[root] in _PARTS
    return is_part and tokens.lowers[governor] in knowledge.words.organisations.places


def _table_vote(words: Sequence[str], knowledge: Knowledge) -> int:
    """How much lists and tables speak for a person of this name."""
    names, bodies = knowledge.words.names, knowledge.words.organisations
    last = words[-1].lower()
    is_body = last in knowledge.endings or last in bodies.places or last in bodies.things
    if is_body or any(w in _LINKING or not w[0].isalpha() for w in words):
        return -20
    if len(words) == 1:
        if _is_acronym(words[0]):
            return -6
        return knowledge.standing(words[0])
    first = words[0].lower().split("-")[0]
    is_given = first in names.male or first in names.female or first in names.neutral
    vote = 4 if is_given else 0
    return vote + (8 if knowledge.offices_of(" ".join(words)) else 0)


def _is_acronym(word: str) -> bool:
    """ "ECDI", "AL-SHABAAB" not."""
    return word.isupper() and 1 < len(word) <= 6


def _other(words: Sequence[str], labels: Counter[str], knowledge: Knowledge) -> Bearer:
    """What bears a name that is no person's."""
    bodies = knowledge.words.organisations
    last = words[-1].lower()
    if last in bodies.things:
        return "none"
    places = sum(labels[label] for label in _PLACES)
    if " ".join(words).lower() in bodies.places:
        return "place"
    if last in bodies.places and labels["ORG"] <= places:
        return "place"
    if body_kind(words, None, knowledge) is not None:
        return "body"
    if labels["NORP"] > labels["ORG"] + places:
        return "people"
    if sum(labels[label] for label in _THINGS) > labels["ORG"]:
        return "none"
    if labels["ORG"] > 0 and labels["ORG"] >= places:
        return "body"
    if len(words) == 1 and _is_acronym(words[0]) and not places:
        return "body"
    return "place" if places else "none"


def acts(name: Name, tokens: Tokens) -> bool:
    """Whether what is named does or undergoes something here: an unknown body must, to be one."""
    root = tokens.roots(name.first, name.last)[0]
    anchor = tokens.first_of_conjuncts(root)
    dep = tokens.deps[anchor]
    if dep == "pobj":
        return tokens.lowers[tokens.heads[anchor]] in ("by", "with", "between", "against", "to")
    return dep in ("nsubj", "nsubjpass", "poss", "dobj", "dative", "ROOT")


def body_kind(
    words: Sequence[str], organisation: Organisation | None, knowledge: Knowledge
) -> ActorKind | None:
    """What kind of body a name tells: by the table, or by its words, the last one first."""
    if organisation is not None:
        return organisation.kind
    for word in (*reversed(words[1:]), words[0]) if len(words) > 1 else ():
        kind = knowledge.endings.get(word.lower())
        if kind is not None:
            return kind
        if word in ("of", "for"):
            continue
    return None

