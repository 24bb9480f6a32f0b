"""Spelling: one plain form of a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.codes.spelling import key, name_key, plain, title_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergei", "Sergey"),
        ("Aleksei", "Alexey"),
        ("Dmitri", "Dmitriy"),
        ("Zelensky", "Zelenskyy"),
        ("Yevgeny", "Evgeni"),
        ("Maria", "Mariya"),
        ("Mohammad", "Mohamed"),
        ("Muhammad", "Mohammed"),
        ("el-Sissi", "al-Sisi"),
        ("Mahmoud", "Mahmud"),
        ("Løkke", "Lokke"),
    ],
)
def test_spellings_share_a_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Putin", "Patin"), ("Lavrov", "Larov"), ("Kim", "Kimi"), ("Wang", "Wan")]
)
def test_other_names_do_not(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Defence Minister", "defense minister"),
        ("Minister of Foreign Affairs", "Foreign Minister"),
        ("Secretary-General", "Secretary General"),
        ("Foreign Ministry spokeswoman", "foreign ministry spokesman"),
        ("the Prime Minister", "premier"),
    ],
)
def test_wordings_of_a_title_share_a_key(one: str, other: str) -> None:
    assert title_key(one) == title_key(other)


@given(st.text())
def test_plain_keeps_every_place(text: str) -> None:
    assert len(plain(text)) == len(text)


@given(st.text())
def test_keys_are_stable(text: str) -> None:
    assert key(key(text)) == key(text)
