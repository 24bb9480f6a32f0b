"""Texts and records are compressed, and a damaged one is told from a whole one."""

import pytest

from memcon.desk.blobs import pack_record, pack_text, unpack_record, unpack_text
from memcon.errors import DeskError

TEXT = "Chile’s envoys met Peru’s in Lima on Monday; they would not speak of fishing. " * 30


@pytest.mark.parametrize("text", ["", "a", TEXT, "Příjezd ministrů\n\n🕊", "x" * 100_000])
def test_a_text_comes_back(text):
    assert unpack_text(pack_text(text)) == text
    assert unpack_record(pack_record(text.encode(), TEXT), TEXT) == text.encode()


def test_a_short_text_gains_from_the_words_of_all_news():
    text = (
        "The president of the United States said on Wednesday that talks with Russia would go on."
    )
    assert len(pack_text(text)) < 0.75 * len(text)


def test_a_record_gains_from_its_text():
    names = b"Antonia Urrejola, Cesar Landa, the two ministries"
    text = "Antonia Urrejola met Cesar Landa; the two ministries said nothing."
    assert len(pack_record(names, text)) < len(pack_record(names, ""))


def test_a_damaged_blob_is_told():
    blob = bytearray(pack_text(TEXT))
    blob[len(blob) // 2] ^= 0xFF
    with pytest.raises(DeskError, match="damaged"):
        unpack_text(bytes(blob))


@pytest.mark.parametrize("end", [1, 2, 8, -1])
def test_a_blob_that_was_cut_is_damaged(end):
    with pytest.raises(DeskError, match="damaged"):
        unpack_text(pack_text(TEXT)[:end])


def test_the_text_of_another_article_opens_no_record():
    with pytest.raises(DeskError, match="damaged"):
        unpack_record(pack_record(b"findings", TEXT), "Another text.")


@pytest.mark.parametrize("blob", [b"", b"\x02x"])
def test_a_form_of_a_later_version_is_named(blob):
    with pytest.raises(DeskError, match="form"):
        unpack_text(blob)
