"""Issue: what is talked about, under one key in every article."""

from memcon.codes.spelling import key

# Articles and prepositions: a closed class, which no field or outlet adds to.
_FUNCTION_WORDS = frozenset({"a", "an", "the", "of", "on", "in", "by", "for", "to", "with", "and"})


def issue_key(name: str) -> str:
    """The same for "the Nord Stream 2 sanctions" and "sanctions on Nord Stream 2"."""
    words = {_singular(word) for word in key(name).split() if word not in _FUNCTION_WORDS}
    return " ".join(sorted(words)) or key(name)


def _singular(word: str) -> str:
    """A plural's singular, roughly: "sanctions", "policies"."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
