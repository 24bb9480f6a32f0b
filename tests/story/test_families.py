"""Families: copies, rewrites, corrections; and what only looks like one."""

from collections.abc import Callable

import msgspec
import pytest

from memcon.record.article import Article, Credit, Section
from memcon.story.families import DAYS, find_origin, sign

WIRE = """
The foreign ministers of Norland and Sudmark agreed on Tuesday to reopen the bridge over the Lenta
after eleven years, and left the question of customs to a commission.

"It is a bridge, not a treaty," Norland's minister, Ada Holm, told reporters on the eastern bank.
Her colleague Piet Vries said that lorries would have to wait until the autumn.

The bridge was closed in 2010 when a Sudmark patrol shot two fishermen. Both governments have since
paid their families, but neither has ever said that it was to blame.

Traders on both banks had pressed for the agreement. Some 4,000 people crossed the bridge each day
before it was shut, and the ferry that took its place carries barely 300.

A Sudmark opposition leader, Jon Maas, called the agreement hasty. He said that his party would ask
parliament to see the text before any barrier was lifted.

The European Union, which paid for the repair of two pillars, welcomed the step and offered to send
observers for the first year. Neither minister said whether they would be let in.
"""
OWN = """
In the market of Lentaburg the news went round before noon. Women who have never seen the other
bank bought flags of both countries, and a baker gave away his rolls until none were left.

The mayor, who was a boy when the bridge was built, walked to the middle of it alone on Tuesday
evening and came back without a word. His office later said that he had counted the lamps.
"""
HASTE = "A parliamentary vote is expected on Friday, and few in the capital doubt the outcome."


@pytest.fixture(scope="session")
def story(article: Callable[..., Article]) -> Callable[..., Article]:
    """story(text, publisher=, agency=, published=, title=) -> Article."""

    def make(
        text: str, publisher: str | None = None, agency: str | None = None, **fields
    ) -> Article:
        made = article(text, **fields)
        credit = Credit(name=agency, kind="agency", start=0, end=3) if agency else None
        return msgspec.structs.replace(
            made, publisher=publisher, credits=(credit,) if credit else ()
        )

    return make


@pytest.fixture(scope="session")
def wire(story: Callable[..., Article]) -> Article:
    """The agency's own text."""
    return story(WIRE, publisher="Lowland Press", title="Neighbours to reopen bridge")


def paragraphs(text: str) -> list[str]:
    return text.strip().split("\n\n")


def shares_a_band(one: Article, other: Article) -> bool:
    return bool({*sign(one).bands} & {*sign(other).bands})


COPIES = {
    "word for word": WIRE,
    "in other type": WIRE.replace('"', "”").replace("2010", "2010,").upper(),
    "cut from the end": "\n\n".join(paragraphs(WIRE)[:3]),
    "without its beginning": "\n\n".join(paragraphs(WIRE)[1:]),
    "with a correction": WIRE.replace("two fishermen", "three fishermen").replace("300", "350"),
    "with words changed": WIRE.replace("said that", "said").replace("lorries", "trucks"),
    "with more at the end": f"{WIRE}\n\n{HASTE}",
}


@pytest.mark.parametrize("text", COPIES.values(), ids=COPIES)
def test_a_copy_is_found_whoever_prints_it(text, story, wire):
    copy = story(text, publisher="Lenta Post", title="Old bridge to open again")
    assert shares_a_band(wire, copy)
    assert find_origin(copy, [wire]) == wire


def test_half_a_wire_story_among_a_reporters_own_words_is_a_copy_with_its_credit(story, wire):
    mixed = "\n\n".join((*paragraphs(WIRE)[:2], *paragraphs(OWN), paragraphs(WIRE)[3]))
    mixed = f"{mixed}\n\n{HASTE}\n\n" + " ".join(f"word{n} of ours" for n in range(25))
    credited = story(mixed, publisher="Lenta Post", agency="Lowland Press")
    assert shares_a_band(wire, credited)
    assert find_origin(credited, [wire]) == wire
    assert find_origin(story(mixed, publisher="Lenta Post"), [wire]) is None


def test_the_same_agencys_next_story_is_another(story, wire):
    background = "\n\n".join((*paragraphs(OWN), paragraphs(WIRE)[2], HASTE))
    assert find_origin(story(background, publisher="Post", agency="Lowland Press"), [wire]) is None
    half = "\n\n".join((*paragraphs(WIRE)[:2], *paragraphs(OWN), paragraphs(WIRE)[3]))
    half = f"{half}\n\n{HASTE}\n\n" + " ".join(f"word{n} of ours" for n in range(25))
    assert find_origin(story(half, publisher="Lowland Press"), [wire]) is None


def test_the_first_lines_of_a_long_story_are_its_flash(story, wire):
    flash = story(paragraphs(WIRE)[0], publisher="Lowland Press", title="Bridge to reopen")
    assert shares_a_band(wire, flash)
    assert find_origin(wire, [flash]) == flash


def test_of_several_the_likest_is_the_origin(story, wire):
    half = story("\n\n".join(paragraphs(WIRE)[:3] + paragraphs(OWN)), publisher="Post")
    copy = story(WIRE, publisher="Lenta Post")
    assert find_origin(copy, [half, wire]) == wire
    assert find_origin(copy, [wire, half]) == wire
    assert find_origin(copy, []) is None


def test_an_article_is_no_copy_of_itself(wire):
    assert find_origin(wire, [wire]) is None


def test_two_accounts_of_one_event_are_two_sources(story, wire):
    account = """
    Ada Holm and Piet Vries needed four hours and one walk by the river to agree that the bridge
    over the Lenta would be opened again. "It is a bridge, not a treaty," Holm said afterwards, and
    it was the only sentence of hers that Vries did not correct.

    Customs will be settled later. The European Union has offered observers, and Jon Maas of the
    opposition in Sudmark wants to read the agreement in parliament first.
    """
    assert find_origin(story(account, publisher="Lenta Post"), [wire]) is None


def test_a_form_filled_in_anew_is_no_copy(story):
    form = (
        "Shares on the Lentaburg exchange closed {way} on {day}. The LX index {moved} {points} "
        "points to end at {end}. Turnover was {sum} million crowns, with {up} shares up and {down} "
        "down. One fifth of the listed companies make up the index, which began in 1998. Analysts "
        "at the exchange said that trade had been quiet and that buyers were waiting for the "
        "central bank, which meets at the end of the month to set its rate."
    )
    one = form.format(
        way="higher", day="Monday", moved="rose", points=12.4, end=874.2, sum=319, up=66, down=59
    )
    other = form.format(
        way="lower", day="Tuesday", moved="fell", points=8.1, end=866.1, sum=223, up=51, down=72
    )
    assert find_origin(story(other, publisher="A"), [story(one, publisher="A")]) is None
    assert find_origin(story(one + " ", publisher="A"), [story(other, publisher="A")]) is None
    again = one.replace("quiet", "calm")
    assert find_origin(story(again, publisher="B"), [story(one, publisher="A")])


def test_a_line_or_two_has_no_bands_and_no_family(story):
    brief = "The bridge over the Lenta will be opened again."
    assert sign(story(brief)).bands == ()
    assert find_origin(story(brief), [story(f"{brief} It was shut.")]) is None


@pytest.mark.parametrize(
    ("published", "is_found"),
    [("2021-05-22", True), ("2021-05-28", True), ("2021-05-29", False), (None, True)],
)
def test_copies_are_printed_within_days(published, is_found, story, wire):
    copy = story(WIRE, publisher="Lenta Post", title="Old bridge", published=published)
    assert (find_origin(copy, [wire]) is not None) == is_found
    assert DAYS == 8


def test_what_is_no_news_does_not_count(story, wire):
    lines = "\n\n".join(f"Read more: item {n} of what others like to read" for n in range(40))
    made = story(f"{WIRE}\n\n{lines}", title="Neighbours to reopen bridge")
    sections = tuple(
        Section(
            kind="furniture" if "Read more" in s.words(made.text) else s.kind,
            start=s.start,
            end=s.end,
        )
        for s in made.sections
    )
    assert sign(msgspec.structs.replace(made, sections=sections)) == sign(wire)


def test_a_signature_stays_as_it_was(wire):
    """It is kept on desks: when it changes, desks must be signed anew."""
    bands = sign(wire).bands
    assert len(bands) == 28
    assert all(-(2**63) <= band < 2**63 for band in bands)
    assert bands[0] == -1837307351328088703
