"""Report: a cue with the content that belongs to it, as the rules read it off the parse."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from memcon.coding.contents import Stretch, aside_of, content_of
from memcon.coding.cues import Cue, find_verbs
from memcon.coding.quotations import find_quotations, pair_quotations
from memcon.coding.signposts import find_signposts
from memcon.language.parse import Parse
from memcon.lexicon.speech import SpeechWords


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


def find_reports(parse: Parse, words: SpeechWords) -> tuple[Report, ...]:
    """Every cue of the rules that has content."""
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
    if any(child.dep_ == "nsubj" for child in cue.head.lefts):
        return None
    for report in reports:
        if cue.head.head in report.cue.reported and not report.holds(cue):
            return report.cue
    return None


def find_cues(parse: Parse, words: SpeechWords) -> tuple[Cue, ...]:
    """The verbs and signposts in reading order."""
    found = [*find_verbs(parse, words), *find_signposts(parse, words)]
    return tuple(sorted(found, key=lambda cue: (cue.first, cue.last)))


def tokens_of(content: Sequence[Stretch]) -> Iterator[int]:
    """The tokens of some stretches."""
    return (i for first, last in content for i in range(first, last + 1))
