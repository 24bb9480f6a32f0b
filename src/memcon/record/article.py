"""Article: the page's own words, and what each part of them is."""

import msgspec

from memcon.record.span import Span
from memcon.record.terms import CreditKind, DateBasis, SectionKind


class Section(Span, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A block of the text and its kind."""

    kind: SectionKind


class Credit(Span, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An agency, author or photographer that the page credits."""

    name: str
    kind: CreditKind


class Notice(Span, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A legal or safety warning to readers, with the ISO 3166-1 alpha-3 codes it speaks of."""

    jurisdictions: tuple[str, ...]


class Published(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When the page was published (ISO 8601 date) and how that is known."""

    value: str
    basis: DateBasis


class Article(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One news article: NFC text, blocks parted by a blank line, each block with its kind."""

    id: str
    given_id: str | None
    url: str | None
    publisher: str | None
    language: str
    published: Published | None
    title: str | None
    text: str
    sections: tuple[Section, ...]
    credits: tuple[Credit, ...]
    flags: tuple[str, ...]
    notices: tuple[Notice, ...]
