"""Who is credited, what slugs say, and whom notices concern."""

import pytest

NEWS = (
    "The two foreign ministers held three hours of talks on Tuesday and agreed to meet again in the"
    " autumn, officials from both delegations told reporters after the session."
)


def page(*lines: str) -> str:
    return "\n\n".join(lines)


@pytest.mark.parametrize(
    ("lines", "credits"),
    [
        (
            (
                "Ministers meet in Trieste",
                NEWS,
                "With reporting by Reuters, AP, and Agence France-Presse",
            ),
            [("Reuters", "agency"), ("AP", "agency"), ("AFP", "agency")],
        ),
        (
            ("Ministers meet in Trieste", "By Jane Holloway and Pierre Lambert", NEWS),
            [("Jane Holloway", "author"), ("Pierre Lambert", "author")],
        ),
        (
            ("Ministers meet in Trieste", "By JANE HOLLOWAY, Associated Press", NEWS),
            [("JANE HOLLOWAY", "author"), ("AP", "agency")],
        ),
        (
            ("Ministers meet in Trieste", "Jane Holloway, Diplomatic Editor", NEWS),
            [("Jane Holloway", "author")],
        ),
        (
            ("Ministers meet in Trieste", "Jane Holloway | New Delhi", NEWS),
            [("Jane Holloway", "author")],
        ),
        (
            ("Ministers meet in Trieste", f"TRIESTE, May 20 (Harbour Wire) - {NEWS}"),
            [("Harbour Wire", "agency")],
        ),
        (
            (
                "Ministers meet in Trieste",
                "The ministers, left and right, on the pier. (Pierre Lambert/Pool via AP)",
                NEWS,
            ),
            [("Pierre Lambert", "photo"), ("Pool", "photo"), ("AP", "photo")],
        ),
        (
            ("Ministers meet in Trieste", "Photograph: Pierre Lambert/Getty Images", NEWS),
            [("Pierre Lambert", "photo"), ("Getty Images", "photo")],
        ),
        (("Ministers meet in Trieste", NEWS, "The Reuters news agency was told so."), []),
    ],
)
def test_credits_name_agencies_authors_and_photographers(take, lines, credits):
    article = take(page(*lines))
    assert [(credit.name, credit.kind) for credit in article.credits] == credits


@pytest.mark.parametrize(
    ("lines", "flags"),
    [
        (("Breaking News", "Ministers meet in Trieste", NEWS), ("breaking",)),
        (("BREAKING: Ministers meet in Trieste", NEWS), ("breaking",)),
        (("EXCLUSIVE-Ministers to meet in Trieste, letter shows", NEWS), ("exclusive",)),
        (("UPDATE 2-Ministers meet in Trieste", NEWS), ("updated",)),
        (("Analysis | Why Trieste matters to both of them", NEWS), ("analysis",)),
        (("Opinion: Trieste was a mistake for both of them", NEWS), ("opinion",)),
        (("Ministers meet in Trieste – as it happened", NEWS), ("live",)),
        (
            (
                "Ministers meet in Trieste",
                NEWS,
                "(This story has been refiled to add a dropped word)",
            ),
            ("correction",),
        ),
        (("Live Updates", "Ministers meet in Trieste", NEWS), ("live",)),
        (("Analysis of water shows traces of lead in Trieste", NEWS), ()),
        (("Ministers meet in Trieste", NEWS), ()),
    ],
)
def test_flags_say_what_slugs_say(take, lines, flags):
    assert take(page(*lines)).flags == flags


@pytest.mark.parametrize(
    ("lines", "jurisdictions"),
    [
        (
            (
                'The Gazette has been declared an "undesirable organization" by Russia.',
                "If you are in Russia or the Russia-controlled parts of Ukraine, you may face"
                " fines or imprisonment for sharing our content.",
            ),
            [("RUS", "UKR")],
        ),
        (
            (
                "Readers in Iran are warned that sharing our articles has led to prosecutions and"
                " arrests.",
            ),
            [("IRN",)],
        ),
        (
            (
                "If you are in Hong Kong, please be aware that reposting this material may be"
                " punishable under the national security law.",
            ),
            [("HKG",)],
        ),
        (("Warning: the video contains scenes of violence.",), [()]),
        (
            (
                "Warning: the video contains scenes of violence.",
                "With reporting by AP",
                "This material is distributed by Volga Media on behalf of the Ministry of Culture"
                " of Kazakhstan.",
            ),
            [(), ("KAZ",)],
        ),
    ],
)
def test_a_notice_names_the_states_whose_law_it_speaks_of(take, lines, jurisdictions):
    article = take(page("Ministers meet in Trieste", NEWS, NEWS.replace("two", "five"), *lines))
    assert [notice.jurisdictions for notice in article.notices] == jurisdictions
    assert article.notices[0].words(article.text).startswith(lines[0])


def test_a_law_in_the_news_is_no_notice(take):
    news = "Moscow has declared the outlet an undesirable organization, and its readers risk fines."
    paragraphs = [
        f"{news} {NEWS}".replace("Tuesday", day) for day in ("Monday", "Tuesday", "Friday")
    ]
    article = take(page("Ministers meet in Trieste", NEWS, *paragraphs, NEWS + " So they said."))
    assert article.notices == ()
