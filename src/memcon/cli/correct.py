"""`memcon correct`: set right what was read, list what was set right, take it back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypedDict, get_args

import click

from memcon.cli.answers import Form, answers, show
from memcon.cli.desks import uses_desk
from memcon.cli.signatures import signs
from memcon.record.terms import EventType

if TYPE_CHECKING:
    from typing import Unpack

    from memcon.desk.desk import Desk
    from memcon.record.contract import Record
    from memcon.story.corrections import Correction, Signature

_MAKE = "make"
# So many characters of an article's id are shown.
_SHOWN = 12


class _Right(TypedDict):
    """What the flags say is right."""

    event_type: EventType | None
    mode: str | None
    speaker: str | None
    is_none: bool


class _Group(click.Group):
    """`memcon correct 3f1c09 e3 --not-event` is `memcon correct make 3f1c09 e3 --not-event`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in {*self.commands, *ctx.help_option_names}:
            args = [_MAKE, *args]
        return super().parse_args(ctx, args)


@click.group(cls=_Group)
def correct() -> None:
    """Set right what was read: a wrong type, a wrong speaker, or no event at all.

    `memcon correct ARTICLE FINDING` with one of --type, --speaker and --not-event. What is one
    happening and what is two is set right with `memcon happening`.
    """


@correct.command(_MAKE)
@click.argument("article")
@click.argument("finding")
@click.option(
    "--type",
    "event_type",
    type=click.Choice(get_args(EventType), case_sensitive=False),
    help="The right type of an event.",
)
@click.option("--mode", metavar="MODE", help="Its mode, with --type (default: none).")
@click.option("--speaker", metavar="NAME", help="Who said it: an actor of the article.")
@click.option("--not-event", "is_none", is_flag=True, help="It is no event.")
@click.option("--note", metavar="WORDS", help="Why.")
@signs
@uses_desk
def make(
    desk: Desk, article: str, finding: str, note: str | None, who: str, **right: Unpack[_Right]
) -> None:
    """Set FINDING of an ARTICLE right: e3, an event, or s2, a statement.

    ARTICLE is how its id begins. The desk follows at once, and keeps to it when the article is read
    again. `memcon correct undo` takes it back.
    """
    from memcon.brief.lines import plain
    from memcon.story.corrections import Signature

    record = desk.record(article)
    signed = Signature(who, datetime.now(UTC), note)
    correction = _correction(record, finding, signed, right)
    number = desk.correct(correction)
    before = plain(correction.was) or "nobody"
    became = plain(str(correction.right)) if correction.right else "no event"
    where = f"{finding} of article {record.article.id[:_SHOWN]}"
    click.echo(f"Correction {number}: {where} was {before} and is {became} now.")


@correct.command("list")
@click.argument("article", required=False)
@uses_desk
@answers
def list_corrections(desk: Desk, article: str | None, form: Form) -> None:
    """List what was set right, by whom and when: all of it, or that in one ARTICLE."""
    from memcon.brief.corrections import corrections_report

    show(desk.corrections(article), form, corrections_report)


@correct.command()
@click.argument("number", type=int)
@uses_desk
def undo(desk: Desk, number: int) -> None:
    """Take correction NUMBER back: what was read stands again."""
    taken = desk.uncorrect(number)
    click.echo(f"Took back correction {number} of article {taken.article[:_SHOWN]}.")


def _correction(record: Record, finding: str, signed: Signature, right: _Right) -> Correction:
    """What the flags say; UsageError unless they say one thing."""
    from memcon.story.corrections import Coding, reattributed, retyped, struck

    event_type, mode, speaker = right["event_type"], right["mode"], right["speaker"]
    if [event_type is None, speaker is None, not right["is_none"]].count(False) != 1:
        raise click.UsageError("Give one of --type, --speaker and --not-event.")
    if mode and event_type is None:
        raise click.UsageError("--mode goes with --type.")
    if event_type is not None:
        return retyped(record, finding, Coding(event_type, mode), signed)
    if speaker is not None:
        return reattributed(record, finding, speaker, signed)
    return struck(record, finding, signed)
