"""Credits: who is named for the words and pictures of a page; its slugs; its notices."""

import re
from collections.abc import Iterator, Sequence

from memcon.codes.countries import Countries
from memcon.lexicon.page import PagePatterns, PageWords, bare, fold
from memcon.page.shapes import slug_of
from memcon.record.article import Credit, Notice, Section
from memcon.record.terms import CreditKind

_BY = re.compile(r"(?:[\w/’'-]+ )?by:? |authors?:? ", re.IGNORECASE)
_NAME = re.compile(
    r"[^\W\d_a-z][\w.'’-]*[\w’](?: (?:van |von |de |al-|bin |el-)?[^\W\d_a-z][\w.'’-]*[\w.’])+"
)
_SENDER = re.compile(r"[(/]([A-Z][\w .&-]*[A-Za-z][\w .&-]*)[)/]")
_PHOTO_LABEL = re.compile(
    r"\W*(?:(?:photo|photograph|image|picture)s?\s?(?:source|credit|courtesy)?\s?(?:[:,©]|by|of)|credits?:|©|copyright)\W*",
    re.IGNORECASE,
)
_PHOTO_NAME = re.compile(r"[^\W\d_a-z][\w’.-]*(?: [^\W\d_a-z][\w’.-]*)*")
_PHOTO = re.compile(r"photo|picture|image|getty|pool|handout|courtesy|©", re.IGNORECASE)


def find_credits(
    text: str, sections: Sequence[Section], words: PageWords, countries: Countries
) -> tuple[Credit, ...]:
    """Agencies, authors and photographers, in reading order."""
    patterns = words.patterns
    found: list[Credit] = []
    previous = None
    for section in sections:
        if section.kind == "credit" and _is_photo(text, section, previous):
            found.extend(_photographers(text, section, patterns))
        elif section.kind in ("credit", "dateline", "byline"):
            found.extend(_agencies(text, section, patterns))
        if section.kind == "byline":
            found.extend(_authors(text, section, patterns, countries))
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


def _credit(text: str, kind: CreditKind, start: int, end: int, name: str | None = None) -> Credit:
    return Credit(name=name or text[start:end], kind=kind, start=start, end=end)


def _agencies(text: str, section: Section, patterns: PagePatterns) -> Iterator[Credit]:
    """The agencies that a line names, and the one in the brackets of a dateline, known or not."""
    line = fold(section.words(text))
    known = list(patterns.agency.finditer(line))
    for match in known:
        start, end = section.start + match.start(), section.start + match.end()
        yield _credit(text, "agency", start, end, patterns.agencies[match.group()])
    sender = _SENDER.search(line) if section.kind == "dateline" and not known else None
    if sender:
        yield _credit(
            text, "agency", section.start + sender.start(1), section.start + sender.end(1)
        )


def _photographers(text: str, section: Section, patterns: PagePatterns) -> Iterator[Credit]:
    """Who took a picture, and for whom: "Jane Doe/Pool via AP" names three."""
    line = fold(section.words(text))
    label = _PHOTO_LABEL.match(line)
    for match in _PHOTO_NAME.finditer(line, label.end() if label else 0):
        start, end = section.start + match.start(), section.start + match.end()
        yield _credit(text, "photo", start, end, patterns.agencies.get(match.group()))


def _authors(
    text: str, section: Section, patterns: PagePatterns, countries: Countries
) -> Iterator[Credit]:
    """The names of a byline that are no agency's, no place's and no post's."""
    line = section.words(text)
    by = _BY.match(line)
    end = patterns.byline_end.search(fold(line))
    stop = end.start() if end else len(line)
    for match in _NAME.finditer(line, by.end() if by else 0, stop):
        name = fold(match.group())
        if patterns.agency.search(name) or patterns.bio_role.search(name) or countries.named(name):
            continue
        yield _credit(text, "author", section.start + match.start(), section.start + match.end())


def _flags(line: str, patterns: PagePatterns) -> Iterator[str]:
    """The flags of one line: of the whole of it, of its slug, of what it tells the reader."""
    if plain := patterns.flags.get(bare(line)):
        yield plain
    elif slug := slug_of(line, patterns):
        yield patterns.flags[slug]
    for flag, pattern in patterns.flag_lines.items():
        if pattern.match(line):
            yield flag
