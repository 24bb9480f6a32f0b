"""Tokens: a parse's words as columns, since each touch of a spaCy token costs."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from spacy.attrs import DEP, HEAD, LEMMA, ORTH, POS, TAG
from spacy.tokens import Doc

from memcon.language.parse import Parse
from memcon.record.span import Span

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
INSIDE = frozenset({"compound", "amod", "nmod", "poss", "nummod", "det", "quantmod"})

_APOSTROPHES = frozenset({"'", "’"})
_COLUMNS = (TAG, POS, DEP, LEMMA)


@dataclass(frozen=True, slots=True)
class Tokens:
    """Column by column what the reading of actors needs; `children` of each token, in order.

    `small` are the words that the article writes without a capital somewhere.
    """

    parse: Parse
    texts: tuple[str, ...]
    lowers: tuple[str, ...]
    lemmas: tuple[str, ...]
    tags: tuple[str, ...]
    parts: tuple[str, ...]
    deps: tuple[str, ...]
    heads: tuple[int, ...]
    entities: tuple[str, ...]
    entity_of: tuple[int, ...]
    children: Mapping[int, tuple[int, ...]]
    small: frozenset[str]

    @classmethod
    def of(cls, parse: Parse) -> "Tokens":
        """The columns of a parse."""
        doc = parse.doc
        tags, parts, deps, lemmas = (_column(doc, attribute) for attribute in _COLUMNS)
        steps = doc.to_array([HEAD]).astype("int64").tolist()
        heads = tuple(i + step for i, step in enumerate(steps))
        children: dict[int, list[int]] = {}
        for i, head in enumerate(heads):
            if head != i:
                children.setdefault(head, []).append(i)
        entities, entity_of = [""] * len(doc), [-1] * len(doc)
        for number, entity in enumerate(doc.ents):
            stop = entity.end - (doc[entity.end - 1].tag_ == "POS")
            for i in range(entity.start, stop):
                entities[i], entity_of[i] = entity.label_, number
        texts = _column(doc, ORTH)
        return cls(
            parse=parse,
            texts=texts,
            lowers=tuple(text.lower() for text in texts),
            lemmas=tuple(lemma.lower() for lemma in lemmas),
            tags=tags,
            parts=parts,
            deps=deps,
            heads=heads,
            entities=tuple(entities),
            entity_of=tuple(entity_of),
            small=frozenset(text for text in texts if text.islower()),
            children={head: tuple(below) for head, below in children.items()},
        )

    def __len__(self) -> int:
        return len(self.texts)

    def is_capital(self, i: int) -> bool:
        """Whether a word begins with a capital letter, or with one behind "d'" or "l'"."""
        text = self.texts[i]
        return text[:1].isupper() or (text[1:2] in _APOSTROPHES and text[2:3].isupper())

    def touch(self, i: int) -> bool:
        """Whether nothing stands between token i and the one before it."""
        return i > 0 and self.parse.ends[i - 1] == self.parse.starts[i]

    def words(self, first: int, last: int) -> str:
        """What the article has there."""
        return self.parse.text[self.parse.starts[first] : self.parse.ends[last]]

    def at(self, span: Span) -> tuple[int, int] | None:
        """The first and last token that `span` touches."""
        first = bisect_right(self.parse.ends, span.start)
        last = bisect_left(self.parse.starts, span.end) - 1
        return (first, last) if first <= last else None

    def roots(self, first: int, last: int) -> tuple[int, ...]:
        """The tokens from first to last that depend on none of the others there."""
        return tuple(
            i
            for i in range(first, last + 1)
            if not (first <= self.heads[i] <= last) or self.heads[i] == i
        )

    def bounds(self, i: int) -> tuple[int, int]:
        """The first token of i's sentence, and the one behind its last."""
        sentence = self.parse.sentences[self.parse.sentence_of[i]]
        return sentence.first, sentence.stop

    def first_of_conjuncts(self, i: int) -> int:
        """The head of a coordination, or of an apposition, that token i stands in."""
        seen = 0
        while self.deps[i] in ("conj", "appos") and seen < 50:
            i, seen = self.heads[i], seen + 1
        return i


def _column(doc: Doc, attribute: int) -> tuple[str, ...]:
    """One attribute of every token, read at once."""
    strings = doc.vocab.strings
    codes = doc.to_array([attribute]).tolist()
    words = {code: strings[code] for code in dict.fromkeys(codes)}
    return tuple(words[code] for code in codes)
