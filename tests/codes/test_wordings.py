"""Words that issues are named with or without."""

from memcon.codes.wordings import wordings


def test_the_lines_of_a_kind_are_joined():
    assert {"the", "their", "new"} <= wordings("filler")
    assert "pipeline" in wordings("label")
    assert "the" not in wordings("label")
