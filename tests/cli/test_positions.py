"""`memcon positions`: who holds what on an issue."""

import json


def test_who_turned_is_told(ask):
    code, out, err = ask("positions", "sanctions")
    assert (code, err) == (0, "")
    assert "Sergei Lavrov on sanctions: opposes (14 April 2021) → open (16 June 2021)" in out


def test_an_issue_may_be_several_words(ask):
    _, out, _ = ask("positions", "the", "sanctions", "--json")
    assert json.loads(out)["words"] == "the sanctions"
    assert len(json.loads(out)["matrix"]["cells"]) == 1


def test_an_issue_of_nobody_is_said_to_be_none(ask):
    code, out, _ = ask("positions", "whaling")
    assert code == 0
    assert "No position on such an issue is told." in out


def test_no_word_is_refused_in_one_line(ask):
    assert ask("positions", "...") == (2, "", "memcon: '...': there is no word in it to look for\n")
