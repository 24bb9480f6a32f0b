"""Ownership: to whom a noun belongs that is no actor: "troops" in "Russian troops" to Russia."""

from collections.abc import Mapping, Sequence

from memcon.actors.knowledge import Knowledge
from memcon.actors.tokens import Tokens

_OWNING = ("poss", "compound", "amod", "nmod", "nsubj")


def find_owners(
    tokens: Tokens, heads: Mapping[int, tuple[str, ...]], knowledge: Knowledge
) -> Mapping[int, tuple[str, ...]]:
    """To whom a noun belongs that heads no mention: its modifiers', or what it counts."""
    found: dict[int, tuple[str, ...]] = {}
    for i, part in enumerate(tokens.parts):
        if part in ("NOUN", "PROPN", "NUM", "PRON", "ADJ") and i not in heads:
            below = tokens.children.get(i, ())
            owned = _modifiers(below, tokens, heads)
            if not owned and tokens.lemmas[i] in knowledge.words.phrases.quantities:
                owned = _counted(below, tokens, heads)
            if owned:
                found[i] = owned
    return found


def _modifiers(
    below: Sequence[int], tokens: Tokens, heads: Mapping[int, tuple[str, ...]]
) -> tuple[str, ...]:
    """Those who stand as possessor or modifier before a noun, the possessor first."""
    for dep in _OWNING:
        parts = [c for c in below if tokens.deps[c] == dep]
        joined = [c for part in parts for c in (part, *tokens.children.get(part, ()))]
        found = [
            ident
            for c in joined
            if tokens.deps[c] in (dep, "conj", "compound")
            for ident in heads.get(c, ())
        ]
        if found:
            return tuple(dict.fromkeys(found))
    return ()


def _counted(
    below: Sequence[int], tokens: Tokens, heads: Mapping[int, tuple[str, ...]]
) -> tuple[str, ...]:
    """Who is counted: "dozens of protesters"."""
    for link in below:
        if tokens.deps[link] == "prep" and tokens.lowers[link] in ("of", "from"):
            for noun in tokens.children.get(link, ()):
                if heads.get(noun):
                    return heads[noun]
    return ()
