"""Bearer: who or what bears a name, as the whole article has it.

One sentence can mislead: the small model takes "Lavrov" for an organisation as easily as for a
place. So every place where a name stands votes, and the whole article decides.
"""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from typing import Literal

from memcon.actors.knowledge import Knowledge
from memcon.actors.names import Name
from memcon.actors.tokens import SUBJECTS, Tokens
from memcon.record.terms import ActorKind

Bearer = Literal["person", "body", "people", "place", "none"]

# How much a title or "Mr." before it speaks for a person; the other weights are in the votes below.
_TITLED = 10
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_PARTS = frozenset({"compound", "amod", "nmod"})
_ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj", "appos"})
_LINKING = frozenset({"of", "for", "&", "the", "and", "on", "in"})
_THINGS = frozenset({"PRODUCT", "EVENT", "LAW", "WORK_OF_ART", "DATE", "LANGUAGE"})


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
    labels = {tokens.entities[i] for i in range(name.first, name.last + 1)} - {""}
    root = tokens.roots(name.first, name.last)[0]
    return (
        (_TITLED if is_titled or name.is_honoured else 0)
        + _label_vote(labels)
        + _role_vote(name, root, labels, tokens, knowledge)
        + _neighbour_vote(name, root, tokens, knowledge)
    )


def _label_vote(labels: Set[str]) -> int:
    """What the model's label of the name says."""
    if "PERSON" in labels:
        return 3
    if labels & _PLACES:
        return -3
    return -2 if labels & ({"NORP", "ORG"} | _THINGS) else 0


def _role_vote(
    name: Name, root: int, labels: Set[str], tokens: Tokens, knowledge: Knowledge
) -> int:
    """What the name's role in the sentence says: people speak, and are arrested."""
    phrases = knowledge.words.phrases
    dep, governor = tokens.deps[root], tokens.lemmas[tokens.heads[root]]
    is_body = "ORG" in labels
    if dep in SUBJECTS and governor in phrases.person_verbs:
        return 4 if len(name.words) == 1 and not is_body else 1
    if dep in ("dobj", "nsubjpass") and governor in phrases.person_object_verbs:
        return 1 if is_body else 4
    if dep in _PARTS and tokens.parts[tokens.heads[root]] == "NOUN":
        return -2
    return 1 if not labels and len(name.words) > 1 and dep in _ROLES else 0


def _neighbour_vote(name: Name, root: int, tokens: Tokens, knowledge: Knowledge) -> int:
    """What stands around the name says: "who", "which", an apposition, "in" before it."""
    behind = (*tokens.lowers[name.last + 1 : name.last + 3], "", "")
    vote = 3 if behind[0] == "who" else 0
    if behind[0] == "," and behind[1] == "which":
        vote -= 5
    if any(_is_thing(c, tokens, knowledge) for c in tokens.children.get(root, ())):
        vote -= 8
    if len(name.words) == 1 and _is_place(name, root, tokens, knowledge):
        vote -= 5
    return vote


def _is_thing(i: int, tokens: Tokens, knowledge: Knowledge) -> bool:
    """Whether an apposition calls the bearer a thing: "Max Thunder, an annual exercise"."""
    is_noun = tokens.deps[i] == "appos" and tokens.tags[i] == "NN"
    return is_noun and tokens.lemmas[i] not in knowledge.agents


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
    """Whether it is a short word in capitals: "ECDI"."""
    return word.isupper() and 1 < len(word) <= 6


def _other(words: Sequence[str], labels: Counter[str], knowledge: Knowledge) -> Bearer:
    """What bears a name that is no person's."""
    told = _by_words(words, labels, knowledge)
    if told is not None:
        return told
    places = sum(labels[label] for label in _PLACES)
    bodies = labels["ORG"]
    if labels["NORP"] > bodies + places:
        return "people"
    if sum(labels[label] for label in _THINGS) > bodies:
        return "none"
    if bodies >= max(places, 1) or (_is_acronym(" ".join(words)) and not places):
        return "body"
    return "place" if places else "none"


def _by_words(words: Sequence[str], labels: Counter[str], knowledge: Knowledge) -> Bearer | None:
    """What the words of a name tell of its bearer."""
    bodies = knowledge.words.organisations
    last = next((w for w in reversed(words) if not w.isdecimal()), words[-1]).lower()
    if last in bodies.things:
        return "none"
    is_place = last in bodies.places and labels["ORG"] <= sum(labels[x] for x in _PLACES)
    if is_place or " ".join(words).lower() in bodies.places:
        return "place"
    return "body" if body_kind(words, knowledge) is not None else None


def acts(name: Name, tokens: Tokens) -> bool:
    """Whether what is named does or undergoes something here: an unknown body must, to be one."""
    root = tokens.roots(name.first, name.last)[0]
    anchor = tokens.first_of_conjuncts(root)
    dep = tokens.deps[anchor]
    if dep == "pobj":
        return tokens.lowers[tokens.heads[anchor]] in ("by", "with", "between", "against", "to")
    return dep in ("nsubj", "nsubjpass", "poss", "dobj", "dative", "ROOT")


def body_kind(words: Sequence[str], knowledge: Knowledge) -> ActorKind | None:
    """What kind of body a name tells by its last word, or by the one before "of" or "for"."""
    heads = [words[i - 1] for i, word in enumerate(words) if i and word in ("of", "for")][:1]
    for word in (*heads, words[-1]) if len(words) > 1 else ():
        kind = knowledge.endings.get(word.lower())
        if kind is not None:
            return kind
    return None
