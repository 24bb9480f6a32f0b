"""Records are packed and put together again, byte for byte."""

import msgspec
import pytest

from bulletins import SUMMIT
from memcon.desk.layouts import lay_out, put_together
from memcon.desk.records import findings_in, record_of
from memcon.record.contract import Record, encode


@pytest.mark.parametrize("number", range(len(SUMMIT)))
def test_what_is_laid_out_is_put_together_again(number):
    record = SUMMIT[number]
    assert encode(put_together(lay_out(record))) == encode(record)


def test_a_page_as_it_is_read_comes_back(read):
    record = read(
        "Sergei Lavrov, the Russian foreign minister, met Antony Blinken in Reykjavik.\n\n"
        "The two will talk again in Geneva in June. Lavrov declined to discuss sanctions."
    )
    assert record.events
    assert record.places
    assert encode(put_together(lay_out(record))) == encode(record)


def test_a_layout_is_much_shorter_than_its_json():
    assert sum(len(lay_out(r)) for r in SUMMIT) < sum(len(encode(r)) for r in SUMMIT) / 2


def test_the_layout_is_the_one_that_desks_hold():
    """Who changes the contract gives blobs another form, and keeps this layout to read old ones."""
    empty = msgspec.json.decode(
        b'{"format":"memcon/1","made_by":{"memcon":"","models":{}},"warnings":[],"article":{"id":"",'
        b'"given_id":null,"url":null,"publisher":null,"language":"en","published":{"value":'
        b'"2021-05-20","basis":"given"},"title":null,"text":"","sections":[{"start":0,"end":9,'
        b'"kind":"headline"},{"start":11,"end":80,"kind":"body"}],"credits":[],"flags":[],'
        b'"notices":[]},"actors":[],"times":[],"places":[],"events":[],"statements":[],"issues":[],'
        b'"positions":[],"silences":[],"prospects":[]}',
        type=Record,
    )
    assert lay_out(empty).hex() == HELD
    assert put_together(bytes.fromhex(HELD)) == empty


HELD = (
    "9da86d656d636f6e2f3192a080909ca0c0c0c0a2656e92aa323032312d30352d3230a5676976656ec0a09293"
    "0009a8686561646c696e65930b45a4626f6479909090909090909090909090"
)


@pytest.mark.parametrize("content", [b"", b"\x90", b"\x01\x02"])
def test_what_is_no_layout_is_refused(content):
    with pytest.raises(msgspec.DecodeError):
        put_together(content)


def test_findings_are_there_without_the_text(summit):
    row = summit.store.first("SELECT record FROM records WHERE article = 2")
    whole = record_of(summit.store, 2)
    found = findings_in(row[0], whole.article.text)
    assert found.events == whole.events
    assert found.article.text == ""
