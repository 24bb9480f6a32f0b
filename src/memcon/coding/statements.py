"""Statement: who said what, in whose words, when, where, and who reports it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from memcon.actors.cast import Cast
from memcon.coding.contents import Stretch, aside_of, content_of
from memcon.coding.cues import Cue, find_verbs, phrase
from memcon.coding.occasions import time_of, venue_of
from memcon.coding.quotations import find_quotations, pair_quotations
from memcon.coding.signposts import find_signposts
from memcon.coding.speakers import Turn, actors_of, speakers_of
from memcon.language.parse import Parse
from memcon.lexicon.speech import SpeechWords
from memcon.record.findings import Actor, Statement, Time
from memcon.record.terms import Form


@dataclass(frozen=True, slots=True)
class Report:
    """A cue with the content that belongs to it, and who reports it at second hand."""

    cue: Cue
    content: tuple[Stretch, ...]
    medium: Token | None

    @property
    def words(self) -> tuple[Stretch, ...]:
        """Speaker, cue and content."""
        return (*self.content, self.cue.group)

    def holds(self, cue: Cue) -> bool:
        """Whether the cue stands inside this report's content."""
        return any(first <= cue.first and cue.last <= last for first, last in self.content)

    def until(self, stop: int) -> "Report":
        """The report with its content up to a token."""
        return replace(self, content=tuple((a, min(b, stop)) for a, b in self.content if a <= stop))


def find_statements(
    parse: Parse, cast: Cast, times: Sequence[Time], words: SpeechWords
) -> tuple[Statement, ...]:
    """The statements in reading order."""
    reports = _second_hand(cast, _cited(cast, _reports(parse, words), words), words)
    turn: Turn | None = None
    found = []
    for number, report in enumerate(_in_order(reports, words), start=1):
        tokens = {*_tokens(report.content)}
        speakers = speakers_of(parse, cast, report.cue, tokens, (turn, words))
        found.append(_statement(parse, cast, report, words, (f"s{number}", speakers, times)))
        if len(speakers) == 1:
            turn = Turn(speakers[0], max(report.cue.last, *tokens))
    return tuple(found)


def _statement(
    parse: Parse,
    cast: Cast,
    report: Report,
    words: SpeechWords,
    known: tuple[str, Sequence[Actor], Sequence[Time]],
) -> Statement:
    """The statement of a report, of which id, speakers and the article's times are `known`."""
    cue = report.cue
    ident, speakers, times = known
    medium = report.medium
    # «Israeli media»: a medium without a name stands for its country.
    via = actors_of(cast, [medium]) or actors_of(cast, [*medium.lefts]) if medium else ()
    return Statement(
        id=ident,
        speakers=tuple(actor.id for actor in speakers),
        speaker_span=None if cue.source is None else parse.span(*cue.source),
        cue=parse.span(cue.first, cue.last),
        content=tuple(parse.span(first, last) for first, last in report.content),
        form=_form(parse, cue, report.content),
        via=via[0].id if via else None,
        venue=venue_of(parse, cast, cue, report.content, words),
        time=time_of(parse, cue, report.content, times),
        confidence=_confidence(parse, cue, words),
    )


def cues_of_quotes(parse: Parse, words: SpeechWords) -> dict[int, Cue]:
    """For each token that somebody is quoted with, the cue that tells who."""
    found: dict[int, Cue] = {}
    for report in _in_order(_reports(parse, words), words):
        is_turn = report.cue.rule == "turn"
        for i in _tokens(report.content):
            if is_turn or parse.quote_of[i] >= 0:
                found[i] = report.cue
    return found


def _in_order(reports: Sequence[Report], words: SpeechWords) -> list[Report]:
    """The outermost reports in reading order."""
    return sorted(_outermost(reports, words), key=lambda r: (r.content[0], r.cue.first))


def find_cues(parse: Parse, words: SpeechWords) -> tuple[Cue, ...]:
    """The verbs and signposts in reading order."""
    found = [*find_verbs(parse, words), *find_signposts(parse, words)]
    return tuple(sorted(found, key=lambda cue: (cue.first, cue.last)))


def _reports(parse: Parse, words: SpeechWords) -> tuple[Report, ...]:
    """Every cue that has content."""
    cues = find_cues(parse, words)
    quoted = pair_quotations(parse, find_quotations(parse), cues)
    quoting = {cues[number].head.i: cues[number] for number in quoted}
    asides = tuple(aside for cue in cues if (aside := aside_of(parse, cue)))
    found = []
    for number, cue in enumerate(cues):
        cue = _without_quoting(cue, quoting)
        content = content_of(parse, cue, quoted.get(number, ()), asides, words)
        if content:
            found.append(Report(cue, content, cue.medium))
    return _resumed(parse, found)


def _without_quoting(cue: Cue, quoting: Mapping[int, Cue]) -> Cue:
    """The cue without what its own speaker says in quotation marks: «asked why, he said: "…"»."""
    kept = tuple(
        head
        for head in cue.reported
        if head.i not in quoting or quoting[head.i].speakers != cue.speakers
    )
    return replace(cue, reported=kept) if len(kept) < len(cue.reported) else cue


def _resumed(parse: Parse, reports: Sequence[Report]) -> tuple[Report, ...]:
    """Take «…, adding that …» out of what was said before it, and give it to its speaker."""
    found = list(reports)
    for number, report in enumerate(found):
        cue = report.cue
        if cue.head.dep_ == "conj" and (speaker := _said_along(found, cue)):
            own = replace(cue, speakers=speaker.speakers, source=speaker.source)
            found[number] = replace(report, cue=own)
        if cue.head.tag_ != "VBG" or cue.head.dep_ != "advcl":
            continue
        if parse.doc[cue.first - 1].text != "," or report.content[0][0] < cue.first:
            continue
        for place, before in enumerate(found):
            rest = before.until(cue.first - 2)
            if place != number and before.holds(cue) and rest.content:
                found[place] = rest
                speaker = before.cue
                own = replace(cue, speakers=speaker.speakers, source=speaker.source)
                found[number] = replace(report, cue=own)
                break
    return tuple(found)


def _said_along(reports: Sequence[Report], cue: Cue) -> Cue | None:
    """The cue that a verb goes on with: of "said he had lost and blamed the judges" the saying."""
    for report in reports:
        if cue.head.head in report.cue.reported and not report.holds(cue):
            return report.cue
    return None


def _second_hand(cast: Cast, reports: Sequence[Report], words: SpeechWords) -> tuple[Report, ...]:
    """The reports with their media: «Lavrov said …, Interfax reported».

    What a medium reports to have been said is the speaker's statement, and the medium its `via`;
    where it reports nothing else the medium's own statement is dropped.
    """
    told: dict[int, Token] = {}
    merged: set[int] = set()
    media = [r for r in reports if _is_medium(cast, r.cue.speakers, words)]
    others = [r for r in reports if not _is_medium(cast, r.cue.speakers, words)]
    for outer in media:
        for inner in others:
            is_same = _share(inner.content, outer.content)
            if outer.holds(inner.cue) or is_same:
                told[inner.cue.head.i] = outer.cue.speakers[0]
            if is_same or (outer.holds(inner.cue) and _share(inner.words, outer.content)):
                merged.add(outer.cue.head.i)
    return tuple(
        replace(report, medium=report.medium or told.get(report.cue.head.i))
        for report in reports
        if report.cue.head.i not in merged
    )


def _cited(cast: Cast, reports: Sequence[Report], words: SpeechWords) -> tuple[Report, ...]:
    """Of «Interfax reported, citing the ministry»: the ministry speaks, by way of Interfax."""
    found: list[Report] = []
    spent: set[int] = set()
    for report in reports:
        cue = report.cue
        sources = _sources(cast, cue, words)
        if sources and cue.head.lemma_.lower() not in words.citing:
            spent.update(noun.head.i for noun in sources)
            own = replace(cue, speakers=sources[:1], source=phrase(sources[0]))
            report = replace(report, cue=own, medium=cue.speakers[0])
        found.append(report)
    return tuple(report for report in found if report.cue.head.i not in spent)


def _sources(cast: Cast, cue: Cue, words: SpeechWords) -> tuple[Token, ...]:
    """Whom the medium that speaks names as its source."""
    if not _is_medium(cast, cue.speakers, words):
        return ()
    first, last = cue.group
    near = dict.fromkeys((*cue.head.children, *cue.head.doc[first : last + 1]))
    return tuple(
        noun
        for verb in near
        if verb.tag_ == "VBG" and verb.lemma_.lower() in words.citing
        for noun in verb.children
        if noun.dep_ == "dobj" and (cast.at(noun) or noun.lemma_.lower() in words.informants)
    )


def _is_medium(cast: Cast, heads: Sequence[Token], words: SpeechWords) -> bool:
    """Whether it is a newspaper, an agency or a broadcaster that speaks."""
    if not heads:
        return False
    if heads[0].lemma_.lower() in words.media:
        return True
    return any(actor.kind == "media" for actor in cast.at(heads[0]))


def _share(own: Sequence[Stretch], told: Sequence[Stretch]) -> bool:
    """Whether the two are nearly the same words."""
    one, other = set(_tokens(own)), set(_tokens(told))
    return len(one & other) >= 0.8 * len(one | other)


def _outermost(reports: Sequence[Report], words: SpeechWords) -> tuple[Report, ...]:
    """The reports without those inside another's content, which are a speaker's telling.

    What a medium passes on stays.
    """
    return tuple(
        report
        for report in reports
        if report.medium is not None or not any(_contains(o, report, words) for o in reports)
    )


def _contains(outer: Report, report: Report, words: SpeechWords) -> bool:
    """Whether a report is only a part of what the outer one tells.

    In a transcript what one says of others stays news.
    """
    if outer is report or not outer.holds(report.cue):
        return False
    is_own = any(head.lower_ in words.writers for head in report.cue.speakers)
    return is_own or outer.cue.rule != "turn"


def _confidence(parse: Parse, cue: Cue, words: SpeechWords) -> float:
    """The rule's; what is believed or wanted is less surely said."""
    clause = parse.clause(cue.head)
    confidence = words.confidence[cue.rule]
    if clause is not None and clause.lemma in words.reports.attitudes:
        return min(confidence, words.confidence["attitude"])
    return confidence


def _form(parse: Parse, cue: Cue, content: Sequence[Stretch]) -> Form:
    """Direct when all of the content is quoted, mixed when some of it is."""
    if cue.rule == "turn":
        return "direct"
    words = [parse.quote_of[i] >= 0 for i in _tokens(content) if not parse.doc[i].is_punct]
    if words and all(words):
        return "direct"
    return "mixed" if any(words) else "indirect"


def _tokens(content: Sequence[Stretch]) -> Iterable[int]:
    return (i for first, last in content for i in range(first, last + 1))
