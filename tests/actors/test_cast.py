"""The cast is asked by id, token and span."""

import pytest

from memcon.record.span import Span

ACTING = [
    ("Russian troops crossed the river.", "troops", ["Russia"]),
    ("Moscow's actions alarmed them.", "actions", ["Moscow"]),
    ("The U.S. move surprised many.", "move", ["United States"]),
    ("The Armenian side refused.", "side", ["Armenian side"]),
    ("Dozens of protesters sang.", "Dozens", ["protesters"]),
    ("A group of rebels fled.", "group", ["rebels"]),
    ("The Arctic Council meeting ended.", "meeting", ["Arctic Council"]),
    ("U.S.-Russian talks resumed.", "talks", ["Russia", "United States"]),
    ("Yemen's envoys left. Iran's and Syria's stayed.", "envoys", ["Yemen's envoys"]),
    ("The Russian-controlled builder protested.", "builder", []),
    ("The streets were empty.", "streets", []),
]


@pytest.mark.parametrize(("text", "word", "names"), ACTING)
def test_a_phrase_acts_for_whom_it_belongs_to(staged, text, word, names):
    assert sorted(staged(text).acting(word)) == names


def test_a_name_stands_at_its_head_with_and_without_its_title(staged):
    stage = staged("Russian Foreign Minister Sergei Lavrov spoke. Lavrov left.")
    assert stage.at("Lavrov", 1) == stage.at("Lavrov", 2) == ("Sergei Lavrov",)


def test_an_unknown_id_is_a_key_error(staged):
    cast = staged("Iran objected.").cast
    assert cast.by_id("a1").name == "Iran"
    for ident in ("a0", "a2", "a01", "s1", "a", ""):
        with pytest.raises(KeyError):
            cast.by_id(ident)


def test_within_gives_each_actor_of_a_span_once_in_reading_order(staged):
    stage = staged("Iran told Iraq that Iran and Syria agreed. Egypt did not.")
    first = stage.parse.sentences[0].span
    assert [a.name for a in stage.cast.within(first)] == ["Iran", "Iraq", "Syria"]
    assert stage.cast.within(Span(start=0, end=3)) == ()
