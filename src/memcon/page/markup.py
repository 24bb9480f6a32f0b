"""Markup: HTML -> its parts: the stretches of text between block tags, and what the tags say."""

import html
import re
from dataclasses import dataclass, field

from lxml.etree import LxmlError, iterwalk  # pyright: ignore[reportAttributeAccessIssue]
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from memcon.page.blocks import Hint, tidy

# Trees deeper than this cost an extractor quadratic time; no page that people read looks so.
DEEPEST = 500

_SKIPPED = frozenset(
    re.findall(
        r"\w+",
        "audio button canvas datalist dialog embed head iframe input math noscript object option"
        " script select style svg template textarea",
    )
)
_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body center dd details div dl dt fieldset figcaption"
        " figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary"
        " table tbody td tfoot th thead tr ul video",
    )
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_AWAY_TAGS = frozenset(("nav", "footer", "aside"))

# What class names, ids and microdata call a part of the page.
_AWAY = re.compile(
    r"(?:^|[\W_])(?:nav|navbar|navigation|menu|footer|sidebar|breadcrumbs?|cookies?|consent"
    r"|newsletter|promo|related|recommend\w*|most-?(?:popular|read)|trending|comments?|disqus"
    r"|banner|advert\w*|sponsor\w*|outbrain|taboola|shar(?:e|ing)|social|toolbar|widget|teaser"
    r"|signup|subscribe|popup|modal|tags)(?:$|[\W_])"
)
_HINTS: tuple[tuple[re.Pattern[str], Hint], ...] = (
    (re.compile(r"caption|(?:photo|image|img|media|picture)-?_?credit"), "caption"),
    (
        re.compile(
            r"author-?_?(?:bio|box|info|desc)|about-?_?(?:the-?)?author|biograph|(?:^|[\W_])bio(?:$|[\W_])"
        ),
        "bio",
    ),
    (re.compile(r"byline|(?:^|[\W_])authors?(?:$|[\W_]|-?name)|(?:^|[\W_])writer"), "byline"),
    (re.compile(r"(?:^|[\W_])(?:pub)?(?:date|time)(?:$|[\W_]|stamp|time|line)|published"), "stamp"),
)
# Where elements that style alone keeps apart stand side by side: a name and a post, a picture's
# words and its photographer.
_CROWDED = ("byline", "caption", "stamp")
_STOPS = (".", "!", "?", '"', "”", ")")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# Markup cut out without a tree: what is a break, what is dropped with all that it holds.
_TOKEN = re.compile(
    r"(?P<comment><!--)|<(?P<dropped>script|style|noscript|svg|head|template)\b[^<>]*>"
    r"|(?P<break></?(?:p|h[1-6]|div|li|tr|table|blockquote|section|article|br)\b[^<>]*>)"
    r"|(?P<tag><[a-z/!?][^<>]*>)|(?P<text>[^<]+|<)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text and where it stands.

    `linked` is the share of it that is a link, `home` the class of the block around it.
    """

    text: str
    tag: str
    hint: Hint
    is_away: bool
    linked: float
    home: str


def parse_html(content: str) -> HtmlElement | None:
    """The page as a tree; None where it has none, or one so deep that it is a trap."""
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = document_fromstring(content.encode("utf-8", "replace"), parser=parser)
    except (LxmlError, ValueError, AssertionError):
        return None
    return None if _is_too_deep(root) else root


def bare_text(content: str) -> str:
    """The page's text without a tree: tags cut out, block tags as blank lines."""
    pieces: list[str] = []
    position = 0
    while match := _TOKEN.match(content, position):
        position = match.end()
        if match["comment"] or match["dropped"]:
            position = _behind(content, position, match["dropped"])
        pieces.append(match["text"] or ("\n\n" if match["break"] else " "))
    return html.unescape("".join(pieces))


def _behind(content: str, position: int, tag: str | None) -> int:
    """Where a comment or a dropped element ends; one that nothing closes takes the rest."""
    end = re.compile(rf"</{tag}\s*>" if tag else "-->", re.IGNORECASE).search(content, position)
    return end.end() if end else len(content)


def read_parts(root: HtmlElement) -> tuple[Part, ...]:
    """Every stretch of text between block tags, in reading order."""
    walk = _Walk()
    steps = iterwalk(root, events=("start", "end"))
    for event, element in steps:
        if event == "start":
            if not walk.enter(element):
                steps.skip_subtree()
        else:
            walk.leave(element)
    walk.flush()
    return tuple(walk.parts)


def _is_too_deep(root: HtmlElement) -> bool:
    depth = 0
    for event, _ in iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            return True
    return False


@dataclass(frozen=True, slots=True)
class _Place:
    """What is known of the block that is open."""

    tag: str = "body"
    hint: Hint = "line"
    is_away: bool = False
    home: str = ""


@dataclass(slots=True)
class _Walk:
    """The reading of one tree; blocks open and close, text gathers between."""

    parts: list[Part] = field(default_factory=list)
    places: list[_Place] = field(default_factory=lambda: [_Place()])
    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    links: int = 0
    seen: dict[str, tuple[Hint | None, bool]] = field(default_factory=dict)

    def enter(self, element: HtmlElement) -> bool:
        """Open an element; False if nothing below it is to be read."""
        tag = element.tag
        if not isinstance(tag, str) or tag in _SKIPPED or _is_hidden(element):
            return False
        if tag in _BLOCKS:
            self.flush()
            self.places.append(self._place(element, tag))
        elif tag == "a":
            self.links += 1
        elif tag == "br":
            self._break()
        elif tag == "img":
            self._picture(element)
        elif self.places[-1].hint in _CROWDED and "".join(self.pieces[-1:]).endswith(_STOPS):
            self.pieces.append(" ")
        self._add(element.text)
        return True

    def leave(self, element: HtmlElement) -> None:
        """Close an element and read what stands behind it."""
        tag = element.tag
        if isinstance(tag, str) and tag not in _SKIPPED and not _is_hidden(element):
            if tag in _BLOCKS:
                self.flush()
                self.places.pop()
            elif tag == "a":
                self.links -= 1
            if self.places[-1].hint in _CROWDED and not element.tail:
                self.pieces.append(" ")
        self._add(element.tail)

    def flush(self) -> None:
        """What has gathered becomes a part."""
        text = tidy("".join(self.pieces))
        if text:
            place = self.places[-1]
            share = min(1.0, self.linked / len(text))
            self.parts.append(Part(text, place.tag, place.hint, place.is_away, share, place.home))
        self.pieces.clear()
        self.linked = 0

    def _add(self, text: str | None) -> None:
        if text:
            self.pieces.append(text)
            if self.links:
                self.linked += len(text.strip())

    def _break(self) -> None:
        """Two line breaks on end part paragraphs; one is a space."""
        end = [piece for piece in self.pieces[-2:] if piece.strip() or piece == "\n"]
        if end[-1:] == ["\n"]:
            self.flush()
        else:
            self.pieces.append("\n")

    def _picture(self, element: HtmlElement) -> None:
        """The alternative text of a picture, if it is a sentence, stands for a caption."""
        text = tidy(element.get("alt") or "")
        if len(text.split()) >= 8 and not _has_caption(element):
            place = self.places[-1]
            self.parts.append(Part(text, "img", "caption", place.is_away, 0.0, place.home))

    def _place(self, element: HtmlElement, tag: str) -> _Place:
        outer = self.places[-1]
        named, is_away = self._names(element, tag)
        hint: Hint = named or outer.hint
        if tag == "figcaption":
            hint = "caption"
        elif tag in _HEADINGS and hint not in ("caption", "bio"):
            hint = "heading"
        elif tag in ("li", "p") and hint == "line":
            hint = "item" if tag == "li" else "paragraph"
        elif tag == "p" and hint == "heading":
            hint = "paragraph"
        return _Place(
            tag,
            hint,
            outer.is_away or is_away,
            outer.home if tag == "p" else f"{tag}.{element.get('class', '')}",
        )

    def _names(self, element: HtmlElement, tag: str) -> tuple[Hint | None, bool]:
        """What the names of an element say: its hint, and whether it is beside the article."""
        if tag in ("html", "body", "main", "article"):
            return None, False
        names = " ".join(
            value for key in ("class", "id", "itemprop", "rel") if (value := element.get(key))
        ).lower()
        if names not in self.seen:
            hints: list[Hint | None] = [hint for form, hint in _HINTS if form.search(names)]
            self.seen[names] = (hints[0] if hints else None, bool(_AWAY.search(names)))
        hint, is_away = self.seen[names]
        return hint, is_away or tag in _AWAY_TAGS


def _is_hidden(element: HtmlElement) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or bool(style and _HIDDEN.search(style))


def _has_caption(picture: HtmlElement) -> bool:
    """Whether the figure around a picture has a caption of its own."""
    for _, figure in zip(range(6), picture.iterancestors(), strict=False):
        if figure.tag == "figure":
            return next(figure.iter("figcaption"), None) is not None
    return False
