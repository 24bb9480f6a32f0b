"""Happenings: columns for what happened, however many articles tell it.

`COLUMNS` make a row of each happening. `PRESETS` make rows as POLECAT, ICEWS and GDELT have them,
one for each pair of parties of the event that tells a happening best; the columns of `SUMS` stand
behind.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from memcon.codes.cameo import cameo_of
from memcon.codes.countries import Countries
from memcon.export.iris import happening_iri
from memcon.story.dossiers import Dossier
from memcon.story.identities import Identity
from memcon.tables.cells import Cell, Column, joined
from memcon.tables.columns import PRESETS as EVENT_PRESETS
from memcon.tables.columns import Preset
from memcon.tables.dyads import Dyad, dyads


@dataclass(frozen=True, slots=True)
class Exchange:
    """A pair of parties of the event that tells a happening best."""

    dossier: Dossier
    dyad: Dyad


def exchanges(dossier: Dossier, countries: Countries) -> Iterator[Exchange]:
    """The pairs of a happening, both ways where all act."""
    for dyad in dyads(dossier.record, countries):
        if dyad.event.id == dossier.best.finding:
            yield Exchange(dossier, dyad)


def discrepancies_of(dossier: Dossier) -> str | None:
    """ "number: 10 diplomats / 8 diplomats"."""
    return joined(f"{d.kind}: {' / '.join(d.values)}" for d in dossier.contrasts)


def _names(side: Iterable[Identity]) -> Cell:
    return joined(who.name for who in side)


def _codes(side: Iterable[Identity]) -> Cell:
    return joined(dict.fromkeys(who.code for who in side))


def _countries(side: Iterable[Identity]) -> Cell:
    return joined(dict.fromkeys(who.country for who in side))


def _sectors(side: Iterable[Identity]) -> Cell:
    return joined(dict.fromkeys(who.sector for who in side))


def _first_report(dossier: Dossier) -> date | None:
    return min(dossier.reported, default=None)


def _last_report(dossier: Dossier) -> date | None:
    return max(dossier.reported, default=None)


def _publishers(dossier: Dossier) -> Cell:
    return joined(dict.fromkeys(source.publisher for source in dossier.sources.values()))


def _urls(dossier: Dossier) -> Cell:
    return joined(dict.fromkeys(source.url for source in dossier.sources.values()))


def _offsets(dossier: Dossier) -> Cell:
    return f"{dossier.best.start}-{dossier.best.end}"


def _spot(dossier: Dossier, part: str) -> Cell:
    return getattr(dossier.happening.spot, part, None)


def _party(
    side: str, whose: str, of: Callable[[Dossier], tuple[Identity, ...]]
) -> tuple[Column[Dossier], ...]:
    """The columns of one side."""
    return (
        Column(f"{side} Names", "str", whose, lambda d: _names(of(d))),
        Column(
            f"{side} Codes",
            "str",
            "whom they stand for: alpha-3 of a state, else a key",
            lambda d: _codes(of(d)),
        ),
        Column(f"{side} Countries", "str", "alpha-3", lambda d: _countries(of(d))),
        Column(f"{side} Sectors", "str", "PLOVER's sectors", lambda d: _sectors(of(d))),
    )


def _quantities(dossier: Dossier) -> Cell:
    return joined(f"{q.value:.15g} {q.unit}" for q in dossier.event.quantities)


def _issues(dossier: Dossier) -> Cell:
    names = {issue.id: issue.name for issue in dossier.record.issues}
    return joined(names[ident] for ident in dossier.event.issues)


SUMS: tuple[Column[Dossier], ...] = (
    Column("Happening", "int", "its number on the desk", lambda d: d.account.number),
    Column("Happening ID", "str", "stays as it is when other articles join", happening_iri),
    Column(
        "First Day", "date", "the first day on which it may have been", lambda d: d.happening.first
    ),
    Column(
        "Last Day", "date", "the last day on which it may have been", lambda d: d.happening.last
    ),
    Column(
        "Dated",
        "bool",
        "false: no article tells the day; it is that of the first report",
        lambda d: d.happening.is_dated,
    ),
    Column(
        "Sources", "int", "families that tell it: copies count once", lambda d: d.happening.sources
    ),
    Column("Articles", "int", "articles that tell it", lambda d: len(d.sources)),
    Column("Tellings", "int", "events of these articles", lambda d: d.happening.tellings),
    Column("Publishers", "str", "the outlets", _publishers),
    Column("Source URLs", "str", "the articles' addresses", _urls),
    Column("First Report", "date", "when it was first told", _first_report),
    Column("Last Report", "date", "when it was last told", _last_report),
    Column("Discrepancies", "str", "where sources differ: `number: 10 / 8`", discrepancies_of),
)

COLUMNS: tuple[Column[Dossier], ...] = (
    *SUMS[:5],
    Column("Event Type", "str", "PLOVER's type", lambda d: d.happening.type),
    Column("Event Mode", "str", "PLOVER's mode", lambda d: d.happening.mode),
    Column("Status", "str", "whether it happened", lambda d: d.happening.status),
    Column(
        "CAMEO Code",
        "str",
        "empty where the type joins two roots",
        lambda d: cameo_of(d.happening.type, d.happening.mode),
    ),
    Column("Quad", "str", "as `verbal-cooperation`", lambda d: d.happening.quad),
    Column("Goldstein", "float", "-10 to 10", lambda d: d.happening.goldstein),
    Column("Contexts", "str", "PLOVER's contexts", lambda d: joined(d.event.contexts)),
    *_party("Source", "who acts", lambda d: d.happening.source),
    *_party("Target", "who is acted upon", lambda d: d.happening.target),
    Column("Mutual", "bool", "true: the sources act on each other", lambda d: d.happening.mutual),
    Column(
        "Intermediaries", "str", "mediators and hosts", lambda d: _names(d.happening.intermediaries)
    ),
    Column("Placename", "str", "where", lambda d: _spot(d, "name")),
    Column("Country", "str", "its alpha-3 code", lambda d: _spot(d, "country")),
    Column("Latitude", "float", "degrees", lambda d: _spot(d, "lat")),
    Column("Longitude", "float", "degrees", lambda d: _spot(d, "lon")),
    Column("Issues", "str", "what it is about, after the best telling", _issues),
    Column("Quantities", "str", "numbers with their units, after the best telling", _quantities),
    *SUMS[5:],
    Column("Confidence", "float", "0 to 1", lambda d: d.happening.confidence),
    Column("Evidence", "str", "the sentence of the best telling", lambda d: d.best.words),
    Column("Evidence Offsets", "str", "where it stands", _offsets),
    Column("Publisher", "str", "whose sentence it is", lambda d: d.best.publisher),
    Column("Publication Date", "date", "when it was published", lambda d: d.best.published),
    Column("Article ID", "str", "the sha256 of that article's text", lambda d: d.best.article),
    Column("Event", "str", "the event's id in its record", lambda d: d.best.finding),
    Column("URL", "str", "that article's address", lambda d: d.record.article.url),
    Column("Headline", "str", "that article's title", lambda d: d.record.article.title),
)


def _widened(columns: tuple[Column[Dyad], ...]) -> tuple[Column[Exchange], ...]:
    """The columns of an event's pair, with counts and status of the happening, and its sums."""
    pair = (Column(c.name, c.kind, c.meaning, _COUNTED.get(c.name) or _of_dyad(c)) for c in columns)
    sums = (Column(c.name, c.kind, c.meaning, _of_dossier(c)) for c in SUMS)
    return (*pair, *sums)


def _of_dyad(column: Column[Dyad]) -> Callable[[Exchange], Cell]:
    return lambda exchange: column.cell(exchange.dyad)


def _of_dossier(column: Column[Dossier]) -> Callable[[Exchange], Cell]:
    return lambda exchange: column.cell(exchange.dossier)


# What an event data set says of one article, said of all that tell the happening.
_COUNTED: Mapping[str, Callable[[Exchange], Cell]] = {
    "Status": lambda e: e.dossier.happening.status,
    "Confidence": lambda e: e.dossier.happening.confidence,
    "NumMentions": lambda e: e.dossier.happening.tellings,
    "NumSources": lambda e: e.dossier.happening.sources,
    "NumArticles": lambda e: len(e.dossier.sources),
}

PRESETS: Mapping[Preset, tuple[Column[Exchange], ...]] = {
    preset: _widened(columns) for preset, columns in EVENT_PRESETS.items()
}
