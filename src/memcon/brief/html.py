"""A memo as one HTML file: no request leaves it, and each note leads to the words in the article.

Jinja escapes every word; the content security policy lets nothing run and no style in but its own.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import resources
from itertools import count, pairwise
from urllib.parse import urlsplit

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from memcon.brief.lines import Note, steers
from memcon.brief.memo import Memo
from memcon.record.article import Article, Section
from memcon.record.span import Span

# Languages that are written from right to left.
_RIGHT_TO_LEFT = ("ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi")


@dataclass(frozen=True, slots=True)
class _Words:
    """Words of the article that the same notes quote; `begins` are those that begin here."""

    words: str
    notes: tuple[int, ...]
    begins: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Block:
    """A block of the article, as a run of such words."""

    kind: str
    pieces: tuple[_Words, ...]


def render_html(memo: Memo) -> str:
    """The memo and its article as one page, complete in itself."""
    style = _style(memo)
    return _template().render(
        memo=memo,
        blocks=tuple(_blocks(memo)),
        first_uses=_first_uses(memo),
        next_line=(f"l{number}" for number in count(1)).__next__,
        address=_address(memo.article),
        foreign=_foreign(memo.article),
        style=Markup(style),
        style_hash=f"sha256-{b64encode(sha256(style.encode()).digest()).decode()}",
    )


@cache
def _template() -> Template:
    """The page's frame; every word that goes into it is escaped."""
    frame = _packaged("memo.html.j2")
    return Environment(autoescape=True, undefined=StrictUndefined).from_string(frame)


@cache
def _packaged(name: str) -> str:
    """A file that lies beside this one."""
    return (resources.files("memcon.brief") / name).read_text(encoding="utf-8")


def _style(memo: Memo) -> str:
    """The style sheet, with a rule for each note that lights the words which it leads to."""
    lit = (
        f"body:has(#w{n.number}:target) .w{n.number}{{background:var(--lit)}}" for n in memo.notes
    )
    return "\n".join((_packaged("memo.css"), *lit))


def _first_uses(memo: Memo) -> dict[int, str]:
    """The line that uses each note first, by the number that the frame gives it."""
    uses: dict[int, str] = {}
    for number, line in enumerate(memo.lines, 1):
        for note in memo.notes_of(line):
            uses.setdefault(note, f"l{number}")
    return uses


def _address(article: Article) -> str | None:
    """The page's address, if it is one that a reader may follow."""
    if article.url is None or urlsplit(article.url).scheme not in ("http", "https"):
        return None
    return article.url


def _foreign(article: Article) -> Markup:
    """Language and direction of the article's words, as attributes."""
    language = article.language
    direction = "rtl" if language.split("-")[0].lower() in _RIGHT_TO_LEFT else "ltr"
    return Markup(' lang="{}" dir="{}"').format(language, direction)


def _blocks(memo: Memo) -> Iterator[_Block]:
    """The article block by block, cut wherever a note begins or ends."""
    begun: set[int] = set()
    for kind, block in _sections(memo.article):
        pieces: list[_Words] = []
        notes = [note for note in memo.notes if note.span.overlaps(block)]
        for piece in _cut(block, notes):
            quoting = tuple(note.number for note in notes if note.span.overlaps(piece))
            begins = tuple(number for number in quoting if number not in begun)
            begun.update(begins)
            words = "".join(c for c in piece.words(memo.article.text) if c == "\n" or not steers(c))
            pieces.append(_Words(words, quoting, begins))
        yield _Block(kind, tuple(pieces))


def _cut(block: Span, notes: Iterable[Note]) -> Iterator[Span]:
    """The block in pieces, none of which a note begins or ends inside."""
    ends = {end for note in notes for end in (note.span.start, note.span.end)}
    inside = sorted(end for end in ends if block.start < end < block.end)
    for start, end in pairwise((block.start, *inside, block.end)):
        yield Span(start=start, end=end)


def _sections(article: Article) -> Iterator[tuple[str, Span]]:
    """The article's sections, and what lies between them if it is more than white space."""
    reached = 0
    end = Section(kind="body", start=len(article.text), end=len(article.text))
    for section in (*sorted(article.sections, key=lambda s: s.start), end):
        if article.text[reached : section.start].strip():
            yield "body", Span(start=reached, end=section.start)
        start = max(reached, section.start)
        if start < section.end:
            yield section.kind, Span(start=start, end=section.end)
        reached = max(reached, section.end)
