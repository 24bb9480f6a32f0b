"""The words of pages: furniture, links, captions, bylines, credits, bios, notices, flags."""

import re
from functools import cached_property

import msgspec

# What "<Cap>" stands for in an entry: a capital letter, though the entry is read without case.
_CAPITAL = "(?-i:[A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĖĘĚĜĞĠĢĤĪĮİĶĹĻĽŁŃŅŇŐŌŒŔŘŚŞŠŢŤŪŮŰŲŴŶŹŻŽȘȚ])"


class Agency(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A news agency or other source of copy, and the forms that credits give it."""

    name: str
    forms: tuple[str, ...]


class PageWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """What `page.toml` holds: regular expressions, read without regard to case."""

    furniture: tuple[str, ...]
    remarks: tuple[str, ...]
    links: tuple[str, ...]
    link_labels: tuple[str, ...]
    captions: tuple[str, ...]
    caption_verbs: tuple[str, ...]
    not_captions: tuple[str, ...]
    bylines: tuple[str, ...]
    stamps: tuple[str, ...]
    credits: tuple[str, ...]
    credit_ends: tuple[str, ...]
    bios: tuple[str, ...]
    bio_roles: tuple[str, ...]
    bio_acts: tuple[str, ...]
    notice_readers: tuple[str, ...]
    notice_law: tuple[str, ...]
    notices: tuple[str, ...]
    notice_standing: tuple[str, ...]
    flags: dict[str, tuple[str, ...]]
    agencies: tuple[Agency, ...]

    @cached_property
    def patterns(self) -> "dict[str, re.Pattern[str]]":
        """Each list as one expression, compiled once."""
        lists = {name: getattr(self, name) for name in self.__struct_fields__}
        return {
            name: any_of(entries)
            for name, entries in lists.items()
            if name not in ("flags", "agencies")
        }


def any_of(entries: tuple[str, ...]) -> re.Pattern[str]:
    """One expression for all entries; it keeps their order."""
    joined = "|".join(f"(?:{entry})" for entry in entries)
    return re.compile(joined.replace("<Cap>", _CAPITAL), re.IGNORECASE)
