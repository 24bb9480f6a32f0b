"""Plain text falls into blocks as its lines and blank lines have it."""

import pytest

from memcon.page.blocks import Block, text_blocks, tidy


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("  The\u00a0envoys \t met.\r\n", "The envoys met."),
        ("Zu\u0308rich talks", "Zürich talks"),
        ("a\u00adgree\u200bment", "agreement"),
        ("\u202bالوزير\u202c", "الوزير"),
        ("می\u200cروند", "می\u200cروند"),
        ("iPhone\u200c maker", "iPhone maker"),
        ("half\ud800pair", "halfpair"),
        ("bell\x07 and nul\x00", "bell and nul"),
        ("line\u2028break", "line break"),
    ],
)
def test_what_cannot_be_seen_is_cleared(raw, clean):
    assert tidy(raw) == clean


def test_blank_lines_part_paragraphs():
    text = "The ministers met.\n\n\nThey left early.\n \nNo one spoke."
    assert [b.text for b in text_blocks(text)] == [
        "The ministers met.",
        "They left early.",
        "No one spoke.",
    ]


def test_lines_of_their_own_stay_apart():
    text = "Ministers Meet In Oslo\nA photo of the two ministers\nA photo of the two ministers\n"
    assert len(text_blocks(text)) == 3


def test_paragraphs_wrapped_to_a_column_are_joined():
    text = (
        "The two foreign ministers met for three hours on Tuesday in a hotel by the\n"
        "lake, their first meeting since the embassy was closed two years ago, and\n"
        "agreed to go on talking.\n"
        "\n"
        "Neither side gave a date for the next round, but a diplomat who was in the\n"
        "room said that the hosts had offered to receive both delegations again in\n"
        "the autumn.\n"
    )
    first, second = text_blocks(text)
    assert first.text.endswith("two years ago, and agreed to go on talking.")
    assert second.text.startswith("Neither side gave a date")


@pytest.mark.parametrize(
    "line", ["  • 16x9 Image", "- a cease-fire", "    The agency was founded", "* a"]
)
def test_bullets_and_indents_are_items(line):
    (block,) = text_blocks(line)
    assert block.hint == "item"
    assert not block.text.startswith(("•", "-", "*", " "))


def test_a_dash_before_words_is_no_bullet():
    assert text_blocks("--additional reporting by a colleague") == (
        Block("--additional reporting by a colleague"),
    )
