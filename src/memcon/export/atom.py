"""Atom: happenings as a feed (RFC 4287), each an entry that cites its sources."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time
from html import escape
from typing import Any

from feedgen.entry import FeedEntry  # pyright: ignore[reportMissingTypeStubs]
from feedgen.feed import FeedGenerator  # pyright: ignore[reportMissingTypeStubs]

from memcon.export.captions import happening_caption
from memcon.export.iris import address, happening_iri
from memcon.story.answers import Witness
from memcon.story.dossiers import Dossier

_FEED = "urn:uuid:6b1a3c0e-2a57-5d6b-9a38-0d6f4f4c9b52"
_TITLE = "memcon: new happenings"
# The characters that XML 1.0 knows (production 2), below the first blank.
_CONTROLS = {code: None for code in range(32) if chr(code) not in "\t\n\r"} | {
    0xFFFE: None,
    0xFFFF: None,
}


def render_feed(dossiers: Iterable[Dossier], today: date, version: str) -> bytes:
    """The feed, entries in the order in which they come; `today` is the date of what has none.

    An entry is as old as its first report, and was updated with its last. `version` is memcon's.
    """
    feed: Any = FeedGenerator()
    feed.id(_FEED)
    feed.title(_TITLE)
    feed.author({"name": "memcon"})
    feed.generator("memcon", version=version)
    entries: list[Any] = []
    updated: list[date] = []
    for dossier in dossiers:
        days = dossier.reported or (today,)
        updated.append(days[-1])
        entries.append(_entry(dossier, days))
    feed.entry(entries)
    feed.updated(_midnight(max(updated, default=today)))
    return feed.atom_str(pretty=True)


def _entry(dossier: Dossier, days: tuple[date, ...]) -> Any:
    """A happening with the words of its sources."""
    told = dossier.happening
    entry: Any = FeedEntry()
    entry.id(happening_iri(dossier))
    entry.title(_plain(happening_caption(told)))
    entry.published(_midnight(days[0]))
    entry.updated(_midnight(days[-1]))
    for number, url in enumerate(_addresses(dossier)):
        entry.link(href=_plain(url), rel="related" if number else "alternate")
    for term in (told.type, told.quad, told.status):
        entry.category(term=term)
    entry.content(_plain("".join(_content(dossier))), type="html")
    return entry


def _addresses(dossier: Dossier) -> tuple[str, ...]:
    """Where the articles are, that of the best telling first."""
    articles = dict.fromkeys((dossier.best.article, *dossier.sources))
    urls = (address(dossier.sources[article].url) for article in articles)
    return tuple(dict.fromkeys(url for url in urls if url))


def _content(dossier: Dossier) -> Iterator[str]:
    """When and where, what each source says, and where they differ; as HTML."""
    told = dossier.happening
    sources = f"{told.sources} source{'s' if told.sources > 1 else ''}"
    where = f"{told.spot.name}; " if told.spot else ""
    yield f"<p>{escape(_when(dossier))}{escape(where)}{sources}.</p>"
    best = dossier.best
    for witness in (best, *(w for w in dossier.account.witnesses if w != best)):
        yield f"<blockquote>{escape(witness.words)}</blockquote><p>{escape(_whose(witness))}</p>"
    for contrast in dossier.contrasts:
        values = " / ".join(contrast.values)
        yield f"<p>Sources differ on the {escape(f'{contrast.kind}: {values}')}</p>"


def _when(dossier: Dossier) -> str:
    """ "2021-05-19; ", or nothing where no article tells."""
    told = dossier.happening
    if told.period is None or not told.is_dated:
        return ""
    first, last = told.period.first, told.period.last
    return f"{first}; " if first == last else f"{first} to {last}; "


def _whose(witness: Witness) -> str:
    """ "Reuters, 2021-05-20"."""
    parts = (witness.publisher, witness.published.isoformat() if witness.published else None)
    return ", ".join(part for part in parts if part) or witness.article


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _plain(words: str) -> str:
    """Words without the characters that no XML may hold."""
    return words.translate(_CONTROLS)
