"""`memcon search`: words in, the articles in which they stand out."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import click

from memcon.cli.answers import Form, answers, limited, show, within
from memcon.cli.desks import uses_desk
from memcon.record.terms import EventType

if TYPE_CHECKING:
    from typing import Unpack

    from memcon.desk.desk import Desk
    from memcon.desk.scopes import Scope


@click.command()
@click.argument("words", nargs=-1, required=True)
@within
@click.option("--publisher", metavar="NAME", help="Only of publishers whose name has these words.")
@click.option("--country", metavar="NAME", help="Only where actors of this country occur.")
@click.option("--speaker", metavar="NAME", help="Only where this party speaks.")
@click.option(
    "--type",
    "type",
    type=click.Choice(get_args(EventType), case_sensitive=False),
    metavar="TYPE",
    help="Only where an event of this type of PLOVER is told: SANCTION, CONSULT …",
)
@click.option("--best", "is_ranked", is_flag=True, help="The best first (default: the latest).")
@limited(20)
@uses_desk
@answers
def search(
    desk: Desk,
    words: tuple[str, ...],
    is_ranked: bool,
    limit: int | None,
    form: Form,
    **scope: Unpack[Scope],
) -> None:
    """Find the articles in which all WORDS stand, in the title or the text.

    An argument of several words is a phrase ("Nord Stream"), and a star at the end stands for any
    ending (sanction*). Case and diacritics do not matter. Copies of one text are one hit.
    """
    from memcon.brief.hits import hits_report

    show(desk.search(as_query(words), limit, is_ranked, **scope), form, hits_report)


def as_query(words: tuple[str, ...]) -> str:
    """Arguments as one query: what the shell took for one argument is a phrase."""
    return " ".join(_phrase(word) if " " in word and '"' not in word else word for word in words)


def _phrase(words: str) -> str:
    """Words in quotation marks; a star at their end stands behind them."""
    bare = words.rstrip("*")
    return f'"{bare}"{words[len(bare) :]}'
