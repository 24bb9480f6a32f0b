"""Metadata: title, publisher, address, language and date of a page, and how each is known."""

import re
from datetime import date

from memcon.codes.offices import Offices
from memcon.models.languages import Languages
from memcon.page.page import Page
from memcon.record.article import Published

_URL_DATE = re.compile(
    r"[/_-](19[89]\d|20\d\d)[/_-](0?[1-9]|1[0-2])[/_-](0?[1-9]|[12]\d|3[01])(?=\D|$)"
)


def language_of(page: Page, text: str, languages: Languages) -> str:
    """The language of the text; what the page declares holds only where the text is too short."""
    found = languages.identify(text)
    return (page.language or "und") if found == "und" else found


def published_of(page: Page, text: str, offices: Offices) -> Published | None:
    """When the page was published, by the best evidence there is."""
    if page.published:
        return Published(value=page.published.isoformat(), basis="given")
    if page.url and (day := _date_in_url(page.url)):
        return Published(value=day.isoformat(), basis="url")
    return None


def _date_in_url(url: str) -> date | None:
    match = _URL_DATE.search(url)
    if not match:
        return None
    try:
        return date(*(int(part) for part in match.groups()))
    except ValueError:
        return None
