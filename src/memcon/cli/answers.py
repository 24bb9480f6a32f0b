"""Answers: how a command that asks the desk is told what to print, and prints it.

@click.command()
@click.argument("name")
@within
@answers
def actor(name: str, since: date | None, until: date | None, form: Form) -> None:
    ...
    show(answer, form, actor_report)  # actor_report: Answer -> brief.report.Report
"""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from memcon.brief.report import Report
    from memcon.story.answers import Answer

Form = Literal["terminal", "json", "csv", "markdown"]
AnyAnswer = TypeVar("AnyAnswer", bound="Answer[Any]")


class Day(click.ParamType[date]):
    """A day; of a month or a year its first day, or its last where `is_last`."""

    name = "day"

    def __init__(self, *, is_last: bool = False) -> None:
        self.is_last = is_last

    def convert(
        self, value: str | date, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """The day that "2021-05-20", "2021-05" or "2021" means."""
        if isinstance(value, date):
            return value
        from memcon.story.periods import bound

        try:
            return bound(value, is_last=self.is_last)
        except ValueError as error:
            raise click.BadParameter(str(error)) from error


def _or_all(context: click.Context, parameter: click.Parameter, value: int) -> int | None:
    """None for 0."""
    return value or None


def _or_today(context: click.Context, parameter: click.Parameter, value: date | None) -> date:
    """The day on which the command runs, unless another is given."""
    return value or date.today()


def within(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command --since and --until; it gets them as `since` and `until`, both inclusive."""
    until = click.option(
        "--until", type=Day(is_last=True), metavar="DAY", help="Only up to this day, month or year."
    )
    since = click.option(
        "--since", type=Day(), metavar="DAY", help="Only from this day, month or year on."
    )
    return since(until(command))


def limited(most: int) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Give a command --limit; it gets it as `limit`, None where the user wants all."""
    return click.option(
        "--limit",
        type=click.IntRange(min=0),
        default=most,
        show_default=True,
        metavar="N",
        callback=_or_all,
        help="At most N of each; 0 for all.",
    )


def as_of(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command --as-of; it gets the day as `today`, the real one if none is given."""
    return click.option(
        "--as-of",
        "today",
        type=Day(is_last=True),
        metavar="DAY",
        callback=_or_today,
        help="Answer as if today were this day.",
    )(command)


def answers(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command --json, --csv and --markdown; it gets them as its `form`."""
    forms = (
        ("--json", "json", "Print the whole answer as JSON."),
        ("--csv", "csv", "Print the answer's rows as CSV."),
        ("--markdown", "markdown", "Print it as Markdown."),
    )
    for flag, form, words in reversed(forms):
        command = click.option(
            flag, "form", flag_value=form, default="terminal", type=str, help=words
        )(command)
    return command


def show(answer: AnyAnswer, form: Form, report: Callable[[AnyAnswer], Report]) -> None:
    """Print an answer on standard output.

    JSON is the whole of it, CSV its rows; on a terminal, in a pipe and as Markdown it is the report
    that `report` (a function of brief) makes of it.
    """
    if form == "json":
        click.echo(answer.to_json())
    elif form == "csv":
        _write_csv(answer)
    else:
        _print(report(answer), form)


def _write_csv(answer: Answer[Any]) -> None:
    """The rows with a header, even if there is none."""
    answer.write_csv(sys.stdout.buffer)
    if answer.left:
        click.echo(f"memcon: {answer.left:,} more; --limit 0 shows all", err=True)


def _print(report: Report, form: Form) -> None:
    """The report as Markdown, on the terminal, or as plain text."""
    if form == "markdown":
        from memcon.brief.manuscript import report_markdown

        click.echo(report_markdown(report), nl=False)
        return
    from memcon.brief.press import print_report, render_report

    if sys.stdout.isatty():
        from rich.console import Console

        print_report(report, Console())
    else:
        click.echo(render_report(report), nl=False)
