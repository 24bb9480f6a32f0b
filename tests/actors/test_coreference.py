"""All mentions of one actor are joined, and nobody else's."""

import pytest

JOINED = [
    (
        "The Taliban advanced. Taliban fighters took Herat.",
        "Taliban",
        ["Taliban", "Taliban fighters"],
    ),
    (
        "Nabil Abu Rudeina spoke. Abu Rudeina left.",
        "Nabil Abu Rudeina",
        ["Nabil Abu Rudeina", "Abu Rudeina"],
    ),
    (
        "Japanese Prime Minister Yoshihide Suga spoke. The premier smiled.",
        "Yoshihide Suga",
        ["Yoshihide Suga", "premier"],
    ),
    (
        "Sergei Lavrov flew to Oslo. Lavrov met reporters.",
        "Sergei Lavrov",
        ["Sergei Lavrov", "Lavrov"],
    ),
    (
        "Abdel Fattah al-Burhan spoke. Al-Burhan said no.",
        "Abdel Fattah al-Burhan",
        ["Abdel Fattah al-Burhan", "Al-Burhan"],
    ),
    (
        "Sergei Lavrov flew to Oslo. Antony Blinken met his Russian counterpart there.",
        "Sergei Lavrov",
        ["Sergei Lavrov", "Russian counterpart"],
    ),
    ("Kim Jong-un left. Kim smiled.", "Kim Jong-un", ["Kim Jong-un", "Kim"]),
    (
        "Omar Dagash, known as Hemo, spoke. Hemo fled.",
        "Omar Dagash",
        ["Omar Dagash", "Hemo", "Hemo"],
    ),
    (
        "Moscow hailed the deal. The Kremlin called it fair. The Russian government signed.",
        "Kremlin",
        ["Moscow", "Kremlin", "Russian government"],
    ),
    (
        "A U.S. official praised the talks. The U.S. official gave no details.",
        "U.S. official",
        ["U.S. official", "U.S. official"],
    ),
    (
        "The Clean Rivers Foundation (CRF) sued. CRF won.",
        "Clean Rivers Foundation",
        ["Clean Rivers Foundation", "CRF", "CRF"],
    ),
    (
        "Peruvian Finance Minister Rosa Quispe resigned. The minister gave no reason.",
        "Rosa Quispe",
        ["Rosa Quispe", "minister"],
    ),
    (
        "Russian President Vladimir Putin arrived. The Russian leader smiled.",
        "Vladimir Putin",
        ["Vladimir Putin", "Russian leader"],
    ),
    ("Gazprom cut supplies. The company gave no reason.", "Gazprom", ["Gazprom", "company"]),
    ("Fatah won. The Fatah movement rejoiced.", "Fatah", ["Fatah", "Fatah movement"]),
    (
        "Ecuador expelled the envoy. Ecuadorean troops left.",
        "Ecuador",
        ["Ecuador", "Ecuadorean"],
    ),
    (
        "North Korea called off the talks. The North blamed a drill.",
        "North Korea",
        ["North Korea", "North"],
    ),
    (
        "Rescuers searched the ship. The rescuers found nobody.",
        "Rescuers",
        ["Rescuers", "rescuers"],
    ),
]


@pytest.mark.parametrize(("text", "name", "mentions"), JOINED)
def test_the_mentions_of_one_actor_are_joined(staged, text, name, mentions):
    stage = staged(text)
    assert [m.words(stage.parse.text) for m in stage.named(name).mentions] == mentions


PARTED = [
    (
        "Polish President Jan Mroz praised Iceland. Trade grew. Prices fell. Czech President Eva "
        "Novak came. Jobs grew. Prices rose. The president left.",
        ("Jan Mroz", "Eva Novak", "president"),
    ),
    ("A U.S. official came. Officials elsewhere laughed.", ("U.S. official", "Officials")),
    ("A French soldier fell. A soldier wept.", ("French soldier", "soldier")),
    (
        "Anna Berg met Karl Berg. Anna Berg left.",
        ("Anna Berg", "Karl Berg"),
    ),
    (
        "Polish President Jan Mroz met Czech President Eva Novak.",
        ("Jan Mroz", "Eva Novak"),
    ),
    ("Iran said that Tehran would answer.", ("Iran", "Tehran")),
]


@pytest.mark.parametrize(("text", "names"), PARTED)
def test_different_actors_stay_apart(staged, text, names):
    found = staged(text).names()
    assert [n for n in names if n in found] == list(names)


def test_a_name_is_one_persons_in_the_whole_article(staged):
    stage = staged(
        "Sergei Ordzhonik arrived in Vienna on Monday.\n\n"
        "Talks between Ordzhonik and Maas lasted an hour. German Foreign Minister Heiko Maas was "
        "pleased.\n\nOrdzhonik's demands alarmed Maas."
    )
    kinds = {a.name: a.kind for a in stage.cast.actors}
    assert kinds["Sergei Ordzhonik"] == kinds["Heiko Maas"] == "person"
    assert "Ordzhonik" not in kinds
    assert "Maas" not in kinds
