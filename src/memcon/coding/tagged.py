"""Tagged: reports as the tagger sees them, joined with those of the rules.

The tagger knows more wordings than any list, and where its words end; the rules know quotations
over paragraphs, transcripts and whom a relative clause means. What only
the tagger sees stays if it is probable enough.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

import numpy as np
from spacy.tokens import Token

from memcon.coding.contents import Stretch, runs_of, tidied
from memcon.coding.cues import Cue
from memcon.coding.frames import Verb, frame_of
from memcon.coding.reports import Report, tokens_of
from memcon.coding.traces import CONTENT, CUE, SOURCE, Link, Traces
from memcon.language.clauses import coordinated
from memcon.language.parse import Parse
from memcon.lexicon.speech import SpeechWords
from memcon.models.calibration import Calibration, log_odds
from memcon.models.vectors import Floats

# What is likelier to be cue, content or source than this is taken for it, if it is linked so far.
LIKELY = 0.4
LINKED = 0.3
# How sure a part of the content must be beside the surest.
SHARE = 0.75
# So few quoted words are an author's distance and nobody's statement.
SCARE = 4
# For what the tagger could not tell.
UNKNOWN = 0.05
# A gap of so many tokens between two stretches of content is none.
GAP = 1


@dataclass(frozen=True, slots=True)
class Sighting:
    """What the tagger makes of a cue: who, and what was said."""

    cue: Stretch
    source: Stretch | None
    content: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Hearing:
    """What the tagger sees in an article, and how far that is to be believed."""

    traces: Traces
    calibration: Calibration

    def confidence(self, report: Report, words: SpeechWords) -> float:
        """How probably a report is a statement."""
        return self.calibration.statement_confidence(features(report, self.traces, words))


def features(report: Report, traces: Traces, words: SpeechWords) -> tuple[float, ...]:
    """What a report's confidence rests on: log odds of its cue, content and source as tagged.

    Then those of content and source as linked to the cue, of the share of right reports of its
    rule; whether only the tagger saw it, and whether it names no source.
    """
    cue, source = report.cue, report.cue.source
    content = [*tokens_of(report.content)]
    sources = [*tokens_of((source,))] if source else []
    link = traces.link(range(cue.first, cue.last + 1))
    chances = (
        _mean(traces.chances[cue.first : cue.last + 1, CUE]),
        _mean(traces.chances[content, CONTENT]),
        _mean(traces.chances[sources, SOURCE]),
        _mean(link.contents_at(content)) if link else UNKNOWN,
        _mean(link.sources_at(sources)) if link else UNKNOWN,
        words.confidence[cue.rule],
    )
    return (*map(log_odds, chances), float(cue.rule == "tagged"), float(source is None))


def _mean(chances: Floats) -> float:
    return float(chances.mean()) if len(chances) else UNKNOWN


def find_sightings(parse: Parse, traces: Traces) -> tuple[Sighting, ...]:
    """The cues that the tagger sees, with what belongs to each."""
    cues = _runs(traces.chances[:, CUE] > LIKELY, 0)
    return tuple(
        sighting
        for cue in (part for whole in cues for part in _by_sentence(parse, whole))
        if (link := traces.link(range(cue[0], cue[1] + 1))) is not None
        and (sighting := _sighting(parse, traces, cue, link)).content
    )


def join_reports(
    parse: Parse, traces: Traces, reports: Sequence[Report], words: SpeechWords
) -> tuple[Report, ...]:
    """The reports of the rules, each with what the tagger sees of it, and the tagger's own."""
    sightings = find_sightings(parse, traces)
    heads = {report.cue.head.i for report in reports}
    joined: list[Report] = []
    seen: set[int] = set()
    for report in reports:
        number = _same(report, sightings)
        if number is None or number in seen:
            joined.append(report)
            continue
        seen.add(number)
        joined.append(_joined(parse, traces, report, sightings[number], heads))
    told = [{*tokens_of(report.content)} for report in reports]
    own = (s for n, s in enumerate(sightings) if n not in seen and not _repeats(s, told))
    joined.extend(report for s in own if (report := _own(parse, s, words)) is not None)
    return tuple(joined)


def _repeats(sighting: Sighting, told: Sequence[Set[int]]) -> bool:
    """Whether a rule's report has the same content."""
    said = {*tokens_of(sighting.content)}
    return any(len(said & other) > 0.8 * len(said | other) for other in told)


def _same(report: Report, sightings: Sequence[Sighting]) -> int | None:
    """The sighting of the same cue."""
    first, last = report.cue.first, report.cue.last
    return next(
        (n for n, s in enumerate(sightings) if s.cue[0] <= last and first <= s.cue[1]), None
    )


def _joined(
    parse: Parse, traces: Traces, report: Report, sighting: Sighting, others: Set[int]
) -> Report:
    """The rule's report with cue and source in the tagger's bounds.

    The content is the rule's or what the tagger links to the rule's cue: whichever agrees better
    with the links. Quotations, and what is parted by an aside, the rule knows better; and nothing
    takes in the cue of another report, which are `others`.
    """
    cue, content = report.cue, report.content
    is_plain = len(content) == 1 and all(parse.quote_of[i] < 0 for i in tokens_of(content))
    link = traces.link(range(cue.first, cue.last + 1)) if is_plain else None
    if link is not None:
        linked = _sighting(parse, traces, (cue.first, cue.last), link).content
        options = [option for option in (content, linked) if option]
        best = max(options, key=lambda option: _agreement(parse, link, cue, option))
        content = content if others & {*tokens_of(best)} - {*tokens_of(content)} else best
    source = cue.source
    if sighting.source is not None and (source is None or _overlap(source, sighting.source)):
        source = sighting.source
    own = replace(cue, first=sighting.cue[0], last=sighting.cue[1], source=source)
    return replace(report, cue=own, content=content)


def _agreement(parse: Parse, link: Link, cue: Cue, content: Sequence[Stretch]) -> float:
    """The share of content and linked words that is both, as is to be expected from the links."""
    sentence = parse.sentence(cue.first)
    tokens = [*tokens_of(content)]
    held = float(link.contents_at(tokens).sum())
    linked = float(link.contents_at(range(sentence.first, sentence.stop)).sum())
    return held / (len(tokens) + linked - held)


def _own(parse: Parse, sighting: Sighting, words: SpeechWords) -> Report | None:
    """A report that only the tagger sees."""
    first, last = sighting.cue
    if sighting.source is None or _is_refused(parse, sighting, words):
        return None
    heads = tuple(head for top in _heads(parse, sighting.source) for head in coordinated(top))
    cue = Cue(
        rule="tagged",
        head=_heads(parse, sighting.cue)[0],
        first=first,
        last=last,
        speakers=heads,
        source=sighting.source,
        reported=(),
    )
    return Report(cue, sighting.content, None)


def _is_refused(parse: Parse, sighting: Sighting, words: SpeechWords) -> bool:
    """Whether the rules know better: a verb of saying that says nothing here, a scare quote."""
    first, last = sighting.cue
    own = parse.doc[first : last + 1]
    said = [*tokens_of(sighting.content)]
    is_negated = any(token.dep_ == "neg" and first <= token.head.i <= last for token in own)
    if is_negated:
        return True
    clauses = [c for token in own if (c := parse.clause(token)) and c.verb.i == token.i]
    is_known = any(frame_of(Verb.of(parse, clause), words) for clause in clauses)
    if is_known and (_is_none(parse, sighting, words) or _is_asked(parse, first)):
        return True
    return len(said) <= SCARE and any(parse.quote_of[i] >= 0 for i in said)


def _is_none(parse: Parse, sighting: Sighting, words: SpeechWords) -> bool:
    """«Nobody said that …», «The clock says nothing of …»: nothing is said."""
    _, first = sighting.source or sighting.cue
    said = next(tokens_of(sighting.content))
    return any(parse.doc[i].lower_ in words.silence.none for i in (first, said))


def _is_asked(parse: Parse, index: int) -> bool:
    """Whether the sentence asks, outside any quotation."""
    last = parse.sentence(index).stop - 1
    while parse.doc[last].is_space:
        last -= 1
    return parse.doc[last].text == "?" and parse.quote_of[last] < 0


def _heads(parse: Parse, stretch: Stretch) -> tuple[Token, ...]:
    """The tokens of a stretch that hang on none of the others; names before other words."""
    first, last = stretch
    tops = [
        token
        for token in parse.doc[first : last + 1]
        if not first <= token.head.i <= last or token.head.i == token.i
    ]
    named = [t for t in tops if t.pos_ in ("PROPN", "NOUN", "PRON")]
    return tuple(named[:1] or tops[:1])


def _sighting(parse: Parse, traces: Traces, cue: Stretch, link: Link) -> Sighting:
    """What the tagger links to a cue and sees as content or source there."""
    chances = traces.chances[link.first : link.first + len(link.sources)]
    said = (chances[:, CONTENT] > LIKELY) & (link.contents > LINKED)
    tokens = {*tokens_of(_closed(_runs(said, link.first)))} - {*range(cue[0], cue[1] + 1)}
    content = [t for run in runs_of(parse, tokens) if (t := tidied(parse, run)) is not None]
    who = _runs((chances[:, SOURCE] > LIKELY) & (link.sources > LINKED), link.first)
    source = max(who, key=lambda r: _weight(link.sources, r, link.first), default=None)
    return Sighting(cue, source, _nearest(parse, link, cue, content))


def _nearest(
    parse: Parse, link: Link, cue: Stretch, content: Sequence[Stretch]
) -> tuple[Stretch, ...]:
    """Of the content what stands in the cue's sentence, and is linked nearly as surely as most."""
    sentence = parse.sentence(cue[0])
    inside = [run for run in content if run[0] < sentence.stop and run[1] >= sentence.first]
    sure = {run: _mean(link.contents_at([*tokens_of((run,))])) for run in inside or content}
    return tuple(run for run, chance in sure.items() if chance >= SHARE * max(sure.values()))


def _weight(chances: Floats, run: Stretch, first: int) -> float:
    return float(chances[run[0] - first : run[1] + 1 - first].sum())


def _runs(mask: np.ndarray, first: int) -> list[Stretch]:
    """Runs of true values, as tokens from `first` on."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], mask.astype(np.int8), [0]))))
    return [
        (int(a) + first, int(b) - 1 + first) for a, b in zip(edges[::2], edges[1::2], strict=True)
    ]


def _closed(runs: Sequence[Stretch]) -> list[Stretch]:
    """Runs with small gaps between them closed."""
    found: list[Stretch] = []
    for run in runs:
        if found and run[0] - found[-1][1] - 1 <= GAP:
            found[-1] = (found[-1][0], run[1])
        else:
            found.append(run)
    return found


def _by_sentence(parse: Parse, run: Stretch) -> Iterator[Stretch]:
    """A run of tokens, cut where a sentence ends."""
    first, last = run
    while first <= last:
        stop = min(last, parse.sentence(first).stop - 1)
        yield first, stop
        first = stop + 1


def _overlap(one: Stretch, other: Stretch) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
