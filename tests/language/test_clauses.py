"""Clauses: verb, subject, object, negation, tense, and who does what an infinitive says."""

import pytest

# sentence, verb lemma, subjects, objects
PARTIES = [
    ("Lavrov met Blinken in Reykjavik.", "meet", ["Lavrov"], ["Blinken"]),
    ("Lavrov and Blinken met in Reykjavik.", "meet", ["Lavrov", "Blinken"], []),
    ("The envoy was expelled by Moscow on Friday.", "expel", ["Moscow"], ["envoy"]),
    ("The minister called on Russia to withdraw its troops.", "withdraw", ["Russia"], ["troops"]),
    (
        "The sides left it to the two presidents to announce a date.",
        "announce",
        ["presidents"],
        ["date"],
    ),
    ("Washington urged Tehran to release the sailors.", "release", ["Tehran"], ["sailors"]),
    ("Canada promised Ukraine to send more tanks.", "send", ["Canada"], ["tanks"]),
    (
        "Officials praised the German decision to close the border.",
        "close",
        ["decision"],
        ["border"],
    ),
    ("Russia, which denies the claim, recalled its envoy.", "deny", ["Russia"], ["claim"]),
    ("He flew to Geneva and met the president.", "meet", ["He"], ["president"]),
    ("Two men jailed in Minsk were freed.", "jail", [], ["men"]),
]


def clause_of(parse, lemma):
    return next(clause for clause in parse.clauses if clause.lemma == lemma)


@pytest.mark.parametrize(("text", "lemma", "subjects", "objects"), PARTIES)
def test_a_clause_knows_who_does_what_to_whom(parsed, text, lemma, subjects, objects):
    clause = clause_of(parsed(text), lemma)
    assert [t.text for t in clause.subjects] == subjects
    assert [t.text for t in clause.objects] == objects


@pytest.mark.parametrize(
    ("text", "lemma", "tense"),
    [
        ("The ministers met on Monday.", "meet", "past"),
        ("The ministers have met twice.", "meet", "past"),
        ("The ministers meet on Monday.", "meet", "present"),
        ("The ministers will meet on Monday.", "meet", "future"),
        ("The ministers are going to meet on Monday.", "meet", "future"),
        ("He said the ministers would meet.", "meet", "future"),
        ("They want to meet.", "meet", "none"),
    ],
)
def test_tense_is_that_of_the_finite_verb(parsed, text, lemma, tense):
    assert clause_of(parsed(text), lemma).tense == tense


@pytest.mark.parametrize(
    ("text", "lemma", "is_negated"),
    [
        ("Iran did not attend the talks.", "attend", True),
        ("Iran never attended the talks.", "attend", True),
        ("No minister attended the talks.", "attend", True),
        ("The sides made no progress.", "make", True),
        ("Iran attended the talks.", "attend", False),
        ("Iran attended talks on not using force.", "attend", False),
    ],
)
def test_negation_belongs_to_its_own_verb(parsed, text, lemma, is_negated):
    assert clause_of(parsed(text), lemma).is_negated is is_negated


def test_modals_and_particles_are_kept(parsed):
    parse = parsed("The two could call off the meeting.")
    clause = clause_of(parse, "call off")
    assert clause.modals == ("could",)
    assert clause.span.words(parse.text).startswith("The two could call off")


def test_each_token_knows_its_innermost_clause(parsed):
    parse = parsed("Peskov said that Moscow would study the offer.")
    offer = next(token for token in parse.doc if token.text == "offer")
    assert parse.clause(offer).lemma == "study"
    assert parse.clauses[parse.clause(offer).parent].lemma == "say"


def test_a_text_without_a_verb_has_no_clause(parsed):
    parse = parsed("Positive signals from Moscow")
    assert parse.clauses == ()
    assert parse.clause(0) is None
