"""ICEWS: the columns of the ICEWS Coded Event Data (Boschee et al., 2015), filled from a dyad."""

from collections.abc import Callable

from memcon.codes.cameo import name_of
from memcon.tables.cells import Cell, Column, unfilled
from memcon.tables.dyads import Dyad, Party


def _party(side: str, of: Callable[[Dyad], Party]) -> tuple[Column[Dyad], ...]:
    """The columns of one side."""
    whose = "who acts" if side == "Source" else "who is acted upon"
    return (
        Column(f"{side} Name", "str", f"{whose}, by the fullest name", lambda d: of(d).name),
        Column(f"{side} Sectors", "str", "PLOVER's sector", lambda d: of(d).sector),
        Column(f"{side} Country", "str", "the country's name", lambda d: of(d).land),
    )


def _text(dyad: Dyad) -> Cell:
    return name_of(dyad.event.cameo) if dyad.event.cameo else None


def _city(dyad: Dyad) -> Cell:
    return dyad.place.name if dyad.place and not dyad.is_nationwide else None


COLUMNS: tuple[Column[Dyad], ...] = (
    Column("Event ID", "str", "article, event, pair: see [ids](#ids)", lambda d: d.ident),
    Column("Event Date", "date", "see [days](#days)", lambda d: d.day),
    *_party("Source", lambda d: d.source),
    Column("Event Text", "str", "the name of the CAMEO code", _text),
    Column("CAMEO Code", "str", "empty where the type joins two roots", lambda d: d.event.cameo),
    Column("Intensity", "float", "the Goldstein value, -10 to 10", lambda d: d.event.goldstein),
    *_party("Target", lambda d: d.target),
    Column("Story ID", "str", "the article's id", lambda d: d.article.id),
    Column("Sentence Number", "int", "the paragraph, counted from 1", lambda d: d.paragraph),
    Column("Publisher", "str", "the outlet", lambda d: d.article.publisher),
    Column("City", "str", "a place that is no country: a town, a region, a sea", _city),
    *unfilled("District", "Province"),
    Column("Country", "str", "the place's country by name", lambda d: d.land),
    Column("Latitude", "float", "degrees", lambda d: d.place.lat if d.place else None),
    Column("Longitude", "float", "degrees", lambda d: d.place.lon if d.place else None),
)
