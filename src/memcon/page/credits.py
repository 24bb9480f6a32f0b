"""Credits: who is named for the words and pictures of a page; its slugs; its notices."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from memcon.codes.countries import Countries
from memcon.lexicon.page import PagePatterns, PageWords, bare, fold
from memcon.record.article import Credit, Notice, Section

_BY = re.compile(r"(?:[\w/’'-]+ )?by:? |authors?:? ", re.IGNORECASE)
_NAME = re.compile(
    r"[^\W\d_a-z][\w.'’-]*[\w’](?: (?:van |von |de |al-|bin |el-)?[^\W\d_a-z][\w.'’-]*[\w.’])+"
)
_PHOTO = re.compile(r"photo|picture|image|getty|pool|handout|courtesy|©", re.IGNORECASE)


def find_credits(text: str, sections: Sequence[Section], words: PageWords) -> tuple[Credit, ...]:
    """Agencies, authors and photographers, in reading order."""
    found: list[Credit] = []
    previous = None
    for section in sections:
        if section.kind in ("credit", "dateline", "byline"):
            is_photo = section.kind == "credit" and _is_photo(text, section, previous)
            found.extend(_agencies(text, section, is_photo, words.patterns))
        if section.kind == "byline":
            found.extend(_authors(text, section, words.patterns))
        previous = section
    return tuple(sorted(found, key=lambda credit: (credit.start, credit.end)))


def find_flags(text: str, sections: Sequence[Section], words: PageWords) -> tuple[str, ...]:
    """What slugs say of the article: breaking, exclusive, correction …"""
    lines = [fold(s.words(text)) for s in sections if s.kind in ("headline", "furniture")]
    found = {flag for line in lines for flag in _flags(line, words.patterns)}
    return tuple(flag for flag in words.flags if flag in found)


def find_notices(
    text: str, sections: Sequence[Section], countries: Countries
) -> tuple[Notice, ...]:
    """Warnings; paragraphs that follow each other are one."""
    runs: list[list[Section]] = []
    previous = None
    for section in sections:
        if section.kind == "notice":
            if previous is not None and previous.kind == "notice":
                runs[-1].append(section)
            else:
                runs.append([section])
        previous = section
    return tuple(_notice(text, run[0].start, run[-1].end, countries) for run in runs)


def _notice(text: str, start: int, end: int, countries: Countries) -> Notice:
    codes = (hit[2] for hit in countries.find(text[start:end]))
    return Notice(jurisdictions=tuple(dict.fromkeys(codes)), start=start, end=end)


def _is_photo(text: str, section: Section, previous: Section | None) -> bool:
    """Whether a credit is for a picture: it says so, or ends a caption."""
    if _PHOTO.search(section.words(text)):
        return True
    return previous is not None and previous.kind == "caption"


def _agencies(
    text: str, section: Section, is_photo: bool, patterns: PagePatterns
) -> Iterator[Credit]:
    kind: Literal["photo", "agency"] = "photo" if is_photo else "agency"
    for match in patterns.agency.finditer(fold(section.words(text))):
        start, end = section.start + match.start(), section.start + match.end()
        yield Credit(name=patterns.agencies[match.group()], kind=kind, start=start, end=end)


def _authors(text: str, section: Section, patterns: PagePatterns) -> Iterable[Credit]:
    """The names of a byline that are no agency's."""
    line = section.words(text)
    by = _BY.match(line)
    for match in _NAME.finditer(line, by.end() if by else 0):
        if not patterns.agency.search(fold(match.group())):
            start, end = section.start + match.start(), section.start + match.end()
            yield Credit(name=match.group(), kind="author", start=start, end=end)


def _flags(line: str, patterns: PagePatterns) -> Iterator[str]:
    """The flags of one line: of the whole of it, of its slug, of what it tells the reader."""
    slug = re.split(r"\s?[:|]\s|\s[–—-]\s", line, maxsplit=1)[0]
    for plain in (bare(line), bare(slug)):
        if plain in patterns.flags:
            yield patterns.flags[plain]
    for flag, pattern in patterns.flag_lines.items():
        if pattern.match(line):
            yield flag
