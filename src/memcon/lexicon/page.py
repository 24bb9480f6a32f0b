"""The words of pages: furniture, links, captions, bylines, credits, bios, notices, slugs."""

import re
from functools import cached_property

import msgspec

from memcon.lexicon.era import EraWords

# What "<Cap>" stands for in an entry: a capital letter, though entries are read without case.
_CAPITAL = "(?-i:[A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĖĘĚĜĞĠĢĤĪĮİĶĹĻĽŁŃŅŇŐŌŒŔŘŚŞŠŢŤŪŮŰŲŴŶŹŻŽȘȚ])"
# What "<Name>" stands for: a person's name.
_PERSON = (
    rf"{_CAPITAL}[\w.’-]+(?: (?:(?:van|von|de|al|bin|ibn|el|da|di)[ -])?{_CAPITAL}[\w.’-]+){{1,3}}"
)
# Stands before a verb in the present tense.
_NO_INFINITIVE = r"(?<!\bto )(?<!\bwill )\b"
# Punctuation around a line of plain words.
_AROUND = " \t|·•:>»›→<«‹←–—-.…,;!*#_()[]"


class Agency(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A news agency or other source of copy, and the forms that credits give it."""

    name: str
    forms: tuple[str, ...]


class PageWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """What `page.toml` holds; its head says how the entries are read."""

    furniture: tuple[str, ...]
    furniture_patterns: tuple[str, ...]
    remarks: tuple[str, ...]
    links: tuple[str, ...]
    link_labels: tuple[str, ...]
    captions: tuple[str, ...]
    caption_heads: tuple[str, ...]
    caption_cues: tuple[str, ...]
    caption_labels: tuple[str, ...]
    photo_labels: tuple[str, ...]
    caption_days: tuple[str, ...]
    caption_verbs: tuple[str, ...]
    caption_poses: tuple[str, ...]
    not_captions: tuple[str, ...]
    photo_credits: tuple[str, ...]
    photo_brackets: tuple[str, ...]
    bylines: tuple[str, ...]
    byline_ends: tuple[str, ...]
    stamps: tuple[str, ...]
    credits: tuple[str, ...]
    credit_ends: tuple[str, ...]
    bios: tuple[str, ...]
    bio_roles: tuple[str, ...]
    bio_outlets: tuple[str, ...]
    notice_readers: tuple[str, ...]
    notice_law: tuple[str, ...]
    not_notices: tuple[str, ...]
    notices: tuple[str, ...]
    notice_standing: tuple[str, ...]
    flags: dict[str, tuple[str, ...]]
    flag_patterns: dict[str, tuple[str, ...]]
    agencies: tuple[Agency, ...]
    era: EraWords

    @cached_property
    def patterns(self) -> "PagePatterns":
        """The lists as expressions, compiled once."""
        return PagePatterns(self)


class PagePatterns:
    """The expressions of one language's pages; text must be `fold`ed before they see it."""

    def __init__(self, words: PageWords) -> None:
        slugs = (slug for forms in words.flags.values() for slug in forms)
        self.caption_labels = frozenset(words.caption_labels)
        self.photo_labels = frozenset(words.photo_labels)
        self.furniture = frozenset(words.furniture).union(
            slugs, self.caption_labels, self.photo_labels
        )
        self.labels = frozenset(words.link_labels)
        self.furniture_line = _any_of(words.furniture_patterns)
        self.remark = _any_of(words.remarks)
        self.link = _any_of(words.links)
        self.caption = _any_of(words.captions)
        self.caption_head = _any_of(words.caption_heads)
        self.caption_day = _any_of(words.caption_days)
        self.caption_cues = words.caption_cues
        self.caption_verb = _any_of(words.caption_verbs, _NO_INFINITIVE, r"\b(?! ?[:(])")
        self.caption_pose = _any_of(words.caption_poses, _NO_INFINITIVE, r"\b(?! ?[:(])")
        self.not_caption = _any_of(words.not_captions)
        self.photo_credit = _any_of(words.photo_credits)
        self.photo_credit_end = _any_of(
            words.photo_credits, before=r"(?<=\w\w[.!?”\"])\s", after=r"\.?$"
        )
        self.photo_bracket = _any_of(
            (*words.photo_credits, *words.photo_brackets), before=r"\s?[(\[]", after=r"[\])]\.?$"
        )
        self.byline = _any_of(words.bylines)
        self.byline_end = _any_of(words.byline_ends)
        self.stamp = _any_of(words.stamps)
        self.credit = _any_of(words.credits)
        self.credit_end = _any_of(words.credit_ends, before=r"(?<=\s)", after=r"\W*$")
        self.bio = _any_of(words.bios)
        self.bio_role = _any_of(words.bio_roles)
        self.bio_outlet = _any_of(words.bio_outlets)
        self.notice_reader = _any_of(words.notice_readers)
        self.notice_law = _any_of(words.notice_law)
        self.not_notice = _any_of(words.not_notices)
        self.notice = _any_of(words.notices)
        self.notice_standing = _any_of(words.notice_standing)
        self.flags = {slug: flag for flag, slugs in words.flags.items() for slug in slugs}
        listed = "|".join(sorted(map(re.escape, self.flags), key=len, reverse=True))
        self.slug = re.compile(
            rf"\W{{0,2}}({listed})(?: \d+)?(?:\s?[:|–—]|\s?-\s|-)", re.IGNORECASE
        )
        self.flag_lines = {flag: _any_of(lines) for flag, lines in words.flag_patterns.items()}
        self.agencies = {form: agency.name for agency in words.agencies for form in agency.forms}
        forms = sorted(self.agencies, key=len, reverse=True)
        self.agency = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, forms))})(?![\w-])")


def fold(text: str) -> str:
    """The text as the entries are written: one apostrophe; its length is kept."""
    return text.replace("'", "’").replace("‘", "’")


def bare(line: str) -> str:
    """A folded line as plain words: lower case, without the punctuation around it."""
    return line.casefold().strip(_AROUND)


def _any_of(entries: tuple[str, ...], before: str = "", after: str = "") -> re.Pattern[str]:
    """One expression for all entries; it keeps their order."""
    joined = "|".join(f"(?:{entry})" for entry in entries)
    joined = joined.replace("<Cap>", _CAPITAL).replace("<Name>", _PERSON)
    return re.compile(f"{before}(?:{joined}){after}", re.IGNORECASE)
