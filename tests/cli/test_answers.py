"""How a command that asks the desk is told what to print, and prints it."""

import json
from dataclasses import dataclass
from datetime import date

import click
import pytest

from memcon.brief.report import Report, told
from memcon.cli.answers import answers, as_of, limited, show, within
from memcon.story.answers import Answer


@dataclass(frozen=True, slots=True)
class Line:
    day: date | None
    is_last: bool
    words: str


@dataclass(frozen=True, slots=True)
class Lines(Answer[Line]):
    row = Line
    title: str
    rows: tuple[Line, ...]


LINES = Lines("Talks", (Line(date(2021, 5, 20), False, 'He said "no"'), Line(None, True, "é")))


@click.command()
@within
@as_of
@limited(5)
@answers
def command(since, until, today, limit, form):
    click.echo(f"{since} {until} {today} {limit}", err=True)
    show(LINES, form, lambda lines: Report(lines.title, (told(str(len(lines.rows))),), ()))


@pytest.fixture
def asked(capfd):
    """asked(arguments…) -> (standard output, standard error)."""

    def call(*arguments):
        command.main(list(arguments), standalone_mode=False)
        shown = capfd.readouterr()
        return shown.out, shown.err.strip()

    return call


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        ((), "Talks\n2\n"),
        (("--markdown",), "# Talks\n\n2\n"),
        (("--csv",), 'day,is_last,words\n2021-05-20,false,"He said ""no"""\n,true,é\n'),
    ],
)
def test_an_answer_has_a_form(asked, arguments, shown):
    assert asked(*arguments)[0] == shown


def test_json_is_the_whole_answer(asked):
    out, _ = asked("--json")
    assert out.count("\n") == 1
    assert json.loads(out) == {
        "title": "Talks",
        "rows": [
            {"day": "2021-05-20", "is_last": False, "words": 'He said "no"'},
            {"day": None, "is_last": True, "words": "é"},
        ],
    }


@pytest.mark.parametrize(
    ("arguments", "days"),
    [
        (("--since", "2021", "--until", "2021"), "2021-01-01 2021-12-31"),
        (("--since", "2020-02", "--until", "2020-02"), "2020-02-01 2020-02-29"),
        (("--since", "2021-05-20", "--until", "2021-05-20"), "2021-05-20 2021-05-20"),
        ((), "None None"),
    ],
)
def test_a_year_or_month_is_its_first_or_last_day(asked, arguments, days):
    assert asked(*arguments, "--as-of", "2021-06")[1] == f"{days} 2021-06-30 5"


def test_today_is_the_day_on_which_it_runs(asked):
    before = date.today()
    assert before <= date.fromisoformat(asked()[1].split()[2]) <= date.today()


@pytest.mark.parametrize(("limit", "most"), [("0", "None"), ("3", "3")])
def test_zero_is_no_limit(asked, limit, most):
    assert asked("--limit", limit)[1].split()[3] == most


@pytest.mark.parametrize("day", ["2021-02-30", "2021-13", "May 2021", "21-05-20", "0000", ""])
def test_what_is_no_day_is_refused(asked, day):
    with pytest.raises(click.BadParameter, match="is no day; write it as 2021-05-20"):
        asked("--since", day)
