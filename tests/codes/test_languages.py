"""Languages by three letters."""

import pytest

from memcon.codes.languages import alpha3_of


@pytest.mark.parametrize(
    ("tag", "code"),
    [("en", "eng"), ("en-GB", "eng"), ("FR", "fra"), ("nb", "nor"), ("und", None), ("", None)],
)
def test_a_tag_has_its_code(tag, code):
    assert alpha3_of(tag) == code
