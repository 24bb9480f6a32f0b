"""Sentences with marked parties, from a TSV file."""

import io

import pytest

from memcon.errors import MemconError
from memcon.tables.pairs import Pair, read_pairs

HEAD = "uid\tsentence\tmarked_sentence\tsource\ttarget\n"
MARKED = "<s>Kyiv</s> accused <t>Moscow</t> of shelling."


def found(text):
    return list(read_pairs("pairs.tsv", io.StringIO(text, newline="")))


def test_a_row_is_known_by_its_uid():
    assert found(f"{HEAD}k7\tx\t{MARKED}\tKyiv\tMoscow\n") == [Pair("k7", MARKED)]


def test_without_uid_rows_are_numbered_from_0():
    text = f"sentence\tmarked_sentence\nx\t{MARKED}\nx\t{MARKED}\n"
    assert [pair.ident for pair in found(text)] == ["0", "1"]


def test_quoting_is_that_of_csv():
    quoted = '"<s>Kyiv</s> called the ""talks"" with <t>Moscow</t>\ta\nfarce"'
    (pair,) = found(f"marked_sentence\n{quoted}\n")
    assert pair.marked == '<s>Kyiv</s> called the "talks" with <t>Moscow</t>\ta\nfarce'


@pytest.mark.parametrize(
    ("sentence", "is_marked"),
    [
        ("<s>Kyiv</s> protested.", True),
        ("It hit <t>Kyiv</t>.", True),
        ("Rain.", False),
        ("", False),
    ],
)
def test_one_mark_is_enough(sentence, is_marked):
    (pair,) = found(f"uid\tmarked_sentence\n1\t{sentence}\n")
    assert (pair.marked is not None) is is_marked


def test_a_short_row_has_no_marks():
    assert found(f"{HEAD}1\tRain.\n") == [Pair("1", None)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "has no column marked_sentence"),
        ("uid,sentence\n", "has no column marked_sentence"),
        (f"{HEAD}1\tx\t{'x' * 200_000}\n", "line 2: field larger"),
    ],
)
def test_what_is_no_such_table_is_told(text, reason):
    with pytest.raises(MemconError, match=rf"^pairs\.tsv.*{reason}"):
        found(text)
