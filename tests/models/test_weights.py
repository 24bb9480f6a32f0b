"""Weights are what was trained, or are refused."""

import shutil
from pathlib import Path

import pytest

from memcon.errors import ModelError
from memcon.models.weights import SUMS, Weights


def test_each_packaged_file_is_the_one_that_was_trained():
    weights = Weights.packaged()
    assert {"typer.onnx", "tagger.onnx", "words.npy"} <= set(weights.sums)
    for name in weights.sums:
        assert weights.path(name).is_file()


def test_all_weights_together_are_small():
    folder = Weights.packaged().folder
    assert sum(file.stat().st_size for file in folder.iterdir()) < 80_000_000


def test_a_damaged_file_is_refused_by_name(tmp_path: Path):
    folder = Weights.packaged().folder
    for name in ("calibration.json", SUMS):
        shutil.copy(folder / name, tmp_path / name)
    (tmp_path / "calibration.json").write_text("{}")
    with pytest.raises(ModelError, match="not the file"):
        Weights.open(tmp_path).path("calibration.json")


def test_a_missing_file_or_folder_is_refused(tmp_path: Path):
    with pytest.raises(ModelError, match="No such file"):
        Weights.open(tmp_path)
    (tmp_path / SUMS).write_text(f"{'0' * 64}  tagger.onnx\n")
    with pytest.raises(ModelError, match="No such file"):
        Weights.open(tmp_path).path("tagger.onnx")
