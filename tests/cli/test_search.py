"""`memcon search`: words in, articles out."""

import csv
import io

import pytest

from memcon.cli.search import as_query


def found(out):
    return [row["published"] for row in csv.DictReader(io.StringIO(out))]


@pytest.mark.parametrize(
    ("arguments", "days"),
    [
        (("reykjavik",), ["2021-05-20"]),
        (("summit", "putin"), ["2021-06-16", "2021-05-25", "2021-04-14"]),
        (("blinken lavrov",), []),
        (("Blinken and Lavrov",), ["2021-05-20"]),
        (("ambassador*",), ["2021-06-16"]),
        (("summit", "--until", "2021-05"), ["2021-05-25", "2021-05-20", "2021-04-14"]),
        (("summit", "--publisher", "beacon"), ["2021-05-25"]),
        (("moscow", "--type", "agree"), ["2021-06-16"]),
        (("the", "--country", "Germany"), ["2021-06-21"]),
    ],
)
def test_words_phrases_and_scopes(ask, arguments, days):
    code, out, err = ask("search", *arguments, "--csv")
    assert (code, err, found(out)) == (0, "", days)


def test_hits_are_shown_with_their_passages(ask):
    _, out, _ = ask("search", "Reykjavik")
    assert "Untitled page (Northern Courier, 20 May 2021)" in out
    assert "in ‹Reykjavik› on\n  Wednesday." in out


def test_what_is_not_found_is_told(ask):
    code, out, _ = ask("search", "zeppelin")
    assert code == 0
    assert "No article has all of these words." in out


def test_what_was_left_out_is_told(ask):
    _, out, _ = ask("search", "summit", "--limit", "1")
    assert "3 more articles; --limit 0 shows all." in out


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("***",), "'***': there is no word in it to look for"),
        (("summit", "--speaker", "Metternich"), "Metternich: nobody on the desk is called so"),
        (("summit", "--publisher", "Gazette"), "Gazette: the desk has no article of a publisher"),
    ],
)
def test_what_cannot_be_asked_is_one_line(ask, arguments, reason):
    code, out, err = ask("search", *arguments)
    assert (code, out) == (2, "")
    assert err.startswith(f"memcon: {reason}")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "query"),
    [
        (("nord", "stream"), "nord stream"),
        (("nord stream", "gas"), '"nord stream" gas'),
        (('"nord stream" gas',), '"nord stream" gas'),
        (("nord str*",), '"nord str"*'),
    ],
)
def test_an_argument_of_several_words_is_a_phrase(words, query):
    assert as_query(words) == query
