"""Parsing: offsets that quote the article, sentence bounds, headlines, quotes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.language.casing import is_title_case, sentence_case


def sentences(parse):
    return [sentence.span.words(parse.text) for sentence in parse.sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S. State Department agreed. It gave no date.", 2),
        ("They met in the U.S. The talks lasted an hour.", 2),
        ("Gen. Mark Milley spoke to Gen. Valery Gerasimov.", 1),
        ('"We are ready. We have said so," he said.', 2),
        ('"Why now?" he asked.', 1),
        ("He left (he had been there before.) Then it rained.", 2),
        ("The price rose 4.5 percent. Nobody minded.", 2),
    ],
)
def test_sentences_end_where_a_reader_ends_them(parsed, text, expected):
    assert len(sentences(parsed(text))) == expected


def test_a_sentence_never_crosses_a_paragraph(parsed):
    parse = parsed("A first paragraph without a stop\n\nAnd a second one")
    assert sentences(parse) == ["A first paragraph without a stop", "And a second one"]
    assert [sentence.paragraph for sentence in parse.sentences] == [0, 1]


def test_every_token_quotes_the_article(parsed):
    parse = parsed(
        "“Talks went well,” said Lavrov.\n\nBlinken’s view differed.", title="Talks Go Well"
    )
    for token in parse.doc:
        quoted = parse.span(token.i, token.i).words(parse.text)
        assert quoted.lower() == token.text.lower() or token.text in "\"'" or "'" in token.text


def test_a_headline_is_read_in_sentence_case(parsed):
    parse = parsed(
        "The Kremlin says the talks were useful.", title="Kremlin Says Talks Were Useful"
    )
    assert [c.lemma for c in parse.clauses][:2] == ["say", "be"]
    assert parse.clauses[0].span.words(parse.text) == "Kremlin Says Talks Were Useful"


def test_sentence_case_keeps_names_and_acronyms():
    lower = frozenset({"says", "ready", "for", "talks", "with"})
    assert sentence_case("Putin Says US Ready For Talks", lower) == "Putin says US ready for talks"
    assert not is_title_case("Putin says US ready for talks")


@given(st.text(max_size=80), st.frozensets(st.text(max_size=8), max_size=5))
def test_sentence_case_moves_no_offset(text, lower):
    assert len(sentence_case(text, lower)) == len(text)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He called it "a good day" and left.', [("a good day", False, False)]),
        ("He called it “a good day” and left.", [("a good day", False, False)]),
        ("The minister's 'red line' held.", [("red line", False, False)]),
        ("The ministers' talks and the envoys' visit", []),
        (
            '"We came," he said, "and we saw."',
            [("We came,", False, False), ("and we saw.", False, False)],
        ),
        (
            '"We came. \n\n"We saw," he said.',
            [("We came.", True, False), ("We saw,", False, True)],
        ),
        ("He said: \"It was 'honest' talk.\"", [("It was 'honest' talk.", False, False)]),
    ],
)
def test_quotes_are_found_closed_or_not(parsed, text, quoted):
    parse = parsed(text)
    found = [(q.span.words(parse.text), q.is_open, q.continues) for q in parse.quotes]
    assert found == quoted
    for quote in parse.quotes:
        assert parse.quote_at(quote.first) is quote


def test_an_empty_parse_holds_nothing(parsed, article, nlp, lexicon):
    from memcon.language.parsing import parse_article

    parse = parse_article(article("x"), nlp, lexicon.grammar)
    assert len(parse.doc) == 1
