"""`memcon actor`: a name in, what the desk knows of it out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from memcon.cli.answers import Form, answers, limited, show, within
from memcon.cli.desks import uses_desk

if TYPE_CHECKING:
    from datetime import date

    from memcon.desk.desk import Desk


@click.command()
@click.argument("name")
@within
@limited(8)
@uses_desk
@answers
def actor(
    desk: Desk, name: str, since: date | None, until: date | None, limit: int | None, form: Form
) -> None:
    """Tell what the desk knows of NAME: a person, a country or a body.

    Who it is, with whom it dealt most, what it did and said last, its positions, its silences. NAME
    is a name or a part of one ("Lavrov"), a country or its code ("RUS"), or an actor's key.
    """
    from memcon.brief.profile import profile_report
    from memcon.codes.countries import Countries

    answer = desk.actor(name, limit, since=since, until=until)
    show(answer, form, partial(profile_report, countries=Countries.load()))
