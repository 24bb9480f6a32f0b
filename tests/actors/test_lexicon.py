"""The words of actors: no list names a noun that the others do not know."""

import pytest

LISTS = ("dependent", "belonging", "plural_only", "singular_only", "plural_nouns")


@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_agent_nouns_has_only_agent_nouns(lexicon, name):
    words = lexicon.actors
    assert getattr(words, name) - words.by_noun.keys() == set()


def test_the_nouns_for_several_actors_are_agent_nouns(lexicon):
    words = lexicon.actors
    groups = words.groups
    nouns = groups.states | groups.persons | groups.opponents | groups.bodies.keys()
    assert nouns - words.by_noun.keys() == set()


def test_a_noun_of_two_words_ends_in_a_noun_that_may_stand_alone_in_not_agents(lexicon):
    words = lexicon.actors
    assert all(pair.split()[-1] in words.by_noun for pair in words.not_agents)


def test_the_first_group_that_lists_a_noun_holds(lexicon):
    words = lexicon.actors
    listed = [(noun, group.kind) for group in words.agents for noun in group.nouns]
    assert len({noun for noun, _ in listed}) == len(listed)
    assert words.by_noun["rebel"] == ("armed-group", "REB")


def test_words_are_in_lower_case(lexicon):
    words = lexicon.actors
    names = words.names
    for found in (words.by_noun, names.male, names.female, names.common, words.by_region):
        assert all(word == word.lower() for word in found)
