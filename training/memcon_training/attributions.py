"""PolNeAR's attributions as windows of pieces: what is source, cue and content of what.

A window is as many whole paragraphs as fit. Newell, Margolin and Ruths (LREC 2018).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

ROLES = ("source", "cue", "content")
WINDOW = 192
TEXT = re.compile(r"(T\d+)\t(\w+) (\d+ \d+(?:;\d+ \d+)*)(?:\t|$)")
LINK = re.compile(r"E\d+\t(.+)")
PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")

# Character spans of one attribution, by role.
Attribution = dict[str, list[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Window:
    """Piece numbers, and for each attribution with a cue here its pieces by role."""

    ids: tuple[int, ...]
    tags: tuple[tuple[int, ...], ...]  # for each role the places of its pieces
    links: tuple[tuple[tuple[int, ...], ...], ...]


def load_windows(folder: Path, tokenizer: Tokenizer) -> list[Window]:
    """The windows of all documents of a folder, in the order of their names."""
    windows = []
    for path in sorted(folder.glob("*.ann")):
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        found = read_attributions(path.read_text(encoding="utf-8"))
        windows.extend(_windows(text, found, tokenizer))
    return windows


def read_attributions(annotation: str) -> list[Attribution]:
    """The attributions of a brat file."""
    spans: dict[str, tuple[str, list[tuple[int, int]]]] = {}
    found = []
    for line in annotation.split("\n"):
        if match := TEXT.match(line):
            pairs = [tuple(map(int, piece.split())) for piece in match[3].split(";")]
            spans[match[1]] = (match[2].lower(), [(a, b) for a, b in pairs])
        elif match := LINK.match(line):
            attribution: Attribution = {role: [] for role in ROLES}
            for part in match[1].split():
                role, places = spans.get(part.partition(":")[2], ("", []))
                if role in ROLES:
                    attribution[role].extend(places)
            found.append(attribution)
    return found


def place_pieces(text: str, tokenizer: Tokenizer) -> list[tuple[int, int, int]]:
    """Piece number, start and end in the text; without the space that a piece begins with."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    placed = []
    for number, (start, end) in zip(encoding.ids, encoding.offsets, strict=True):
        while start < end and text[start].isspace():
            start += 1
        placed.append((number, start, end))
    return placed


def _windows(
    text: str, attributions: Sequence[Attribution], tokenizer: Tokenizer
) -> Iterator[Window]:
    held: list[tuple[int, int, int]] = []
    for match in PARAGRAPH.finditer(text):
        start = match.start()
        pieces = [(n, a + start, b + start) for n, a, b in place_pieces(match[0], tokenizer)]
        if held and len(held) + len(pieces) > WINDOW:
            yield _window(held, attributions)
            held = []
        held += pieces
        while len(held) > WINDOW:  # one paragraph longer than a window
            yield _window(held[:WINDOW], attributions)
            held = held[WINDOW:]
    if held:
        yield _window(held, attributions)


def _window(pieces: Sequence[tuple[int, int, int]], attributions: Sequence[Attribution]) -> Window:
    """The window of these pieces, with <s> before and </s> behind."""
    first, last = pieces[0][1], pieces[-1][2]
    tags: list[set[int]] = [set(), set(), set()]
    links = []
    for attribution in attributions:
        places = []
        for number, role in enumerate(ROLES):
            spans = [s for s in attribution[role] if s[0] < last and s[1] > first]
            held = {
                place
                for place, (_, start, end) in enumerate(pieces, 1)
                if any(start < b and end > a for a, b in spans)
            }
            tags[number] |= held
            places.append(tuple(sorted(held)))
        if places[1]:
            links.append(tuple(places))
    ids = (0, *(number for number, _, _ in pieces), 2)
    return Window(ids, tuple(tuple(sorted(t)) for t in tags), tuple(links))
