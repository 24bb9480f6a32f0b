"""Sheets: the templates that lie beside the pages' modules, and what each of them may use.

Jinja escapes every word. A date, a happening, an actor is told in the words that the brief has for
it, so that the browser and the terminal say the same.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, cast
from urllib.parse import quote

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request

from memcon.brief.accounts import (
    counted,
    day_words,
    deed,
    in_words,
    independent,
    marks,
    period_words,
)
from memcon.brief.disputes import dispute_words
from memcon.brief.lines import Piece, inline, plain, sentence
from memcon.brief.matrix import stand_words
from memcon.brief.news import holding_words, turn_words
from memcon.brief.outlooks import outlook_words, stage_words, standing_words
from memcon.brief.relation import silence_words, tenet_words
from memcon.story.happenings import Happening
from memcon.web.assets import asset
from memcon.web.room import Room

# Where to go from every page.
_WAYS = (
    ("/overview", "Overview"),
    ("/timeline", "Timeline"),
    ("/prospects", "Prospects"),
    ("/discrepancies", "Discrepancies"),
    ("/said", "Who said"),
    ("/actors", "Actors"),
    ("/issues", "Issues"),
    ("/map", "Map"),
    ("/network", "Network"),
    ("/watches", "Watches"),
    ("/corrections", "Corrections"),
    ("/add", "Add"),
    ("/export", "Export"),
)
# Languages that are written from right to left.
_RIGHT_TO_LEFT = ("ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi")


def render(template: str, request: Request, told: Mapping[str, Any]) -> str:
    """A page out of its template."""
    room = Room.of(request)
    return (
        _templates()
        .get_template(template)
        .render(
            **told,
            # As it was asked for: forms that ask again are sent there.
            here=request.scope["raw_path"].decode("ascii"),
            csrf=room.session.csrf,
            is_encrypted=room.clerk.is_encrypted,
            is_locked=room.clerk.is_locked,
        )
    )


@cache
def _templates() -> Environment:
    """All templates; each is compiled once."""
    made = Environment(
        loader=PackageLoader("memcon.web", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    filters: dict[str, Any] = {
        "plain": plain,
        "inline": inline,
        "day": in_words,
        "period": period_words,
        "iso": _iso,
        "happened": _happened,
        "when": day_words,
        "marks": marks,
        "counted": counted,
        "independent": independent,
        "thousands": "{:,}".format,
        "disputed": dispute_words,
        "foreseen": outlook_words,
        "standing": standing_words,
        "stage": stage_words,
        "stand": stand_words,
        "tenet": tenet_words,
        "unsaid": silence_words,
        "turned": turn_words,
        "held": holding_words,
        "segment": segment,
        "direction": direction,
        "as_json": _as_json,
    }
    cast("Any", made).filters.update(filters)
    cast("Any", made).globals.update(asset=asset, ways=_WAYS)
    return made


def direction(language: str | None) -> str:
    """How a language is written: "rtl" for Persian; "auto" where the language is not known."""
    if not language:
        return "auto"
    return "rtl" if language.split("-")[0].lower() in _RIGHT_TO_LEFT else "ltr"


def _happened(happening: Happening) -> tuple[Piece, ...]:
    """ "A and B held talks in Geneva"."""
    return sentence(*deed(happening))


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def segment(words: str) -> str:
    """Words as one part of an address."""
    return quote(words, safe="")


def _as_json(told: Any) -> Markup:
    """JSON that can stand within a script element: no tag can end it."""
    words = msgspec.json.encode(told).decode()
    return Markup(words.replace("<", "\\u003c").replace("\u2028", "\\u2028"))
