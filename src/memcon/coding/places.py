"""Places: names of places that say where something is, told apart from states that act."""

import re
from calendar import month_abbr, month_name
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from memcon.actors.cast import Cast
from memcon.codes.countries import Countries
from memcon.coding.atlas import Atlas, Location
from memcon.coding.whereabouts import is_locative, is_where
from memcon.language.parse import Parse
from memcon.lexicon.places import PlaceWords
from memcon.models.gazetteer import Gazetteer
from memcon.record.findings import Place
from memcon.record.span import Span

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_TIMES = frozenset({"DATE", "TIME"})
_OTHER_NAMES = frozenset({"ORG", "PERSON", "PRODUCT", "WORK_OF_ART", "LAW"})
_POSSESSIVE = frozenset({"'s", "'"})
_PLACE_SENSES = frozenset({"name", "capital", "seat"})
# "GENEVA, Switzerland, May 20 (Xinhua) --": up to the bracket, dash or number.
_DATELINE = re.compile(r"[^(\d–—:]+?(?=\s*(?:[(\d–—:]|\s--?|$))")
_PART = re.compile(r"[^,/\s](?:[^,/]*[^,/\s])?")
_MONTHS = frozenset(month.casefold() for month in (*month_name, *month_abbr) if month)


@dataclass(frozen=True, slots=True)
class _Mention:
    """Tokens `first` to `last` may name a place."""

    first: int
    last: int


def find_places(
    parse: Parse, cast: Cast, gazetteer: Gazetteer, countries: Countries, words: PlaceWords
) -> tuple[Place, ...]:
    """Find each mention of a place that is one in its context, in reading order.

    "Talks in Moscow" names a place, "Moscow said" a government. Of "Reykjavik, Iceland" each is a
    place, and Reykjavik's country is Iceland.
    """
    atlas = Atlas.of(parse.text, gazetteer, countries)
    found = [*_in_datelines(parse, atlas), *_in_sentences(parse, cast, atlas, words)]
    found.sort(key=lambda pair: pair[0].start)
    return tuple(
        _place(f"p{number}", span, parse.text, where)
        for number, (span, where) in enumerate(found, start=1)
    )


def _place(ident: str, span: Span, text: str, where: Location | None) -> Place:
    """The place; a name in capitals is written as a name."""
    name = " ".join(span.words(text).split())
    return Place(
        id=ident,
        start=span.start,
        end=span.end,
        name=name.title() if name.isupper() and len(name) > 3 else name,
        country=where.country if where else None,
        lat=where.lat if where else None,
        lon=where.lon if where else None,
    )


def _in_datelines(parse: Parse, atlas: Atlas) -> Iterator[tuple[Span, Location]]:
    """The places that datelines begin with."""
    for section in parse.article.sections:
        opening = _DATELINE.match(section.words(parse.text)) if section.kind == "dateline" else None
        for part, where in _dateline_parts(opening.group() if opening else "", atlas):
            start = section.start + part.start()
            yield Span(start=start, end=start + len(part.group())), where


def _dateline_parts(opening: str, atlas: Atlas) -> Iterator[tuple[re.Match[str], Location]]:
    """The places of a dateline's opening; one may be the country or state of that before it."""
    beside: Location | None = None
    for part in reversed(tuple(_PART.finditer(opening))):
        if part.group().rstrip(".").casefold() in _MONTHS:
            continue
        where = atlas.locate(part.group(), beside) or atlas.locate(part.group())
        if where is not None:
            yield part, where
        beside = where if where is not None and where.is_territory else None


def _in_sentences(
    parse: Parse, cast: Cast, atlas: Atlas, words: PlaceWords
) -> Iterator[tuple[Span, Location | None]]:
    """The places of headline, captions and body."""
    doc = parse.doc
    mentions = _mentions(parse, atlas, words)
    located = [_locate(doc, mention, atlas) for mention in mentions]
    last = -1
    for number, mention in enumerate(mentions):
        where = located[number]
        after = number + 1
        if after < len(mentions) and _is_behind(doc, mention.last, mentions[after]):
            beside = located[after]
            if beside is not None and beside.is_territory:
                where = atlas.locate(_name(doc, mention), beside) or where
        head = doc[mention.first : mention.last + 1].root
        follows = where is not None and where.is_territory and _is_behind(doc, last, mention)
        if follows or _holds(head, where, cast, words):
            last = mention.last
            yield parse.span(mention.first, mention.last), where


def _holds(head: Token, where: Location | None, cast: Cast, words: PlaceWords) -> bool:
    """Whether a mention is a place; one that no gazetteer has must be said to be one."""
    if where is None:
        return is_locative(head, words) and not cast.at(head) and head.lower_ not in words.sides
    return is_where(head, where.kind, cast, words)


def _locate(doc: Doc, mention: _Mention, atlas: Atlas) -> Location | None:
    """Where a mention's name lies."""
    return atlas.locate(_name(doc, mention))


def _name(doc: Doc, mention: _Mention) -> str:
    """The mention's words."""
    return doc[mention.first : mention.last + 1].text


def _is_behind(doc: Doc, last: int, mention: _Mention) -> bool:
    """Whether a mention follows token `last` after a comma: "Reykjavik, Iceland"."""
    return last >= 0 and mention.first == last + 2 and doc[last + 1].text == ","


def _mentions(parse: Parse, atlas: Atlas, words: PlaceWords) -> list[_Mention]:
    """All that may be a place: what spaCy finds, what the tables name, what stands behind "in"."""
    doc = parse.doc
    entities = tuple(_entities(doc))
    known = [e for e in entities if _locate(doc, e, atlas) is not None]
    found: list[_Mention] = []
    taken: set[int] = set()
    for mention in (*known, *_tabled(doc, atlas), *entities, *_introduced(doc, atlas, words)):
        tokens = range(mention.first, mention.last + 1)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            found.append(mention)
    return sorted(found, key=lambda mention: mention.first)


def _entities(doc: Doc) -> Iterator[_Mention]:
    """What spaCy takes for a place, without its article and possessive."""
    for entity in doc.ents:
        if entity.label_ not in _PLACES:
            continue
        first, last = entity.start, entity.end - 1
        first += doc[first].lower_ == "the"
        last -= doc[last].text in _POSSESSIVE
        if first <= last:
            yield _Mention(first, last)


def _tabled(doc: Doc, atlas: Atlas) -> Iterator[_Mention]:
    """The country words and the places of the news, but not inside other names."""
    text = doc.text
    others = _other_names(doc)
    hits = [(s, e) for s, e, _, sense in atlas.countries.find(text) if sense in _PLACE_SENSES]
    hits += [(start, end) for start, end, _ in atlas.gazetteer.areas.find(text)]
    for start, end in hits:
        span = doc.char_span(start, end)
        if span is None:
            continue
        whole = others.get(span.start, (span.start, span.end))
        if whole[0] >= span.start and whole[1] <= span.end:
            yield _Mention(span.start, span.end - 1)


def _other_names(doc: Doc) -> dict[int, tuple[int, int]]:
    """Token -> the bounds of the name it belongs to, of names that are no place's."""
    return {
        number: (entity.start, entity.end)
        for entity in doc.ents
        if entity.label_ in _OTHER_NAMES
        for number in range(entity.start, entity.end)
    }


def _introduced(doc: Doc, atlas: Atlas, words: PlaceWords) -> Iterator[_Mention]:
    """Proper names behind a preposition of place that spaCy takes for nothing or something else."""
    for token in doc:
        if token.pos_ != "PROPN" or token.dep_ != "pobj" or token.head.lower_ not in words.at:
            continue
        if token.ent_type_ in _TIMES:
            continue
        first = token.i
        while first and doc[first - 1].pos_ == "PROPN" and doc[first - 1].dep_ == "compound":
            first -= 1
        mention = _Mention(first, token.i)
        if _locate(doc, mention, atlas) is not None:
            yield mention
