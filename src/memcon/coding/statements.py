"""Statement: who said what, in whose words, when, where, and who reports it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from memcon.actors.cast import Cast
from memcon.coding.contents import Stretch, content_of, is_aside
from memcon.coding.cues import Cue, find_verbs, phrase
from memcon.coding.occasions import time_of, venue_of
from memcon.coding.quotations import find_quotations, pair_quotations
from memcon.coding.signposts import find_signposts
from memcon.language.parse import Parse
from memcon.lexicon.speech import SpeechWords
from memcon.record.findings import Statement, Time
from memcon.record.terms import Form


@dataclass(frozen=True, slots=True)
class Report:
    """A cue with the content that belongs to it, and who reports it at second hand."""

    cue: Cue
    content: tuple[Stretch, ...]
    medium: Token | None

    def holds(self, cue: Cue) -> bool:
        """Whether the cue stands inside this report's content."""
        return any(first <= cue.first and cue.last <= last for first, last in self.content)


def find_statements(
    parse: Parse, cast: Cast, times: Sequence[Time], words: SpeechWords
) -> tuple[Statement, ...]:
    """The statements in reading order."""
    reports = _second_hand(parse, cast, _reports(parse, words), words)
    kept = sorted(_direct(reports, words), key=lambda r: (r.content[0], r.cue.first))
    return tuple(
        Statement(
            id=f"s{number}",
            speakers=_actors(cast, report.cue.speakers),
            speaker_span=None if report.cue.source is None else parse.span(*report.cue.source),
            cue=parse.span(report.cue.first, report.cue.last),
            content=tuple(parse.span(first, last) for first, last in report.content),
            form=_form(parse, report.content),
            via=next(iter(_actors(cast, [report.medium])), None) if report.medium else None,
            venue=venue_of(parse, cast, report.cue, words),
            time=time_of(parse, report.cue, report.content, times),
            confidence=words.confidence[report.cue.rule],
        )
        for number, report in enumerate(kept, start=1)
    )


def find_cues(parse: Parse, words: SpeechWords) -> tuple[Cue, ...]:
    """The verbs and signposts in reading order."""
    found = [*find_verbs(parse, words), *find_signposts(parse, words)]
    return tuple(sorted(found, key=lambda cue: (cue.first, cue.last)))


def _reports(parse: Parse, words: SpeechWords) -> tuple[Report, ...]:
    """Every cue that has content."""
    cues = find_cues(parse, words)
    quoted = pair_quotations(parse, find_quotations(parse), cues, words.reports.speech)
    asides = tuple(cue.group for cue in cues if is_aside(parse, cue))
    found = []
    for number, cue in enumerate(cues):
        content = content_of(parse, cue, quoted.get(number, ()), asides)
        if content:
            found.append(Report(cue, content, cue.medium))
    return _resumed(parse, found)


def _resumed(parse: Parse, reports: Sequence[Report]) -> tuple[Report, ...]:
    """The reports with «…, adding that …» taken out of what was said before it, and given its speaker."""
    found = list(reports)
    for number, report in enumerate(found):
        cue = report.cue
        if cue.head.tag_ != "VBG" or cue.head.dep_ != "advcl" or parse.doc[cue.first - 1].text != ",":
            continue
        outer = next((n for n, r in enumerate(found) if n != number and r.holds(cue)), None)
        if outer is None or report.content[0][0] < cue.first:
            continue
        before = found[outer]
        content = tuple((a, min(b, cue.first - 2)) for a, b in before.content if a < cue.first - 1)
        found[outer] = replace(before, content=content)
        own = replace(cue, speakers=before.cue.speakers, source=before.cue.source)
        found[number] = replace(report, cue=own)
    return tuple(found)


def _second_hand(
    parse: Parse, cast: Cast, reports: Sequence[Report], words: SpeechWords
) -> tuple[Report, ...]:
    """The reports with their media: «Lavrov said …, Interfax reported», «the Post reported, citing …».

    What a medium reports to have been said is the speaker's statement; the medium is only its `via`.
    """
    media = [r for r in reports if r.cue.speakers and _is_medium(cast, r.cue.speakers[0])]
    passed_on: dict[int, Token] = {}
    empty: set[int] = set()
    for outer in media:
        inner = [r for r in reports if r is not outer and outer.holds(r.cue)]
        for report in inner:
            passed_on[report.cue.head.i] = outer.cue.speakers[0]
        if any(_covers(report, outer) for report in inner):
            empty.add(outer.cue.head.i)
    found = []
    for report in reports:
        if report.cue.head.i in empty:
            continue
        medium = report.medium or passed_on.get(report.cue.head.i)
        found.append(_cited(Report(report.cue, report.content, medium), cast, words))
    return tuple(found)


def _is_medium(cast: Cast, head: Token) -> bool:
    return any(actor.kind == "media" for actor in cast.at(head))


def _covers(inner: Report, outer: Report) -> bool:
    """Whether the inner report is nearly all that the outer one tells."""
    own = set(_tokens(inner.content)) | set(range(inner.cue.group[0], inner.cue.group[1] + 1))
    told = set(_tokens(outer.content))
    return len(own & told) >= 0.8 * len(told)


def _cited(report: Report, cast: Cast, words: SpeechWords) -> Report:
    """Of «Interfax reported, citing the ministry»: the ministry speaks, by way of Interfax."""
    cue = report.cue
    if not cue.speakers or not _is_medium(cast, cue.speakers[0]):
        return report
    near = [*cue.head.children, *cue.speakers[0].children]
    for verb in near:
        if verb.lemma_.lower() in words.citing and verb.tag_ == "VBG":
            for noun in verb.children:
                if noun.dep_ == "dobj" and cast.at(noun):
                    source = phrase(noun)
                    cited = Cue(cue.rule, cue.head, cue.first, cue.last, (noun,), source, cue.reported)
                    return Report(cited, report.content, cue.speakers[0])
    return report


def _direct(reports: Sequence[Report], words: SpeechWords) -> tuple[Report, ...]:
    """The reports without those inside another's content, which are the speaker's words and not news.

    What a medium passes on stays, and so does what a speaker tells of another's words: «Price said that
    Blinken told Lavrov …».
    """
    return tuple(
        report
        for report in reports
        if report.medium is not None
        or not any(o is not report and o.holds(report.cue) for o in reports)
    )


def _actors(cast: Cast, heads: Iterable[Token]) -> tuple[str, ...]:
    """The ids of who is named, each once."""
    found = [actor.id for head in heads for actor in cast.at(head) or cast.acting(head)]
    return tuple(dict.fromkeys(found))


def _form(parse: Parse, content: Sequence[Stretch]) -> Form:
    """Direct when all of the content is quoted, mixed when some of it is."""
    words = [parse.quote_of[i] >= 0 for i in _tokens(content) if not parse.doc[i].is_punct]
    if words and all(words):
        return "direct"
    return "mixed" if any(words) else "indirect"


def _tokens(content: Sequence[Stretch]) -> Iterable[int]:
    return (i for first, last in content for i in range(first, last + 1))
