"""Casing: a headline in sentence case, so that the parser sees verbs and not a row of names."""

import re
from collections.abc import Set

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
LOWER = re.compile(r"(?<![\w-])[a-z]+(?:['’][a-z]+)*(?![\w-])")
STRAIGHT = str.maketrans("“”„‟«»‘’‚‛`", '""""""\'\'\'\'\'')


def straighten(text: str) -> str:
    """The text with straight quotation marks; every offset stays."""
    return text.translate(STRAIGHT)


def lower_words(text: str) -> frozenset[str]:
    """The words that the text writes in lower case somewhere."""
    return frozenset(LOWER.findall(text))


def is_title_case(text: str) -> bool:
    """Whether most longer words of the text begin with a capital."""
    longer = [w for w in WORD.findall(text) if len(w) > 3]
    return len(longer) >= 3 and sum(w[0].isupper() for w in longer) > 0.7 * len(longer)


def sentence_case(headline: str, lower: Set[str]) -> str:
    """The headline with those words in lower case that the article writes so; every offset stays.

    "Kremlin Says Talks Were Useful" becomes "Kremlin says talks were useful" when the body has
    "says", "talks", "were" and "useful", or another form of them.
    """

    def recase(match: re.Match[str]) -> str:
        word = match[0]
        small = word.lower()
        if len(small) != len(word) or (word.isupper() and len(word) > 1):
            return word
        return small if _is_common(small, lower) else word

    return WORD.sub(recase, headline)


def _is_common(small: str, lower: Set[str]) -> bool:
    """Whether the body has the word in lower case, itself or with another ending."""
    if small in lower:
        return True
    stems = {
        small.removesuffix(end) for end in ("s", "es", "ed", "d", "ing", "ly") if len(small) > 4
    }
    return any(
        stem + end in lower for stem in stems for end in ("", "e", "s", "d", "ed", "es", "ing")
    )
