"""The vocabulary cut to the scripts and languages that memcon reads, and the tokenizer over it.

Of Latin pieces the most frequent are kept, and those that the training texts use: a piece that is
cut falls apart into shorter ones.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

from memcon.models.vectors import BEGIN, END

Piece = tuple[str, float]

SPECIAL = 4  # <s>, <pad>, </s>, <unk> come first
UNKNOWN = 3
SCRIPTS = frozenset({"LATIN", "CYRILLIC", "ARABIC", "ARMENIAN", "GEORGIAN", "GREEK", "HEBREW", ""})
LATIN = 45_000


def make_tokenizer(pieces: Sequence[Piece]) -> Tokenizer:
    """The unigram tokenizer of these pieces, with offsets into the text as it is given."""
    tokenizer = Tokenizer(models.Unigram([*pieces], unk_id=UNKNOWN))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFKC(), normalizers.Replace(Regex(r"\s+"), " ")]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", BEGIN), ("</s>", END)]
    )
    return tokenizer


def kept_pieces(pieces: Sequence[Piece], texts: Iterable[str]) -> tuple[int, ...]:
    """The numbers of the pieces to keep, in order."""
    whole = make_tokenizer(pieces)
    used = {number for encoding in whole.encode_batch([*texts]) for number in encoding.ids}
    latin = [n for n, (piece, _) in enumerate(pieces) if _script(piece) == "LATIN"]
    frequent = sorted(latin, key=lambda n: -pieces[n][1])[:LATIN]
    others = {n for n, (piece, _) in enumerate(pieces) if _script(piece) in SCRIPTS - {"LATIN"}}
    return tuple(sorted({*range(SPECIAL), *used, *frequent, *others}))


def _script(piece: str) -> str:
    """The script of the first letter; empty for digits and signs."""
    letter = next((c for c in piece if c.isalpha()), "")
    return _script_of(letter) if letter else ""


@cache
def _script_of(letter: str) -> str:
    return unicodedata.name(letter, "?").split()[0]
