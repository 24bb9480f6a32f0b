"""A memo as one HTML file: no request leaves it, and each note leads to the words in the article.

Jinja escapes every word; the content security policy lets nothing run and no style in but its own.
"""

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import resources
from itertools import count

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from memcon.brief import passages
from memcon.brief.memo import Memo
from memcon.record.article import Article

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
        address=passages.followable(memo.article),
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


def _foreign(article: Article) -> Markup:
    """Language and direction of the article's words, as attributes."""
    language = article.language
    direction = "rtl" if language.split("-")[0].lower() in _RIGHT_TO_LEFT else "ltr"
    return Markup(' lang="{}" dir="{}"').format(language, direction)


def _blocks(memo: Memo) -> Iterator[_Block]:
    """The article block by block, cut wherever a note begins or ends."""
    begun: set[int] = set()
    for block in passages.blocks(memo.article):
        pieces: list[_Words] = []
        notes = [note for note in memo.notes if note.span.overlaps(block)]
        for piece in passages.cut(block, (note.span for note in notes)):
            quoting = tuple(note.number for note in notes if note.span.overlaps(piece))
            begins = tuple(number for number in quoting if number not in begun)
            begun.update(begins)
            words = passages.printed(piece.words(memo.article.text))
            pieces.append(_Words(words, quoting, begins))
        yield _Block(block.kind, tuple(pieces))
