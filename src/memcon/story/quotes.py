"""Quote: what somebody said, as one article has it; copies of that article are counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from memcon.story.answers import Answer, Party
from memcon.story.hits import Term, has_term
from memcon.story.identities import Identity
from memcon.tables.cells import JOINT
from memcon.tables.quotations import Quotation


@dataclass(frozen=True, slots=True)
class Quote:
    """A statement of an article, with the desk's identities of its speakers.

    `publisher` is the outlet as the desk names it; `copies` counts the other articles of the family
    that were asked for as well.
    """

    quotation: Quotation
    speakers: tuple[Identity, ...]
    publisher: str | None
    published: date | None
    family: int
    copies: int


@dataclass(frozen=True, slots=True)
class Said:
    """A row of the quotes; `quoted` and `paraphrased` are the parts of `content`."""

    published: date | None
    speakers: str
    countries: str
    cue: str | None
    form: str
    content: str
    quoted: str | None
    paraphrased: str | None
    via: str | None
    venue: str | None
    publisher: str | None
    copies: int
    article: str
    statement: str


@dataclass(frozen=True, slots=True)
class Quotes(Answer[Said]):
    """Who said what, the latest first; `speaker` and `about` are what was asked for.

    `articles` counts those that may have such statements, `opened` those of them that were gone
    through, the latest, with the copies that were passed over. Where the two differ, `reached` is
    the day of the last that was opened: earlier ones may have more.
    """

    row = Said

    speaker: Party | None
    about: str | None
    since: date | None
    until: date | None
    quotes: tuple[Quote, ...]
    articles: int
    opened: int
    reached: date | None

    @property
    def left(self) -> int:
        """Articles that were not gone through."""
        return self.articles - self.opened

    @property
    def rows(self) -> tuple[Said, ...]:
        """A row for each quote."""
        return tuple(_said(quote) for quote in self.quotes)


def is_about(said: Sequence[str], terms: Sequence[Term]) -> bool:
    """Whether each of these terms stands in a piece of what was said; case and accents do not
    matter."""
    return all(any(has_term(piece, term) for piece in said) for term in terms)


def _said(quote: Quote) -> Said:
    """The row of a quote."""
    told = quote.quotation
    names = [speaker.name for speaker in quote.speakers] or [told.speaker_words or ""]
    lands = dict.fromkeys(speaker.country for speaker in quote.speakers if speaker.country)
    return Said(
        published=quote.published,
        speakers=JOINT.join(names),
        countries=JOINT.join(land for land in lands if land),
        cue=told.cue,
        form=told.form,
        content=told.content,
        quoted=_part(told, "quoted"),
        paraphrased=_part(told, "paraphrased"),
        via=JOINT.join(told.via) or None,
        venue=told.venue,
        publisher=quote.publisher,
        copies=quote.copies,
        article=told.article,
        statement=told.statement,
    )


def _part(told: Quotation, kind: str) -> str | None:
    """The passages of a kind in one cell."""
    return " … ".join(passage.words for passage in told.passages if passage.kind == kind) or None
