"""Times: expressions of time and their TIMEX3 values, from the article's date and its telling."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Final

from memcon.coding.calendar import Point
from memcon.coding.clues import Clues, clues_of
from memcon.coding.dates import (
    read_century,
    read_day,
    read_day_again,
    read_decade,
    read_half,
    read_holiday,
    read_month,
    read_numbers,
    read_quarter,
    read_season,
    read_year,
)
from memcon.coding.distances import read_offset, read_part, read_period, read_told, read_unit
from memcon.coding.durations import read_duration, read_reference, read_set
from memcon.coding.setting import Lean, Reading, Setting
from memcon.coding.timex import Expression, find_expressions
from memcon.language.clauses import Clause
from memcon.language.parse import Parse
from memcon.lexicon.times import Meaning, TimeWords, Wording
from memcon.record.findings import Time
from memcon.record.terms import SectionKind

SEARCHED: Final[frozenset[SectionKind]] = frozenset({"headline", "caption", "dateline", "body"})
MEMORY: Final = 40
NOMINAL: Final = ("NOUN", "PROPN", "ADJ")
READ: Final[Mapping[Meaning, Callable[[Wording, Clues, Setting], Reading | None]]] = {
    "number-date": read_numbers,
    "day": read_day,
    "day-again": read_day_again,
    "month": read_month,
    "year": read_year,
    "unit": read_unit,
    "told": read_told,
    "offset": read_offset,
    "quarter": read_quarter,
    "period": read_period,
    "half": read_half,
    "season": read_season,
    "holiday": read_holiday,
    "decade": read_decade,
    "century": read_century,
    "part": read_part,
    "duration": read_duration,
    "set": read_set,
    "reference": read_reference,
}


def find_times(parse: Parse, words: TimeWords) -> tuple[Time, ...]:
    """Find each expression of time, in reading order.

    Published on Thursday, 20 May 2021, "the talks on Wednesday" are on 2021-05-19, "will meet on
    Wednesday" on 2021-05-26. Without a date of publication what it should give is X: "XXXX-05-19".
    """
    article = parse.article
    published = None if article.published is None else date.fromisoformat(article.published.value)
    told: tuple[Point, ...] = ()
    found: list[Time] = []
    for expression in _expressions(parse, words):
        lean = _lean(expression, parse, words)
        setting = Setting(published=published, lean=lean, told=told)
        clues = clues_of(expression, words)
        reading = READ[expression.wording.means](expression.wording, clues, setting)
        if reading is None:
            continue
        if reading.point is not None:
            told = (*told[1 - MEMORY :], reading.point)
        found.append(
            Time(
                id=f"t{len(found) + 1}",
                start=expression.span.start,
                end=expression.span.end,
                type=reading.type,
                value=reading.value,
            )
        )
    return tuple(found)


def _expressions(parse: Parse, words: TimeWords) -> Iterator[Expression]:
    """The expressions of the sections that are news."""
    for section in parse.article.sections:
        if section.kind in SEARCHED:
            yield from find_expressions(parse.text, section, words)


def _lean(expression: Expression, parse: Parse, words: TimeWords) -> Lean:
    """Whether the expression looks back or ahead, by the word before it and by its clause."""
    if expression.before in words.ahead:
        return "future"
    if expression.before in words.backward:
        return "past"
    tokens = parse.tokens_in(expression.span)
    clause = parse.clause(tokens[0]) if tokens else None
    while clause is not None:
        above = None if clause.parent is None else parse.clauses[clause.parent]
        lean = _lean_of(clause, words)
        if lean == "future" and any(_had(c, words) for c in (clause, above) if c is not None):
            return "past"
        if lean is not None:
            return "near" if lean == "past" and expression.before in words.forward else lean
        clause = above
    return "near"


def _lean_of(clause: Clause, words: TimeWords) -> Lean | None:
    """Where a clause itself looks: what is planned, possible, due or to be lies ahead."""
    verb = clause.verb
    if clause.lemma in words.planning or clause.tense == "future":
        return "future"
    if clause.tense == "past" or (clause.tense == "none" and verb.tag_ == "VBN"):
        return "past"
    is_to_be = verb.tag_ == "VB" and (clause.relation == "ROOT" or verb.head.pos_ in NOMINAL)
    return "future" if is_to_be or any(m in words.planning for m in clause.modals) else None


def _had(clause: Clause, words: TimeWords) -> bool:
    """Whether what the clause expects was expected before: "had been due to end"."""
    return any(child.lower_ in words.pluperfect for child in clause.verb.children)
