"""Known: where the article names a country or an organisation that the tables know."""

from collections.abc import Iterator, Set
from dataclasses import dataclass

from memcon.actors.knowledge import Knowledge
from memcon.actors.tokens import Tokens
from memcon.codes.countries import Sense
from memcon.codes.organisations import Organisation
from memcon.record.span import Span


@dataclass(frozen=True, slots=True)
class Hit:
    """A country word in its sense, a region (no sense), a bloc (no country), or an organisation.

    It stands on tokens `first` to `last`.

    `is_joined`: the word is only a part of another, "Russian" in "Russian-backed" or "pro-Russian".
    """

    first: int
    last: int
    span: Span
    iso3: str | None
    sense: Sense | None
    organisation: Organisation | None
    is_joined: bool


@dataclass(frozen=True, slots=True)
class Known:
    """All hits in reading order, and for each token its first hit's index, or -1."""

    hits: tuple[Hit, ...]
    hit_of: tuple[int, ...]

    def at(self, i: int) -> Hit | None:
        """The hit that token i belongs to."""
        where = self.hit_of[i]
        return None if where < 0 else self.hits[where]


def find_known(tokens: Tokens, knowledge: Knowledge) -> Known:
    """Look the tables up; where two names overlap, the longer one holds, then the organisation."""
    found = list(_hits(tokens, knowledge))
    countries = {hit.iso3 for hit in found if hit.organisation is None}
    found += _short_names(tokens, countries, knowledge)
    found.sort(key=lambda h: (h.span.start, -h.span.end, h.organisation is None))
    hits: list[Hit] = []
    for hit in found:
        if _is_generic(hit, tokens, knowledge) and hit.iso3 not in countries:
            continue
        if not hits or hit.span.start >= hits[-1].span.end:
            hits.append(hit)
    hit_of = [-1] * len(tokens)
    for number, hit in enumerate(hits):
        for i in range(hit.first, hit.last + 1):
            if hit_of[i] < 0:
                hit_of[i] = number
    return Known(tuple(hits), tuple(hit_of))


def _short_names(tokens: Tokens, codes: Set[str | None], knowledge: Knowledge) -> Iterator[Hit]:
    """ "The North", where the article names North Korea."""
    for i, word in enumerate(tokens.lowers):
        iso3 = knowledge.words.short_names.get(word)
        if iso3 not in codes or iso3 is None or not tokens.is_capital(i) or i == 0:
            continue
        is_alone = i + 1 == len(tokens) or not (
            tokens.is_capital(i + 1) or tokens.lowers[i + 1] == "of"
        )
        if is_alone and tokens.lowers[i - 1] == "the":
            yield Hit(i, i, tokens.parse.span(i, i), iso3, "name", None, False)


def _is_inner(first: int, tokens: Tokens, knowledge: Knowledge) -> bool:
    """Whether a longer name goes on before it: "South American", "New Mexico", "Gulf of Oman"."""
    if first == 0:
        return False
    before = tokens.lowers[first - 1]
    if before == "of" and first > 1 and tokens.is_capital(first - 2):
        return tokens.lowers[first - 2] in knowledge.words.organisations.places
    is_one = tokens.entity_of[first - 1] == tokens.entity_of[first] >= 0
    is_whole = tokens.entities[first] in ("NORP", "GPE", "LOC")
    return is_one and is_whole and tokens.is_capital(first - 1) and before != "the"


def _is_generic(hit: Hit, tokens: Tokens, knowledge: Knowledge) -> bool:
    """Whether an organisation's name is a noun that many have: "the Senate"."""
    return (
        hit.organisation is not None
        and hit.span.words(tokens.parse.text).lower() in knowledge.agents
    )


def _hits(tokens: Tokens, knowledge: Knowledge) -> Iterator[Hit]:
    """Every country, region and organisation of the coded sections."""
    yield from _regions(tokens, knowledge)
    yield from _blocs(tokens, knowledge)
    text = tokens.parse.text
    sections = {s.section.start: s.section for s in tokens.parse.sentences}
    for section in sections.values():
        words = section.words(text)
        at = section.start
        for start, end, iso3, sense in knowledge.countries.find(words):
            span = Span(start=at + start, end=at + end)
            yield from _hit(tokens, span, (iso3, sense), None, knowledge)
        for start, end, organisation in knowledge.organisations.find(words):
            span = Span(start=at + start, end=at + end)
            meaning = (organisation.country, None)
            yield from _hit(tokens, span, meaning, organisation, knowledge)


def _regions(tokens: Tokens, knowledge: Knowledge) -> Iterator[Hit]:
    """The parts of a country that tell which: "Nebraska", "New York"."""
    regions = knowledge.words.by_region
    for i, word in enumerate(tokens.lowers):
        if not tokens.is_capital(i):
            continue
        pair = f"{word} {tokens.lowers[i + 1]}" if i + 1 < len(tokens) else word
        last = i + 1 if pair in regions else i
        iso3 = regions.get(pair) or regions.get(word)
        if iso3 is not None:
            yield Hit(i, last, tokens.parse.span(i, last), iso3, None, None, False)


def _blocs(tokens: Tokens, knowledge: Knowledge) -> Iterator[Hit]:
    """The groups of states without an organisation: "the West", not "West Africa"."""
    blocs = knowledge.words.blocs
    for i, word in enumerate(tokens.lowers):
        if not tokens.is_capital(i) or word == "the":
            continue
        article = "the " if i and tokens.lowers[i - 1] == "the" else ""
        last = i + 1 if i + 1 < len(tokens) and tokens.is_capital(i + 1) else i
        words = word if last == i else f"{word} {tokens.lowers[last]}"
        is_whole = last + 1 == len(tokens) or tokens.lowers[last + 1] != "of"
        if is_whole and (words in blocs or article + words in blocs):
            yield Hit(i, last, tokens.parse.span(i, last), None, None, None, False)


def _hit(
    tokens: Tokens,
    span: Span,
    meaning: tuple[str | None, Sense | None],
    organisation: Organisation | None,
    knowledge: Knowledge,
) -> Iterator[Hit]:
    """The hit on its tokens; none where the word is a common one ("turkey", "us")."""
    text = tokens.parse.text
    if text.startswith("the ", span.start):
        span = Span(start=span.start + 4, end=span.end)
    where = tokens.at(span)
    if where is None or not text[span.start : span.end][:1].isupper():
        return
    first, last = where
    if first == last and tokens.texts[first].islower() and tokens.parts[first] != "PROPN":
        return
    if organisation is None and _is_inner(first, tokens, knowledge):
        return
    before = text[max(span.start - 1, 0) : span.start]
    behind = text[span.end : span.end + 2]
    is_part = tokens.parse.starts[first] < span.start or tokens.parse.ends[last] > span.end
    joins_before = before == "-" and text[max(span.start - 2, 0)].islower()
    joins_behind = behind[:1] == "-" and behind[1:].islower()
    if joins_behind:
        joins_behind = (
            text[span.end + 1 :].split(maxsplit=1)[0] not in knowledge.words.phrases.doing
        )
    if is_part and not (before == "-" or behind[:1] in ("-", "/") or before == "/"):
        return
    yield Hit(first, last, span, *meaning, organisation, joins_before or joins_behind)
