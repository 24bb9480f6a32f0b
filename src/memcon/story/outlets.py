"""Outlet: under which name an article stands on the desk, even where its page names none."""

from urllib.parse import urlsplit

from memcon.record.article import Article


def outlet_of(article: Article) -> str | None:
    """The publisher; else the agency that is credited, the host of the address, the given id.

    None where there is none of them. Which articles are copies is decided by the publisher alone:
    an agency's credit does not make it one.
    """
    agencies = (credit.name for credit in article.credits if credit.kind == "agency")
    return article.publisher or next(agencies, None) or _host(article.url) or article.given_id


def _host(url: str | None) -> str | None:
    """ "reuters.com" of "https://www.reuters.com/world/"; None for what is no address."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
