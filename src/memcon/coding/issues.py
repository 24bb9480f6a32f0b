"""Issues: what is talked about, as the page names it."""

from collections.abc import Sequence

from memcon.actors.cast import Cast
from memcon.coding.stances import Taken
from memcon.coding.topics import Topic, find_topics
from memcon.language.parse import Parse
from memcon.lexicon.affairs import AffairWords
from memcon.record.findings import Issue

LONGEST_NAME = 60


def find_issues(
    parse: Parse, cast: Cast, stances: Sequence[Taken], words: AffairWords
) -> tuple[Issue, ...]:
    """Each issue once with all its mentions, in reading order."""
    groups: list[list[Topic]] = []
    for topic in find_topics(parse, cast, stances, words):
        group = next((g for g in groups if _is_same(g, topic, words)), None)
        if group is None:
            groups.append([topic])
        else:
            group.append(topic)
    contexts = {noun: name for name, nouns in words.issues.items() for noun in nouns}
    return tuple(
        Issue(
            id=f"i{number}",
            name=_name(group, parse.text),
            context=_context(group, contexts),
            mentions=tuple(topic.span for topic in group),
        )
        for number, group in enumerate(groups, 1)
    )


def _is_same(group: Sequence[Topic], topic: Topic, words: AffairWords) -> bool:
    """Whether a mention can be of the same issue as each of a group.

    The head is the same and nothing speaks against it: "the sanctions" are "U.S. sanctions on
    Iran", but not both those and "EU sanctions on Minsk". Heads that are no issue by
    themselves need agreeing words too.
    """
    lemma = topic.head.lemma_.lower()
    if topic.head.pos_ == "VERB" or any(member.head.lemma_.lower() != lemma for member in group):
        return False
    if not all(_fit(member.names, topic.names) for member in group):
        return False
    if all(lemma not in nouns for nouns in words.issues.values()):
        return any(member.other <= topic.other or topic.other <= member.other for member in group)
    return True


def _fit(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether names do not speak against each other."""
    return not some or not others or bool(some & others)


def _name(group: Sequence[Topic], text: str) -> str:
    """The fullest mention that is still a name."""
    names = [" ".join(topic.span.words(text).split()) for topic in group]
    short = [name for name in names if len(name) <= LONGEST_NAME]
    return max(short, key=len) if short else min(names, key=len)


def _context(group: Sequence[Topic], contexts: dict[str, str]) -> str | None:
    """The PLOVER context of the head, or of another word."""
    for topic in group:
        for lemma in (topic.head.lemma_.lower(), *sorted(topic.other | topic.names)):
            if lemma in contexts:
                return contexts[lemma]
    return None
