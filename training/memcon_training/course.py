"""The whole course: from the data folder to the files in the package, stage by stage.

Each stage leaves its result in the work folder and is skipped where that lies there already, so a
course that was stopped goes on where it was.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from memcon_training.attributions import load_windows
from memcon_training.descent import Course
from memcon_training.encoder import Encoder, start_encoder
from memcon_training.export import export_graph, export_words
from memcon_training.judgements import load_judgements, load_newswire
from memcon_training.pairs import (
    Pair,
    fold_of,
    load_aw,
    load_examples,
    load_plv,
    reversed_pairs,
)
from memcon_training.pretrained import Pretrained, load_pretrained
from memcon_training.tagger import NEAR_WINDOWS, ROUNDS, Tagger, fit_near, train_tagger
from memcon_training.typer import Reading, Typer, judge, train_typer
from memcon_training.vocabulary import kept_pieces, make_tokenizer

Module = TypeVar("Module", bound=nn.Module)

SEED = 1
# Every second layer of twelve.
LAYERS = (0, 2, 4, 6, 8, 10)
FOLDS = 5
ENGLISH = Course("typer, English", epochs=4, rate=3e-4, seed=SEED, decay=0.998)
GENERAL = Course("typer, all languages", epochs=2, rate=2e-4, seed=SEED, decay=0.99)
SPECIAL = Course("typer, PLV", epochs=2, rate=2e-4, seed=SEED, decay=0.99)
# Last, so that the English rounds do not cost the other languages: each of these pairs thrice.
LANGUAGES = Course("typer, languages", epochs=2, rate=2e-4, seed=SEED, decay=0.99)
THRICE = 3
SYMMETRIC = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT"})
REVERSED = 500


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the data lies: the shared folder, our own examples and judgements."""

    shared: Path
    own: Path

    @property
    def events(self) -> Path:
        """The Zero-Shot-PLOVER files."""
        return self.shared / "data" / "events"

    @property
    def attribution(self) -> Path:
        """PolNeAR."""
        return self.shared / "data" / "attribution"

    @property
    def newswire(self) -> Path:
        """The unlabelled stories."""
        return self.shared / "data" / "newswire" / "newswire.jsonl.gz"

    def general_pairs(self) -> list[Pair]:
        """Our own examples, some of them reversed, and the judged newswire."""
        examples = load_examples(self.own / "examples")
        turned = reversed_pairs(examples, SYMMETRIC)
        every = max(1, len(turned) // REVERSED)
        return [*self.judged_pairs(), *examples, *turned[::every]]

    def judged_pairs(self) -> list[Pair]:
        """The judged newswire that is for training."""
        stories = load_newswire(self.newswire)
        return load_judgements(self.own / "judgements" / "newswire.tsv", stories)

    def special_pairs(self) -> tuple[list[Pair], list[Pair]]:
        """PLV and AW."""
        return load_plv(self.events / "PLV_train.tsv"), load_aw(self.events / "AW_train.tsv")

    def texts(self) -> list[str]:
        """All that is trained on, whose pieces are kept."""
        files = sorted((self.attribution / "train").glob("*.txt"))
        articles = [file.read_text(encoding="utf-8") for file in files]
        pairs = [p for some in (self.general_pairs(), *self.special_pairs()) for p in some]
        return [*articles, *load_newswire(self.newswire).values(), *(p.plain for p in pairs)]


@dataclass(frozen=True, slots=True)
class Base:
    """The pretrained layers, and the vocabulary that was kept of it."""

    pretrained: Pretrained
    words: Tensor
    tokenizer: Tokenizer

    @property
    def reading(self) -> Reading:
        """What a typer reads with."""
        return Reading(self.words, self.tokenizer)

    def encoder(self) -> Encoder:
        """A fresh encoder."""
        return start_encoder(self.pretrained, LAYERS)


def make_base(sources: Sources, weights: Path) -> Base:
    """Cut the vocabulary, and write it with its word vectors."""
    pretrained = load_pretrained()
    kept = [*kept_pieces(pretrained.pieces, sources.texts())]
    tokenizer = make_tokenizer([pretrained.pieces[n] for n in kept])
    export_words(pretrained.words[kept], tokenizer, weights)
    return Base(pretrained, torch.from_numpy(pretrained.words[kept]), tokenizer)


def make_tagger(base: Base, sources: Sources, work: Path, weights: Path) -> Tagger:
    """Train and write the tagger."""

    def train() -> Tagger:
        torch.manual_seed(SEED)
        windows = load_windows(sources.attribution / "train", base.tokenizer)
        tagger = Tagger(base.encoder(), base.pretrained.width)
        for course in ROUNDS:
            tagger = train_tagger(tagger, base.words, windows, course)
        every = max(1, len(windows) // NEAR_WINDOWS)
        return fit_near(tagger, base.words, windows[::every])

    blank = Tagger(base.encoder(), base.pretrained.width)
    tagger = _kept(work / "tagger.pt", blank, train)
    inputs = {"vectors": torch.randn(2, 20, base.pretrained.width), "mask": torch.ones(2, 20)}
    export_graph(tagger, inputs, ("tags", "queries", "keys"), weights / "tagger.onnx")
    np.save(weights / "near.npy", tagger.near.detach().numpy())
    return tagger


def make_typers(base: Base, sources: Sources, work: Path, weights: Path) -> Typer:
    """Train the typer: in general, for each fold of PLV and AW, on all, in all languages.

    The last is written. All start from the base and not from the tagger, which unlearns types.
    """
    width = base.pretrained.width

    def train_general() -> Typer:
        torch.manual_seed(SEED)
        typer = Typer(base.encoder(), width)
        pairs = sources.general_pairs()
        english = [pair for pair in pairs if pair.language == "en"]
        typer = train_typer(typer, base.reading, english, ENGLISH)
        return train_typer(typer, base.reading, pairs, GENERAL)

    _kept(work / "general.pt", Typer(base.encoder(), width), train_general)
    special = [*sources.special_pairs()]
    judged = sources.judged_pairs()

    def specialise(name: str, fold: int | None) -> Typer:
        def train() -> Typer:
            general = _opened(work / "general.pt", Typer(base.encoder(), width))
            pairs = [p for some in special for p in some if fold_of(p, FOLDS) != fold]
            # Without the judged pairs it would forget that most pairs are no event.
            return train_typer(general, base.reading, [*pairs, *judged], SPECIAL)

        return _kept(work / f"{name}.pt", Typer(base.encoder(), width), train)

    for fold in range(FOLDS):
        path = work / f"fold-{fold}.npz"
        if path.exists():
            continue
        typer = specialise(f"fold-{fold}", fold)
        held = [[p for p in some if fold_of(p, FOLDS) == fold] for some in special]
        np.savez(path, plv=_scores(typer, base, held[0]), aw=_scores(typer, base, held[1]))
        export_typer(typer, work / f"fold-{fold}.onnx")
    typer = specialise("english", None)

    def train_languages() -> Typer:
        others = [pair for pair in sources.general_pairs() if pair.language != "en"]
        pairs = [*others * THRICE, *special[0], *judged]
        return train_typer(typer, base.reading, pairs, LANGUAGES)

    typer = _kept(work / "typer.pt", Typer(base.encoder(), width), train_languages)
    export_typer(typer, weights / "typer.onnx")
    return typer


def export_typer(typer: Typer, path: Path) -> None:
    """Write a typer's graph."""
    inputs = {
        "vectors": torch.randn(2, 20, typer.types.in_features),
        "mask": torch.ones(2, 20),
        "marks": torch.tensor([[1, 5], [2, 7]]),
    }
    export_graph(typer, inputs, ("types", "statuses"), path)


def _scores(typer: Typer, base: Base, pairs: Sequence[Pair]) -> np.ndarray:
    """Raw scores of types for each pair."""
    found = judge(typer, base.reading, [pair.sentence for pair in pairs])
    return np.stack([types for types, _ in found])


def _opened(path: Path, blank: Module) -> Module:
    blank.load_state_dict(torch.load(path))
    return blank.eval()


def _kept(path: Path, blank: Module, train: Callable[[], Module]) -> Module:
    """The module that lies there, or else a trained one, which then does."""
    if not path.exists():
        trained = train()
        torch.save(trained.state_dict(), path.with_suffix(".part"))
        path.with_suffix(".part").rename(path)
    return _opened(path, blank)
