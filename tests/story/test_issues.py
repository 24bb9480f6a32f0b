"""Issue keys: which names mean one issue."""

import pytest

from memcon.story.issues import issue_key


@pytest.mark.parametrize(
    "names",
    [
        (
            "the Nord Stream 2 sanctions",
            "sanctions on Nord Stream 2",
            "Nord Stream 2 pipeline sanctions",
            "sanctions on Nord Stream 2 AG",
        ),
        ("Nord Stream 2", "the Nord Stream 2 gas pipeline"),
        ("US sanctions", "American sanctions", "sanctions of the United States", "U.S. sanctions"),
        ("Russian hacking", "hacking by Russia", "Russia’s hacking"),
        ("Ukraine's membership of NATO", "Ukrainian NATO membership"),
        ("sanctions on Russian banks", "Russian bank sanctions"),
        ("troop build-up", "the buildup of troops"),
        ("cyber-security", "cybersecurity"),
        ("normalisation of relations", "normalization of relations"),
        ("new sanctions", "further sanctions", "sanctions"),
        ("policies on migration", "migration policy"),
        ("sanctions on Moscow's allies", "sanctions on the allies of Moscow"),
    ],
)
def test_names_of_one_issue_have_one_key(names):
    assert len({issue_key(name) for name in names}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Russian sanctions", "sanctions on Russia"),
        ("gas pipeline", "gas"),
        ("arms control", "arms"),
        ("Nord Stream 1", "Nord Stream 2"),
        ("the two", "the three"),
        ("Yamal pipeline", "Yamal"),
        ("protests in Moscow", "protests in Russia"),
        ("EU mission", "mission in Kosovo"),
    ],
)
def test_names_of_two_issues_have_two_keys(one, other):
    assert issue_key(one) != issue_key(other)


def test_a_key_is_found_by_part_of_its_words():
    assert set(issue_key("Russia sanctions").split()) < set(
        issue_key("sanctions on Russia").split()
    )


@pytest.mark.parametrize(("name", "expected"), [("the", "the"), ("", ""), (" – ", "")])
def test_only_a_name_without_a_word_has_no_key(name, expected):
    assert issue_key(name) == expected


def test_a_key_of_a_key_is_itself():
    for name in ("the S-400 missiles", "policies on migration", "U.S. sanctions on Iran"):
        once = issue_key(name)
        assert set(issue_key(once).split()) <= set(once.split())
