"""GDELT: the 61 columns of the event table of GDELT 2.0 (Leetaru and Schrodt), from a dyad."""

from collections.abc import Callable
from datetime import date

from memcon.codes.concordance import fips_of
from memcon.record.terms import Quad
from memcon.tables.cells import Cell, Column, unfilled
from memcon.tables.dyads import Dyad, Party

_QUADS: dict[Quad, int] = {
    "verbal-cooperation": 1,
    "material-cooperation": 2,
    "verbal-conflict": 3,
    "material-conflict": 4,
}
_COUNTRY, _AMERICAN, _FOREIGN = 1, 3, 4
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")


def _party(side: str, of: Callable[[Dyad], Party]) -> tuple[Column[Dyad], ...]:
    """The columns of one side."""
    whose = "who acts" if side == "Actor1" else "who is acted upon"
    return (
        Column(f"{side}Code", "str", "country and sector as one code", lambda d: of(d).role),
        Column(f"{side}Name", "str", f"{whose}, by the fullest name", lambda d: of(d).name),
        Column(f"{side}CountryCode", "str", "ISO 3166-1 alpha-3", lambda d: of(d).country),
        *unfilled(f"{side}KnownGroupCode", f"{side}EthnicCode"),
        *unfilled(f"{side}Religion1Code", f"{side}Religion2Code"),
        Column(f"{side}Type1Code", "str", "PLOVER's sector", lambda d: of(d).sector),
        *unfilled(f"{side}Type2Code", f"{side}Type3Code"),
    )


def _number(day: date | None) -> Cell:
    """20210519."""
    return int(f"{day:%Y%m%d}") if day else None


def _fraction(dyad: Dyad) -> Cell:
    """2021.3808: the year, and how much of it had passed as GDELT counts it, in months of 30."""
    day = dyad.day
    return round(day.year + (30 * (day.month - 1) + day.day) / 365, 4) if day else None


def _code(dyad: Dyad, digits: int) -> Cell:
    return dyad.event.cameo[:digits] if dyad.event.cameo else None


def _geo_type(dyad: Dyad) -> Cell:
    if dyad.place is None:
        return None
    if dyad.is_nationwide:
        return _COUNTRY
    return _AMERICAN if dyad.place.country == "USA" else _FOREIGN


def _full_name(dyad: Dyad) -> Cell:
    """ "Geneva, Switzerland"."""
    if dyad.place is None:
        return None
    return ", ".join(part for part in dict.fromkeys((dyad.place.name, dyad.land)) if part)


def _fips(dyad: Dyad) -> Cell:
    return fips_of(dyad.place.country) if dyad.place and dyad.place.country else None


COLUMNS: tuple[Column[Dyad], ...] = (
    Column("GLOBALEVENTID", "int", "the Event ID as a number, see [ids](#ids)", lambda d: d.serial),
    Column("SQLDATE", "int", "YYYYMMDD, see [days](#days)", lambda d: _number(d.day)),
    Column("MonthYear", "int", "YYYYMM", lambda d: int(f"{d.day:%Y%m}") if d.day else None),
    Column("Year", "int", "YYYY", lambda d: d.day.year if d.day else None),
    Column("FractionDate", "float", "YYYY.FFFF, in months of 30 days", _fraction),
    *_party("Actor1", lambda d: d.source),
    *_party("Actor2", lambda d: d.target),
    Column(
        "IsRootEvent",
        "int",
        "1: told in the headline or the first paragraph",
        lambda d: int(d.is_in_the_lead),
    ),
    Column("EventCode", "str", "CAMEO, empty where the type joins two", lambda d: d.event.cameo),
    Column("EventBaseCode", "str", "its first three digits", lambda d: _code(d, 3)),
    Column("EventRootCode", "str", "its first two digits", lambda d: _code(d, 2)),
    Column(
        "QuadClass",
        "int",
        "1 verbal and 2 material cooperation, 3 verbal and 4 material conflict",
        lambda d: _QUADS[d.event.quad],
    ),
    Column("GoldsteinScale", "float", "-10 to 10", lambda d: d.event.goldstein),
    Column("NumMentions", "int", "how often the article tells it", lambda d: len(d.event.evidence)),
    Column("NumSources", "int", "always 1: one article", lambda _: 1),
    Column("NumArticles", "int", "always 1", lambda _: 1),
    *unfilled("AvgTone"),
    *unfilled(*(f"Actor1Geo_{part}" for part in _GEO)),
    *unfilled(*(f"Actor2Geo_{part}" for part in _GEO)),
    Column("ActionGeo_Type", "int", "1 a country, 3 in the USA, 4 elsewhere", _geo_type),
    Column("ActionGeo_FullName", "str", "place and country by name", _full_name),
    Column("ActionGeo_CountryCode", "str", "FIPS 10-4, as in GDELT", _fips),
    *unfilled("ActionGeo_ADM1Code", "ActionGeo_ADM2Code"),
    Column("ActionGeo_Lat", "float", "degrees", lambda d: d.place.lat if d.place else None),
    Column("ActionGeo_Long", "float", "degrees", lambda d: d.place.lon if d.place else None),
    *unfilled("ActionGeo_FeatureID"),
    Column("DATEADDED", "int", "publication day, YYYYMMDD", lambda d: _number(d.sheet.published)),
    Column("SOURCEURL", "str", "the article's address", lambda d: d.article.url),
)
