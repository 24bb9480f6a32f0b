"""Datelines: "WASHINGTON, May 20 (Reuters) -": where, when and by whom a report was sent."""

import re

from memcon.codes.countries import Countries

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = (
    rf"(?:{_MONTH} \d{{1,2}}(?:, ?\d{{4}})?|\d{{1,2}} {_MONTH}(?:,? \d{{4}})?"
    r"|\d{1,2}\.\d{1,2}\.\d{4})"
)
_CAPS = r"(?:Mc)?[A-Z][A-Z.’']*"
_CITY = rf"{_CAPS}(?:(?:[ /-]| and ){_CAPS}){{0,5}}"
_NAME = r"[A-Z][\w.’'-]*(?:[ /](?:of |the |de |al-)?[A-Z][\w.’'-]*){0,3}"
_REGION = rf"(?:, (?!{_MONTH} \d)[A-Z][\w.]*(?: [A-Z][\w.]*){{0,2}})"
_AGENCY = r"(?:\([A-Z][\w/ .&-]{1,30}\)|/[A-Z][\w/ .&-]{1,20}/\.?)"
_DASH = r"(?: ?— ?| ?– ?| --? ?|-- ?)"

# A place in capitals and then a dash, a date, an agency; or any place with a date or an agency.
_CERTAIN = re.compile(
    rf"(?:{_CITY}{_REGION}{{0,2}}(?:[,.]? {_DAY}\.?)?(?: {_AGENCY})?{_DASH}(?=[\"“‘'\d]|[A-Z])"
    rf"|{_CITY}{_REGION}{{0,2}}(?:[,.]? {_DAY}\.?)? {_AGENCY}{_DASH}?\s?"
    rf"|{_NAME}{_REGION}?(?:[,.]? {_DAY}\.?)?,? {_AGENCY}{_DASH}"
    rf"|{_NAME}{_REGION}?,? \(?{_DAY}\)?(?: {_AGENCY})?{_DASH}"
    rf"|{_NAME}{_REGION}?, {_DAY} {_AGENCY}\s"
    rf"|{_DAY} {_AGENCY}{_DASH}"
    rf"|{_AGENCY}{_DASH}"
    r"|\((?:CNN|AP|AFP|Reuters|CNN Business)\)\s?(?=[A-Z\"“])"
    r"|CNN\s?—\s?)"
)
# A place and a dash or colon, which holds if a table of countries knows the place.
_LIKELY = re.compile(rf"({_NAME}(?:, {_NAME}){{0,2}})(?: [–—] |: )(?=[A-Z\"“])")
_SHORTEST = 2
_LONGEST = 90


def dateline_end(text: str, countries: Countries) -> int:
    """Where the dateline at the start of a paragraph ends; 0 if there is none."""
    head = text[:_LONGEST]
    certain = _CERTAIN.match(head)
    if certain and len(text) - certain.end() > _SHORTEST:
        return certain.end()
    likely = _LIKELY.match(head)
    if likely and is_place(likely.group(1), countries):
        return likely.end()
    return 0


def is_place(words: str, countries: Countries) -> bool:
    """Whether the words are a capital, or a place with its country behind it: "Perm, Russia"."""
    last = words.rsplit(", ", 1)[-1]
    known = countries.named(last.title() if last.isupper() else last)
    if known is None:
        return False
    return known.sense in ("capital", "seat") if last == words else known.sense == "name"
