"""From PyTorch to what is shipped: int8 ONNX graphs, int8 word vectors, tokenizer, checksums."""

import hashlib
import tempfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from tokenizers import Tokenizer
from torch import nn

OPSET = 18


def export_words(words: np.ndarray, tokenizer: Tokenizer, folder: Path) -> None:
    """Each row of word vectors as bytes with a scale of its own, and the tokenizer."""
    scales = np.abs(words).max(axis=1, keepdims=True) / 127
    scales[scales == 0] = 1
    np.save(folder / "words.npy", np.round(words / scales).astype(np.int8))
    np.save(folder / "scales.npy", scales.astype(np.float32))
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)


def export_graph(
    module: nn.Module, inputs: Mapping[str, torch.Tensor], outputs: tuple[str, ...], path: Path
) -> None:
    """The module as an ONNX graph, weights of matrix products in int8, any batch and length.

    Seven bits are used of eight: on processors without VNNI sums of products would overflow.
    """
    axes = {"vectors": {0: "batch", 1: "pieces"}, "mask": {0: "batch", 1: "pieces"}}
    axes |= {name: {0: "batch"} for name in inputs if name not in axes}
    with tempfile.TemporaryDirectory() as scratch:
        whole, ready = Path(scratch) / "whole.onnx", Path(scratch) / "ready.onnx"
        torch.onnx.export(
            module.eval(),
            tuple(inputs.values()),
            str(whole),
            input_names=[*inputs],
            output_names=[*outputs],
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
        )
        quant_pre_process(str(whole), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(
            str(ready),
            str(path),
            op_types_to_quantize=["MatMul"],
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
        )


def write_checksums(folder: Path) -> None:
    """`sha256sums`: one line a file, as `sha256sum -c` reads it."""
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}"
        for path in sorted(folder.iterdir())
        if path.name != "sha256sums" and path.is_file()
    ]
    (folder / "sha256sums").write_text("\n".join(lines) + "\n", encoding="utf-8")
