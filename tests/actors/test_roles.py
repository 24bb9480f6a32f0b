"""What the article, or else the table, says of someone's office."""

import pytest

ROLES = [
    ("Russian Foreign Minister Sergei Lavrov spoke.", "Foreign Minister", "RUS", "current"),
    ("U.S. Secretary of State Antony Blinken spoke.", "Secretary of State", "USA", "current"),
    (
        "Ana Ruiz, the State Department spokeswoman, spoke.",
        "spokeswoman",
        "State Department",
        "current",
    ),
    ("Kremlin spokesman Ivan Gromov spoke.", "spokesman", "RUS", "current"),
    ("Sweden's ambassador to Chad, Nils Falk, spoke.", "ambassador", "SWE", "current"),
    ("Former Polish president Jan Zaremba spoke.", "president", "POL", "former"),
    ("Ex-Prime Minister Lucia Prieto spoke.", "Prime Minister", None, "former"),
    ("Then-Foreign Minister Omar Sadiq spoke.", "Foreign Minister", None, "former"),
    ("Foreign Minister-designate Ali Karimi spoke.", "Foreign Minister", None, "designate"),
    ("Peter Hale, a former U.S. diplomat, spoke.", "diplomat", "USA", "former"),
    ("The army chief, General Bako Umar, spoke.", "General", None, "current"),
    ("The army chief, General Bako Umar, spoke.", "army chief", None, "current"),
    ("Olga Brandt is the Austrian defense minister.", "defense minister", "AUT", "current"),
    ("Olga Brandt was the Austrian defense minister.", "defense minister", "AUT", "former"),
    ("The head of the agency, Rosa Lind, spoke.", "head", None, "current"),
    ("Russia's envoy in Vienna, Pavel Orlov, spoke.", "envoy", "RUS", "current"),
    ("Lee Min-jun, the leader of the opposition Sun party, spoke.", "leader", None, "current"),
    (
        "Secretary of the Turkish Security Council Ali Demir spoke.",
        "Secretary",
        "TUR",
        "current",
    ),
    ("Both sides' ambassadors, Ann Rook and Ivan Gromov, spoke.", "ambassador", None, "current"),
    ("Deputy Foreign Minister Leila Haddad spoke.", "Deputy Foreign Minister", None, "current"),
    (
        "Minister of Foreign Affairs Jonas Berg spoke.",
        "Minister of Foreign Affairs",
        None,
        "current",
    ),
]


@pytest.mark.parametrize(("text", "title", "of", "tenure"), ROLES)
def test_a_title_is_a_role(staged, text, title, of, tenure):
    roles = [r for a in staged(text).cast.actors if a.kind == "person" for r in a.roles]
    assert (title, of, tenure) in [(r.title, r.of, r.tenure) for r in roles]


def test_papers_name_the_offices_of_their_own_country_alone(staged):
    stage = staged(
        "Prime Minister Narendra Modi and External Affairs Minister Subrahmanyam Jaishankar met "
        "China's envoy. General Arun Rao was there."
    )
    assert stage.named("Arun Rao").country == "IND"


def test_a_role_quotes_its_words(staged):
    stage = staged("Georgian Interior Minister Nino Beridze spoke.")
    (role,) = stage.named("Nino Beridze").roles
    assert role.words(stage.parse.text) == "Interior Minister"


def test_a_plural_title_is_each_ones_role(staged):
    stage = staged("Paul Sims and Ann Rook, two former British soldiers held in Iran, spoke.")
    for name in ("Paul Sims", "Ann Rook"):
        assert ("soldier", "GBR", "former") in [
            (r.title, r.of, r.tenure) for r in stage.named(name).roles
        ]


def test_a_title_before_two_names_is_each_ones_role(staged):
    stage = staged("U.S. citizens Carl Dorn and Lena Marsh were freed.")
    assert [stage.named(n).country for n in ("Carl Dorn", "Lena Marsh")] == ["USA", "USA"]


def test_the_table_gives_the_office_of_a_bare_name(staged):
    stage = staged("Sergei Lavrov flew home.")
    (role,) = stage.named("Sergei Lavrov").roles
    assert (role.title, role.of, role.tenure) == ("Foreign Minister", "RUS", "current")
    assert role.words(stage.parse.text) == "Sergei Lavrov"


def test_the_table_knows_who_is_meant_on_the_articles_day(staged):
    text = "Mr. Trump told reporters that he would sign."
    assert "Donald Trump" in staged(text, published="2018-05-16").names()
    (role,) = staged(text, published="2018-05-16").named("Donald Trump").roles
    assert (role.title, role.tenure) == ("President", "current")


def test_a_sentence_end_parts_title_and_name(staged):
    stage = staged("So said Ned Price, the State Department spokesman. Ivan Gromov denied it.")
    assert stage.named("Ivan Gromov").roles == ()


def test_an_unnamed_officials_office_is_a_role(staged):
    (role,) = staged("A Turkish diplomat spoke.").named("Turkish diplomat").roles
    assert (role.title, role.of) == ("diplomat", "TUR")
