"""Name: a run of words with capitals that no table and no title explains."""

from collections.abc import Sequence
from dataclasses import dataclass

from memcon.actors.descriptions import Description
from memcon.actors.knowledge import Knowledge
from memcon.actors.known import Known
from memcon.actors.tokens import Tokens

_HYPHENS = frozenset({"-", "–", "/", "'", "’"})
_NAMED = frozenset(
    {"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART"}
)


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens `first` to `last`; `is_honoured`: "Mr." or the like stands before."""

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
    taken = _taken(tokens, known, descriptions, knowledge)
    named = _named_inside(tokens)
    found: list[Name] = []
    i = 0
    while i < len(tokens):
        if taken[i] or not (_begins(i, tokens, knowledge) or tokens.texts[i] in named):
            i += 1
            continue
        last = _end(i, taken, tokens, knowledge)
        found.append(_name(i, last, tokens, knowledge))
        i = last + 1
    return _confirmed([name for name in found if name.first <= name.last], tokens)


def _confirmed(names: Sequence[Name], tokens: Tokens) -> tuple[Name, ...]:
    """The names without those of headlines that the text below does not take up: "Talks Stall"."""
    kinds = [tokens.parse.sentence(name.first).section.kind for name in names]
    told = {
        w for name, kind in zip(names, kinds, strict=True) if kind != "headline" for w in name.words
    }
    if not told:
        return tuple(names)
    pairs = zip(names, kinds, strict=True)
    return tuple(n for n, kind in pairs if kind != "headline" or told.intersection(n.words))


def _taken(
    tokens: Tokens, known: Known, descriptions: Sequence[Description], knowledge: Knowledge
) -> list[bool]:
    """Which tokens belong to a country, a known body or a title."""
    taken = [where >= 0 for where in known.hit_of]
    titles = knowledge.words.titles
    loose = titles.loose | titles.former | titles.designate
    for description in descriptions:
        first, last = description.title
        for i in range(description.first, last + 1):
            if i >= first or tokens.lowers[i] in loose:
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


def _begins(i: int, tokens: Tokens, knowledge: Knowledge) -> bool:
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
    if tokens.parts[i] == "PROPN" and _is_written(i, word, tokens, knowledge):
        return True
    starts = tokens.parse.sentences[tokens.parse.sentence_of[i]].first
    if i == starts or (i == starts + 1 and not tokens.texts[starts][:1].isalnum()):
        return tokens.entities[i] in _NAMED and word not in tokens.small
    return tokens.parts[i] in ("PROPN", "NOUN", "ADJ", "X")


def _is_written(i: int, word: str, tokens: Tokens, knowledge: Knowledge) -> bool:
    """Whether a capital is the name's own: the article does not write the word small elsewhere."""
    is_particle = word in knowledge.words.names.particles and i + 1 < len(tokens)
    return word not in tokens.small or (is_particle and tokens.texts[i + 1] in _HYPHENS)


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
        is_common = (
            tokens.lowers[at] in names.common and tokens.entity_of[at] != tokens.entity_of[i]
        )
        if _goes_on(at, last, tokens, names.joined) and not is_common:
            last = at
        elif not _links(at, stop, taken, tokens, names.particles):
            break
        at += 1
    return last


def _is_inside(at: int, last: int, tokens: Tokens) -> bool:
    """Whether a country's word is part of a body's name that began before: "Times of Zambia"."""
    same = tokens.entity_of[at] == tokens.entity_of[last] >= 0
    return same and tokens.entities[at] == "ORG" and tokens.lowers[at - 1] in ("of", "the")


def _goes_on(at: int, last: int, tokens: Tokens, joined: frozenset[str]) -> bool:
    """Whether token `at` is a further word of the name that now ends at `last`: "Kim Jong-un".

    `joined` are words that make an adjective of it: "Putin-era".
    """
    if tokens.is_capital(at):
        return tokens.parts[at] not in ("PRON", "DET", "AUX") and tokens.entities[at] != "DATE"
    is_part = tokens.texts[at - 1] in _HYPHENS and tokens.touch(at) and tokens.touch(at - 1)
    if is_part and len(tokens.texts[at]) <= 4 and tokens.lowers[at] not in joined:
        return True
    same = tokens.entity_of[at] == tokens.entity_of[last] >= 0
    return same and (is_part or tokens.texts[at].isdecimal())


def _links(
    at: int, stop: int, taken: Sequence[bool], tokens: Tokens, particles: frozenset[str]
) -> bool:
    """Whether token `at` joins more to the name: a hyphen, "bin", or "of" inside one entity."""
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
    if before > 0 and tokens.texts[before] == ".":
        before -= 1
    if before >= 0 and not is_honoured:
        is_honoured = _is_honorific(before, tokens, knowledge)
    if first > last or _is_heading(first, tokens):
        return Name(first, first - 1, (), False)
    words = tuple(tokens.words(first, last).split())
    return Name(first, last, words, is_honoured)


def _is_honorific(i: int, tokens: Tokens, knowledge: Knowledge) -> bool:
    """ "Mr.", "Gen.", "Lord"."""
    return tokens.is_capital(i) and tokens.lowers[i] in knowledge.words.titles.honorifics


def _is_heading(first: int, tokens: Tokens) -> bool:
    """Whether the sentence is a short line in capitals throughout: "HANDS OFF"."""
    begin, stop = tokens.bounds(first)
    return stop - begin <= 8 and all(text.upper() == text for text in tokens.texts[begin:stop])
