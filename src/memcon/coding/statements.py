"""Statement: who said what, in whose words, when, where, and who reports it."""

from collections.abc import Sequence
from itertools import count

from memcon.actors.cast import Cast
from memcon.coding.contents import content_of, is_aside
from memcon.coding.cues import Cue, find_cues
from memcon.coding.quotations import find_quotations, pair_quotations
from memcon.language.parse import Parse
from memcon.lexicon.speech import SpeechWords
from memcon.record.findings import Statement, Time
from memcon.record.terms import Form


def find_statements(
    parse: Parse, cast: Cast, times: Sequence[Time], words: SpeechWords
) -> tuple[Statement, ...]:
    """The statements in reading order."""
    cues = find_cues(parse, words)
    quotations = find_quotations(parse)
    pairs = pair_quotations(parse, quotations, cues, words.reports.speech)
    asides = tuple(cue.group for cue in cues if is_aside(parse, cue))
    found = []
    for number, cue in enumerate(cues):
        quoted = pairs.get(number, ())
        content = content_of(parse, cue, quoted, asides)
        if content:
            found.append((cue, content))
    found = _outermost(found)
    return tuple(
        _statement(f"s{n}", parse, cast, cue, content, words)
        for n, (cue, content) in zip(count(1), found, strict=False)
    )


def _statement(
    ident: str,
    parse: Parse,
    cast: Cast,
    cue: Cue,
    content: tuple[tuple[int, int], ...],
    words: SpeechWords,
) -> Statement:
    """The statement that a cue and its content make."""
    spans = tuple(parse.span(a, b) for a, b in content)
    return Statement(
        id=ident,
        speakers=tuple(dict.fromkeys(a.id for t in cue.speakers for a in (cast.at(t) or cast.acting(t)))),
        speaker_span=None if cue.source is None else parse.span(*cue.source),
        cue=parse.span(cue.first, cue.last),
        content=spans,
        form=_form(parse, content),
        via=None,
        venue=None,
        time=None,
        confidence=words.confidence.get(cue.rule, 0.5),
    )


def _form(parse: Parse, content: tuple[tuple[int, int], ...]) -> Form:
    """Direct when all of the content is quoted, mixed when some of it is."""
    tokens = [i for first, last in content for i in range(first, last + 1)]
    words = [parse.quote_of[i] >= 0 for i in tokens if not parse.doc[i].is_punct]
    if words and all(words):
        return "direct"
    return "mixed" if any(words) else "indirect"


def _outermost(found: list[tuple[Cue, tuple[tuple[int, int], ...]]]) -> list[tuple[Cue, tuple[tuple[int, int], ...]]]:
    kept = []
    for cue, content in found:
        inside = any(o is not cue and a <= cue.first and cue.last <= b for o, c in found for a, b in c)
        if not inside:
            kept.append((cue, content))
    return kept
