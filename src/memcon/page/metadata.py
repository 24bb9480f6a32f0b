"""Metadata: title, publisher, address, language and date of a page, and how each is known."""

import json
import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlsplit

import htmldate
from lxml.html import HtmlElement

from memcon.models.languages import Languages
from memcon.page.blocks import tidy
from memcon.page.days import day_in, iso_day
from memcon.page.page import Page
from memcon.record.article import Published, Section

logging.getLogger("htmldate").addHandler(logging.NullHandler())

# No page is from before the web or from behind any horizon; the clock is not asked.
_EARLIEST = datetime(1990, 1, 1)
_LATEST = datetime(2100, 1, 1)
_MOST_OBJECTS = 500
# In a shorter text the page's own word for its language weighs more than the guess.
_SHORT = 300

_ARTICLES = re.compile(r"(?:Article|Posting|Report|Review)$")
_DATED = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "article.published",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "date",
)
_PUBLISHERS = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher")
_TITLES = ("og:title", "twitter:title", "dc.title", "title")
_URL_DAY = re.compile(
    r"[/_-]((?:19[89]|20\d)\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)"
)
_URL_NAMED_DAY = re.compile(
    r"/(20\d\d)/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/(\d{1,2})(?!\d)",
    re.IGNORECASE,
)
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8})*$")
_SITE = re.compile(r"\s+[|–—-]\s+[^|–—]{2,40}$")


@dataclass(frozen=True, slots=True)
class Head:
    """What an HTML page says of itself to machines."""

    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    published: Published | None = None


def read_head(root: HtmlElement, page: Page) -> Head:
    """Title, publisher and date from JSON-LD, OpenGraph, meta elements and, last, htmldate."""
    linked = _linked_data(root)
    metas = _metas(root)
    url = page.url or _canonical(root) or _first(metas, ("og:url",))
    return Head(
        title=_text(linked.get("headline")) or _first(metas, _TITLES) or _page_title(root),
        publisher=_name(linked.get("publisher")) or _first(metas, _PUBLISHERS),
        url=url,
        language=root.get("lang") or _first(metas, ("og:locale", "content-language")),
        published=None if page.published else _published(root, url, linked, metas),
    )


def published_of(
    page: Page, head: Head, text: str, sections: Sequence[Section]
) -> Published | None:
    """When the page was published, by the best evidence there is."""
    if page.published:
        return Published(value=page.published.isoformat(), basis="given")
    if head.published:
        return head.published
    if page.url and (day := _day_in_url(page.url)):
        return Published(value=day.isoformat(), basis="url")
    if day := _day_in_text(text, sections):
        return Published(value=day.isoformat(), basis="text")
    return None


def language_of(page: Page, head: Head, text: str, languages: Languages) -> str:
    """The language of the text; what the page declares holds where the text is too short."""
    declared = _primary(page.language) or _primary(head.language)
    found = languages.identify(text)
    if declared and (found == "und" or len(text) < _SHORT):
        return declared
    return found


def publisher_of(page: Page, head: Head) -> str | None:
    """Who published it: as given, as the page says, else the host of its address."""
    if named := tidy(page.publisher or head.publisher or ""):
        return named
    url = page.url or head.url
    host = _host(url) if url else None
    return host.removeprefix("www.") if host else None


def _host(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


def _primary(tag: str | None) -> str | None:
    match = _TAG.match(tag.strip()) if tag else None
    return match.group(1).lower() if match else None


def _metas(root: HtmlElement) -> dict[str, str]:
    """Names, properties and microdata of meta elements, the first of each."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        key = (
            meta.get("property")
            or meta.get("name")
            or meta.get("itemprop")
            or meta.get("http-equiv")
        )
        content = tidy(meta.get("content") or "")
        if key and content:
            found.setdefault(key.strip().lower(), content)
    return found


def _first(metas: Mapping[str, str], keys: Sequence[str]) -> str | None:
    return next((metas[key] for key in keys if key in metas), None)


def _canonical(root: HtmlElement) -> str | None:
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            address = (link.get("href") or "").strip()
            return address if address.startswith(("http://", "https://")) else None
    return None


def _page_title(root: HtmlElement) -> str | None:
    """The title element without the site's name behind it."""
    for element in root.iter("title"):
        return _SITE.sub("", tidy(element.text or "")) or None
    return None


def _linked_data(root: HtmlElement) -> Mapping[str, object]:
    """The JSON-LD object that describes the article; empty if there is none."""
    for script in root.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json" or not script.text:
            continue
        for thing in _objects(script.text):
            kinds = thing.get("@type")
            for kind in kinds if isinstance(kinds, list) else [kinds]:
                if isinstance(kind, str) and _ARTICLES.search(kind):
                    return thing
    return {}


def _objects(source: str) -> Iterator[Mapping[str, object]]:
    """Every object of a JSON document, outermost first."""
    try:
        waiting: list[object] = [json.loads(source, strict=False)]
    except (ValueError, RecursionError):
        return
    for _ in range(_MOST_OBJECTS):
        if not waiting:
            return
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            yield value
            waiting.extend(v for v in value.values() if isinstance(v, list | dict))


def _text(value: object) -> str | None:
    return (tidy(value) or None) if isinstance(value, str) else None


def _name(value: object) -> str | None:
    """The name of a JSON-LD party: a string, an object, or the first of a list."""
    if isinstance(value, list):
        value = value[0] if value else None
    return _text(value.get("name") if isinstance(value, dict) else value)


def _published(
    root: HtmlElement, url: str | None, linked: Mapping[str, object], metas: Mapping[str, str]
) -> Published | None:
    """The date that the page declares, that its address holds, that its markup shows."""
    declared = [_text(linked.get("datePublished")), *(metas.get(key) for key in _DATED)]
    declared += [element.get("datetime") for element in root.iter("time")]
    for value in declared:
        if value and (day := iso_day(value) or day_in(value)):
            return Published(value=day.isoformat(), basis="metadata")
    if url and (day := _day_in_url(url)):
        return Published(value=day.isoformat(), basis="url")
    day = _htmldate(root)
    return Published(value=day.isoformat(), basis="metadata") if day else None


def _htmldate(root: HtmlElement) -> date | None:
    """What htmldate finds in the markup."""
    try:
        found = htmldate.find_date(
            root,
            extensive_search=False,
            original_date=True,
            min_date=_EARLIEST,
            max_date=_LATEST,
            url="",
        )
    except (ValueError, TypeError, AttributeError, OverflowError, RecursionError):
        return None
    return iso_day(found) if found else None


def _day_in_url(url: str) -> date | None:
    """A day in the path of an address; a year and a month alone do not do."""
    if match := _URL_DAY.search(url):
        return iso_day("-".join(match.groups()))
    if match := _URL_NAMED_DAY.search(url):
        return day_in("{2} {1} {0}".format(*match.groups()))
    return None


def _day_in_text(text: str, sections: Sequence[Section]) -> date | None:
    """A full date in the lines that date a page."""
    for kinds in (("dateline",), ("byline", "credit", "furniture")):
        for section in sections:
            if section.kind in kinds and (day := day_in(section.words(text))):
                return day
    return None
