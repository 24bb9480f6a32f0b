"""Evaluation: calibrate on what was held out, and write what the scorers read of each fold.

`cv-plv.tsv`, `cv-aw.tsv`: a label for each row, by the typer that did not see its sentence.
`cv-events.jsonl`: the record of each sentence of PLV_train, read with that typer.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec
import numpy as np

from memcon.codes.plover import folded
from memcon.coding import tagged, verdicts
from memcon.coding.pairs import find_hint, label_of, letters_before
from memcon.coding.proposals import propose
from memcon.coding.statements import kept_reports
from memcon.models.calibration import Calibration
from memcon.models.marks import TYPES, mark_pair
from memcon.models.models import Models
from memcon.models.onnx import Typer
from memcon.models.weights import Weights
from memcon.page.article import take_article
from memcon.page.page import Page
from memcon.reading import Reader
from memcon.record.contract import encode
from memcon.record.span import Span
from memcon_training.attributions import Attribution, read_attributions
from memcon_training.calibration import (
    Reliability,
    fit_hints,
    fit_temperature,
    fit_weights,
    log_softmax,
    reliability,
)
from memcon_training.course import FOLDS, Sources
from memcon_training.export import write_checksums
from memcon_training.judgements import is_held_out, load_judgements, load_newswire
from memcon_training.pairs import Pair, fold_of

BLANK = Calibration(
    type_temperature=1.0,
    status_temperature=1.0,
    hints={"both": 2.0, "one": 1.0},
    event=(0.0, 1.0, 0.0, 0.0, 0.0, 0.0),
    statement=(9.0, *[0.0] * 8),  # keep all
)


@dataclass(frozen=True, slots=True)
class Held:
    """A judged coding that no model was trained on."""

    pair: Pair
    coded: str
    rule: str
    is_right: bool


def calibrate(sources: Sources, weights: Path) -> Mapping[str, Reliability]:
    """Fit and write `calibration.json`; how reliable the confidences then are."""
    _write(BLANK, weights)
    models = Models.load(Weights.open(weights))
    held = list(_held(sources))
    types, statuses = _judged(models.typer, [one.pair for one in held])
    labels = [one.pair.types[0] for one in held]
    known = [n for n, one in enumerate(held) if one.pair.status is not None]
    moods = [one.pair.status or 0 for one in held if one.pair.status is not None]
    fitted = msgspec.structs.replace(
        BLANK,
        type_temperature=fit_temperature(types, labels),
        status_temperature=fit_temperature(statuses[known], moods),
    )
    events = [n for n, label in enumerate(labels) if TYPES[label] != "none"]
    scores = log_softmax(types / fitted.type_temperature)
    hints = [(held[n].coded, _fit(held[n].pair)) for n in events]
    fitted = msgspec.structs.replace(
        fitted, hints=fit_hints(scores[events][:, :-1], hints, [labels[n] for n in events])
    )
    rules = models.lexicon.acts.confidence
    features = np.array(
        [
            verdicts.features(
                np.exp(own), one.coded, rules[one.rule], is_paired=_fit(one.pair) == "both"
            )
            for own, one in zip(scores, held, strict=True)
        ]
    )
    right = [one.is_right for one in held]
    fitted = msgspec.structs.replace(fitted, event=fit_weights(features, right))
    told, found = _statements(sources, models)
    fitted = msgspec.structs.replace(fitted, statement=fit_weights(told, found))
    _write(fitted, weights)
    return {
        "events": reliability(_logistic(fitted.event, features), right),
        "statements": reliability(_logistic(fitted.statement, told), found),
    }


def cross_validate(sources: Sources, work: Path, weights: Path) -> None:
    """Write the predictions and records of each fold."""
    models = Models.load(Weights.open(weights))
    special = sources.special_pairs()
    for name, pairs in zip(("plv", "aw"), special, strict=True):
        labels: list[str] = [""] * len(pairs)
        for fold in range(FOLDS):
            scores = np.load(work / f"fold-{fold}.npz")[name]
            own = [n for n, pair in enumerate(pairs) if fold_of(pair, FOLDS) == fold]
            for n, row in zip(own, scores, strict=True):
                hint = find_hint(pairs[n].sentence, models)
                labels[n] = label_of(row, hint, models.calibration)
        idents = _idents(sources.events / f"{name.upper()}_train.tsv")
        lines = (f"{i}\t{label}\n" for i, label in zip(idents, labels, strict=True))
        (work / f"cv-{name}.tsv").write_text("".join(lines), encoding="utf-8")
    with (work / "cv-events.jsonl").open("wb") as records:
        for line in _records(special[0], sources, work, models):
            records.write(line + b"\n")


def _records(
    pairs: Sequence[Pair], sources: Sources, work: Path, models: Models
) -> Iterator[bytes]:
    """The record of each sentence once, by the typer of its fold."""
    first: dict[str, tuple[int, int]] = {}
    with (sources.events / "PLV_train.tsv").open(encoding="utf-8", newline="") as rows:
        for n, row in enumerate(csv.DictReader(rows, delimiter="\t")):
            first.setdefault(row["sentence"], (n, fold_of(pairs[n], FOLDS)))
    for fold in range(FOLDS):
        typer = Typer.open(work / f"fold-{fold}.onnx", models.typer.vectors)
        reader = Reader(replace(models, typer=typer))
        for sentence, (n, own) in first.items():
            if own == fold:
                page = Page(name=f"row {n}", content=sentence, given_id=str(n))
                yield encode(reader.read(page))


def _held(sources: Sources) -> Iterator[Held]:
    """The judged codings of the stories held out."""
    path = sources.own / "judgements" / "newswire.tsv"
    stories = load_newswire(sources.newswire)
    with path.open(encoding="utf-8", newline="") as file:
        rows = [r for r in csv.DictReader(file, delimiter="\t") if is_held_out(r["document"])]
    for row, pair in zip(rows, load_judgements(path, stories, held_out=True), strict=True):
        yield Held(pair, folded(row["coded_type"]), row["rule"], not row["fault"])


def _judged(typer: Typer, pairs: Sequence[Pair]) -> tuple[np.ndarray, np.ndarray]:
    return typer.judge([mark_pair(p.sentence, typer.vectors.tokenizer) for p in pairs])


def _fit(pair: Pair) -> str:
    """Whether both sides are marked."""
    return "both" if "<s>" in pair.sentence and "<t>" in pair.sentence else "one"


def _statements(sources: Sources, models: Models) -> tuple[np.ndarray, list[bool]]:
    """Of each statement read in the development articles: its features, and whether gold has it."""
    features, found = [], []
    words = models.lexicon
    for path in sorted((sources.attribution / "dev").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        gold = read_attributions(path.with_suffix(".ann").read_text(encoding="utf-8"))
        page = Page(name=path.stem, content=text)
        article = take_article(page, words.page, models.languages, models.offices, models.countries)
        proposals = propose(article, models)
        parse = proposals.parse
        letters = letters_before(text), letters_before(article.text)
        for report in kept_reports(parse, proposals.cast, words.speech, proposals.hearing):
            content = [parse.span(a, b) for a, b in report.content]
            source = [parse.span(*report.cue.source)] if report.cue.source else []
            features.append(tagged.features(report, proposals.hearing.traces, words.speech))
            found.append(_is_gold(content, source, gold, letters))
    return np.array(features), found


def _is_gold(
    content: Sequence[Span],
    source: Sequence[Span],
    gold: Sequence[Attribution],
    letters: tuple[list[int], list[int]],
) -> bool:
    """Whether an attribution has half of the same content and some of the same source."""
    given, own = letters
    said = {n for s in content for n in range(own[s.start], own[s.end])}
    who = {n for s in source for n in range(own[s.start], own[s.end])}
    for one in gold:
        told = {n for a, b in one["content"] for n in range(given[a], given[b])}
        whose = {n for a, b in one["source"] for n in range(given[a], given[b])}
        is_same = told and len(said & told) >= 0.5 * len(said | told)
        if is_same and (not whose or who & whose):
            return True
    return False


def _idents(path: Path) -> list[str]:
    """A row's id: its uid, or its number from 0."""
    with path.open(encoding="utf-8", newline="") as rows:
        return [r.get("uid", str(n)) for n, r in enumerate(csv.DictReader(rows, delimiter="\t"))]


def _logistic(weights: Sequence[float], features: np.ndarray) -> list[float]:
    scores = weights[0] + features @ np.array(weights[1:])
    return [float(p) for p in 1 / (1 + np.exp(-scores))]


def _write(calibration: Calibration, weights: Path) -> None:
    content = msgspec.json.format(msgspec.json.encode(calibration), indent=2)
    (weights / "calibration.json").write_bytes(content + b"\n")
    write_checksums(weights)
