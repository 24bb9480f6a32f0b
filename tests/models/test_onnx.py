"""The trained graphs: tags, links and types."""

import numpy as np

from memcon.models.marks import STATUSES, TYPES, mark_pair
from memcon.models.models import Models
from memcon.models.onnx import BUCKETS, buckets


def test_the_class_of_distance_is_central_in_the_cue_and_grows_on_either_side():
    found = buckets(400, 200, 202)
    assert set(found[200:203]) == {BUCKETS // 2}
    assert found.min() == 0
    assert found.max() == BUCKETS - 1
    assert (np.diff(found) >= 0).all()


def test_tags_and_links_find_source_cue_and_content(models: Models):
    text = "Berlin said the border was open."
    pieces = models.tagger.vectors.pieces(text)
    (tags,) = models.tagger.tag([[piece.number for piece in pieces]])
    words = [text[piece.start : piece.end] for piece in pieces]
    cue = words.index("said")
    assert tags.chances[words.index("Berlin"), 0] > 0.5
    assert tags.chances[cue, 1] > 0.5
    assert tags.chances[words.index("open"), 2] > 0.5
    sources, contents = tags.links([cue])
    assert sources[words.index("Berlin")] > 0.5 > contents[words.index("Berlin")]
    assert contents[words.index("border")] > 0.5 > sources[words.index("border")]


def test_the_same_pair_has_the_same_scores_beside_others(models: Models):
    tokenizer = models.typer.vectors.tokenizer
    one = mark_pair("<s>Chad</s> condemned <t>Togo</t>.", tokenizer)
    other = mark_pair("<s>Peru</s> sent blankets to <t>Chile</t> on Monday.", tokenizer)
    alone, _ = models.typer.judge([one])
    both, statuses = models.typer.judge([other, one])
    assert both.shape == (2, len(TYPES))
    assert statuses.shape == (2, len(STATUSES))
    assert np.array_equal(alone[0], both[1])
    assert TYPES[int(alone[0].argmax())] == "ACCUSE"
