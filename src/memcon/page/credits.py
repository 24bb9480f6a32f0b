"""Credits: who is named for the words and pictures of a page; its slugs; its notices."""

import re
from collections.abc import Iterable, Sequence

from memcon.codes.countries import Countries
from memcon.lexicon.page import PageWords
from memcon.record.article import Credit, Notice, Section

# Sections in which an agency is credited, not written about.
_CREDITING = ("credit", "dateline", "byline", "caption")


def find_credits(text: str, sections: Sequence[Section], words: PageWords) -> tuple[Credit, ...]:
    """Agencies, authors and photographers, in reading order."""
    found: list[Credit] = []
    for section in sections:
        if section.kind in _CREDITING:
            found.extend(_agencies(text, section, words))
        if section.kind == "byline":
            found.extend(_authors(text, section, words))
    return tuple(sorted(found, key=lambda credit: (credit.start, credit.end)))


def find_flags(text: str, sections: Sequence[Section], words: PageWords) -> tuple[str, ...]:
    """What slugs say of the article: breaking, exclusive, correction …"""
    lines = [
        section.words(text) for section in sections if section.kind in ("headline", "furniture")
    ]
    return tuple(
        flag for flag, forms in words.flags.items() if any(_has_slug(line, forms) for line in lines)
    )


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


def _agencies(text: str, section: Section, words: PageWords) -> Iterable[Credit]:
    forms = {form: agency.name for agency in words.agencies for form in agency.forms}
    listed = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    kind = "photo" if section.kind == "caption" else "agency"
    for match in re.finditer(rf"(?<![\w/])(?:{listed})(?![\w])", section.words(text)):
        start = section.start + match.start()
        yield Credit(
            name=forms[match.group()], kind=kind, start=start, end=start + len(match.group())
        )


def _authors(text: str, section: Section, words: PageWords) -> Iterable[Credit]:
    by = re.match(r"(?:\w+ )?by:? ", section.words(text), re.IGNORECASE)
    if not by:
        return
    offset = section.start + by.end()
    for match in re.finditer(_NAME, text[offset : section.end]):
        yield Credit(
            name=match.group(),
            kind="author",
            start=offset + match.start(),
            end=offset + match.end(),
        )


_NAME = r"[^\W\d_a-z][\w.'’-]*[\w’](?: [^\W\d_a-z][\w.'’-]*[\w.’]){1,3}"


def _has_slug(line: str, forms: Sequence[str]) -> bool:
    listed = "|".join(forms)
    return bool(re.match(rf"\W*(?:{listed})(?:\s*[:|–—-]\s|\s*$)", line, re.IGNORECASE))
