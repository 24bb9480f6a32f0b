"""POLECAT: the columns of the PLOVER event data of Halterman et al. (2023), filled from a dyad."""

from collections.abc import Callable

from memcon.codes.concordance import cow_of
from memcon.tables.cells import Cell, Column, joined, unfilled
from memcon.tables.dyads import Dyad, Party

_NO_BODIES = frozenset({"person", "unnamed", "group", "document"})


def _party(side: str, of: Callable[[Dyad], Party]) -> tuple[Column[Dyad], ...]:
    """The columns of one side."""
    whose = "who acts" if side == "Actor" else "who is acted upon"
    return (
        Column(f"{side} Name", "str", f"{whose}, by the fullest name", lambda d: of(d).name),
        Column(f"Primary {side} Sector", "str", "PLOVER's sector", lambda d: of(d).sector),
        Column(f"{side} Sectors", "str", "the same: memcon gives one", lambda d: of(d).sector),
        Column(f"{side} Title", "str", "the offices that the page gives", lambda d: of(d).titles),
        Column(f"{side} Name Raw", "str", "the words in the evidence", lambda d: of(d).called),
        *unfilled(f"Wikipedia {side} ID"),
        Column(f"{side} Country", "str", "ISO 3166-1 alpha-3", lambda d: of(d).country),
        Column(f"{side} COW", "int", "Correlates of War number", lambda d: _cow(of(d))),
    )


def _cow(party: Party) -> Cell:
    return cow_of(party.country) if party.country else None


def _people(dyad: Dyad) -> Cell:
    actors = dyad.sheet.record.actors
    return joined(actor.name for actor in actors if actor.kind == "person")


def _organizations(dyad: Dyad) -> Cell:
    actors = dyad.sheet.record.actors
    return joined(actor.name for actor in actors if actor.kind not in _NO_BODIES)


def _locations(dyad: Dyad) -> Cell:
    return joined(dict.fromkeys(place.name for place in dyad.sheet.record.places))


COLUMNS: tuple[Column[Dyad], ...] = (
    Column("Event ID", "str", "article, event, pair: see [ids](#ids)", lambda d: d.ident),
    Column("Event Date", "date", "see [days](#days)", lambda d: d.day),
    Column("Event Type", "str", "PLOVER's type", lambda d: d.event.type),
    Column("Event Mode", "str", "PLOVER's mode", lambda d: d.event.mode),
    Column("Intensity", "float", "the Goldstein value, -10 to 10", lambda d: d.event.goldstein),
    Column(
        "Quad Code",
        "str",
        "`VERBAL COOPERATION` … `MATERIAL CONFLICT`",
        lambda d: d.event.quad.upper().replace("-", " "),
    ),
    Column("Contexts", "str", "PLOVER's contexts", lambda d: joined(d.event.contexts)),
    *_party("Actor", lambda d: d.source),
    *_party("Recipient", lambda d: d.target),
    Column("Placename", "str", "where", lambda d: d.place.name if d.place else None),
    *unfilled("City", "District", "Province"),
    Column("Country", "str", "its alpha-3 code", lambda d: d.place.country if d.place else None),
    Column("Latitude", "float", "degrees", lambda d: d.place.lat if d.place else None),
    Column("Longitude", "float", "degrees", lambda d: d.place.lon if d.place else None),
    *unfilled("GeoNames ID"),
    Column(
        "Raw Placename",
        "str",
        "the place in the article's words",
        lambda d: d.place.words(d.article.text) if d.place else None,
    ),
    *unfilled("Feature Type"),
    Column("Source", "str", "the publisher of the article", lambda d: d.article.publisher),
    Column("Publication Date", "date", "when it was published", lambda d: d.sheet.published),
    Column("Story People", "str", "every named person in the article", _people),
    Column(
        "Story Organizations",
        "str",
        "every state, government, agency or other body in it",
        _organizations,
    ),
    Column("Story Locations", "str", "every place in it", _locations),
    Column("Language", "str", "BCP 47", lambda d: d.article.language),
    Column("Version", "str", "what coded it", lambda d: f"memcon {d.sheet.record.made_by.memcon}"),
)
