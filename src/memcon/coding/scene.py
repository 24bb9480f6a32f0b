"""Scene: when, where, about what and in whose words things happen; found before the events."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from spacy.tokens import Token

from memcon.language.parse import Parse
from memcon.record.findings import Issue, Place, Statement, Time
from memcon.record.span import Span

Found = TypeVar("Found", Time, Place)


@dataclass(frozen=True, slots=True)
class Scene:
    """The findings that an event refers to."""

    parse: Parse
    times: tuple[Time, ...]
    places: tuple[Place, ...]
    issues: tuple[Issue, ...]
    statements: tuple[Statement, ...]

    def statement_at(self, token: Token) -> Statement | None:
        """The innermost statement whose content holds the token."""
        where = self.parse.span(token.i, token.i)
        held = [
            (span.end - span.start, number)
            for number, statement in enumerate(self.statements)
            for span in statement.content
            if span.covers(where)
        ]
        return self.statements[min(held)[1]] if held else None

    def time_of(self, token: Token) -> Time | None:
        """The calendar time told in the clause of a word, the nearest one."""
        near = self._near(token, [t for t in self.times if t.type in ("DATE", "TIME")])
        return next((time for time in near if time.value[:1].isdigit()), None)

    def place_of(self, token: Token) -> Place | None:
        """The place told in the clause of a word, the nearest one."""
        return next(iter(self._near(token, self.places)), None)

    def times_in(self, span: Span) -> list[Time]:
        """The calendar times told inside a span."""
        return [time for time in self.times if span.covers(time) and time.value[:1].isdigit()]

    def belongs(self, found: Time | Place, token: Token) -> bool:
        """Whether a time or place hangs on a word itself and not only on its clause."""
        tokens = self.parse.tokens_in(found)
        return bool(tokens) and token.is_ancestor(tokens[0])

    def issues_in(self, span: Span) -> tuple[str, ...]:
        """The issues named inside a span."""
        return tuple(
            issue.id for issue in self.issues if any(span.covers(m) for m in issue.mentions)
        )

    def _near(self, token: Token, found: Sequence[Found]) -> list[Found]:
        """Those in the same clause, the nearest first."""
        clause, sentence = self.parse.clause(token), self.parse.sentence(token)
        at = self.parse.starts[token.i]
        same = [
            one
            for one in found
            if sentence.span.covers(one)
            and (tokens := self.parse.tokens_in(one))
            and (self.parse.clause(tokens[0]) is clause or token.is_ancestor(tokens[0]))
        ]
        return sorted(same, key=lambda one: (abs(one.start - at), one.start))
