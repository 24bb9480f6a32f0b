"""Iri: what an article, a finding, an actor or a happening is called outside the desk.

The same texts give the same names: nothing of the clock, of chance or of the machine is in them.
"""

from base64 import urlsafe_b64encode
from urllib.parse import quote
from uuid import UUID, uuid5

from memcon.record.article import Article
from memcon.record.contract import Record
from memcon.story.dossiers import Dossier
from memcon.story.identities import identify

_OURS = UUID("8b0f6c1e-53a4-5e0f-9d6c-2f1f0d7c4a11")
_SAFE = "!#$%&'()*+,/:;=?@[]~"


def text_iri(article: str) -> str:
    """The name of an article's text by its id, the sha256, as RFC 6920 has it.

    "ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk".
    """
    return f"ni:///sha-256;{urlsafe_b64encode(bytes.fromhex(article)).decode().rstrip('=')}"


def article_iri(article: Article) -> str:
    """The article's address; where the page gave none, the name of its text."""
    return page_iri(article.url, article.id)


def page_iri(url: str | None, article: str) -> str:
    """The address of a page; where it has none on the web, the name of the article's text."""
    return address(url) or text_iri(article)


def address(url: str | None) -> str | None:
    """An address on the web, with blanks and the like escaped; None for anything else."""
    if url and url.startswith(("http://", "https://")):
        return quote(url, safe=_SAFE)
    return None


def finding_iri(article: str, finding: str) -> str:
    """The name of a finding of a record: of "e3", or of "sil1"."""
    return _named(f"{article}/{finding}")


def actor_iri(key: str) -> str:
    """The name of an actor by the key of its identity."""
    return _named(f"actor/{key}")


def cast_iris(record: Record) -> dict[str, str]:
    """The name of each actor of a record by its id there.

    Who is not named is nobody beyond the article: "officials" here are not "officials" there.
    """
    return {
        actor.id: finding_iri(record.article.id, actor.id)
        if actor.kind == "unnamed"
        else actor_iri(identify(actor).key)
        for actor in record.actors
    }


def happening_iri(dossier: Dossier) -> str:
    """The name of a happening: that of the telling which the desk had first."""
    return _named(f"happening/{dossier.origin.article}/{dossier.origin.finding}")


def collection_iri(article: str) -> str:
    """The name of all findings of an article."""
    return _named(f"{article}/findings")


def collection_page_iri(article: str) -> str:
    """The name of the one page of that collection."""
    return _named(f"{article}/findings/1")


def _named(key: str) -> str:
    return f"urn:uuid:{uuid5(_OURS, key)}"
